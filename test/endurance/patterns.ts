/** `patterns --pairs 100000 --seed 1`: the matcher of patterns against the brute force. */
import { bruteMatch, TooLarge } from '../../src/event/pattern/match/brute.test.fixture.ts';
import { generateCase, seeded } from '../../src/event/pattern/match/generate.test.fixture.ts';
import { matchPattern } from '../../src/event/pattern/match/index.ts';
import { parsePattern } from '../../src/event/pattern/parse.ts';
import { count } from './arguments.ts';

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const pairs = count(given, 'pairs', 100_000);
  const seed = count(given, 'seed', 1);
  const verdicts = new Map<string, number>();
  let differing = 0;
  for (let i = 0; i < pairs; i++) {
    const { pattern, observed, plain } = generateCase(seeded(seed + i));
    const { matched, issues } = matchPattern(pattern, observed);
    const gaveUp = matched === null && issues.some(({ code }) => code === 'match-steps');
    const expected = gaveUp ? 'given up' : verdictOf(pattern, plain);
    verdicts.set(String(expected), (verdicts.get(String(expected)) ?? 0) + 1);
    if (gaveUp || expected === 'too large' || expected === matched) continue;
    differing++;
    process.stderr.write(`seed ${seed + i}: ${pattern}: ${matched}, not ${expected}\n`);
  }
  const shown = [...verdicts].map(([verdict, times]) => `${verdict} ${times}`).join(', ');
  process.stdout.write(`${pairs} pairs: ${shown}; ${differing} differ\n`);
  return differing === 0;
}

function verdictOf(pattern: string, plain: Parameters<typeof bruteMatch>[1]) {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return 'unreadable';
  try {
    return bruteMatch(parsed.value.expression, plain);
  } catch (error) {
    if (error instanceof TooLarge) return 'too large';
    throw error;
  }
}

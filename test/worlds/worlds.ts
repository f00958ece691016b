/**
 * Non-interference: a random world, and the same world with one thing more that the low principal
 * may not see. Whatever it then asks, both must answer alike to the last byte.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../hostile/random.ts';
import { Asker } from './asks.ts';
import { idsIn, legible } from './compare.ts';
import { type Ask, foundHouse, Side, temporaryFolder } from './side.ts';
import { makeSociety, type Society } from './society.ts';
import { type Story, tellStory } from './story.ts';

export interface Leak {
  readonly seed: number;
  readonly secret: string;
  /** Number of the request in its world, from 1. */
  readonly request: number;
  readonly ask: Ask;
  /** The answers without and with what is hidden. */
  readonly without: string;
  readonly with: string;
}

export interface WorldsReport {
  readonly worlds: number;
  readonly requests: number;
  /** How often the answer was of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Worlds by how the secret was hidden. */
  readonly leaks: readonly Leak[];
}

export interface WorldsOptions {
  readonly worlds: number;
  readonly requests: number;
  readonly seed: number;
  /** Milliseconds after which no new world begins. */
  readonly milliseconds?: number;
  readonly stopAtLeak?: boolean;
  readonly told?: (worlds: number, requests: number) => void;
}

export async function compareWorlds(options: WorldsOptions): Promise<WorldsReport> {
  const folder = temporaryFolder();
  const statuses = new Map<number, number>();
  const leaks: Leak[] = [];
  const start = performance.now();
  let [worlds, requests] = [0, 0];
  try {
    const base = await foundHouse(folder);
    for (; worlds < options.worlds; worlds++) {
      if (performance.now() - start > (options.milliseconds ?? Number.POSITIVE_INFINITY)) break;
      const seed = options.seed + worlds;
      const found = await compareOne(base, folder, seed, options.requests, (status) => {
        requests++;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      if (found !== null) leaks.push(found);
      if (found !== null && options.stopAtLeak)
        return { worlds: worlds + 1, requests, statuses, leaks };
      options.told?.(worlds + 1, requests);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { worlds, requests, statuses, leaks };
}

async function compareOne(
  base: string,
  folder: string,
  seed: number,
  requests: number,
  told: (status: number) => void,
): Promise<Leak | null> {
  const random = seededRandom(seed);
  const society = makeSociety(random);
  const story = tellStory(society, requests, random);
  const asker = new Asker(society, story, random);
  const place = mkdtempSync(join(folder, 'world-'));
  const [left, right] = await Promise.all(
    ['without', 'with'].map((name) => {
      mkdirSync(join(place, name));
      return Side.open(base, join(place, name), society.authorities);
    }),
  );
  if (left === undefined || right === undefined) throw new Error('a world has two sides');
  try {
    return await play(seed, society, story, asker, [left, right], told);
  } finally {
    await Promise.all([left.close(), right.close()]);
    rmSync(place, { recursive: true, force: true });
  }
}

async function play(
  seed: number,
  society: Society,
  story: Story,
  asker: Asker,
  [left, right]: readonly [Side, Side],
  told: (status: number) => void,
): Promise<Leak | null> {
  const known = new Set(idsIn(JSON.stringify([society.changes, story])));
  await Promise.all([left.arrange(society.changes), right.arrange(society.changes)]);
  let request = 0;
  for (const step of story.steps) {
    await Promise.all([
      left.happen(step, false, society.contributor),
      right.happen(step, true, society.contributor),
    ]);
    if (step.kind !== 'ask') continue;
    const ask = asker.next();
    for (const id of idsIn(ask.body ?? '')) known.add(id);
    request++;
    const answers = await Promise.all([left.ask(ask), right.ask(ask)]);
    const [without, within] = answers.map((answer) => legible(answer, known));
    told(answers[0].status);
    if (without !== within) {
      const { secret } = story;
      return { seed, secret, request, ask, without: without ?? '', with: within ?? '' };
    }
    asker.learn(ask, answers[0]);
    await Promise.all([left.settle(), right.settle()]);
  }
  return null;
}

/** A leak in a form that can be read and run again. */
export function describeLeak(leak: Leak): string {
  const { ask } = leak;
  const { authorization, ...headers } = ask.headers;
  return [
    `seed ${leak.seed}, request ${leak.request}: ${leak.secret}`,
    `${ask.method} ${ask.url} ${authorization === undefined ? '(anonymous) ' : ''}${JSON.stringify(headers)}`,
    ...(ask.body === undefined ? [] : [ask.body.slice(0, 2_000)]),
    '--- without',
    leak.without.slice(0, 3_000),
    '--- with',
    leak.with.slice(0, 3_000),
  ].join('\n');
}

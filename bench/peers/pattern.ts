/** Our patterns beside stix2-patterns (reading) and stix2-matcher (matching), the same input. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compilePattern } from '../../src/event/pattern/match/index.ts';
import { installPeers } from '../../tools/python-peers.ts';
import { PATTERN_WORKLOADS, seededObservations, seededPatterns } from '../pattern-data.ts';
import type { Report } from '../report.ts';
import { contest, cpuSeconds, type Sample } from './contest.ts';
import { SCRIPTS } from './server.ts';

const SEED = 20_261_122;
const OBSERVATIONS = 2_000;
const PATTERNS = 1_000;
/** Ours is repeated until this much CPU time is spent: one pass is too short to measure. */
const LEAST_CPU_SECONDS = 0.5;

export async function benchPatternPeers(rounds: number, report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'cybex-pattern-'));
  try {
    const patterns = seededPatterns(PATTERNS, SEED);
    const listed = join(directory, 'patterns.txt');
    writeFileSync(listed, `${patterns.join('\n')}\n`);
    const compile = () => {
      for (const pattern of patterns) compilePattern(pattern);
      return PATTERNS;
    };
    await compare(
      'compile',
      'stix2-patterns',
      'patterns',
      ['compile', listed],
      compile,
      rounds,
      report,
    );
    const observed = seededObservations(OBSERVATIONS, SEED);
    const file = join(directory, 'observed.json');
    writeFileSync(file, JSON.stringify(observed));
    for (const [name, pattern] of Object.entries(PATTERN_WORKLOADS)) {
      const matcher = compilePattern(pattern);
      const match = () => {
        assert.equal(matcher.match(observed).matched, false);
        return OBSERVATIONS;
      };
      const words = ['match', pattern, file];
      await compare(name, 'stix2-matcher', 'observations', words, match, rounds, report);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compare(
  name: string,
  peer: string,
  unit: string,
  words: readonly string[],
  pass: () => number,
  rounds: number,
  report: Report,
): Promise<void> {
  const python = startPython(words);
  try {
    const { matched } = await python.pass();
    assert.ok(matched !== true, `${name}: the peer finds a match`);
    ours(pass); // Compiled before the clock counts.
    await contest(
      {
        group: `pattern ${name}`,
        unit,
        peer,
        ours: async () => ours(pass),
        theirs: () => python.pass(),
      },
      rounds,
      report,
    );
  } finally {
    await python.stop();
  }
}

function ours(pass: () => number): Sample {
  const began = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  do done += pass();
  while (cpuSeconds(began) < LEAST_CPU_SECONDS);
  return { rate: (done * 1000) / (performance.now() - start), cpu: cpuSeconds(began) / done };
}

interface Python {
  pass(): Promise<Sample & { readonly matched: boolean | null }>;
  stop(): Promise<void>;
}

function startPython(words: readonly string[]): Python {
  const python = installPeers('pattern').program('python');
  const child = spawn(python, [join(SCRIPTS, 'pattern_pass.py'), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = lines.next();
  return {
    async pass() {
      await ready;
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error(`the pass of ${words[0]} ended early`);
      const told = JSON.parse(value) as {
        count: number;
        matched: boolean | null;
        cpu: number;
        wall: number;
      };
      const { count, matched, cpu, wall } = told;
      return { rate: count / wall, cpu: cpu / count, matched };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

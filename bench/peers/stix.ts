/** Our STIX library beside stix2 (parse) and stix2-validator, on the same objects in memory. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { parseStix } from '../../src/event/stix/index.ts';
import { installPeers } from '../../tools/python-peers.ts';
import { Indicators } from '../data.ts';
import type { Report } from '../report.ts';
import { contest, cpuSeconds, type Sample } from './contest.ts';
import { SCRIPTS } from './server.ts';

const OBJECTS = 400;
/** Ours is repeated until this much CPU time is spent: one pass is too short to measure. */
const LEAST_CPU_SECONDS = 0.5;
const CATALOGUE = 'attack-ics/ics-attack-18.1.json.gz';

export async function benchStix(rounds: number, report: Report): Promise<void> {
  const made = new Indicators(13);
  const indicators = Array.from({ length: OBJECTS }, () => made.one());
  await compare('indicators', indicators, rounds, report);
  const catalogue = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', CATALOGUE);
  if (existsSync(catalogue)) await compare('ATT&CK ICS', catalogueOf(catalogue), rounds, report);
  else process.stdout.write(`${CATALOGUE} absent: set CYBEX_CORPORA\n`);
}

/** Objects spread over the whole bundle, so that every type is among them. */
function catalogueOf(file: string): string[] {
  const { objects } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
    objects: readonly object[];
  };
  const step = Math.floor(objects.length / OBJECTS);
  return Array.from({ length: OBJECTS }, (_, index) => JSON.stringify(objects[index * step]));
}

async function compare(
  what: string,
  objects: readonly string[],
  rounds: number,
  report: Report,
): Promise<void> {
  const bundle = Buffer.from(`{"objects":[${objects.join(',')}]}`);
  const directory = mkdtempSync(join(tmpdir(), 'cybex-stix-'));
  const file = join(directory, 'objects.jsonl');
  writeFileSync(file, `${objects.join('\n')}\n`);
  try {
    for (const [mode, peer] of [
      ['parse', 'stix2'],
      ['validate', 'stix2-validator'],
    ] as const) {
      const python = startPython(mode, file);
      try {
        const first = await python.pass();
        ours(bundle, objects.length); // Compiled before the clock counts, as Python's is.
        assert.equal(parseStix(bundle).value.objects.length, first.accepted, `${peer}: ${what}`);
        await contest(
          {
            group: `${mode} ${objects.length} ${what}`,
            unit: 'objects',
            peer,
            ours: async () => ours(bundle, objects.length),
            theirs: () => python.pass(),
          },
          rounds,
          report,
        );
      } finally {
        await python.stop();
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Cut, read, all checks on: errors and warnings. */
function ours(bundle: Uint8Array, objects: number): Sample {
  const began = process.cpuUsage();
  const start = performance.now();
  let done = 0;
  do {
    parseStix(bundle);
    done += objects;
  } while (cpuSeconds(began) < LEAST_CPU_SECONDS);
  return { rate: (done * 1000) / (performance.now() - start), cpu: cpuSeconds(began) / done };
}

interface Python {
  pass(): Promise<Sample & { readonly accepted: number }>;
  stop(): Promise<void>;
}

function startPython(mode: string, file: string): Python {
  const child = spawn(
    installPeers('stix').program('python'),
    [join(SCRIPTS, 'stix_pass.py'), mode, file],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = lines.next();
  return {
    async pass() {
      await ready;
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error(`the pass of ${mode} ended early`);
      const told = JSON.parse(value) as Record<'objects' | 'accepted' | 'cpu' | 'wall', number>;
      const { objects, accepted, cpu, wall } = told;
      return { rate: objects / wall, cpu: cpu / objects, accepted };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

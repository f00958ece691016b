/**
 * Hostile input: CYBEX_FUZZ mutants (10,000 unless set) for each parser of the house. Nothing but
 * a result escapes, in bounded time, and the world around stays as it was. CYBEX_SEED chooses
 * another run; a failure names its seed and case and shows the input.
 */
import assert from 'node:assert/strict';
import { before as beforeAll, test } from 'node:test';
import type { Codec } from '../src/core/codec.ts';
import { CHECKED } from '../src/flow/codecs.ts';
import { OPERATION_FILES } from '../src/hub/rpc/operations.ts';
import { CORE_SUBJECTS } from './hostile/core.ts';
import { ALL_OPERATIONS, FED_OPERATIONS, HUB_SUBJECTS } from './hostile/hub.ts';
import { mutate } from './hostile/mutate.ts';
import { examine, intrinsics, isPolluted, type Subject, watched } from './hostile/oracle.ts';
import { PATTERN_SUBJECTS } from './hostile/pattern.ts';
import { POLICY_SUBJECTS } from './hostile/policy.ts';
import { caseSeed, seededRandom } from './hostile/random.ts';
import { STIX_SUBJECTS } from './hostile/stix.ts';
import { TAXII_SUBJECTS } from './hostile/taxii.ts';

const CASES = Number(process.env.CYBEX_FUZZ ?? 10_000);
const SEED = Number(process.env.CYBEX_SEED ?? 20_261_121);
const encoder = new TextEncoder();

const SUBJECTS: readonly Subject[] = [
  ...CORE_SUBJECTS,
  ...PATTERN_SUBJECTS,
  ...STIX_SUBJECTS,
  ...POLICY_SUBJECTS,
  ...TAXII_SUBJECTS,
  ...HUB_SUBJECTS,
];

// A standard is loaded when it is first asked for: modules are files too.
beforeAll(async () => {
  for (const { load } of OPERATION_FILES) await load();
  await Promise.all(CHECKED.map(warm));
});

test('every operation of rpc has a seed', () => {
  assert.deepEqual(
    ALL_OPERATIONS.filter((op) => !FED_OPERATIONS.has(op)),
    [],
  );
});

for (const subject of SUBJECTS) {
  test(`${subject.name}: ${CASES} mutants, a result each`, async () => {
    const before = intrinsics();
    const seen = await watched(() => run(subject));
    assert.deepEqual(seen, [], 'a parser reached for a file, a socket or a process');
    assert.deepEqual(intrinsics(), before, 'an intrinsic object has changed');
  });
}

/** Codecs that are loaded on demand are asked for once. */
async function warm(codec: Codec): Promise<void> {
  for await (const piece of codec.records([encoder.encode('{}')])) if (piece.record) return;
}

async function run(subject: Subject): Promise<void> {
  const seeds = subject.seeds.map((seed) =>
    typeof seed === 'string' ? encoder.encode(seed) : seed,
  );
  for (const seed of seeds) await one(subject, seed, 'a seed');
  for (let index = 0; index < CASES; index++) {
    const input = mutate(seeds, seededRandom(caseSeed(SEED, index)));
    await one(subject, input, `CYBEX_SEED=${SEED}, case ${index}`);
  }
}

async function one(subject: Subject, input: Uint8Array, name: string): Promise<void> {
  try {
    await examine(subject, input);
    assert.ok(!isPolluted(), 'Object.prototype is polluted');
  } catch (error) {
    const shown = JSON.stringify(Buffer.from(input).toString('latin1').slice(0, 2000));
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${subject.name}, ${name}: ${why}\n${shown}`, { cause: error });
  }
}

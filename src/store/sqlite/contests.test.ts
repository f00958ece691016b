import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  entry,
  label,
  movableClock,
  NAMES,
  type Name,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  principal,
  record,
  version,
} from '../contract.test.world.ts';
import type { House } from '../port.ts';
import { openSqliteHouseInProcess } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';

interface Step {
  readonly what: 'post' | 'remove';
  readonly by: Name;
  readonly version: number;
  readonly content: number;
  readonly spec: string;
  readonly preference: 0 | 1 | 2;
  readonly tlp: 'CLEAR' | 'GREEN' | 'AMBER';
  readonly embargo: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<'post' | 'remove'>('post', 'post', 'post', 'remove'),
  by: fc.constantFrom<Name>('alpha', 'beta'),
  version: fc.integer({ min: 0, max: 4 }),
  content: fc.nat(2),
  spec: fc.constantFrom('2.0', '2.1', '3.0'),
  preference: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  tlp: fc.constantFrom<'CLEAR' | 'GREEN' | 'AMBER'>('CLEAR', 'GREEN', 'AMBER'),
  embargo: fc.boolean(),
});

const ID = objectId('tool', 'contested');

async function take(house: House, into: string, steps: readonly Step[]): Promise<void> {
  for (const each of steps) {
    if (each.what === 'remove') {
      const viewer = { principal: principal(each.by), channel: 'interactive' } as const;
      const asked = [{ versions: ['all'] }, {}, { versions: ['first'] }] as const;
      const match = asked[each.content] ?? {};
      const handles = await house.readerFor(viewer).authorise(into, ID, match);
      await house.writer.remove(handles, entry('object.remove', ID));
      continue;
    }
    const more = each.embargo ? { from: '2999-01-01T00:00:00Z' } : {};
    const item = placed(
      record({
        id: ID,
        version: each.version === 0 ? '' : version(each.version),
        content: `${each.content}`,
        specVersion: each.spec,
      }),
      label(each.tlp, each.by, more),
      { preference: each.preference },
    );
    const parcel = await house.writer.receive(parcelHead(each.by, into));
    const policyEpoch = await house.operations.policyEpoch();
    const reads = { policyEpoch, missingDefinitions: [] };
    await house.writer.append({ parcel: parcel.id, sequence: 0, items: [item], reads });
  }
}

/** A house for each case: what one case breaks must not be found in those after it. */
async function findingsAfter(t: TestContext, steps: readonly Step[]): Promise<readonly string[]> {
  const options = { file: houseFile(t), clock: movableClock(), sees: contractSees };
  const house = await openSqliteHouseInProcess(options);
  const into = crypto.randomUUID();
  const people = NAMES.flatMap((name) => [organisation(name), person(name)]);
  await house.operations.change([...people, collection(into)], AS_OPERATOR);
  await take(house, into, steps);
  const findings = await house.operations.integrity();
  await house.close();
  return findings;
}

const POST: Step = {
  what: 'post',
  by: 'alpha',
  version: 1,
  content: 0,
  spec: '2.1',
  preference: 2,
  tlp: 'CLEAR',
  embargo: false,
};

test('a source that is preferred and comes with another label changes both at once', async (t) => {
  const other = { ...POST, content: 1 };
  const better = { ...POST, preference: 0, tlp: 'GREEN' } as const;
  assert.deepEqual(await findingsAfter(t, [other, POST, better]), []);
});

test('a source that joins another one as the preferred leaves nothing behind', async (t) => {
  const steps = [
    { ...POST, content: 1 },
    POST,
    { ...POST, by: 'beta', tlp: 'GREEN' },
    { ...POST, preference: 0, tlp: 'GREEN' },
  ] as const;
  assert.deepEqual(await findingsAfter(t, steps), []);
  assert.deepEqual(await findingsAfter(t, [...steps.slice(1), steps[0]]), []);
});

test('whatever comes, goes or changes its label, bits and counts stay true', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      assert.deepEqual(await findingsAfter(t, steps), []);
    }),
    { numRuns: 60 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Audience, Label } from '../../core/label.ts';
import { decide } from '../decide/decide.ts';
import { ACTIONS } from '../decide/question.ts';
import { sees } from '../decide/sees.ts';
import { COMMUNITIES, channels, labels, PERSONS, principals } from '../policy.test.arbitraries.ts';
import { NOBODY } from './audience.ts';
import { canonicalLabel, normaliseLabel } from './canonical.ts';
import { joinFloor, joinLabels } from './join.ts';

const RUNS = { numRuns: 20_000 };
const NOW = 1_780_000_000_000_000;
const EVERYONE: Label = { tlp: 'CLEAR', audience: null, owner: '', unknown: [] };
const C1 = COMMUNITIES[0] as string;
const P1 = PERSONS[0] as string;

test('joining is commutative', () => {
  fc.assert(
    fc.property(labels, labels, (a, b) => {
      assert.equal(canonicalLabel(joinLabels(a, b)), canonicalLabel(joinLabels(b, a)));
    }),
    RUNS,
  );
});

test('joining is associative', () => {
  fc.assert(
    fc.property(labels, labels, labels, (a, b, c) => {
      assert.equal(
        canonicalLabel(joinLabels(joinLabels(a, b), c)),
        canonicalLabel(joinLabels(a, joinLabels(b, c))),
      );
    }),
    RUNS,
  );
});

test('joining is idempotent, and what everyone may see is its neutral element', () => {
  fc.assert(
    fc.property(labels, (a) => {
      assert.deepEqual(joinLabels(a, a), normaliseLabel(a));
      assert.deepEqual(joinLabels(a, EVERYONE), normaliseLabel(a));
    }),
    RUNS,
  );
});

test('joining never widens: who sees the join sees both (R8, R11)', () => {
  let seen = 0;
  fc.assert(
    fc.property(labels, labels, principals, channels, (a, b, principal, channel) => {
      if (!sees(principal, joinLabels(a, b), channel, NOW)) return;
      seen++;
      assert.ok(sees(principal, a, channel, NOW), canonicalLabel(a));
      assert.ok(sees(principal, b, channel, NOW), canonicalLabel(b));
    }),
    { numRuns: 100_000 },
  );
  assert.ok(seen > 1_000, `${seen} seen`);
});

test('no use of a join is permitted that one of both forbids', () => {
  const context = { time: '2026-06-01T00:00:00Z', maxTlp: 'RED', maxPap: 'RED' } as const;
  const uses = fc.constantFrom(...ACTIONS.filter((action) => action !== 'write'));
  fc.assert(
    fc.property(labels, labels, principals, channels, uses, (a, b, principal, channel, action) => {
      const at = { ...context, channel };
      if (!decide(principal, action, joinLabels(a, b), at).allow) return;
      assert.ok(decide(principal, action, a, at).allow);
      assert.ok(decide(principal, action, b, at).allow);
    }),
    { numRuns: 50_000 },
  );
});

const named: Audience = { organisations: ['org-b'], communities: [C1], persons: [P1] };
const base: Label = { tlp: 'AMBER', audience: null, owner: 'org-a', unknown: [] };

const AUDIENCES: readonly [string, Label, Label, Audience | null][] = [
  ['nobody named in either', base, { ...base, tlp: 'GREEN' }, null],
  ['CLEAR lets everyone stay', { ...base, audience: named }, { ...base, tlp: 'CLEAR' }, named],
  [
    'GREEN lets members of communities stay',
    { ...base, audience: named },
    { ...base, tlp: 'GREEN' },
    { ...NOBODY, communities: [C1] },
  ],
  ['AMBER lets its owner stay only', { ...base, tlp: 'CLEAR', audience: named }, base, NOBODY],
  [
    'named in both',
    { ...base, audience: named },
    { ...base, audience: { ...named, communities: [] } },
    { ...named, communities: [] },
  ],
];
for (const [name, a, b, audience] of AUDIENCES) {
  test(`audience of a join: ${name}`, () => {
    assert.deepEqual(joinLabels(a, b).audience, audience);
  });
}

test('a thing made of two owners’ parts is neither’s alone', () => {
  const joined = joinLabels({ ...base, creator: 'x' }, { ...base, owner: 'org-b', creator: 'x' });
  assert.equal(joined.owner, '');
  assert.equal(joined.creator, 'x');
  assert.equal(joinLabels(base, { ...base, creator: 'x' }).creator, undefined);
});

test('the window of a join is the overlap; an unreadable end shuts it', () => {
  const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-01T09:00:00.1+09:00'];
  const window = (from?: string, until?: string): Label => ({
    ...base,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
  assert.equal(joinLabels(window(early), window(late)).from, late);
  assert.equal(joinLabels(window(), window(late)).from, late);
  assert.equal(joinLabels(window('', early), window('', late)).until, early);
  assert.equal(joinLabels(window(early), window('never')).from, 'never');
  assert.equal(joinLabels(window('', early), window('', 'x')).until, 'x');
});

// ---------------------------------------------------------------- collection floors

test('a floor raises TLP and PAP and never lowers them', () => {
  const floor = { tlp: 'GREEN', audience: null, pap: 'AMBER' } as const;
  assert.deepEqual(joinFloor({ ...EVERYONE, owner: 'org-a' }, floor), {
    tlp: 'GREEN',
    audience: null,
    pap: 'AMBER',
    owner: 'org-a',
    unknown: [],
  });
  assert.equal(joinFloor({ ...base, pap: 'RED' }, floor).pap, 'RED');
  assert.equal(joinFloor(base, floor).tlp, 'AMBER');
});

test('the open floor leaves the normal form', () => {
  fc.assert(
    fc.property(labels, (label) => {
      assert.deepEqual(joinFloor(label, { tlp: 'CLEAR', audience: null }), normaliseLabel(label));
    }),
    RUNS,
  );
});

test('placing in a collection addresses whoever it is offered to', () => {
  const floor = { tlp: 'CLEAR', audience: named } as const;
  assert.deepEqual(joinFloor(base, floor).audience, named);
  assert.deepEqual(joinFloor({ ...base, tlp: 'CLEAR' }, floor).audience, named);
  const others = { organisations: ['org-c'], communities: [C1], persons: [] };
  assert.deepEqual(joinFloor({ ...base, audience: others }, floor).audience, {
    ...NOBODY,
    communities: [C1],
  });
});

test('a floor names no persons for RED: only the source does (R3)', () => {
  const red = joinFloor({ ...base, tlp: 'RED' }, { tlp: 'CLEAR', audience: named });
  assert.deepEqual(red.audience?.persons, []);
  const own = joinFloor(
    { ...base, tlp: 'RED', audience: named },
    { tlp: 'CLEAR', audience: named },
  );
  assert.deepEqual(own.audience?.persons, [P1]);
});

test('a floor never lets in whom neither the source named nor the collection is offered to', () => {
  fc.assert(
    fc.property(
      labels,
      labels,
      principals,
      channels,
      (label, { tlp, audience }, principal, channel) => {
        const placed = joinFloor(label, { tlp, audience });
        if (!sees(principal, placed, channel, NOW)) return;
        // Named by the source: then the source's label alone must admit him.
        if (label.audience !== null) assert.ok(sees(principal, label, channel, NOW));
        // Offered to an audience: he is in it, or it is his own record.
        if (audience !== null && label.owner !== principal.organisation) {
          assert.ok(sees(principal, { tlp, audience, owner: label.owner, unknown: [] }, channel));
        }
        // A gate of the record stays shut whatever the collection is.
        if (label.unknown.length > 0) assert.equal(principal.organisation, label.owner);
      },
    ),
    { numRuns: 50_000 },
  );
});

/** A stricter label never permits more: the order of labels, action by action. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Audience, type Label, PAP_LEVELS, TLP_LEVELS } from '../../core/label.ts';
import {
  COMMUNITIES,
  channels,
  INSTANTS,
  labels,
  ORGANISATIONS,
  PERSONS,
  principals,
} from '../policy.test.arbitraries.ts';
import { papRank, tlpRank } from '../tlp/levels.ts';
import { decide } from './decide.ts';
import { ACTIONS } from './question.ts';

/** One step that makes a label stricter; it may leave it as it is. */
const steps: fc.Arbitrary<(label: Label) => Label> = fc.oneof(
  fc
    .constantFrom(...TLP_LEVELS)
    .map(
      (tlp) => (label: Label) => (tlpRank(tlp) > tlpRank(label.tlp) ? { ...label, tlp } : label),
    ),
  fc
    .constantFrom(...PAP_LEVELS)
    .map(
      (pap) => (label: Label) => (papRank(pap) >= papRank(label.pap) ? { ...label, pap } : label),
    ),
  fc
    .constantFrom(...ORGANISATIONS, ...COMMUNITIES, ...PERSONS)
    .map(
      (id) => (label: Label) =>
        label.audience === null ? label : { ...label, audience: without(label.audience, id) },
    ),
  // Naming an audience restricts where everyone was meant before.
  fc
    .constantFrom<Audience>(
      { organisations: ['org-b'], communities: COMMUNITIES, persons: PERSONS },
      { organisations: [], communities: [], persons: [] },
    )
    .map(
      (audience) => (label: Label) =>
        label.audience === null && label.tlp === 'CLEAR' ? { ...label, audience } : label,
    ),
  fc.constant((label: Label) => ({
    ...label,
    unknown: [...label.unknown, 'marking-definition--z'],
  })),
  fc
    .constantFrom(...INSTANTS)
    .map((from) => (label: Label) => (label.from === undefined ? { ...label, from } : label)),
  fc
    .constantFrom(...INSTANTS)
    .map((until) => (label: Label) => (label.until === undefined ? { ...label, until } : label)),
  fc
    .constantFrom({ permitted_actions: 'none' }, { attribution: 'must-not' }, { url: 'elsewhere' })
    .map((statement) => (label: Label) => ({ ...label, iep: [...(label.iep ?? []), statement] })),
);

function without(audience: Audience, id: string): Audience {
  const drop = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return {
    organisations: drop(audience.organisations),
    communities: drop(audience.communities),
    persons: drop(audience.persons),
  };
}

const contexts = fc.record(
  {
    channel: channels,
    time: fc.constantFrom('2026-03-01T00:00:00Z', '2026-08-01T00:00:00Z'),
    purpose: fc.constantFrom('clients', 'resale', 'notification', 'internally-visible', 'other'),
    maxTlp: fc.constantFrom(...TLP_LEVELS),
    maxPap: fc.constantFrom(...PAP_LEVELS),
  },
  { requiredKeys: ['channel', 'time'] },
);

test('no step towards a stricter label permits anything new', () => {
  const permitted = new Map<string, number>();
  const uses = fc.constantFrom(...ACTIONS.filter((action) => action !== 'write'));
  fc.assert(
    fc.property(labels, steps, principals, uses, contexts, (label, step, principal, action, at) => {
      const strict = step(label);
      if (!decide(principal, action, strict, at).allow) return;
      permitted.set(action, (permitted.get(action) ?? 0) + 1);
      assert.ok(decide(principal, action, label, at).allow, action);
    }),
    { numRuns: 100_000 },
  );
  for (const [action, count] of permitted) assert.ok(count > 200, `${action}: ${count} permitted`);
  assert.equal(permitted.size, ACTIONS.length - 1);
});

test('every use needs the right to read (R7)', () => {
  const uses = fc.constantFrom('forward', 'act', 'export', 'enrich');
  fc.assert(
    fc.property(labels, principals, uses, contexts, (label, principal, action, at) => {
      if (decide(principal, action, label, at).allow) {
        assert.ok(decide(principal, 'read', label, at).allow);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('a lower cap never permits more (R13)', () => {
  fc.assert(
    fc.property(
      labels,
      principals,
      fc.constantFrom(...ACTIONS),
      contexts,
      (label, principal, action, at) => {
        const capped = { ...at, maxTlp: 'CLEAR', maxPap: 'CLEAR' } as const;
        if (decide(principal, action, label, capped).allow) {
          assert.ok(
            decide(principal, action, label, { ...at, maxTlp: 'RED', maxPap: 'RED' }).allow,
          );
        }
      },
    ),
    { numRuns: 20_000 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Label } from '../../core/label.ts';
import type { DeclaredMarkings, MarkingDefinition } from '../../core/record.ts';
import { tlpRank } from '../tlp/levels.ts';
import { PAP_MARKINGS, TLP1_MARKINGS, TLP2_MARKINGS } from '../tlp/markings.ts';
import { type InterpretContext, interpret } from './interpret.ts';

const COPYRIGHT = 'marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168';
const HOME_MADE = 'marking-definition--00000000-0000-4000-8000-000000000001';
const IEP = 'marking-definition--00000000-0000-4000-8000-000000000002';
const BLANK = 'marking-definition--00000000-0000-4000-8000-000000000003';
const NEAR_MISS = 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b03e';

const definitions: ReadonlyMap<string, MarkingDefinition> = new Map(
  [
    { id: COPYRIGHT, kind: 'statement' },
    { id: HOME_MADE, kind: 'tlp', tlp: 'amber+strict' },
    { id: IEP, kind: 'iep', iep: { tlp: 'green', permitted_actions: 'none' } },
    { id: BLANK, kind: 'x-acme' },
  ].map((definition) => [definition.id, definition]),
);
const context: InterpretContext = { owner: 'org-a', definitions };

function declared(
  object: readonly string[],
  granular: readonly string[] = [],
  more: Partial<DeclaredMarkings> = {},
): DeclaredMarkings {
  const parts = granular.map((marking) => ({ marking, selectors: ['name'] }));
  return { object, granular: parts, unresolvedSelectors: false, ...more };
}

interface Case {
  readonly name: string;
  readonly declared: DeclaredMarkings;
  readonly context?: Partial<InterpretContext>;
  readonly label: Partial<Label>;
  readonly rules: readonly string[];
  readonly missing?: readonly string[];
}

const { CLEAR, GREEN, AMBER, RED } = TLP2_MARKINGS;
const CASES: readonly Case[] = [
  {
    name: 'unmarked is AMBER (R6)',
    declared: declared([]),
    label: { tlp: 'AMBER' },
    rules: ['R6'],
  },
  {
    name: 'unmarked takes the default of its way in (R6)',
    declared: declared([]),
    context: { unmarked: 'GREEN' },
    label: { tlp: 'GREEN' },
    rules: ['R6'],
  },
  {
    name: 'a default that is no level is RED',
    declared: declared([]),
    context: { unmarked: 'white' as 'CLEAR' },
    label: { tlp: 'RED' },
    rules: ['R6'],
  },
  {
    name: 'a marking beats the default, also downwards',
    declared: declared([CLEAR]),
    context: { unmarked: 'RED' },
    label: { tlp: 'CLEAR' },
    rules: ['tlp'],
  },
  {
    name: 'TLP 1 WHITE is CLEAR',
    declared: declared([TLP1_MARKINGS.CLEAR]),
    label: { tlp: 'CLEAR' },
    rules: ['tlp'],
  },
  {
    name: 'a statement restricts nothing and marks nothing: public catalogues (R6)',
    declared: declared([COPYRIGHT]),
    context: { unmarked: 'CLEAR' },
    label: { tlp: 'CLEAR', unknown: [] },
    rules: ['statement', 'R6'],
  },
  {
    name: 'a statement alone leaves the default standing',
    declared: declared([COPYRIGHT]),
    label: { tlp: 'AMBER' },
    rules: ['statement', 'R6'],
  },
  {
    name: 'two levels, of both TLP versions: the higher (R8)',
    declared: declared([TLP1_MARKINGS.AMBER, GREEN]),
    label: { tlp: 'AMBER' },
    rules: ['tlp', 'tlp'],
  },
  {
    name: 'a near-miss id is unknown (R8)',
    declared: declared([NEAR_MISS]),
    label: { tlp: 'AMBER', unknown: [NEAR_MISS] },
    rules: ['R8', 'R6'],
    missing: [NEAR_MISS],
  },
  {
    name: 'a known level does not lift an unknown marking (R8)',
    declared: declared([CLEAR, NEAR_MISS]),
    label: { tlp: 'CLEAR', unknown: [NEAR_MISS] },
    rules: ['tlp', 'R8'],
    missing: [NEAR_MISS],
  },
  {
    name: 'a definition of an unknown kind is found but not understood: unknown, not missing',
    declared: declared([BLANK]),
    label: { tlp: 'AMBER', unknown: [BLANK] },
    rules: ['R8', 'R6'],
  },
  {
    name: 'the owner’s own TLP definition under another id counts as it reads',
    declared: declared([HOME_MADE]),
    label: { tlp: 'AMBER+STRICT', unknown: [] },
    rules: ['tlp'],
  },
  {
    name: 'an IEP policy states its TLP and is kept as it came (R23)',
    declared: declared([IEP]),
    label: { tlp: 'GREEN', iep: [{ tlp: 'green', permitted_actions: 'none' }] },
    rules: ['tlp', 'R23'],
  },
  {
    name: 'PAP is no TLP: the default stands (R26)',
    declared: declared([PAP_MARKINGS.AMBER, PAP_MARKINGS.GREEN]),
    label: { tlp: 'AMBER', pap: 'AMBER' },
    rules: ['R26', 'R26', 'R6'],
  },
  {
    name: 'a marked part raises the whole (R9)',
    declared: declared([GREEN], [RED]),
    label: { tlp: 'RED' },
    rules: ['tlp', 'R9', 'tlp'],
  },
  {
    name: 'a part cannot lower the whole (R9)',
    declared: declared([AMBER], [CLEAR]),
    label: { tlp: 'AMBER' },
    rules: ['tlp', 'R9', 'tlp'],
  },
  {
    name: 'the unmarked rest of a record with a marked part takes the default (R6, R9)',
    declared: declared([], [GREEN]),
    label: { tlp: 'AMBER' },
    rules: ['R6', 'R9', 'tlp'],
  },
  {
    name: 'an unknown marking on a part makes the whole unknown (R8, R9)',
    declared: declared([CLEAR], [NEAR_MISS]),
    label: { tlp: 'CLEAR', unknown: [NEAR_MISS] },
    rules: ['tlp', 'R9', 'R8'],
    missing: [NEAR_MISS],
  },
  {
    name: 'a granular marking that states a language restricts nothing',
    declared: declared([CLEAR], ['']),
    label: { tlp: 'CLEAR', unknown: [] },
    rules: ['tlp'],
  },
  {
    name: 'selectors that point at nothing: the strictest label found (R9)',
    declared: declared([GREEN], [RED], { unresolvedSelectors: true }),
    label: { tlp: 'RED' },
    rules: ['tlp', 'R9', 'tlp', 'R9-selectors'],
  },
  {
    name: 'a marking definition starts CLEAR',
    declared: declared([], [], { defines: { id: COPYRIGHT, kind: 'statement' } }),
    label: { tlp: 'CLEAR', unknown: [] },
    rules: ['R6-definition'],
  },
  {
    name: 'a marking definition with markings of its own keeps them',
    declared: declared([RED], [], { defines: { id: COPYRIGHT, kind: 'statement' } }),
    label: { tlp: 'RED' },
    rules: ['tlp'],
  },
  {
    name: 'owner, creator and window come from the context',
    declared: declared([GREEN]),
    context: {
      creator: 'identity--1',
      from: '2026-01-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
    },
    label: {
      tlp: 'GREEN',
      owner: 'org-a',
      creator: 'identity--1',
      from: '2026-01-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
    },
    rules: ['tlp'],
  },
];

for (const { name, declared: markings, label, rules, missing, context: more } of CASES) {
  test(name, () => {
    const read = interpret(markings, { ...context, ...more });
    assert.deepEqual({ ...read.label, ...label }, read.label);
    assert.deepEqual(
      read.rules.map((rule) => rule.id),
      rules,
    );
    assert.deepEqual(read.missing, missing ?? []);
    assert.equal(read.label.audience, null);
  });
}

test('a delivered definition cannot change what an official id means', () => {
  const forged = new Map([[RED, { id: RED, kind: 'tlp', tlp: 'white' }]]);
  assert.equal(
    interpret(declared([RED]), { owner: 'org-a', definitions: forged }).label.tlp,
    'RED',
  );
});

test('definitions are the caller’s choice: without the owner’s own, his marking stays unknown', () => {
  // The stranger's definition is not in the map that flow gives; were it there, it would widen.
  const without = interpret(declared([HOME_MADE]), { owner: 'org-a', definitions: new Map() });
  assert.deepEqual(without.label.unknown, [HOME_MADE]);
  assert.deepEqual(without.missing, [HOME_MADE]);
  const widened = new Map([[HOME_MADE, { id: HOME_MADE, kind: 'tlp', tlp: 'clear' }]]);
  const stranger = interpret(declared([HOME_MADE]), { owner: 'org-a', definitions: widened });
  assert.equal(stranger.label.tlp, 'CLEAR', 'which is why it must not be given');
});

test('definitions that cannot be read leave the marking unknown', () => {
  const deep: Record<string, unknown> = { tlp: 'green' };
  let inner = deep;
  for (let i = 0; i < 100_000; i++) {
    const next = {};
    inner.x = next;
    inner = next;
  }
  const broken: readonly MarkingDefinition[] = [
    { id: HOME_MADE, kind: 'tlp', tlp: 'amber strict' },
    { id: HOME_MADE, kind: 'tlp' },
    { id: HOME_MADE, kind: 'pap', pap: 'plaid' },
    { id: HOME_MADE, kind: 'iep', iep: {} },
    { id: HOME_MADE, kind: 'iep', iep: deep },
    { id: HOME_MADE, kind: 'tlp', tlp: 'green', pap: 'plaid' },
    { id: HOME_MADE, kind: 'Statement' },
    { id: HOME_MADE, kind: '__proto__' },
  ];
  for (const definition of broken) {
    const { label, missing } = interpret(declared([HOME_MADE]), {
      owner: 'org-a',
      definitions: new Map([[HOME_MADE, definition]]),
      unmarked: 'CLEAR',
    });
    assert.deepEqual(label.unknown, [HOME_MADE], definition.kind);
    assert.deepEqual(missing, []);
    assert.equal(label.tlp, 'CLEAR', 'nothing of a half-read definition is applied');
  }
});

test('three hundred thousand markings are read in one pass and leave a bounded label', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `marking-definition--${i}`);
  const { label, missing } = interpret(declared([...many, ...many], many), context);
  assert.equal(label.unknown.length, 1_000);
  assert.equal(missing.length, 100_000);
});

test('more markings never give a lower label, in any order', () => {
  const ids = [
    ...Object.values(TLP2_MARKINGS),
    ...Object.values(PAP_MARKINGS),
    HOME_MADE,
    IEP,
    NEAR_MISS,
    COPYRIGHT,
  ];
  fc.assert(
    fc.property(fc.subarray(ids), fc.subarray(ids), fc.subarray(ids), (some, more, parts) => {
      const less = interpret(declared(some, []), context).label;
      const all = interpret(declared([...more, ...some], parts), context).label;
      const restated = some.length === 0 || less.tlp === 'AMBER';
      // Only a stated TLP replaces the default; between stated ones the highest holds.
      if (!restated) assert.ok(tlpRank(all.tlp) >= tlpRank(less.tlp));
      assert.ok(less.unknown.every((id) => all.unknown.includes(id)));
      assert.deepEqual(
        all,
        interpret(declared([...some, ...more], [...parts].reverse()), context).label,
      );
    }),
  );
});

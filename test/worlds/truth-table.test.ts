/** The oracle held against the policy library, before a hub is held against the oracle. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Audience } from '../../src/core/label.ts';
import { ANONYMOUS, type Principal } from '../../src/core/principal.ts';
import type { DeclaredMarkings, MarkingDefinition } from '../../src/core/record.ts';
import {
  decide,
  type Floor,
  type InterpretContext,
  interpret,
  joinFloor,
  TLP1_MARKINGS,
  TLP2_MARKINGS,
} from '../../src/policy/index.ts';
import {
  expected,
  LABELS,
  type LabelName,
  NAMED,
  principals,
  type Relation,
  ROLES,
  ROUTES,
  type RoleName,
  sees,
} from './truth-table.ts';

const C = 'c0000000-0000-4000-8000-00000000000c';
const D = 'c0000000-0000-4000-8000-00000000000d';
const LEFT = 'c0000000-0000-4000-8000-00000000000e';
const NO_SUCH = 'c0000000-0000-4000-8000-00000000dead';
const STATEMENT = 'marking-definition--5e000000-0000-4000-8000-000000000001';
const IEP = 'marking-definition--5e000000-0000-4000-8000-000000000002';
const NOW = '2026-06-15T00:00:00Z';

/** What flow would give: owner's own definitions; the outsider's stays outside. */
const definitions = new Map<string, MarkingDefinition>([
  [STATEMENT, { id: STATEMENT, kind: 'statement' }],
  [IEP, { id: IEP, kind: 'iep', iep: { permitted_actions: 'none' } }],
]);

interface Delivery {
  readonly object?: readonly string[];
  readonly granular?: string;
  readonly defines?: MarkingDefinition;
  readonly context?: Partial<InterpretContext>;
  readonly audience?: Partial<Audience>;
  readonly persons?: readonly string[];
}

const { CLEAR, GREEN, AMBER, RED, 'AMBER+STRICT': STRICT } = TLP2_MARKINGS;
const DELIVERIES: Readonly<Record<LabelName, Delivery>> = {
  unmarked: {},
  clear: { object: [CLEAR] },
  white: { object: [TLP1_MARKINGS.CLEAR] },
  green: { object: [GREEN] },
  amber: { object: [AMBER] },
  'amber-strict': { object: [STRICT] },
  red: { object: [RED] },
  'red-named': { object: [RED], persons: [`${NAMED.relation}/${NAMED.role}`] },
  unknown: { object: [CLEAR, 'marking-definition--5e000000-0000-4000-8000-00000000dead'] },
  'near-miss': { object: [`${STRICT.slice(0, -2)}3e`] },
  'foreign-definition': { object: ['marking-definition--5e000000-0000-4000-8000-000000000003'] },
  'two-markings': { object: [TLP1_MARKINGS.GREEN, AMBER] },
  'granular-red': { object: [CLEAR], granular: RED },
  'granular-lang': { object: [CLEAR], granular: '' },
  statement: { object: [STATEMENT] },
  'public-catalogue': { object: [STATEMENT], context: { unmarked: 'CLEAR' } },
  definition: { defines: { id: STATEMENT, kind: 'statement' } },
  'audience-empty': { object: [AMBER], audience: {} },
  'audience-unknown': { object: [AMBER], audience: { communities: [NO_SUCH] } },
  'audience-ok': { object: [AMBER], audience: { communities: [C] } },
  'audience-clear': { object: [CLEAR], audience: { communities: [C] } },
  'audience-strict': { object: [STRICT], audience: { communities: [C] } },
  'audience-removed': { object: [AMBER], audience: { communities: [LEFT] } },
  embargo: { object: [CLEAR], context: { from: '2026-06-16T00:00:00Z' } },
  expired: { object: [CLEAR], context: { until: '2026-06-14T00:00:00Z' } },
  'iep-none': { object: [CLEAR, IEP] },
};

function labelOf(delivery: Delivery) {
  const { granular, defines } = delivery;
  const declared: DeclaredMarkings = {
    object: delivery.object ?? [],
    granular: granular === undefined ? [] : [{ marking: granular, selectors: ['name'] }],
    unresolvedSelectors: false,
    ...(defines === undefined ? {} : { defines }),
  };
  const { label } = interpret(declared, { owner: 'owner', definitions, ...delivery.context });
  const none: Audience = { organisations: [], communities: [], persons: [] };
  const audience = delivery.persons ? { ...none, persons: delivery.persons } : null;
  const offered = delivery.audience ? { ...none, ...delivery.audience } : null;
  const floor: Floor = { tlp: 'CLEAR', audience: offered };
  return joinFloor({ ...label, audience }, floor);
}

const MEMBERSHIPS: Readonly<Partial<Record<Relation, Partial<Principal>>>> = {
  client: { clients: ['owner'] },
  group: { communities: [C] },
  community: { communities: [D] },
};

function principalOf(role: RoleName, relation: Relation): Principal {
  if (role === 'anonymous') return ANONYMOUS;
  const id = `${relation}/${role}`;
  const base: Principal = { ...ROLES[role], id, organisation: relation, communities: [] };
  return { ...base, ...MEMBERSHIPS[relation] };
}

test('the oracle and the policy agree on every principal, label and channel', () => {
  let cells = 0;
  for (const { role, relation } of principals()) {
    for (const [name, delivery] of Object.entries(DELIVERIES) as [LabelName, Delivery][]) {
      for (const channel of ['feed', 'interactive'] as const) {
        const context = { channel, time: NOW };
        const { allow } = decide(principalOf(role, relation), 'read', labelOf(delivery), context);
        const oracle = sees(role, relation, name, channel === 'interactive');
        assert.equal(allow, oracle, `${role} of ${relation}, ${name}, ${channel}`);
        cells++;
      }
    }
  }
  assert.equal(cells, (1 + 5 * 7) * 26 * 2);
});

test('the table is whole: every label says who sees it in known letters, each once', () => {
  for (const [name, { sees: letters, made }] of Object.entries(LABELS)) {
    assert.match(letters, /^O?C?G?M?X?A?$/, name);
    assert.ok(made.length > 5, name);
  }
});

test('a route without a row is an error, and so is no cell of a route with one', () => {
  assert.throws(() => expected('reader', 'owner', 'clear', 'GET /new'), /no row for GET \/new/);
  const answers = new Map<string, number>();
  for (const { role, relation } of principals()) {
    for (const label of Object.keys(LABELS) as LabelName[]) {
      for (const route of Object.keys(ROUTES)) {
        const answer = expected(role, relation, label, route);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    }
  }
  for (const answer of ['shown', 'absent', 'accepted', 'refused', 'forbidden', 'answered']) {
    assert.ok((answers.get(answer) ?? 0) > 50, `${answer}: ${answers.get(answer)}`);
  }
});

test('cells that have leaked elsewhere', () => {
  const objects = 'GET /taxii2/{api-root}/collections/{id}/objects/';
  const one = `${objects}{object-id}/`;
  const remove = one.replace('GET', 'DELETE');
  assert.equal(expected('contributor', 'owner', 'red', objects), 'absent');
  assert.equal(expected('contributor', 'owner', 'red', objects.replace('GET', 'POST')), 'accepted');
  assert.equal(expected('site-admin', 'outsider', 'amber', one), 'absent');
  assert.equal(expected('operator', 'community', 'unknown', one), 'absent');
  assert.equal(expected('contributor', 'group', 'amber', remove), 'absent');
  assert.equal(expected('contributor', 'group', 'green', remove), 'forbidden');
  assert.equal(expected('reader', 'owner', 'green', remove), 'refused');
  assert.equal(
    expected('reader', 'group', 'red-named', 'GET /api/v1/collections/:collection/records/:id'),
    'shown',
  );
  assert.equal(expected('reader', 'group', 'red-named', one), 'absent');
});

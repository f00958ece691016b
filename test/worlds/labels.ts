/** How the record of each label of the truth table is made and delivered. */
import { randomUUID } from 'node:crypto';
import type { Audience, Tlp } from '../../src/core/label.ts';
import { seededRandom } from '../hostile/random.ts';
import { type Json, statement, TLP } from './content.ts';
import type { LabelName } from './truth-table.ts';

export interface LabelDelivery {
  readonly json: Json;
  /** What is delivered first, and by whom. */
  readonly before: readonly { readonly by: 'owner' | 'outsider'; readonly json: Json }[];
  readonly audience?: Partial<Audience>;
  readonly unmarked?: Tlp;
  readonly from?: string;
  readonly until?: string;
}

/** TLP 1 ids (STIX 2.1 §7.2.1.4). */
const WHITE = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9';
const GREEN_1 = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
const NOBODYS = 'marking-definition--5e000000-0000-4000-8000-00000000dead';
const STATEMENT = 'marking-definition--5e000000-0000-4000-8000-000000000001';
const IEP = 'marking-definition--5e000000-0000-4000-8000-000000000002';
const FOREIGN = 'marking-definition--5e000000-0000-4000-8000-000000000003';

const C = 'c0000000-0000-4000-8000-00000000000c';
const LEFT = 'c0000000-0000-4000-8000-00000000000e';
const NO_SUCH = 'c0000000-0000-4000-8000-00000000dead';

const random = seededRandom(1);
const COPYRIGHT = statement(STATEMENT, [], random);
const POLICY: Json = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: IEP,
  created: '2031-01-01T00:00:00.000Z',
  definition_type: 'iep',
  definition: { id: IEP.slice('marking-definition--'.length), permitted_actions: 'none' },
};

interface Row extends Omit<LabelDelivery, 'json' | 'before'> {
  readonly markings?: readonly string[];
  readonly granular?: Json;
  readonly before?: LabelDelivery['before'];
  readonly json?: Json;
}

const owners = (json: Json) => ({ before: [{ by: 'owner' as const, json }] });

const ROWS: Readonly<Record<LabelName, Row>> = {
  unmarked: {},
  clear: { markings: [TLP.CLEAR] },
  white: { markings: [WHITE] },
  green: { markings: [TLP.GREEN] },
  amber: { markings: [TLP.AMBER] },
  'amber-strict': { markings: [TLP.STRICT] },
  red: { markings: [TLP.RED] },
  'red-named': { markings: [TLP.RED] },
  unknown: { markings: [TLP.CLEAR, NOBODYS] },
  'near-miss': { markings: [`${TLP.STRICT.slice(0, -2)}3e`] },
  'foreign-definition': {
    markings: [FOREIGN],
    before: [{ by: 'outsider', json: statement(FOREIGN, [], random) }],
  },
  'two-markings': { markings: [GREEN_1, TLP.AMBER] },
  'granular-red': {
    markings: [TLP.CLEAR],
    granular: { marking_ref: TLP.RED, selectors: ['name'] },
  },
  'granular-lang': { markings: [TLP.CLEAR], granular: { lang: 'ja', selectors: ['name'] } },
  statement: { markings: [STATEMENT], ...owners(COPYRIGHT) },
  'public-catalogue': { markings: [STATEMENT], unmarked: 'CLEAR', ...owners(COPYRIGHT) },
  definition: { json: COPYRIGHT },
  'audience-empty': { markings: [TLP.AMBER], audience: {} },
  'audience-unknown': { markings: [TLP.AMBER], audience: { communities: [NO_SUCH] } },
  'audience-ok': { markings: [TLP.AMBER], audience: { communities: [C] } },
  'audience-clear': { markings: [TLP.CLEAR], audience: { communities: [C] } },
  'audience-strict': { markings: [TLP.STRICT], audience: { communities: [C] } },
  'audience-removed': { markings: [TLP.AMBER], audience: { communities: [LEFT] } },
  embargo: { markings: [TLP.CLEAR], from: '2031-06-02T00:00:00Z' },
  expired: { markings: [TLP.CLEAR], until: '2031-05-31T00:00:00Z' },
  'iep-none': { markings: [TLP.CLEAR, IEP], ...owners(POLICY) },
};

/** A new record of this label. */
export function deliveryOf(label: LabelName): LabelDelivery {
  const { markings, granular, json, before = [], ...rest } = ROWS[label];
  return { json: json ?? recordOf(label, markings, granular), before, ...rest };
}

function recordOf(label: LabelName, markings?: readonly string[], granular?: Json): Json {
  return {
    type: 'campaign',
    spec_version: '2.1',
    id: `campaign--${randomUUID()}`,
    created: '2031-01-01T00:00:00.000Z',
    modified: '2031-01-01T00:00:00.000Z',
    name: `the secret name of ${label}`,
    ...(markings === undefined ? {} : { object_marking_refs: markings }),
    ...(granular === undefined ? {} : { granular_markings: [granular] }),
  };
}

/**
 * Who gets what from a running hub: the oracle of the access matrix, written from the rules' prose
 * (trust rules R1, R3 to R9, R15, R20, R22; TAXII 2.1 §5) and importing nothing, so that it cannot
 * share a mistake with the code that it judges.
 *
 * The world that the caller builds first:
 * - organisations `owner`, `client` (a registered client of owner), `group` (member of community
 *   C), `community` (member of community D only), `outsider` (of none); owner is in no community;
 * - in each of them one principal per role of ROLES; besides, nobody in particular (anonymous);
 * - one record per row of LABELS, delivered by owner's contributor. Collections: everyone may read
 *   and every authenticated principal write, floor CLEAR, default for the unmarked AMBER, no
 *   audience, unless the row says otherwise: the floor's audience of `audience-*`,
 *   the default of `public-catalogue`;
 * - the member `group` of `audience-removed` was removed before anything is asked.
 *
 * Input: role, relation (`nobody` with the role anonymous, and only then), label, route.
 * Output of `expected`:
 * - `shown`     the answer succeeds and carries the record (a count counts it);
 * - `absent`    the answer is, byte for byte but for the id asked for, the one for an id that was
 *               never delivered (a list leaves it out, a count leaves it uncounted);
 * - `accepted`  the write succeeds; `refused`  it does not (401 anonymous, else 403 or 404), and
 *               does so alike for the existing, the hidden and the absent;
 * - `forbidden` as refused, for a record that is shown and belongs to another;
 * - `answered`  it succeeds and never carries anything of a record.
 * A route of the running server without a row in ROUTES has to fail the suite.
 */
export const RELATIONS = ['owner', 'client', 'group', 'community', 'outsider', 'nobody'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a role is made of; anonymous is no principal at all. */
export const ROLES = {
  anonymous: { kind: 'anonymous', roles: [] },
  reader: { kind: 'person', roles: ['reader'] },
  contributor: { kind: 'person', roles: ['reader', 'contributor'] },
  'org-admin': { kind: 'person', roles: ['org-admin'] },
  peer: { kind: 'peer', roles: ['reader', 'contributor'] },
  service: { kind: 'service', roles: ['reader'] },
  operator: { kind: 'person', roles: ['operator'] },
  'site-admin': { kind: 'person', roles: ['site-admin'] },
} as const;
export type RoleName = keyof typeof ROLES;

const WRITERS: readonly RoleName[] = ['contributor', 'org-admin', 'peer'];

/** Who sees the record: O owner, C client, G group, M other community, X outsider, A nobody. */
export const LABELS = {
  unmarked: { sees: 'OC', made: 'no marking at all' },
  clear: { sees: 'OCGMXA', made: 'TLP 2.0 CLEAR' },
  white: { sees: 'OCGMXA', made: 'TLP 1 WHITE' },
  green: { sees: 'OCGM', made: 'TLP 2.0 GREEN' },
  amber: { sees: 'OC', made: 'TLP 2.0 AMBER' },
  'amber-strict': { sees: 'O', made: 'TLP 2.0 AMBER+STRICT' },
  red: { sees: '', made: 'TLP 2.0 RED' },
  'red-named': { sees: '', made: 'RED, audience persons: the reader of group (see NAMED)' },
  unknown: { sees: 'O', made: 'CLEAR and a marking that nobody defined' },
  'near-miss': { sees: 'O', made: 'the id of AMBER+STRICT with its last two digits 3e' },
  'foreign-definition': { sees: 'O', made: 'a marking that only outsider defined, as TLP clear' },
  'two-markings': { sees: 'OC', made: 'TLP 1 GREEN and TLP 2.0 AMBER' },
  'granular-red': { sees: '', made: 'CLEAR, its name marked RED' },
  'granular-lang': { sees: 'OCGMXA', made: 'CLEAR, its name marked with a language' },
  statement: { sees: 'OC', made: 'a copyright statement only' },
  'public-catalogue': { sees: 'OCGMXA', made: 'a statement only, default of the collection CLEAR' },
  definition: { sees: 'OCGMXA', made: 'the marking definition of that statement' },
  'audience-empty': { sees: 'O', made: 'AMBER; floor audience with empty lists' },
  'audience-unknown': { sees: 'O', made: 'AMBER; floor audience a UUID of no community' },
  'audience-ok': { sees: 'OG', made: 'AMBER; floor audience community C' },
  'audience-clear': { sees: 'OG', made: 'CLEAR; floor audience community C' },
  'audience-strict': { sees: 'O', made: 'AMBER+STRICT; floor audience community C' },
  'audience-removed': { sees: 'O', made: 'AMBER; floor audience a community that group has left' },
  embargo: { sees: 'O', made: 'CLEAR, from tomorrow' },
  expired: { sees: 'O', made: 'CLEAR, until yesterday' },
  'iep-none': { sees: 'OCGMXA', made: 'CLEAR and owner’s IEP policy, permitted_actions none' },
} as const;
export type LabelName = keyof typeof LABELS;

/** The one principal whom `red-named` names: interactively and nowhere else (R3). */
export const NAMED: { readonly relation: Relation; readonly role: RoleName } = {
  relation: 'group',
  role: 'reader',
};

/**
 * `never` and `known` carry nothing of a record (`known`: for who is signed in); `many` lists or
 * counts, `one` names it, `status` is what its sender was told; `add`, `delete` write; `manage` is
 * for some roles; `closed` answers nobody who comes over the network.
 */
export type RouteKind =
  | 'never'
  | 'known'
  | 'many'
  | 'one'
  | 'status'
  | 'add'
  | 'delete'
  | 'manage'
  | 'closed';

export interface RouteRow {
  readonly kind: RouteKind;
  /** A person at a screen; everything else can be followed by a machine. */
  readonly interactive?: boolean;
  /** Anonymous is refused, whatever could be seen. */
  readonly signedIn?: boolean;
  /** Roles that a `manage` route answers. */
  readonly roles?: readonly RoleName[];
}

const COLLECTION = '/taxii2/{api-root}/collections/{id}/';
const INTERACTIVE_LIST: RouteRow = { kind: 'many', interactive: true };
const OPERATE: RouteRow = { kind: 'manage', roles: ['operator'] };
const ARRANGE: RouteRow = { kind: 'manage', roles: ['site-admin'] };
const PEOPLE: RouteRow = { kind: 'manage', roles: ['org-admin'] };
const OPEN: RouteRow = { kind: 'never' };
const KNOWN: RouteRow = { kind: 'known' };

/** Routes as the server has them; those of TAXII by the endpoints of TAXII 2.1 §4 and §5. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /taxii2/': OPEN,
  'GET /taxii2/{api-root}/': OPEN,
  'GET /taxii2/{api-root}/status/{id}/': { kind: 'status' },
  'GET /taxii2/{api-root}/collections/': OPEN,
  [`GET ${COLLECTION}`]: OPEN,
  [`GET ${COLLECTION}manifest/`]: { kind: 'many' },
  [`GET ${COLLECTION}objects/`]: { kind: 'many' },
  [`GET ${COLLECTION}objects/{object-id}/`]: { kind: 'one' },
  [`GET ${COLLECTION}objects/{object-id}/versions/`]: { kind: 'one' },
  [`POST ${COLLECTION}objects/`]: { kind: 'add' },
  [`DELETE ${COLLECTION}objects/{object-id}/`]: { kind: 'delete' },
  'GET /api/v1/records': INTERACTIVE_LIST,
  'GET /api/v1/collections/:collection/records/:id': { kind: 'one', interactive: true },
  'GET /api/v1/collections': INTERACTIVE_LIST,
  'GET /api/v1/preview': { ...INTERACTIVE_LIST, signedIn: true },
  'GET /': INTERACTIVE_LIST,
  'POST /api/v1/import': { kind: 'add' },
  'GET /api/v1/conflicts': KNOWN,
  'GET /api/v1/organisations': KNOWN,
  'GET /api/v1/communities': KNOWN,
  'POST /api/v1/rpc': KNOWN,
  'GET /api/v1/persons': PEOPLE,
  'POST /api/v1/persons': PEOPLE,
  'GET /api/v1/tokens': PEOPLE,
  'POST /api/v1/tokens': PEOPLE,
  'DELETE /api/v1/tokens/:id': PEOPLE,
  'DELETE /api/v1/persons/:id': ARRANGE,
  'POST /api/v1/organisations': ARRANGE,
  'DELETE /api/v1/organisations/:id': ARRANGE,
  'POST /api/v1/communities': ARRANGE,
  'DELETE /api/v1/communities/:id': ARRANGE,
  'POST /api/v1/collections': ARRANGE,
  'DELETE /api/v1/collections/:id': ARRANGE,
  'POST /api/v1/peers/invite': ARRANGE,
  'DELETE /api/v1/sample': ARRANGE,
  'GET /api/v1/quarantine': OPERATE,
  'GET /api/v1/feeds': OPERATE,
  'POST /api/v1/feeds': OPERATE,
  'POST /api/v1/feeds/:name/pull': OPERATE,
  'POST /api/v1/feeds/test': OPERATE,
  'DELETE /api/v1/feeds/:name': OPERATE,
  'POST /api/v1/peers': OPERATE,
  'POST /api/v1/peers/:name/push': OPERATE,
  'DELETE /api/v1/peers/:name': OPERATE,
  'POST /api/v1/peers/examine': OPERATE,
  'GET /api/v1/status': OPERATE,
  'GET /api/v1/jobs': OPERATE,
  'GET /api/v1/jobs/:id/events': OPERATE,
  'DELETE /api/v1/jobs/:id': OPERATE,
  'GET /api/v1/audit': OPERATE,
  'POST /api/v1/backup': OPERATE,
  'POST /api/v1/integrity': OPERATE,
  // A delivery as it came holds RED too, which nothing but a person who is named may have (R3).
  'GET /api/v1/parcels/:id': { kind: 'closed' },
  'POST /api/v1/tokens/reset-admin': { kind: 'closed' },
  'GET /metrics': { kind: 'closed' },
  'GET /sign-in': OPEN,
  'GET /docs': OPEN,
  'GET /docs/errors': OPEN,
  'GET /api/v1/openapi.json': OPEN,
  'GET /assets/page.css': OPEN,
  'GET /assets/icon.svg': OPEN,
  'GET /healthz': OPEN,
  'GET /readyz': OPEN,
};

export type Expected = 'shown' | 'absent' | 'accepted' | 'refused' | 'forbidden' | 'answered';

const LETTERS: Readonly<Record<Relation, string>> = {
  owner: 'O',
  client: 'C',
  group: 'G',
  community: 'M',
  outsider: 'X',
  nobody: 'A',
};

/** True when this principal may read the record; a role never matters, but to be the person named. */
export function sees(
  role: RoleName,
  relation: Relation,
  label: LabelName,
  interactive: boolean,
): boolean {
  if (label === 'red-named') {
    return interactive && role === NAMED.role && relation === NAMED.relation;
  }
  return LABELS[label].sees.includes(LETTERS[relation]);
}

/** What the hub must answer; throws on a route that has no row. */
export function expected(
  role: RoleName,
  relation: Relation,
  label: LabelName,
  route: string,
): Expected {
  const row = ROUTES[route];
  if (row === undefined) throw new Error(`no row for ${route}: decide who gets what from it`);
  if (row.kind === 'never') return 'answered';
  if (row.kind === 'closed') return 'refused';
  if (row.kind === 'manage') return row.roles?.includes(role) ? 'answered' : 'refused';
  if (role === 'anonymous' && (row.kind === 'known' || row.signedIn)) return 'refused';
  if (row.kind === 'known') return 'answered';
  // What became of a delivery is told to the organisation that made it, hidden record or not.
  if (row.kind === 'status') return relation === 'owner' ? 'shown' : 'absent';
  const shown = sees(role, relation, label, row.interactive === true);
  if (row.kind === 'many' || row.kind === 'one') return shown ? 'shown' : 'absent';
  if (!WRITERS.includes(role)) return 'refused';
  // Writing needs no sight of what is written: RED is accepted and never given back.
  if (row.kind === 'add') return 'accepted';
  if (!shown) return 'absent';
  return relation === 'owner' ? 'accepted' : 'forbidden';
}

/** Every principal of the world once: nobody has no organisation, everyone else has one. */
export function principals(): readonly { readonly role: RoleName; readonly relation: Relation }[] {
  const roles = (Object.keys(ROLES) as RoleName[]).filter((role) => role !== 'anonymous');
  const members = RELATIONS.filter((relation) => relation !== 'nobody').flatMap((relation) =>
    roles.map((role) => ({ role, relation })),
  );
  return [{ role: 'anonymous', relation: 'nobody' }, ...members];
}

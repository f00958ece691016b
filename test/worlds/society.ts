/** Who is there in a random world: organisations, communities, collections, people with tokens. */
import type { Tlp } from '../../src/core/label.ts';
import { tokenSecret } from '../../src/hub/auth/credential.ts';
import type { Collection, Community, DirectoryChange, Grant } from '../../src/store/port.ts';
import type { Random } from '../hostile/random.ts';
import { CREATORS, uuid } from './content.ts';

export interface Low {
  /** Empty: anonymous. */
  readonly token: string;
  readonly person: string;
  /** Empty: anonymous. */
  readonly organisation: string;
  readonly communities: readonly string[];
  /** Organisations that it is a registered client of. */
  readonly clientOf: readonly string[];
  readonly writes: boolean;
}

export interface Society {
  readonly organisations: readonly string[];
  readonly communities: readonly Community[];
  readonly collections: readonly Collection[];
  readonly changes: readonly DirectoryChange[];
  readonly low: Low;
  /** Whose word on a creator's records is preferred: organisation by creator. */
  readonly authorities: Readonly<Record<string, string>>;
  /** Token of the contributor of an organisation. */
  contributor(organisation: string): string;
}

type Audience = NonNullable<Collection['floor']['audience']>;
const FLOORS: readonly Tlp[] = ['CLEAR', 'CLEAR', 'CLEAR', 'GREEN', 'AMBER'];
const DEFAULTS: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER'];

export function makeSociety(random: Random): Society {
  const organisations = Array.from({ length: 4 }, () => uuid(random));
  const clients = new Map(organisations.map((id) => [id, sample(organisations, 6, random)]));
  const communities = [0, 1].map((number): Community => {
    const members = sample(organisations, 2, random);
    const owner = organisations[number] ?? '';
    return { id: uuid(random), name: `community ${number}`, owner, version: 1, members };
  });
  const collections = makeCollections(organisations, communities, random);
  const low = makeLow(organisations, communities, clients, random);
  const names = new Map(organisations.map((id, number) => [id, `organisation ${number}`]));
  const changes: DirectoryChange[] = [
    ...organisations.map((id): DirectoryChange => {
      const value = { id, name: names.get(id) ?? '', clients: clients.get(id) ?? [] };
      return { put: 'organisation', value: { ...value, sample: false, operator: false } };
    }),
    ...communities.map((value): DirectoryChange => ({ put: 'community', value })),
    ...['alpha', 'beta'].map((path): DirectoryChange => {
      return { put: 'apiRoot', value: { path, title: `root ${path}`, description: '' } };
    }),
    ...collections.map((value): DirectoryChange => ({ put: 'collection', value })),
    ...organisations.flatMap((id) => person(`writer-${id}`, id, true)),
    ...(low.organisation === '' ? [] : person(low.person, low.organisation, low.writes)),
  ];
  const contributor = (organisation: string) => tokenOf(`writer-${organisation}`);
  const authorities = Object.fromEntries(
    CREATORS.map((creator) => [creator, random.pick(organisations)]),
  );
  return { organisations, communities, collections, changes, low, authorities, contributor };
}

/** Each of the list once in `odds` times. */
function sample<T>(list: readonly T[], odds: number, random: Random): T[] {
  return list.filter(() => random.once(odds));
}

function tokenOf(person: string): string {
  return `cybex_${person}`;
}

function person(id: string, organisation: string, writes: boolean): DirectoryChange[] {
  const roles = writes ? (['reader', 'contributor'] as const) : (['reader'] as const);
  return [
    { put: 'person', value: { id, kind: 'person', name: id, organisation, roles } },
    {
      put: 'credential',
      value: {
        id: `token-${id}`,
        principal: id,
        kind: 'token',
        secret: tokenSecret(tokenOf(id)),
        userName: '',
        scope: ['taxii', 'api'],
        created: 0,
        revoked: false,
        note: '',
      },
    },
  ];
}

function makeLow(
  organisations: readonly string[],
  communities: readonly Community[],
  clients: ReadonlyMap<string, readonly string[]>,
  random: Random,
): Low {
  if (random.once(5)) {
    const nobody = { token: '', person: 'anonymous', organisation: '', communities: [] };
    return { ...nobody, clientOf: [], writes: false };
  }
  const organisation = random.pick(organisations);
  return {
    token: tokenOf('low'),
    person: 'low',
    organisation,
    communities: communities.filter((row) => row.members.includes(organisation)).map((r) => r.id),
    clientOf: organisations.filter((id) => clients.get(id)?.includes(organisation)),
    writes: !random.once(3),
  };
}

function makeCollections(
  organisations: readonly string[],
  communities: readonly Community[],
  random: Random,
): Collection[] {
  const everyone = grant('anyone', '', true, false);
  const writers = grant('authenticated', '', false, true);
  const known = grant('authenticated', '', true, false);
  const mine = grant('organisation', organisations[0] ?? '', true, false);
  const circle = grant('community', communities[0]?.id ?? '', true, false);
  const grants: readonly (readonly Grant[])[] = [
    [everyone, writers],
    [known, writers],
    [circle, writers],
    // Anybody may write, one may read: a letter box.
    [mine, writers],
  ];
  return grants.map((each, number) => {
    const audience: Audience = {
      organisations: sample(organisations, 3, random),
      communities: sample(communities, 2, random).map(({ id }) => id),
      persons: [],
    };
    return {
      id: uuid(random),
      apiRoot: number === 2 ? 'beta' : 'alpha',
      ...(random.once(2) ? { alias: `shelf-${number}` } : {}),
      title: `collection ${number}`,
      description: '',
      floor: { tlp: random.pick(FLOORS), audience: random.once(4) ? audience : null },
      unmarked: random.pick(DEFAULTS),
      grants: each,
      sample: false,
    };
  });
}

function grant(
  subjectKind: Grant['subjectKind'],
  subject: string,
  read: boolean,
  write: boolean,
): Grant {
  return { subjectKind, subject, read, write };
}

/** Said again here, so that a mistake of the hub is not shared. */
export function mayRead(low: Low, { grants }: Collection): boolean {
  return grants.some(({ subjectKind, subject, read }) => {
    if (!read) return false;
    if (subjectKind === 'anyone') return true;
    if (low.organisation === '') return false;
    if (subjectKind === 'authenticated') return true;
    if (subjectKind === 'organisation') return subject === low.organisation;
    return subjectKind === 'community' && low.communities.includes(subject);
  });
}

/** The floor names an audience, and it is not of it. */
export function isOutside(low: Low, { floor }: Collection): boolean {
  const { audience } = floor;
  if (audience === null) return false;
  const named = audience.organisations.some(
    (id) => id === low.organisation || low.clientOf.includes(id),
  );
  return !named && !audience.communities.some((id) => low.communities.includes(id));
}

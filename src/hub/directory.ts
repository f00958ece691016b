/**
 * The directory (organisations, communities, persons, credentials, collections) in memory, exact
 * as of the present policy epoch: it is asked for on every request, so that a revocation made in
 * another process acts at once here too.
 */
import type { Principal } from '../core/principal.ts';
import type {
  AuditEntry,
  Collection,
  Credential,
  Directory,
  DirectoryChange,
  House,
  Person,
} from '../store/port.ts';

/** The person whom the local socket stands for. */
export const LOCAL_OPERATOR = 'local-operator';

export interface DirectoryIndex extends Directory {
  readonly collectionById: ReadonlyMap<string, Collection>;
  readonly credentialBySecret: ReadonlyMap<string, Credential>;
  readonly credentialsByUser: ReadonlyMap<string, readonly Credential[]>;
  readonly personById: ReadonlyMap<string, Person>;
}

export interface DirectoryOptions {
  /** The sample is for whoever tries this hub out on this machine, never for a real peer. */
  readonly sampleToAnyone: boolean;
}

export class DirectoryCache {
  readonly #house: House;
  readonly #options: DirectoryOptions;
  #index: DirectoryIndex | null = null;
  #loading: Promise<DirectoryIndex> | null = null;

  constructor(house: House, options: DirectoryOptions = { sampleToAnyone: true }) {
    this.#house = house;
    this.#options = options;
  }

  /** One cheap question to the store; the directory itself is read only when the epoch moved. */
  async current(): Promise<DirectoryIndex> {
    const epoch = await this.#house.operations.policyEpoch();
    if (this.#index?.policyEpoch === epoch) return this.#index;
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async change(changes: readonly DirectoryChange[], entry: AuditEntry): Promise<void> {
    await this.#house.operations.change(changes, entry);
  }

  async #load(): Promise<DirectoryIndex> {
    try {
      const directory = await this.#house.operations.directory();
      this.#index = indexed(this.#options.sampleToAnyone ? directory : sampleWithheld(directory));
      return this.#index;
    } finally {
      this.#loading = null;
    }
  }
}

function sampleWithheld(directory: Directory): Directory {
  const collections = directory.collections.map((collection) => {
    const grants = collection.grants.filter(({ subjectKind }) => subjectKind !== 'anyone');
    return collection.sample ? { ...collection, grants } : collection;
  });
  return { ...directory, collections };
}

/** With the maps that requests look things up in. */
export function indexed(directory: Directory): DirectoryIndex {
  const credentialsByUser = new Map<string, Credential[]>();
  for (const credential of directory.credentials) {
    if (credential.userName === '') continue;
    const name = canonicalUserName(credential.userName);
    const known = credentialsByUser.get(name);
    if (known) known.push(credential);
    else credentialsByUser.set(name, [credential]);
  }
  return {
    ...directory,
    collectionById: new Map(directory.collections.map((row) => [row.id, row])),
    credentialBySecret: new Map(directory.credentials.map((row) => [row.secret, row])),
    credentialsByUser,
    personById: new Map(directory.persons.map((row) => [row.id, row])),
  };
}

/** One spelling per name: a throttle that is keyed by another spelling is no throttle. */
export function canonicalUserName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/** The person as a principal, with the memberships of the directory in hand. */
export function principalOf(
  person: Person,
  directory: Directory,
  assurance: Principal['assurance'],
): Principal {
  const { organisation } = person;
  return {
    kind: person.kind,
    id: person.id,
    organisation,
    communities: directory.communities
      .filter(({ members }) => members.includes(organisation))
      .map(({ id }) => id),
    clients: directory.organisations
      .filter(({ clients }) => clients.includes(organisation))
      .map(({ id }) => id),
    roles: person.roles,
    assurance,
  };
}

/** The world's statements, the newest revision of each record, indexed by what they are about. */
import type { JsonObject } from '../../core/json/index.ts';
import { csafClaims } from './claims/csaf.ts';
import { cveClaims } from './claims/cve.ts';
import { nvdClaims } from './claims/nvd.ts';
import { osvClaim } from './claims/osv.ts';
import type { Inventory, Subject } from './inventory.ts';
import type { Claim } from './model.ts';
import { kindsOf, readStatements } from './read/document.ts';
import type { ReadRecord } from './statement.ts';
import { StatementStore, type Stored } from './store.ts';
import { coversRelease, type System, systemOfCpe } from './system.ts';

/** A record that was taken in. */
interface Held {
  readonly number: number;
  readonly revision: string;
  readonly withdrawn: boolean;
  readonly unanalysed: boolean;
}

export interface PutResult {
  /** `old`: a later revision is known; `same`: nothing of what it says has changed. */
  readonly change: 'added' | 'replaced' | 'withdrawn' | 'same' | 'old';
  /** Keys of what was said before and is said now. */
  readonly keys: readonly string[];
}

export class Statements {
  readonly #store = new StatementStore();
  readonly #held = new Map<string, Held>();
  readonly #keys = new Map<string, readonly string[]>();
  /** Releases of which at least one record speaks, by ecosystem; null is all. */
  readonly #covers = new Map<string, Set<string | null>>();
  readonly #replaced = new Map<string, readonly string[]>();
  /** Kinds of keys (the letter that each begins with) under which something is said. */
  readonly #kinds = new Set<string>();
  readonly #watched: boolean;
  #unanalysed = 0;

  /** `watched` remembers the keys of every record, so that a change tells whom it concerns. */
  constructor(watched = false) {
    this.#watched = watched;
  }

  static of(documents: readonly JsonObject[]): Statements {
    const statements = new Statements();
    for (const document of documents) statements.put(document);
    return statements;
  }

  /** Number of records, of statements, and of CVEs that NVD has not analysed. */
  get counts(): {
    readonly records: number;
    readonly statements: number;
    readonly unanalysed: number;
  } {
    return {
      records: this.#held.size,
      statements: this.#store.size,
      unanalysed: this.#unanalysed,
    };
  }

  /** Bytes of the statements and keys of their index. */
  get size(): { readonly bytes: number; readonly keys: number } {
    return { bytes: this.#store.bytes, keys: this.#store.keys };
  }

  /** Takes a document in; one of an unknown format, or older than what is known, changes nothing. */
  put(document: JsonObject): readonly PutResult[] {
    return readStatements(document).map((record) => this.#put(record));
  }

  /** True when a record with the identity (`osv:GHSA-…`, `csaf:NAMESPACE:ID`) is known. */
  has(identity: string): boolean {
    return this.#held.has(identity);
  }

  /** CSAF documents are known by their tracking id to the VEX statements of the same documents. */
  hasCsaf(id: string): boolean {
    return this.#csaf.has(id);
  }

  readonly #csaf = new Set<string>();

  /** Ids that stand for a CVE id that was rejected. */
  replacementsOf(id: string): readonly string[] {
    return this.#replaced.get(id) ?? [];
  }

  get rejected(): Iterable<string> {
    return this.#replaced.keys();
  }

  #put(record: ReadRecord): PutResult {
    const { identity, revision, head } = record;
    const known = this.#held.get(identity);
    if (known !== undefined && known.revision > revision) return { change: 'old', keys: [] };
    const before = this.#keys.get(identity) ?? [];
    if (known !== undefined) this.#forget(identity, known);
    const number = this.#store.add(record);
    this.#held.set(identity, {
      number,
      revision,
      withdrawn: record.withdrawn,
      unanalysed: record.unanalysed,
    });
    this.#learn(record);
    if (record.withdrawn && head.source === 'cve') this.#replaced.set(head.id, record.replacedBy);
    else if (head.source === 'cve') this.#replaced.delete(head.id);
    const keys = this.#watched ? record.statements.flatMap((each) => each.keys) : [];
    if (this.#watched) this.#keys.set(identity, keys);
    const change = record.withdrawn ? 'withdrawn' : known === undefined ? 'added' : 'replaced';
    return { change, keys: [...new Set([...before, ...keys])] };
  }

  #learn(record: ReadRecord): void {
    const { head, covers, unanalysed } = record;
    if (unanalysed) this.#unanalysed++;
    if (head.source.startsWith('csaf:')) this.#csaf.add(head.id);
    for (const { ecosystem, release } of covers) {
      const known = this.#covers.get(ecosystem);
      if (known === undefined) this.#covers.set(ecosystem, new Set([release]));
      else known.add(release);
    }
    for (const kind of kindsOf(record)) this.#kinds.add(kind);
  }

  #forget(_identity: string, { number, unanalysed }: Held): void {
    this.#store.remove(number);
    if (unanalysed) this.#unanalysed--;
  }

  /** Whether the data speak of packages of the ecosystem in the system's release. */
  speaksOf(ecosystem: string, system: System | null): boolean {
    const releases = this.#covers.get(ecosystem);
    if (releases === undefined) return false;
    for (const release of releases) {
      if (coversRelease(ecosystem, release, system) !== 'no') return true;
    }
    return false;
  }

  /** Whether the data speak of anything that has names of this kind: products by CPE, digests … */
  speaksOfNames(subject: Subject): boolean {
    return subject.keys.some((key) => !key.startsWith('p') && this.#kinds.has(key.charAt(0)));
  }

  /** Everything that is said of one component. */
  claimsOn(subject: Subject, inventory: Inventory): Claim[] {
    const claims = this.#packageClaims(subject);
    if (isPackagedSystem(subject, inventory)) return claims;
    const groups = new Map<number, Map<number, Stored>>();
    for (const key of subject.keys) {
      this.#store.each(key, (number, stored) => {
        const group = groups.get(stored.record);
        if (group === undefined) groups.set(stored.record, new Map([[number, stored]]));
        else group.set(number, stored);
      });
    }
    for (const [record, group] of inOrder(groups)) {
      claims.push(...this.#claimsOf(record, [...group.values()], subject, inventory));
    }
    return claims;
  }

  /** OSV: by the first name of the package that a record speaks of. */
  #packageClaims(subject: Subject): Claim[] {
    const claims: Claim[] = [];
    const decided = new Set<number>();
    for (const named of subject.packages) {
      const groups = new Map<number, Stored[]>();
      this.#store.each(named.key, (_, stored) => {
        if (decided.has(stored.record)) return;
        const group = groups.get(stored.record);
        if (group === undefined) groups.set(stored.record, [stored]);
        else group.push(stored);
      });
      for (const [record, group] of inOrder(groups)) {
        const claim = osvClaim(this.#store.headOf(record), group.reverse(), named, subject);
        if (claim === null) continue;
        decided.add(record);
        claims.push(claim);
      }
    }
    return claims;
  }

  #claimsOf(
    record: number,
    group: readonly Stored[],
    subject: Subject,
    inventory: Inventory,
  ): Claim[] {
    const head = this.#store.headOf(record);
    const of = (kind: Stored['kind']) => group.filter((stored) => stored.kind === kind).reverse();
    const [cve, nvd, csaf] = [of('cve'), of('nvd'), of('csaf')];
    return [
      ...(cve.length === 0 ? [] : cveClaims(head, cve, nameOf(subject), subject)),
      ...(nvd.length === 0 ? [] : nvdClaims(head, nvd, subject, inventory)),
      ...(csaf.length === 0 ? [] : csafClaims(head, csaf, subject, inventory)),
    ];
  }
}

/** In the order in which the records came. */
function inOrder<T>(groups: ReadonlyMap<number, T>): [number, T][] {
  return [...groups].sort(([a], [b]) => a - b);
}

/** Of a system that is made of packages, its packages are asked and not its name. */
function isPackagedSystem({ component, cpes }: Subject, inventory: Inventory): boolean {
  const named = cpes.some((name) => name.part === 'o' && systemOfCpe(name) !== null);
  return named || (component.type === 'operating-system' && inventory.packaged);
}

function nameOf({ identity, component, cpes, guessed }: Subject) {
  if (identity !== null && !identity.distribution && cpes.length === 0) {
    return { basis: 'purl', version: identity.version } as const;
  }
  // The version of a distribution's package is not that of upstream, which the CPE may have.
  const [stated, own] = [versionOfCpe(cpes[0]?.version), component.version];
  const version = (identity?.distribution === true ? stated : (own ?? stated)) ?? null;
  return { basis: guessed ? ('guess' as const) : ('cpe' as const), version };
}

function versionOfCpe(version: string | undefined): string | undefined {
  return version === undefined || version === '*' || version === '-'
    ? undefined
    : version.replace(/\\(.)/g, '$1');
}

/** The world's statements, the newest revision of each record, indexed by what they are about. */
import type { JsonObject } from '../../core/json/index.ts';
import { csafClaims } from './claims/csaf.ts';
import { cveClaims } from './claims/cve.ts';
import { nvdClaims } from './claims/nvd.ts';
import { osvClaim } from './claims/osv.ts';
import type { Inventory, Subject } from './inventory.ts';
import type { Claim } from './model.ts';
import { readStatements, tellsOf } from './read/document.ts';
import type { ReadRecord, RecordHead } from './statement.ts';
import { StatementStore, type Stored } from './store.ts';
import { coversRelease, type System, systemOfCpe } from './system.ts';

/** A record that was taken in. */
interface Held {
  readonly number: number;
  readonly revision: string;
  readonly unanalysed: boolean;
}

export interface PutResult {
  /** `old`: a later revision is known. */
  readonly change: 'added' | 'replaced' | 'withdrawn' | 'old';
  /** `osv:GHSA-…`, `cve:CVE-…`, `csaf:NAMESPACE:ID`: one for all revisions. */
  readonly identity: string;
  /** Numbers of the revision that went and of the one that came; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Keys of each statement of the revision that came. */
  readonly keys: readonly (readonly string[])[];
}

export class Statements {
  readonly #store = new StatementStore();
  readonly #held = new Map<string, Held>();
  /** How many records speak of each release, by ecosystem; null is all. */
  readonly #covers = new Map<string, Map<string | null, number>>();
  readonly #replaced = new Map<string, readonly string[]>();
  /** How many records say something under each kind of keys (the letter that they begin with). */
  readonly #kinds = new Map<string, number>();
  #unanalysed = 0;

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
    const { identity, revision, head, withdrawn, unanalysed } = record;
    const known = this.#held.get(identity);
    const before = known?.number ?? null;
    if (known !== undefined && known.revision > revision) {
      return { change: 'old', identity, before, after: before, keys: [] };
    }
    if (known !== undefined) this.#forget(known);
    const tells = tellsOf(record);
    const after = this.#store.add({ head: { ...head, tells }, statements: record.statements });
    this.#held.set(identity, { number: after, revision, unanalysed });
    this.#count(tells, 1);
    if (unanalysed) this.#unanalysed++;
    if (head.source.startsWith('csaf:')) this.#csaf.add(head.id);
    if (head.source === 'cve' && withdrawn) this.#replaced.set(head.id, record.replacedBy);
    else if (head.source === 'cve') this.#replaced.delete(head.id);
    const change = withdrawn ? 'withdrawn' : known === undefined ? 'added' : 'replaced';
    const keys = record.statements.map((each) => each.keys);
    return { change, identity, before, after, keys };
  }

  #forget({ number, unanalysed }: Held): void {
    this.#count(this.#store.headOf(number).tells ?? [], -1);
    this.#store.remove(number);
    if (unanalysed) this.#unanalysed--;
  }

  /** What records tell beside their statements; see `coverageOf`. */
  #count(tells: readonly string[], step: 1 | -1): void {
    for (const told of tells) {
      const colon = told.indexOf(':');
      if (colon < 0) add(this.#kinds, told, step);
      else {
        const ecosystem = told.slice(0, colon);
        const releases = this.#covers.get(ecosystem) ?? new Map<string | null, number>();
        this.#covers.set(ecosystem, releases);
        add(releases, colon === told.length - 1 ? null : told.slice(colon + 1), step);
      }
    }
  }

  /** Whether the data speak of packages of the ecosystem in the system's release. */
  speaksOf(ecosystem: string, system: System | null): boolean {
    const releases = this.#covers.get(ecosystem);
    if (releases === undefined) return false;
    for (const release of releases.keys()) {
      if (coversRelease(ecosystem, release, system) !== 'no') return true;
    }
    return false;
  }

  /** Whether the data speak of anything that has names of this kind: products by CPE, digests … */
  speaksOfNames(subject: Subject): boolean {
    return subject.keys.some((key) => !key.startsWith('p') && this.#kinds.has(key.charAt(0)));
  }

  /** Everything that is said of one component, in the order in which the records came. */
  claimsOn(subject: Subject, inventory: Inventory, explain = true): Claim[] {
    return [...this.claimsByRecord(subject, inventory, explain).values()].flat();
  }

  /** The same, by the numbers of the records. Without `explain` most of what is well is left out. */
  claimsByRecord(subject: Subject, inventory: Inventory, explain = true): Map<number, Claim[]> {
    const groups = new Map<number, Keyed[]>();
    const gather = (key: string) =>
      this.#store.each(key, (number, stored) => {
        const group = groups.get(stored.record);
        if (group === undefined) groups.set(stored.record, [{ key, number, stored }]);
        else group.push({ key, number, stored });
      });
    for (const { key } of subject.packages) gather(key);
    for (const key of subject.keys) gather(key);
    const found = new Map<number, Claim[]>();
    for (const record of [...groups.keys()].sort((a, b) => a - b)) {
      const group = (groups.get(record) as Keyed[]).sort((a, b) => a.number - b.number);
      const claims = claimsFrom(this.#store.headOf(record), group, { subject, inventory, explain });
      if (claims.length > 0) found.set(record, claims);
    }
    return found;
  }

  /** Statements of a record under their keys, as `put` gave these. */
  keyed(record: number, keys: PutResult['keys']): Keyed[] {
    const found: Keyed[] = [];
    let index = 0;
    this.#store.eachOf(record, (number, stored) => {
      for (const key of keys[index++] ?? []) found.push({ key, number, stored });
    });
    return found;
  }

  headOf(record: number): RecordHead {
    return this.#store.headOf(record);
  }
}

/** Counts; what nobody tells any more is gone. */
function add<K>(counts: Map<K, number>, key: K, step: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** A statement under one of its keys. */
export interface Keyed {
  readonly key: string;
  readonly number: number;
  readonly stored: Stored;
}

export interface AskedSubject {
  readonly subject: Subject;
  readonly inventory: Inventory;
  readonly explain: boolean;
}

/** What one record says of the component; the statements in their order. */
export function claimsFrom(
  head: RecordHead,
  group: readonly Keyed[],
  { subject, inventory, explain }: AskedSubject,
): Claim[] {
  const claims: Claim[] = [];
  // OSV: by the first name of the package that the record speaks of.
  for (const named of subject.packages) {
    const said = group.filter(({ key }) => key === named.key).map(({ stored }) => stored);
    const claim = said.length === 0 ? null : osvClaim(head, said, named, subject);
    if (claim === null) continue;
    claims.push(claim);
    break;
  }
  if (isPackagedSystem(subject, inventory)) return claims;
  const cve = storedOf(group, 'cve');
  const nvd = storedOf(group, 'nvd');
  const csaf = storedOf(group, 'csaf');
  if (cve.length > 0) claims.push(...cveClaims(head, cve, nameOf(subject), subject, explain));
  if (nvd.length > 0) claims.push(...nvdClaims(head, nvd, subject, inventory, explain));
  if (csaf.length > 0) claims.push(...csafClaims(head, csaf, subject, inventory));
  return claims;
}

/** Statements of one kind, each once; they stand in the order of their numbers. */
function storedOf(group: readonly Keyed[], kind: Stored['kind']): Stored[] {
  const found: Stored[] = [];
  for (const { stored } of group) {
    if (stored.kind === kind && found.at(-1) !== stored) found.push(stored);
  }
  return found;
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

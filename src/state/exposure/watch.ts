/**
 * Exposures of many assets, kept up with records that come, change and go. A record is held against
 * the components that it may speak of, and against no others; what is known of an asset then is what
 * a scan of it with all records would find.
 */
import type { JsonObject } from '../../core/json/index.ts';
import type { Sbom } from '../sbom/index.ts';
import { Engine, type ScanOptions, type ScanResult } from './engine.ts';
import { Inventory, type Subject } from './inventory.ts';
import type { Claim, ClaimStatus } from './model.ts';
import { claimsFrom, type Keyed, type PutResult, Statements } from './statements.ts';

/** What a record changed for one component of one asset. */
export interface ExposureChange {
  readonly asset: string;
  readonly ref: string;
  /** `osv:GHSA-…`: the record that is the cause, and what happened to it. */
  readonly cause: string;
  readonly change: PutResult['change'];
  /** Id of the vulnerability's record. */
  readonly record: string;
  /** Null: it said nothing before, or says nothing any more. */
  readonly before: ClaimStatus | null;
  readonly after: ClaimStatus | null;
}

interface Asset {
  readonly id: string;
  readonly sbom: Sbom;
  readonly inventory: Inventory;
  readonly claims: Map<Subject, Map<number, readonly Claim[]>>;
}

interface Place {
  readonly asset: Asset;
  readonly subject: Subject;
}

export class ExposureWatch {
  readonly #statements = new Statements();
  readonly #assets = new Map<string, Asset>();
  readonly #byKey = new Map<string, Set<Place>>();
  /** Where a record says something, by its number. */
  readonly #said = new Map<number, Set<Place>>();

  get statements(): Statements {
    return this.#statements;
  }

  /** Takes an asset in, or its new SBOM. */
  setAsset(id: string, sbom: Sbom, distro: string | null = null): void {
    this.removeAsset(id);
    const inventory = new Inventory(sbom.components, distro);
    const asset: Asset = { id, sbom, inventory, claims: new Map() };
    this.#assets.set(id, asset);
    for (const subject of inventory.subjects) {
      const place = { asset, subject };
      for (const key of keysOf(subject)) enter(this.#byKey, key, place);
      const claims = this.#statements.claimsByRecord(subject, inventory);
      asset.claims.set(subject, claims);
      for (const record of claims.keys()) enter(this.#said, record, place);
    }
  }

  removeAsset(id: string): void {
    const asset = this.#assets.get(id);
    if (asset === undefined) return;
    this.#assets.delete(id);
    for (const subject of asset.inventory.subjects) {
      for (const key of keysOf(subject)) leave(this.#byKey, key, asset);
      for (const record of asset.claims.get(subject)?.keys() ?? []) {
        leave(this.#said, record, asset);
      }
    }
  }

  /** Takes a record in; what it changes, and for whom. */
  put(document: JsonObject): ExposureChange[] {
    return this.#statements.put(document).flatMap((result) => this.#changed(result));
  }

  /** What a scan of the asset with all records finds; null for an asset that is not known. */
  result(id: string, options: ScanOptions): ScanResult | null {
    const asset = this.#assets.get(id);
    if (asset === undefined) return null;
    const engine = new Engine(asset.sbom, asset.inventory, this.#statements, options);
    for (const [subject, claims] of asset.claims) {
      const inOrder = [...claims].sort(([a], [b]) => a - b);
      engine.look(
        subject,
        inOrder.flatMap(([, each]) => each),
      );
    }
    return engine.result;
  }

  #changed(result: PutResult): ExposureChange[] {
    const { change, before, after, keys, identity } = result;
    if (change === 'old' || after === null) return [];
    const was = (before === null ? undefined : this.#said.get(before)) ?? new Set<Place>();
    const now = this.#tell(after, keys);
    if (before !== null) this.#said.delete(before);
    const changes: ExposureChange[] = [];
    for (const place of new Set([...was, ...now.keys()])) {
      const claims = place.asset.claims.get(place.subject);
      const old = before === null ? [] : (claims?.get(before) ?? []);
      const next = now.get(place) ?? [];
      if (before !== null) claims?.delete(before);
      if (next.length > 0) {
        claims?.set(after, next);
        enter(this.#said, after, place);
      }
      const [from, to] = [statusOf(old), statusOf(next)];
      // An unchanged revision is no new match.
      if (from === to) continue;
      const record = (next[0] ?? old[0])?.record ?? '';
      const { asset, subject } = place;
      const { ref } = subject.component;
      changes.push({
        asset: asset.id,
        ref,
        cause: identity,
        change,
        record,
        before: from,
        after: to,
      });
    }
    return changes;
  }

  /** The components of which the record speaks, with what it says. */
  #tell(record: number, keys: PutResult['keys']): Map<Place, Claim[]> {
    const head = this.#statements.headOf(record);
    const groups = new Map<Place, Keyed[]>();
    for (const keyed of this.#statements.keyed(record, keys)) {
      for (const place of this.#byKey.get(keyed.key) ?? []) {
        const group = groups.get(place);
        if (group === undefined) groups.set(place, [keyed]);
        else group.push(keyed);
      }
    }
    const said = new Map<Place, Claim[]>();
    for (const [place, group] of groups) {
      const claims = claimsFrom(head, group, {
        subject: place.subject,
        inventory: place.asset.inventory,
        explain: true,
      });
      if (claims.length > 0) said.set(place, claims);
    }
    return said;
  }
}

function keysOf({ packages, keys }: Subject): Set<string> {
  return new Set([...packages.map(({ key }) => key), ...keys]);
}

/** The most serious of what one record says. */
function statusOf(claims: readonly Claim[]): ClaimStatus | null {
  const rank = ['affected', 'under_investigation', 'undecidable', 'fixed', 'not_affected'] as const;
  return rank.find((status) => claims.some((claim) => claim.status === status)) ?? null;
}

function enter<K>(index: Map<K, Set<Place>>, key: K, place: Place): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, new Set([place]));
  else places.add(place);
}

function leave<K>(index: Map<K, Set<Place>>, key: K, asset: Asset): void {
  const places = index.get(key);
  if (places === undefined) return;
  for (const place of places) if (place.asset === asset) places.delete(place);
  if (places.size === 0) index.delete(key);
}

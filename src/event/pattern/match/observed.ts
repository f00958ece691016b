/**
 * What is matched: observed data with the objects that it refers to (STIX 2.1 §4.14), or holds
 * (STIX 2.0 part 2 §2.8). Read once, matched with many patterns.
 */
import { compareTimestamps, timestampFault } from '../../../core/timestamp.ts';
import { MatchIssues } from './issues.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object where a path may start. */
export interface Root {
  /** Its id; in STIX 2.0 its key in `objects`. */
  readonly name: string;
  readonly type: string;
  readonly object: JsonObject;
}

/** One observed-data object. */
export interface ObservedItem {
  /** Index in the list that was given. */
  readonly index: number;
  readonly id: string | undefined;
  /** Times that it was observed: a multiplicity; `counted` is false where it is not known. */
  readonly count: number;
  readonly counted: boolean;
  /** First and last instant, as written; `timed` is false where they are not known. */
  readonly first: string;
  readonly last: string;
  readonly timed: boolean;
  readonly roots: readonly Root[];
  /** The object that a reference of this observation names. */
  readonly find: (reference: string) => JsonObject | undefined;
}

/** Observations ready to be matched. */
export interface ObservedSet {
  readonly items: readonly ObservedItem[];
  /** Something could not be read: a pattern that matches nothing may have matched that. */
  readonly incomplete: boolean;
  readonly findings: MatchIssues;
}

/** Objects of a delivery by their ids. */
type Pool = Map<string, JsonObject>;

interface Found {
  readonly index: number;
  readonly path: string;
  readonly data: JsonObject;
  readonly pool: Pool;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads observed-data objects, bundles of them, and loose objects that they refer to. */
export function readObserved(observed: readonly unknown[]): ObservedSet {
  const reader = new ObservedReader();
  observed.forEach((entry, index) => {
    reader.entry(entry, index);
  });
  return reader.finish();
}

/** Each observation by itself, its findings left to the whole. */
export function observationsApart(set: ObservedSet): ObservedSet[] {
  return set.items.map((item) => ({
    items: [item],
    incomplete: false,
    findings: new MatchIssues(),
  }));
}

class ObservedReader {
  readonly #findings = new MatchIssues();
  readonly #found: Found[] = [];
  /** Every object of every delivery: a bundle is only transport (STIX 2.1 §8). */
  readonly #all: Pool = new Map();
  readonly #items: ObservedItem[] = [];
  #incomplete = false;

  entry(entry: unknown, index: number): void {
    const path = `/${index}`;
    if (!isObject(entry)) {
      this.#refuse(path, 'This is no object.');
    } else if (entry.type === 'bundle') {
      this.#bundle(entry, index, path);
    } else this.#object(entry, index, path, this.#all);
  }

  finish(): ObservedSet {
    for (const found of this.#latest()) this.#observation(found);
    if (this.#items.length === 0 && !this.#incomplete) {
      this.#findings.add('observed-none', 'info', 'No observed-data was given.');
    }
    return { items: this.#items, incomplete: this.#incomplete, findings: this.#findings };
  }

  #refuse(path: string, message: string): void {
    this.#incomplete = true;
    this.#findings.add('observed-form', 'error', message, path);
  }

  #bundle(bundle: JsonObject, index: number, path: string): void {
    const { objects } = bundle;
    if (!Array.isArray(objects)) {
      this.#refuse(path, 'The bundle has no list of objects.');
      return;
    }
    const pool: Pool = new Map();
    objects.forEach((object: unknown, i) => {
      const place = `${path}/objects/${i}`;
      if (isObject(object)) this.#object(object, index, place, pool);
      else this.#refuse(place, 'This is no object.');
    });
  }

  #object(object: JsonObject, index: number, path: string, pool: Pool): void {
    if (object.type === 'observed-data') this.#found.push({ index, path, data: object, pool });
    const { id } = object;
    if (typeof id !== 'string') return;
    if (!pool.has(id)) pool.set(id, object);
    if (pool !== this.#all && !this.#all.has(id)) this.#all.set(id, object);
  }

  /** STIX 2.1 §3.6: versions of one id are one observation, which counts once. */
  #latest(): Iterable<Found> {
    const latest = new Map<string, Found>();
    const anonymous: Found[] = [];
    for (const found of this.#found) {
      const { id } = found.data;
      if (typeof id !== 'string') {
        anonymous.push(found);
        continue;
      }
      const other = latest.get(id);
      if (other !== undefined) {
        this.#findings.add('observed-version', 'info', `${id} was delivered twice.`, found.path);
        if (!isLater(found.data, other.data)) continue;
      }
      latest.set(id, found);
    }
    return [...latest.values(), ...anonymous].sort((a, b) => a.index - b.index);
  }

  #observation({ index, path, data, pool }: Found): void {
    if (data.revoked === true) {
      this.#findings.add('observed-revoked', 'info', 'The observation is revoked.', path);
      return;
    }
    const held = isObject(data.objects) ? data.objects : undefined;
    const referred = Array.isArray(data.object_refs) ? data.object_refs : undefined;
    if (held === undefined && referred === undefined) {
      this.#refuse(path, 'The observation has neither object_refs nor objects.');
      return;
    }
    const find =
      referred === undefined
        ? (key: string) => ownObject(held, key)
        : (id: string) => pool.get(id) ?? this.#all.get(id) ?? ownObject(held, id);
    const roots =
      referred === undefined
        ? rootsHeld(held as JsonObject)
        : this.#rootsReferred(referred, find, path);
    const counted = isCount(data.number_observed);
    if (!counted) {
      const message = 'number_observed is no number of observations.';
      this.#findings.add('observed-count', 'error', message, `${path}/number_observed`);
    }
    const timed = this.#checkTimes(data, path);
    this.#items.push({
      index,
      id: typeof data.id === 'string' ? data.id : undefined,
      count: counted ? (data.number_observed as number) : 1,
      counted,
      first: timed ? (data.first_observed as string) : '',
      last: timed ? (data.last_observed as string) : '',
      timed,
      roots,
      find,
    });
  }

  /** STIX 2.1 §4.14: the objects of the observation are those of object_refs, and no others. */
  #rootsReferred(refs: readonly unknown[], find: ObservedItem['find'], path: string): Root[] {
    const roots: Root[] = [];
    for (const [i, ref] of refs.entries()) {
      const object = typeof ref === 'string' ? find(ref) : undefined;
      if (object === undefined) {
        const place = `${path}/object_refs/${i}`;
        this.#findings.add('observed-reference', 'warning', 'Nothing has this id.', place);
      } else if (typeof object.type === 'string') {
        roots.push({ name: ref as string, type: object.type, object });
      }
    }
    return roots;
  }

  #checkTimes(data: JsonObject, path: string): boolean {
    const first = data.first_observed;
    const last = data.last_observed;
    const known =
      typeof first === 'string' &&
      typeof last === 'string' &&
      (first === last || compareTimestamps(first, last) <= 0) &&
      timestampFault(first) === null &&
      (first === last || timestampFault(last) === null);
    if (!known) {
      const message = 'first_observed and last_observed are no interval of time.';
      this.#findings.add('observed-time', 'error', message, path);
    }
    return known;
  }
}

function isLater(a: JsonObject, b: JsonObject): boolean {
  const left = typeof a.modified === 'string' ? a.modified : '';
  const right = typeof b.modified === 'string' ? b.modified : '';
  return compareTimestamps(left, right) > 0;
}

/** STIX 2.0 part 2 §2.8: every object of the dictionary belongs to the observation. */
function rootsHeld(objects: JsonObject): Root[] {
  const roots: Root[] = [];
  for (const [name, object] of Object.entries(objects)) {
    if (isObject(object) && typeof object.type === 'string') {
      roots.push({ name, type: object.type, object });
    }
  }
  return roots;
}

function ownObject(objects: JsonObject | undefined, key: string): JsonObject | undefined {
  if (objects === undefined || !Object.hasOwn(objects, key)) return undefined;
  const object = objects[key];
  return isObject(object) ? object : undefined;
}

/** STIX 2.1 §4.14: an integer from 1 to 999,999,999. */
function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 999_999_999;
}

/**
 * What is matched: observed data with the objects that it refers to (STIX 2.1 §4.14), or holds
 * (STIX 2.0 part 2 §2.8). Read once, matched with many patterns.
 */
import { compareTimestamps, timestampFault } from '../../../core/timestamp.ts';
import { MatchIssues } from './issues.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

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
  /** The objects where a path may start. */
  readonly roots: readonly JsonObject[];
  /** The object that a reference of this observation names. */
  find(reference: string): JsonObject | undefined;
  /** What an object is called: its id; in STIX 2.0 its key in `objects`. */
  nameOf(root: JsonObject): string;
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

/** An observation as it was read; its objects may still be to come. */
class Item implements ObservedItem {
  readonly index: number;
  /** Place in a bundle; negative outside of one. */
  readonly at: number;
  readonly data: JsonObject;
  readonly id: string | undefined;
  readonly count: number;
  readonly counted: boolean;
  readonly first: string;
  readonly last: string;
  readonly timed: boolean;
  /** STIX 2.0: the objects that it holds; STIX 2.1: the ids of others. */
  readonly held: JsonObject | undefined;
  readonly refs: readonly unknown[] | undefined;
  roots: readonly JsonObject[] = [];
  /** Objects of its own delivery, and of all. */
  readonly pool: Pool;
  readonly all: Pool;

  constructor(data: JsonObject, index: number, at: number, pool: Pool, all: Pool) {
    this.index = index;
    this.at = at;
    this.data = data;
    this.id = typeof data.id === 'string' ? data.id : undefined;
    this.counted = isCount(data.number_observed);
    this.count = this.counted ? (data.number_observed as number) : 1;
    this.timed = isInterval(data.first_observed, data.last_observed);
    this.first = this.timed ? (data.first_observed as string) : '';
    this.last = this.timed ? (data.last_observed as string) : '';
    this.refs = Array.isArray(data.object_refs) ? data.object_refs : undefined;
    this.held = isObject(data.objects) ? data.objects : undefined;
    this.pool = pool;
    this.all = all;
  }

  find(reference: string): JsonObject | undefined {
    if (this.refs === undefined) return ownObject(this.held, reference);
    const found = this.pool.get(reference) ?? this.all.get(reference);
    return found ?? ownObject(this.held, reference);
  }

  nameOf(root: JsonObject): string {
    if (this.refs !== undefined) return typeof root.id === 'string' ? root.id : '';
    const named = Object.entries(this.held ?? {}).find(([, object]) => object === root);
    return named?.[0] ?? '';
  }
}

/** JSON pointer of a place; made for findings only, of which there are few. */
function pathOf({ index, at }: { readonly index: number; readonly at: number }): string {
  return at < 0 ? `/${index}` : `/${index}/objects/${at}`;
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
  /** In the order in which they came; of several versions the latest, in the place of the first. */
  readonly #read: Item[] = [];
  readonly #places = new Map<string, number>();
  /** Every object of every delivery: a bundle is only transport (STIX 2.1 §8). */
  readonly #all: Pool = new Map();
  #incomplete = false;

  entry(entry: unknown, index: number): void {
    if (!isObject(entry)) this.#refuse(`/${index}`, 'This is no object.');
    else if (entry.type === 'bundle') this.#bundle(entry, index);
    else this.#object(entry, index, -1, this.#all);
  }

  finish(): ObservedSet {
    const items = this.#read.filter((item) => this.#complete(item));
    if (items.length === 0 && !this.#incomplete) {
      this.#findings.add('observed-none', 'info', 'No observed-data was given.');
    }
    return { items, incomplete: this.#incomplete, findings: this.#findings };
  }

  #refuse(path: string, message: string): void {
    this.#incomplete = true;
    this.#findings.add('observed-form', 'error', message, path);
  }

  #bundle(bundle: JsonObject, index: number): void {
    const { objects } = bundle;
    if (!Array.isArray(objects)) {
      this.#refuse(`/${index}`, 'The bundle has no list of objects.');
      return;
    }
    const pool: Pool = new Map();
    objects.forEach((object: unknown, at) => {
      if (isObject(object)) this.#object(object, index, at, pool);
      else this.#refuse(pathOf({ index, at }), 'This is no object.');
    });
  }

  #object(object: JsonObject, index: number, at: number, pool: Pool): void {
    if (object.type === 'observed-data') {
      this.#observation(new Item(object, index, at, pool, this.#all));
      return;
    }
    const { id } = object;
    if (typeof id !== 'string') return;
    if (!pool.has(id)) pool.set(id, object);
    if (pool !== this.#all && !this.#all.has(id)) this.#all.set(id, object);
  }

  /** STIX 2.1 §3.6: versions of one id are one observation, which counts once. */
  #observation(item: Item): void {
    const place = item.id === undefined ? undefined : this.#places.get(item.id);
    if (place === undefined) {
      if (item.id !== undefined) this.#places.set(item.id, this.#read.length);
      this.#read.push(item);
      return;
    }
    this.#findings.add('observed-version', 'info', `${item.id} was delivered twice.`, pathOf(item));
    if (isLater(item.data, (this.#read[place] as Item).data)) this.#read[place] = item;
  }

  /** Finds the objects of an observation; false where it is not matched. */
  #complete(item: Item): boolean {
    if (item.data.revoked === true) {
      const message = 'The observation is revoked.';
      this.#findings.add('observed-revoked', 'info', message, pathOf(item));
      return false;
    }
    if (item.refs !== undefined) item.roots = this.#rootsReferred(item.refs, item);
    else if (item.held !== undefined) item.roots = rootsHeld(item.held);
    else {
      this.#refuse(pathOf(item), 'The observation has neither object_refs nor objects.');
      return false;
    }
    if (!item.counted) {
      const message = 'number_observed is no number of observations.';
      this.#findings.add('observed-count', 'error', message, `${pathOf(item)}/number_observed`);
    }
    if (!item.timed) {
      const message = 'first_observed and last_observed are no interval of time.';
      this.#findings.add('observed-time', 'error', message, pathOf(item));
    }
    return true;
  }

  /** STIX 2.1 §4.14: the objects of the observation are those of object_refs, and no others. */
  #rootsReferred(refs: readonly unknown[], item: Item): JsonObject[] {
    const roots: JsonObject[] = [];
    for (const [i, ref] of refs.entries()) {
      const object = typeof ref === 'string' ? item.find(ref) : undefined;
      if (object === undefined) {
        const place = `${pathOf(item)}/object_refs/${i}`;
        this.#findings.add('observed-reference', 'warning', 'Nothing has this id.', place);
      } else if (typeof object.type === 'string') roots.push(object);
    }
    return roots;
  }
}

/** The first is not after the last, and both are timestamps. */
function isInterval(first: unknown, last: unknown): boolean {
  if (typeof first !== 'string' || typeof last !== 'string') return false;
  if (timestampFault(first) !== null) return false;
  if (first === last) return true;
  return timestampFault(last) === null && compareTimestamps(first, last) <= 0;
}

function isLater(a: JsonObject, b: JsonObject): boolean {
  const left = typeof a.modified === 'string' ? a.modified : '';
  const right = typeof b.modified === 'string' ? b.modified : '';
  return compareTimestamps(left, right) > 0;
}

/** STIX 2.0 part 2 §2.8: every object of the dictionary belongs to the observation. */
function rootsHeld(objects: JsonObject): JsonObject[] {
  const roots: JsonObject[] = [];
  for (const name in objects) {
    const object = Object.hasOwn(objects, name) ? objects[name] : undefined;
    if (isObject(object) && typeof object.type === 'string') roots.push(object);
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

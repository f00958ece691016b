/** What the checks work on: the server found, the collection under test, what is known to be in it. */
import { readTimestamp } from '../client/timestamp.ts';
import { below, withParameters } from '../client/url.ts';
import type { ClauseId } from './clauses.ts';
import { type Ask, type Exchange, listOf, type Probe } from './probe.ts';
import type { AnswerRules } from './rules.ts';
import type { Samples, TestObject } from './samples.ts';
import type { Verdict } from './verdict.ts';

/** One version of one object in the collection under test. */
export interface KnownVersion {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  /** date_added as the manifest says; empty when it could not be found out. */
  readonly added: string;
}

/** The part of a collection that the checks look at. */
export interface World {
  /** Ascending by date added. */
  readonly known: readonly KnownVersion[];
  /** added_after that leaves away what is older than the known; undefined: nothing is older. */
  readonly after: string | undefined;
  /** Ids of our own test objects; undefined when the collection's own content is looked at. */
  readonly ours: ReadonlySet<string> | undefined;
}

/** One POST of test objects and what became of it. */
export interface Posted {
  readonly objects: readonly TestObject[];
  readonly answer: Exchange;
  /** The status when it was complete, or when it was last asked for; absent without a status. */
  readonly final?: Exchange;
}

export interface Target {
  readonly id: string;
  readonly url: URL;
  readonly info: Readonly<Record<string, unknown>>;
}

export interface Bench {
  readonly probe: Probe;
  readonly rules: AnswerRules;
  readonly discovery: Exchange;
  readonly root: Exchange;
  readonly collections: Exchange;
  /** The collection that is looked at: the one written to, where there is one. */
  readonly target: Target;
  /** False when there is none: rows that need one are not looked at. */
  readonly hasTarget: boolean;
  readonly writes: boolean;
  readonly samples: Samples;
  readonly posted: readonly Posted[];
  /** Ids of everything that was posted, to be taken away at the end. */
  readonly created: Set<string>;
  readonly statusTimeoutMs: number;
  /** Found out at the first use: after the checks on adding, which may move what was added. */
  readonly world: () => Promise<World>;
  /** Answers that several checks rest on. */
  readonly memo: Map<string, Promise<unknown>>;
}

export type Check = (bench: Bench) => Promise<Verdict>;
export type Checks<Prefix extends string> = Readonly<
  Record<Extract<ClauseId, `${Prefix}.${string}`>, Check>
>;

export type Parameters = readonly (readonly [name: string, value: string])[];

/** GET, or what `how` says, below the collection under test. */
export function ask(
  bench: Bench,
  path: readonly string[],
  parameters: Parameters = [],
  how: Ask = {},
): Promise<Exchange> {
  return bench.probe.send(withParameters(below(bench.target.url, ...path), parameters), how);
}

/** Runs once what several checks need. */
export function once<T>(bench: Bench, key: string, make: () => Promise<T>): Promise<T> {
  const before = bench.memo.get(key);
  if (before !== undefined) return before as Promise<T>;
  const made = make();
  bench.memo.set(key, made);
  return made;
}

/** added_after of the part that is looked at. */
export function since(world: World): Parameters {
  return world.after === undefined ? [] : [['added_after', world.after]];
}

/** Objects or manifest records of an answer that belong to what is looked at. */
export function ownRows(world: World, exchange: Exchange): readonly Record<string, unknown>[] {
  const rows = listOf(exchange, 'objects');
  const { ours } = world;
  return ours === undefined ? rows : rows.filter((row) => ours.has(String(row.id)));
}

/** Cyber observables state no version: theirs is the server's own (§3.4.1). */
const OBSERVABLES = new Set(
  `artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr
  mac-addr mutex network-traffic process software url user-account windows-registry-key
  x509-certificate`.split(/\s+/),
);

export function isUnversioned(type: string): boolean {
  return OBSERVABLES.has(type);
}

/** Identity of an object's version. */
export function objectKey(object: Readonly<Record<string, unknown>>): string {
  return keyOfVersion(String(object.id), statedVersion(object));
}

/** Identity of a known version or a manifest record, comparable with objectKey. */
export function recordKey(record: Readonly<Record<string, unknown>> | KnownVersion): string {
  const id = String(record.id);
  return keyOfVersion(id, isUnversioned(typeOf(id)) ? '' : String(record.version));
}

/** Times compare as instants, however they are written. */
export function keyOfVersion(id: string, version: string): string {
  const read = readTimestamp(version);
  return `${id} ${read === null ? version : read.micros}`;
}

/** The version that an object states (§3.4.1); empty when it states none. */
export function statedVersion(object: Readonly<Record<string, unknown>>): string {
  const version = object.modified ?? object.created;
  return typeof version === 'string' ? version : '';
}

export function typeOf(id: string): string {
  const separator = id.indexOf('--');
  return separator < 0 ? '' : id.slice(0, separator);
}

export function instantOf(timestamp: string): number {
  return readTimestamp(timestamp)?.micros ?? Number.NEGATIVE_INFINITY;
}

/** The known versions of each object. */
export function byId(known: readonly KnownVersion[]): ReadonlyMap<string, readonly KnownVersion[]> {
  const groups = new Map<string, KnownVersion[]>();
  for (const one of known) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  return groups;
}

/** The earliest or the latest version of each object. */
export function extremes(known: readonly KnownVersion[], which: 'first' | 'last'): KnownVersion[] {
  return [...byId(known).values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => instantOf(a.version) - instantOf(b.version));
    return sorted.slice(...(which === 'first' ? [0, 1] : [-1]));
  });
}

/** Says what is missing, too much or twice; null when both are the same. */
export function difference(expected: readonly string[], given: readonly string[]): string | null {
  const wanted = new Set(expected);
  const got = new Set(given);
  const missing = [...wanted].filter((key) => !got.has(key));
  const extra = [...got].filter((key) => !wanted.has(key));
  const twice = given.filter((key, index) => given.indexOf(key) !== index);
  const parts = [
    missing.length > 0 ? `${missing.length} missing (${missing[0]})` : '',
    extra.length > 0 ? `${extra.length} that do not belong there (${extra[0]})` : '',
    twice.length > 0 ? `${twice.length} given twice (${twice[0]})` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

/**
 * The resources of TAXII 2.1 §4 and §5 as a client reads them: what is required must be there,
 * what is optional is taken when it has the right type, what is unknown is ignored (§7.1.1).
 */
import { type Answer, readJson, unexpected } from './answer.ts';

/** §4.1.1, API roots resolved to absolute URLs. */
export interface Discovery {
  readonly title: string;
  readonly description?: string;
  readonly contact?: string;
  readonly default?: string;
  readonly apiRoots: readonly string[];
}

/** §4.2.1. */
export interface ApiRoot {
  readonly url: string;
  readonly title: string;
  readonly description?: string;
  readonly versions: readonly string[];
  /** Largest request body in bytes. */
  readonly maxContentLength: number;
}

/** §5.2.1. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly alias?: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly mediaTypes: readonly string[];
}

/** §4.3.1, type status-details. */
export interface StatusItem {
  readonly id: string;
  readonly version: string;
  readonly message?: string;
}

/** §4.3.1. */
export interface Status {
  readonly id: string;
  readonly status: 'complete' | 'pending';
  readonly requestTimestamp?: string;
  readonly total: number;
  readonly success: number;
  readonly failure: number;
  readonly pending: number;
  readonly successes: readonly StatusItem[];
  readonly failures: readonly StatusItem[];
  readonly pendings: readonly StatusItem[];
}

/** §5.3.1, type manifest-record. */
export interface ManifestRecord {
  readonly id: string;
  readonly dateAdded: string;
  readonly version: string;
  readonly mediaType?: string;
}

type Members = Record<string, unknown>;

export function readDiscovery(answer: Answer, resolve: (root: string) => string): Discovery {
  const members = readJson(answer);
  const byDefault = text(members, 'default');
  return {
    title: required(answer, members, 'title'),
    ...optional('description', text(members, 'description')),
    ...optional('contact', text(members, 'contact')),
    ...optional('default', byDefault === undefined ? undefined : resolve(byDefault)),
    apiRoots: texts(members.api_roots).map(resolve),
  };
}

export function readApiRoot(answer: Answer, url: string): ApiRoot {
  const members = readJson(answer);
  return {
    url,
    title: required(answer, members, 'title'),
    ...optional('description', text(members, 'description')),
    versions: texts(members.versions),
    maxContentLength: count(answer, members, 'max_content_length'),
  };
}

export function readCollections(answer: Answer): readonly Collection[] {
  return list(readJson(answer).collections).map((members) => toCollection(answer, members));
}

export function readCollection(answer: Answer): Collection {
  return toCollection(answer, readJson(answer));
}

function toCollection(answer: Answer, members: Members): Collection {
  const mediaTypes = texts(members.media_types);
  return {
    id: required(answer, members, 'id'),
    title: required(answer, members, 'title'),
    ...optional('description', text(members, 'description')),
    ...optional('alias', text(members, 'alias')),
    canRead: members.can_read === true,
    canWrite: members.can_write === true,
    // §5.2.1: absence is equivalent to this single value.
    mediaTypes: mediaTypes.length > 0 ? mediaTypes : ['application/stix+json'],
  };
}

export function readStatus(answer: Answer): Status {
  const members = readJson(answer);
  const status = required(answer, members, 'status');
  if (status !== 'complete' && status !== 'pending') {
    throw unexpected(answer, `status is "${status}", neither complete nor pending (§4.3.1)`);
  }
  return {
    id: required(answer, members, 'id'),
    status,
    ...optional('requestTimestamp', text(members, 'request_timestamp')),
    total: count(answer, members, 'total_count'),
    success: count(answer, members, 'success_count'),
    failure: count(answer, members, 'failure_count'),
    pending: count(answer, members, 'pending_count'),
    successes: list(members.successes).map(toStatusItem),
    failures: list(members.failures).map(toStatusItem),
    pendings: list(members.pendings).map(toStatusItem),
  };
}

function toStatusItem(members: Members): StatusItem {
  return {
    id: text(members, 'id') ?? '',
    version: text(members, 'version') ?? '',
    ...optional('message', text(members, 'message')),
  };
}

export function readManifestRecords(members: Members): readonly ManifestRecord[] {
  return list(members.objects).map((record) => ({
    id: text(record, 'id') ?? '',
    dateAdded: text(record, 'date_added') ?? '',
    version: text(record, 'version') ?? '',
    ...optional('mediaType', text(record, 'media_type')),
  }));
}

export function readVersions(members: Members): readonly string[] {
  return texts(members.versions);
}

function required(answer: Answer, members: Members, name: string): string {
  const value = text(members, name);
  if (value === undefined) throw unexpected(answer, `the member "${name}" is missing`);
  return value;
}

function count(answer: Answer, members: Members, name: string): number {
  const value = members[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw unexpected(answer, `the member "${name}" is not a count`);
  }
  return value;
}

function text(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function list(value: unknown): readonly Members[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]?: string });
}

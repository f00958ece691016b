/** Deterministic ids of observables (STIX 2.1 §2.9, §3.4 and `ID Contributing Properties`). */
import type { Parsed } from '../../core/issue.ts';
import { canonicalize } from '../../core/json/index.ts';
import { uuidV5 } from '../../core/uuid.ts';
import { isMap, type StixMap, shown, textOf } from './findings.ts';
import { STIX_ISSUES, type StixIssue, type StixIssueCode } from './issues.ts';

/** Namespace of the UUIDv5 of observables. */
export const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** ID contributing properties of each observable; a process has none and takes a UUIDv4. */
export const CONTRIBUTING_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['artifact', ['hashes', 'payload_bin']],
  ['autonomous-system', ['number']],
  ['directory', ['path']],
  ['domain-name', ['value']],
  ['email-addr', ['value']],
  ['email-message', ['from_ref', 'subject', 'body']],
  ['file', ['hashes', 'name', 'extensions', 'parent_directory_ref']],
  ['ipv4-addr', ['value']],
  ['ipv6-addr', ['value']],
  ['mac-addr', ['value']],
  ['mutex', ['name']],
  [
    'network-traffic',
    ['start', 'end', 'src_ref', 'dst_ref', 'src_port', 'dst_port', 'protocols', 'extensions'],
  ],
  ['process', []],
  ['software', ['name', 'cpe', 'swid', 'vendor', 'version']],
  ['url', ['value']],
  ['user-account', ['account_type', 'user_id', 'account_login']],
  ['windows-registry-key', ['key', 'values']],
  ['x509-certificate', ['hashes', 'serial_number']],
]);

/** Order in which one hash is chosen; without any of them the first by name (code units). */
const HASH_PREFERENCE = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

/** True when the object has at least one of the contributing properties of its type. */
export function contributes(object: StixMap): boolean {
  const names = CONTRIBUTING_PROPERTIES.get(textOf(object, 'type') ?? '');
  return names?.some((name) => Object.hasOwn(object, name)) ?? false;
}

/**
 * The deterministic id of an observable: `type--` and the UUIDv5 of the RFC 8785 form of its
 * contributing properties. Not ok for other types, and where none of the properties is there (a
 * UUIDv4 is then to be generated).
 */
export function stixId(value: unknown): Parsed<string, StixIssueCode> {
  if (!isMap(value)) return refuse('stix-not-object', '');
  const type = textOf(value, 'type');
  const names = CONTRIBUTING_PROPERTIES.get(type ?? '');
  if (names === undefined) {
    return refuse('stix-type', `${shown(type)} is no observable of STIX 2.1`);
  }
  const contributing: Record<string, unknown> = {};
  for (const name of names) {
    if (Object.hasOwn(value, name)) contributing[name] = contribution(name, value[name]);
  }
  if (Object.keys(contributing).length === 0) return refuse('stix-identifier-random', '');
  const canonical = canonicalize(contributing as Parameters<typeof canonicalize>[0]);
  if (!canonical.ok) return refuse('stix-value-type', canonical.issues[0]?.message ?? '');
  const id = `${type}--${uuidV5(OBSERVABLE_NAMESPACE, canonical.value)}`;
  return { ok: true, value: id, issues: [] };
}

/** Of several hashes only one contributes. */
function contribution(name: string, value: unknown): unknown {
  if (name !== 'hashes' || !isMap(value)) return value;
  const names = Object.keys(value);
  const chosen = HASH_PREFERENCE.find((hash) => names.includes(hash)) ?? names.sort()[0];
  return chosen === undefined ? value : { [chosen]: value[chosen] };
}

function refuse(code: StixIssueCode, detail: string): Parsed<string, StixIssueCode> {
  const { clause, meaning } = STIX_ISSUES[code];
  const message = detail === '' ? meaning : `${detail}: ${meaning}`;
  const issue: StixIssue = { code, severity: 'error', clause, path: '', message };
  return { ok: false, issues: [issue] };
}

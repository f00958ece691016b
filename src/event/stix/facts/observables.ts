/** Observables of an object: path classes of STIX patterning with values in normal form. */
import type { Observable } from '../../../core/record.ts';
import { isMap, type StixMap, textOf } from '../findings.ts';
import { normalAddress, normalDomain, normalLower, normalMailbox, normalUrl } from './normal.ts';

type Normal = (value: string) => string;
type Identifying = readonly (readonly [property: string, normal: Normal])[];

const asWritten: Normal = (value) => value;

/** Single-valued properties that identify what was observed, by type. */
const IDENTIFYING: ReadonlyMap<string, Identifying> = new Map<string, Identifying>([
  ['artifact', [['url', normalUrl]]],
  ['autonomous-system', [['number', asWritten]]],
  ['directory', [['path', asWritten]]],
  ['domain-name', [['value', normalDomain]]],
  ['email-addr', [['value', normalMailbox]]],
  [
    'email-message',
    [
      ['message_id', asWritten],
      ['subject', asWritten],
    ],
  ],
  ['file', [['name', asWritten]]],
  ['ipv4-addr', [['value', normalAddress]]],
  ['ipv6-addr', [['value', normalAddress]]],
  ['mac-addr', [['value', normalLower]]],
  ['mutex', [['name', asWritten]]],
  ['process', [['command_line', asWritten]]],
  [
    'software',
    [
      ['cpe', normalLower],
      ['name', asWritten],
    ],
  ],
  ['url', [['value', normalUrl]]],
  [
    'user-account',
    [
      ['account_login', asWritten],
      ['user_id', asWritten],
    ],
  ],
  ['windows-registry-key', [['key', normalLower]]],
  [
    'x509-certificate',
    [
      ['serial_number', normalLower],
      ['subject', asWritten],
    ],
  ],
]);

/** Adds the observables of one observable object. */
export function addObservables(object: StixMap, into: Observable[]): void {
  const type = textOf(object, 'type') ?? '';
  for (const [name, normal] of IDENTIFYING.get(type) ?? []) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof value === 'string' && value !== '') {
      into.push({ kind: `${type}:${name}`, value: normal(value) });
    } else if (typeof value === 'number') {
      into.push({ kind: `${type}:${name}`, value: String(value) });
    }
  }
  addHashes(type, object, into);
}

function addHashes(type: string, object: StixMap, into: Observable[]): void {
  const hashes = Object.hasOwn(object, 'hashes') ? object.hashes : undefined;
  if (!isMap(hashes)) return;
  for (const [name, value] of Object.entries(hashes)) {
    if (typeof value === 'string') into.push(hashObservable(type, name, value));
  }
}

/** A hash under the name that §10.7 gives its algorithm, hexadecimal ones in lower case. */
export function hashObservable(type: string, algorithm: string, value: string): Observable {
  const name = hashName(algorithm);
  const quoted = name.includes('-') ? `'${name}'` : name;
  // The signatures of ssdeep are case-sensitive.
  const normal = name === 'SSDEEP' ? value : normalLower(value);
  return { kind: `${type}:hashes.${quoted}`, value: normal };
}

const HASH_NAMES: ReadonlyMap<string, string> = new Map([
  ['MD5', 'MD5'],
  ['SHA1', 'SHA-1'],
  ['SHA224', 'SHA-224'],
  ['SHA256', 'SHA-256'],
  ['SHA384', 'SHA-384'],
  ['SHA512', 'SHA-512'],
  ['SHA3256', 'SHA3-256'],
  ['SHA3512', 'SHA3-512'],
  ['SSDEEP', 'SSDEEP'],
  ['TLSH', 'TLSH'],
]);

/** The name of §10.7 for spellings like `sha256`. */
function hashName(algorithm: string): string {
  const plain = algorithm.toUpperCase().replaceAll('-', '').replaceAll('_', '');
  return HASH_NAMES.get(plain) ?? algorithm;
}

/** Normal form of the value at a path class, e.g. `ipv4-addr:value`. */
export function normalValue(type: string, property: string, value: string): string {
  const row = IDENTIFYING.get(type)?.find(([name]) => name === property);
  return row === undefined ? value : row[1](value);
}

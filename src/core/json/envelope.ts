/** What a delivery says beside its records: the other members of the object at its root. */
import { LIMITS } from '../limits.ts';
import type { Findings } from './findings.ts';
import { Pile } from './pile.ts';
import { escapeToken } from './pointer.ts';
import { readJson } from './read.ts';
import type { Guard } from './scan.ts';
import type { JsonValue } from './value.ts';

/** Longest number that surely fits a double exactly, or literal. */
const PLAIN_SCALAR = 15;
const LETTER_E = 0x65;

/**
 * Reads the names and the small members of the root as they come in pieces; what is over the
 * bounds is passed over and reported. Also sums up the guard facts of the whole root, in case it
 * turns out to be a record itself.
 */
export class Envelope {
  /** Values not read yet, with their places; most deliveries of one object never need them. */
  readonly #unread: { readonly name: string; readonly path: string; readonly bytes: Uint8Array }[] =
    [];
  /** Name of the member whose value comes; null when it could not be read. */
  name: string | null = null;
  readonly #findings: Findings;
  readonly #names = new Set<string>();
  readonly #piece = new Pile();
  #kept = true;
  /** Bytes of all values read so far. */
  #bytes = 0;
  #depth = 1;
  #colons = 0;
  #suspect = false;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** A name or a value begins. */
  begin(): void {
    this.#piece.clear();
    this.#kept = true;
  }

  /** Takes the next bytes of the name or value. */
  add(bytes: Uint8Array): void {
    if (!this.#kept) return;
    this.#piece.add(bytes);
    if (this.#piece.size <= LIMITS.json.envelopeMemberBytes) return;
    this.#piece.clear();
    this.#kept = false;
  }

  /** The name has ended: RFC 7493 §2.3 wants it to be the only one of its kind. */
  endName(guard: Guard): void {
    this.#sum(guard);
    this.#colons++;
    this.name = null;
    if (!this.#kept) {
      this.#findings.report('json-size', '', 'The name of a member');
      return;
    }
    this.name = this.#readName(this.#piece.take());
    if (this.name === null) return;
    if (this.name === '__proto__') this.#findings.report('json-proto-key', this.#path(), '');
    if (this.#names.has(this.name)) this.#findings.report('json-duplicate-key', this.#path(), '');
    else if (this.#names.size < LIMITS.json.keysPerObject) this.#names.add(this.name);
    else this.#findings.report('json-keys', '', `More than ${LIMITS.json.keysPerObject} members`);
  }

  /** The value of the member has ended. */
  endValue(guard: Guard, scalar: boolean): void {
    const bytes = this.#piece.take();
    this.#sum(scalar ? { ...guard, suspect: !this.#kept || !isPlain(bytes) } : guard);
    this.#bytes += bytes.length;
    if (!this.#kept || this.#bytes > LIMITS.json.envelopeBytes) {
      this.#findings.report('json-size', this.#path(), 'The member is kept but not read');
      return;
    }
    if (this.name !== null) this.#unread.push({ name: this.name, path: this.#path(), bytes });
  }

  /** The members by name, the last of one name; their findings are reported where asked for. */
  readMembers(report: boolean): ReadonlyMap<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    for (const { name, path, bytes } of this.#unread) {
      const read = readJson(bytes);
      if (report) this.#findings.adopt(read.issues, path);
      if (read.ok) members.set(name, read.value);
    }
    return members;
  }

  /** Guard facts of the object as a whole. */
  facts(): Guard {
    return { depth: this.#depth, members: this.#colons, suspect: this.#suspect };
  }

  #readName(bytes: Uint8Array): string | null {
    const read = readJson(bytes);
    this.#findings.adopt(read.issues, '');
    return read.ok && typeof read.value === 'string' ? read.value : null;
  }

  #sum(guard: Guard): void {
    this.#depth = Math.max(this.#depth, guard.depth + 1);
    this.#colons += guard.members;
    this.#suspect ||= guard.suspect;
  }

  #path(): string {
    return this.name === null ? '' : `/${escapeToken(this.name)}`;
  }
}

/** True when a scalar is no number that could be rounded. */
function isPlain(bytes: Uint8Array): boolean {
  if (bytes.length > PLAIN_SCALAR) return false;
  const number = bytes.some((byte) => byte >= 0x30 && byte <= 0x39);
  return !number || !bytes.some((byte) => (byte | 0x20) === LETTER_E);
}

/**
 * The profile `intel`: other spellings of one value are that value. Sensors and feeds write hashes
 * in either case, names of algorithms with and without hyphen, domains with a final dot, addresses
 * with /32; the standard compares texts (§9.6.1) and would miss them. Only =, != and IN are wider.
 */
import type { Constant, ObjectPath, PathStep } from '../tree.ts';
import { compileSetTest, type ValueTest } from './compare.ts';
import { isObject } from './observed.ts';
import type { KeyReader } from './path.ts';
import { readerOf } from './path.ts';
import type { Rules } from './rules.ts';
import { formatBlock, parseBlock } from './subnet.ts';
import { NO, truthOf } from './truth.ts';

/** The one text of a value of a kind; null where the text is no such value. */
type Canonical = (text: string) => string | null;

export const INTEL: Rules = { key: hashNameRule, equality: canonicalEquality };

/** Names of hash algorithms without hyphens and underscores, in lower case (§10.7). */
export function hashName(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** A key below `hashes` finds the algorithm under any of its spellings. */
function hashNameRule(steps: readonly PathStep[], at: number): KeyReader | null {
  const step = steps[at];
  const before = steps[at - 1];
  if (step?.kind !== 'key' || before?.kind !== 'key' || before.name !== 'hashes') return null;
  const exact = readerOf(step.name);
  const wanted = hashName(step.name);
  return (object) => {
    const found = exact(object);
    if (found !== undefined || !isObject(object)) return found;
    for (const name of Object.keys(object)) if (hashName(name) === wanted) return object[name];
    return undefined;
  };
}

/** Equality after both sides took their one form; null where the constants have none. */
function canonicalEquality(path: ObjectPath, constants: readonly Constant[]): ValueTest | null {
  const canonical = canonicalOf(path, constants);
  if (canonical === null) return null;
  const wanted = new Set<string>();
  for (const constant of constants) {
    if (constant.kind === 'string') wanted.add(canonical(constant.value) ?? constant.value);
  }
  const octets = compileSetTest(constants).octets;
  return {
    value: (found) =>
      typeof found === 'string' ? truthOf(wanted.has(canonical(found) ?? found)) : NO,
    octets,
  };
}

/** What form values at the path have: a digest, or what the constants themselves are. */
function canonicalOf(path: ObjectPath, constants: readonly Constant[]): Canonical | null {
  if (constants.length === 0 || constants.some(({ kind }) => kind !== 'string')) return null;
  const keys = path.steps.filter((step) => step.kind === 'key');
  if (keys.some(({ name }) => name === 'hashes')) return hexText;
  if (keys.at(-1)?.name !== 'value') return null;
  return path.type === 'url' || path.type === 'domain-name' || leadsOn(path)
    ? anyValue
    : addressText;
}

/** The value of what a reference names may be a domain or an address. */
function leadsOn(path: ObjectPath): boolean {
  return path.steps.length > 1;
}

function anyValue(text: string): string | null {
  return addressText(text) ?? urlText(text) ?? domainText(text);
}

/** Digests are octets: the case of their digits says nothing. */
function hexText(text: string): string | null {
  return /^[0-9a-fA-F]+$/.test(text) ? text.toLowerCase() : null;
}

/** RFC 5952 §4; a block of one address is the address. */
export function addressText(text: string): string | null {
  const block = parseBlock(text);
  return block === null ? null : formatBlock(block);
}

/** A-labels in lower case, without the final dot (RFC 5890 §2.3.2.1, RFC 1034 §3.1). */
export function domainText(text: string): string | null {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  if (name === '' || name.length > 1_000 || !/^[\p{L}\p{N}\p{M}._-]+$/u.test(name)) return null;
  if (/^[\x21-\x7e]+$/.test(name)) return name.toLowerCase();
  const labels = name.split('.').map(aLabel);
  return labels.includes(null) ? null : labels.join('.');
}

/** The URL parser of the platform holds the tables of UTS #46. */
function aLabel(label: string): string | null {
  if (/^[\x21-\x7e]*$/.test(label)) return label.toLowerCase();
  const host = parseUrl(`http://${label}.example/`)?.hostname;
  return host?.endsWith('.example') ? host.slice(0, -'.example'.length) : null;
}

/** The serialisation of the WHATWG URL Standard, for schemes that have a host. */
export function urlText(text: string): string | null {
  if (!/^(?:https?|ftp|wss?):\/\//i.test(text)) return null;
  return parseUrl(text)?.href ?? null;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

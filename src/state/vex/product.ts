/** Whether a statement's product is the one that is asked about, and how exactly it is meant. */
import { type Purl, parsePurl } from '../purl/index.ts';
import type { ProductNames } from './model.ts';

/** A product as it is asked for: any of its names. */
export interface AskedProduct {
  readonly id?: string;
  readonly purl?: Purl;
  readonly cpe?: string;
  readonly hashes: readonly string[];
}

export function askFor(text: string): AskedProduct {
  if (text.startsWith('pkg:')) {
    const parsed = parsePurl(text);
    return parsed.ok ? { id: text, purl: parsed.value, hashes: [] } : { id: text, hashes: [] };
  }
  return text.startsWith('cpe:') ? { id: text, cpe: text, hashes: [] } : { id: text, hashes: [] };
}

/**
 * How exactly the names mean the product: 0 not at all, more is more specific. A purl means every
 * product of which it is a subset: without a version all versions, without a qualifier whatever
 * its value.
 */
export function exactness(names: ProductNames, asked: AskedProduct): number {
  if (names.hashes.some((hash) => asked.hashes.includes(hash))) return EXACT;
  let best = asked.id !== undefined && names.id === asked.id ? EXACT : 0;
  if (asked.cpe !== undefined && names.cpes.includes(asked.cpe)) best = EXACT;
  if (asked.purl === undefined) return best;
  for (const text of names.purls) {
    const parsed = parsePurl(text);
    if (parsed.ok) best = Math.max(best, subset(parsed.value, asked.purl));
  }
  return best;
}

/** More than any purl can have. */
const EXACT = 1_000;
const VERSION = 100;

/** 0 when `claim` says something that `asked` does not; else one, and more for all it says. */
function subset(claim: Purl, asked: Purl): number {
  if (claim.type !== asked.type || claim.name !== asked.name) return 0;
  if (claim.namespace !== asked.namespace) return 0;
  if (claim.version !== null && claim.version !== asked.version) return 0;
  if (claim.subpath !== null && claim.subpath !== asked.subpath) return 0;
  let specific = 1 + (claim.version === null ? 0 : VERSION) + (claim.subpath === null ? 0 : 1);
  for (const [name, value] of Object.entries(claim.qualifiers)) {
    const other = Object.hasOwn(asked.qualifiers, name) ? asked.qualifiers[name] : undefined;
    if (other !== value) return 0;
    specific++;
  }
  return specific;
}

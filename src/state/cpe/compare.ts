/** Attribute comparison and name matching (NISTIR 7696 §6). */
import {
  ANY,
  ATTRIBUTES,
  type Attribute,
  type CpeValue,
  hasWildcard,
  NA,
  plain,
  type Wfn,
} from './wfn.ts';

/** How the source's value relates to the target's. */
export type AttributeRelation = 'superset' | 'subset' | 'equal' | 'disjoint' | 'undefined';

/** `intersecting`: in some attributes wider, in others narrower (none of the rows of table 6-4). */
export type NameRelation = AttributeRelation | 'intersecting';

/** Table 6-2. Wildcards in a target have no defined relation. */
export function compareValues(source: CpeValue, target: CpeValue): AttributeRelation {
  if (hasWildcard(target)) return 'undefined';
  if (source === target) return 'equal';
  if (source === ANY) return 'superset';
  if (target === ANY) return 'subset';
  if (source === NA || target === NA) return 'disjoint';
  return hasWildcard(source) && matchesPattern(source, target) ? 'superset' : 'disjoint';
}

/** Where a pattern may have characters that it does not name: at its beginning and at its end. */
interface Pattern {
  /** Most characters before the body; Infinity for an asterisk. */
  readonly before: number;
  readonly body: string;
  readonly after: number;
}

function readPattern(source: CpeValue): Pattern {
  let start = 0;
  while (source[start] === '?') start++;
  const before = source[0] === '*' ? Number.POSITIVE_INFINITY : start;
  if (before === Number.POSITIVE_INFINITY) start = 1;
  let end = start;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') end = ++at + 1;
    else if (source[at] !== '*' && source[at] !== '?') end = at + 1;
  }
  const tail = source.slice(end);
  const after = tail.startsWith('*') ? Number.POSITIVE_INFINITY : tail.length;
  return { before, body: plain(source.slice(start, end)), after };
}

/** §6.1.2: an asterisk is any number of characters, a question mark none or one. */
function matchesPattern(source: CpeValue, target: CpeValue): boolean {
  const { before, body, after } = readPattern(source);
  const text = plain(target);
  const spare = text.length - body.length;
  if (spare < 0) return false;
  const first = Math.max(0, spare - after);
  const last = Math.min(spare, before);
  if (first > last) return false;
  const at = text.indexOf(body, first);
  return at >= 0 && at <= last;
}

export interface NameComparison {
  readonly relation: NameRelation;
  readonly attributes: Readonly<Record<Attribute, AttributeRelation>>;
}

/** §6.2 and table 6-4. */
export function compareNames(source: Wfn, target: Wfn): NameComparison {
  const attributes = Object.fromEntries(
    ATTRIBUTES.map((attribute) => [attribute, compareValues(source[attribute], target[attribute])]),
  ) as Record<Attribute, AttributeRelation>;
  return { relation: nameRelation(Object.values(attributes)), attributes };
}

function nameRelation(found: readonly AttributeRelation[]): NameRelation {
  if (found.includes('disjoint')) return 'disjoint';
  if (found.includes('undefined')) return 'undefined';
  const wider = found.includes('superset');
  const narrower = found.includes('subset');
  if (wider && narrower) return 'intersecting';
  return wider ? 'superset' : narrower ? 'subset' : 'equal';
}

/** §7.3, CPE_SUPERSET or CPE_EQUAL: whether every product of the target is one of the source. */
export function includesName(source: Wfn, target: Wfn): boolean {
  for (const attribute of ATTRIBUTES) {
    const wanted = source[attribute];
    const found = target[attribute];
    if (wanted === found && !wanted.includes('*') && !wanted.includes('?')) continue;
    const relation = compareValues(wanted, found);
    if (relation !== 'superset' && relation !== 'equal') return false;
  }
  return true;
}

/** The classes of SPDX 3.0.1 as they are asked for: all members of one, and what lies below what. */
import { CLASSES, ENUMERATIONS } from './classes.table.ts';

export interface MemberRule {
  readonly required: boolean;
  readonly list: boolean;
  /** `text`, `uri`, `time`, `number` …, `#Enumeration` or `@Class`. */
  readonly kind: string;
}

const RULES = new Map<string, ReadonlyMap<string, MemberRule>>();

/** Every member of a class, those of the classes above it too; null where there is no such class. */
export function membersOf(name: string): ReadonlyMap<string, MemberRule> | null {
  const known = RULES.get(name);
  if (known !== undefined) return known;
  const row = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (row === undefined) return null;
  const above = row.above === null ? null : membersOf(row.above);
  const members = new Map([...(above ?? [])]);
  for (const [member, text] of Object.entries(row.members)) members.set(member, ruleOf(text));
  RULES.set(name, members);
  return members;
}

function ruleOf(text: string): MemberRule {
  const required = text.startsWith('!');
  const bare = required ? text.slice(1) : text;
  const list = bare.startsWith('[');
  return { required, list, kind: list ? bare.slice(1, -1) : bare };
}

/** Whether a class is the other one or lies below it. */
export function isBelow(name: string, other: string): boolean {
  for (let at: string | null = name; at !== null; at = CLASSES[at]?.above ?? null) {
    if (at === other) return true;
    if (!Object.hasOwn(CLASSES, at)) return false;
  }
  return false;
}

/** Extensions may be of any class; what is abstract stands in no document. */
export function isConcrete(name: string): boolean {
  return Object.hasOwn(CLASSES, name) && CLASSES[name]?.abstract !== true;
}

const WORDS = new Map<string, ReadonlySet<string>>();

export function wordsOf(enumeration: string): ReadonlySet<string> {
  const known = WORDS.get(enumeration);
  if (known !== undefined) return known;
  const text = Object.hasOwn(ENUMERATIONS, enumeration) ? ENUMERATIONS[enumeration] : '';
  const words = new Set((text ?? '').split(' '));
  WORDS.set(enumeration, words);
  return words;
}

/** Elements that the model itself names; they stand in no document. */
const INDIVIDUALS: ReadonlySet<string> = new Set([
  'NoneElement',
  'NoAssertionElement',
  'SpdxOrganization',
  'expandedlicensing_NoneLicense',
  'expandedlicensing_NoAssertionLicense',
]);
const TERMS = /^https:\/\/spdx\.org\/rdf\/3\.0(?:\.\d+)?\/terms\/(Core|ExpandedLicensing)\/(\w+)$/;

/** `NoneElement` for its short name and for its IRI; null for what is none of the model's own. */
export function individualOf(id: string): string | null {
  const term = TERMS.exec(id);
  const short = term === null ? id : `${term[1] === 'Core' ? '' : 'expandedlicensing_'}${term[2]}`;
  return INDIVIDUALS.has(short) ? short : null;
}

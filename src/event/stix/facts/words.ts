/** Names and words of an object, for titles and search. */
import { isMap, type StixMap, textOf } from '../findings.ts';
import { typeOf } from '../formats/identifier.ts';

/** Properties that name an object best, in the order of preference. */
const TITLES = [
  'name',
  'value',
  'abstract',
  'subject',
  'key',
  'path',
  'command_line',
  'account_login',
  'display_name',
  'user_id',
  'opinion',
  'serial_number',
  'url',
];

/** A short name for the object, empty where it has none. */
export function titleOf(object: StixMap, type: string): string {
  if (type === 'relationship') return relationTitle(object);
  for (const name of TITLES) {
    const text = textOf(object, name);
    if (text !== undefined && text !== '') return text;
  }
  if (type === 'sighting') return `sighting of ${typeOf(textOf(object, 'sighting_of_ref') ?? '')}`;
  const hashes = own(object, 'hashes');
  const first = isMap(hashes) ? Object.values(hashes)[0] : undefined;
  return typeof first === 'string' ? first : '';
}

function relationTitle(object: StixMap): string {
  const source = typeOf(textOf(object, 'source_ref') ?? '');
  const target = typeOf(textOf(object, 'target_ref') ?? '');
  return `${source} ${textOf(object, 'relationship_type') ?? ''} ${target}`;
}

/** `aliases`, and the lists that producers add under names ending in it. */
export function aliasesOf(object: StixMap): string[] {
  const aliases = new Set<string>();
  for (const name of Object.keys(object)) {
    if (!name.endsWith('aliases')) continue;
    const value = object[name];
    if (!Array.isArray(value)) continue;
    for (const alias of value as unknown[]) {
      if (typeof alias === 'string' && alias !== '') aliases.add(alias);
    }
  }
  aliases.delete(textOf(object, 'name') ?? '');
  return [...aliases];
}

/** Ids in other systems, as the external references give them. */
export function externalOf(object: StixMap): string[] {
  const references = own(object, 'external_references');
  if (!Array.isArray(references)) return [];
  const ids = new Set<string>();
  for (const reference of references as unknown[]) {
    const id = isMap(reference) ? textOf(reference, 'external_id') : undefined;
    if (id !== undefined && id !== '') ids.add(id);
  }
  return [...ids];
}

/** Properties with words for people. */
const WORDS: ReadonlySet<string> = new Set([
  'abstract',
  'account_login',
  'aliases',
  'authors',
  'body',
  'command_line',
  'contact_information',
  'content',
  'contents',
  'definition',
  'description',
  'descriptions',
  'display_name',
  'explanation',
  'goals',
  'labels',
  'name',
  'objective',
  'opinion',
  'path',
  'result_name',
  'roles',
  'sectors',
  'statement',
  'subject',
  'value',
]);

/** Nesting of translated contents is bounded by the object that they translate. */
const DEEPEST_WORDS = 8;

/** Texts for search, one a line, as written: the store's tokeniser cuts them. */
export function searchTextOf(object: StixMap, external: readonly string[]): string {
  const parts: string[] = [];
  for (const name of Object.keys(object)) {
    if (WORDS.has(name) || name.endsWith('_aliases')) addWords(object[name], parts, 0);
  }
  parts.push(...external);
  return parts.join('\n');
}

function addWords(value: unknown, parts: string[], depth: number): void {
  if (typeof value === 'string') {
    if (value !== '') parts.push(value);
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST_WORDS) {
    const items: unknown[] = Array.isArray(value) ? value : Object.values(value);
    for (const item of items) addWords(item, parts, depth + 1);
  }
}

function own(object: StixMap, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Collects files and what stands in them (unix: file; independent: textfilecontent54). */
import { LIMITS } from '../../../core/limits.ts';
import { entity, noEntity, type OvalItem, type OvalItemEntity } from '../characteristics.ts';
import type { Comparison } from '../evaluate/state.ts';
import type { OvalEntity, OvalObject } from '../model.ts';
import { newBudget, type OvalRegex } from '../regex/index.ts';
import { readBoolean } from '../words.ts';
import { entityOf, isMeant, Stopped } from './entity.ts';
import type { OvalHost } from './host.ts';
import type { Shelf } from './shelf.ts';
import { type Found, type FoundFile, findFiles, joined } from './walk.ts';

export interface Collection {
  readonly items: readonly OvalItem[];
  readonly partial: boolean;
}

/** Permissions in the order of the schema, with their bits. */
const BITS: readonly (readonly [name: string, bit: number])[] = [
  ['suid', 0o4000],
  ['sgid', 0o2000],
  ['sticky', 0o1000],
  ['uread', 0o400],
  ['uwrite', 0o200],
  ['uexec', 0o100],
  ['gread', 0o40],
  ['gwrite', 0o20],
  ['gexec', 0o10],
  ['oread', 0o4],
  ['owrite', 0o2],
  ['oexec', 0o1],
];

export function collectFiles(
  object: OvalObject,
  host: OvalHost,
  shelf: Shelf,
  how: Comparison,
): Collection {
  const { files, partial } = findFiles(object, host, how);
  return { items: files.map((file) => shelf.item('unix', 'file_item', entitiesOf(file))), partial };
}

function entitiesOf({ directory, name, status }: FoundFile): readonly OvalItemEntity[] {
  const number = (key: string, value: number) => entity(key, String(value), 'int');
  return [
    ...(name === null ? [] : [entity('filepath', joined(directory, name))]),
    entity('path', directory),
    name === null ? noEntity('filename', 'does not exist') : entity('filename', name),
    entity('type', status.type),
    number('group_id', status.groupId),
    number('user_id', status.userId),
    number('a_time', status.accessed),
    number('c_time', status.changed),
    number('m_time', status.modified),
    number('size', status.size),
    ...BITS.map(([key, bit]) => entity(key, String((status.mode & bit) !== 0), 'boolean')),
    noEntity('has_extended_acl', 'not collected', 'boolean'),
  ];
}

/** textfilecontent54_object: the matches of a pattern over whole files. */
export function collectTexts(
  object: OvalObject,
  host: OvalHost,
  shelf: Shelf,
  how: Comparison,
): Collection {
  const pattern = entityOf(object, 'pattern', how);
  const instance = entityOf(object, 'instance', how);
  const found: Found = findFiles(object, host, how);
  let { partial } = found;
  const items: OvalItem[] = [];
  for (const file of found.files) {
    if (file.name === null) continue;
    const path = joined(file.directory, file.name);
    const bytes = host.read(path);
    if (typeof bytes === 'string') {
      partial ||= bytes !== 'missing';
      continue;
    }
    const text = new TextDecoder().decode(bytes);
    for (const source of patternsOf(pattern, how)) {
      const matches = matchesOf(text, regexOf(source, object, how), instance, how);
      for (const match of matches) {
        items.push(
          shelf.item('independent', 'textfilecontent_item', textEntities(file, source, match)),
        );
      }
      if (items.length > LIMITS.oval.itemsPerObject)
        throw new Stopped('error', 'Too many matches.');
    }
  }
  return { items, partial };
}

function patternsOf(pattern: OvalEntity, how: Comparison): readonly string[] {
  if (pattern.operation !== 'pattern match') throw new Stopped('error', 'No pattern match.');
  return pattern.varRef === '' ? [pattern.value] : how.variables.values(pattern.varRef).values;
}

/** Textfilecontent54Behaviors: lines are told apart unless the object says otherwise. */
function regexOf(source: string, { behaviors }: OvalObject, { comparer }: Comparison): OvalRegex {
  const said = (name: string, otherwise: boolean) =>
    readBoolean(behaviors.get(name) ?? '') ?? otherwise;
  const compiled = comparer.regex(source, {
    ignoreCase: said('ignore_case', false),
    multiline: said('multiline', true),
    singleline: said('singleline', false),
  });
  if (compiled.ok) return compiled.regex;
  throw new Stopped('error', `The pattern cannot be used: ${compiled.fault.reason}`);
}

interface Match {
  readonly number: number;
  readonly text: string;
  /** Null for a group that took no part. */
  readonly groups: readonly (string | null)[];
}

/** Matches that the entity `instance` asks for; below 0 they are counted from the last. */
function matchesOf(
  text: string,
  regex: OvalRegex,
  instance: OvalEntity,
  how: Comparison,
): readonly Match[] {
  const all: Match[] = [];
  const budget = newBudget();
  for (let at = 0; at <= text.length; ) {
    const match = regex.match(text, at, budget);
    if (match === 'exhausted') throw new Stopped('error', 'The pattern took too many steps.');
    if (match === null) break;
    const [from = 0, to = 0] = match;
    const groups: (string | null)[] = [];
    for (let i = 2; i < match.length; i += 2) {
      const start = match[i] as number;
      groups.push(start === -1 ? null : text.slice(start, match[i + 1]));
    }
    all.push({ number: all.length + 1, text: text.slice(from, to), groups });
    if (all.length > LIMITS.oval.itemsPerObject) throw new Stopped('error', 'Too many matches.');
    at = to > from ? to : to + 1;
  }
  const backwards = instance.varRef === '' && /^\s*-[1-9]/.test(instance.value);
  const numbered = backwards
    ? all.map((match) => ({ ...match, number: match.number - all.length - 1 }))
    : all;
  return numbered.filter(({ number }) => isMeant(String(number), instance, how));
}

function textEntities(file: FoundFile, pattern: string, match: Match): readonly OvalItemEntity[] {
  const name = file.name ?? '';
  return [
    entity('filepath', joined(file.directory, name)),
    entity('path', file.directory),
    entity('filename', name),
    entity('pattern', pattern),
    entity('instance', String(match.number), 'int'),
    entity('text', match.text),
    ...match.groups.map((group) =>
      group === null ? noEntity('subexpression', 'does not exist') : entity('subexpression', group),
    ),
  ];
}

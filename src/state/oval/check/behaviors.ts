/** Rules on `behaviors` (OVAL component schemas: FileBehaviors and the like). */
import { attributeOf, childOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { readBoolean } from '../words.ts';
import { below } from './content.ts';

const boolean = (text: string) => readBoolean(text) !== null;
const words =
  (...list: readonly string[]) =>
  (text: string) =>
    list.includes(text);

/** Behaviors that several types share, and what may stand in them. */
const VALUES: Readonly<Record<string, (text: string) => boolean>> = {
  max_depth: (text) => /^(?:-1|\+?[0-9]{1,9})$/.test(text.trim()),
  recurse: words(
    'none',
    'files',
    'directories',
    'files and directories',
    'symlinks',
    'symlinks and directories',
  ),
  recurse_direction: words('none', 'up', 'down'),
  recurse_file_system: words('all', 'local', 'defined'),
  windows_view: words('32_bit', '64_bit'),
  ignore_case: boolean,
  multiline: boolean,
  singleline: boolean,
  filepaths: boolean,
};

type Rule = (object: XmlElement, behaviors: XmlElement, find: Find) => void;

const valuesAreListed: Rule = (object, behaviors, find) => {
  for (const { local, namespace, value } of behaviors.attributes) {
    const holds = Object.hasOwn(VALUES, local) ? VALUES[local] : undefined;
    if (namespace === '' && holds?.(value) === false) {
      find('oval-behaviors', `${below(object, behaviors)}/@${local}`, shown(value));
    }
  }
};

const isExact = (entity: XmlElement) => (attributeOf(entity, 'operation') ?? 'equals') === 'equals';

/** A file path names the file: there is nothing to recurse into. */
const filepathDoesNotRecurse: Rule = (object, behaviors, find) => {
  const filepath = childOf(object, 'filepath');
  if (filepath === undefined) return;
  for (const local of ['max_depth', 'recurse_direction']) {
    if (attributeOf(behaviors, local) !== undefined) {
      find('oval-behaviors', `${below(object, behaviors)}/@${local}`, 'beside filepath');
    }
  }
  if (!isExact(filepath) && attributeOf(behaviors, 'recurse_file_system') === 'defined') {
    find('oval-behaviors', `${below(object, behaviors)}/@recurse_file_system`);
  }
};

/** Recursion begins at one known path. */
const recursionHasOnePath: Rule = (object, behaviors, find) => {
  const path = childOf(object, 'path');
  if (path === undefined || isExact(path)) return;
  for (const local of ['max_depth', 'recurse_direction', 'recurse']) {
    if (attributeOf(behaviors, local) !== undefined) {
      find('oval-behaviors', `${below(object, behaviors)}/@${local}`, 'path is not exact');
    }
  }
  if (attributeOf(behaviors, 'recurse_file_system') === 'defined') {
    find('oval-behaviors', `${below(object, behaviors)}/@recurse_file_system`, 'path is not exact');
  }
};

const RULES: readonly Rule[] = [valuesAreListed, filepathDoesNotRecurse, recursionHasOnePath];

export function checkBehaviors(object: XmlElement, find: Find): void {
  const behaviors = childOf(object, 'behaviors');
  if (behaviors !== undefined) for (const rule of RULES) rule(object, behaviors, find);
}

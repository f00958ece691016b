/** poetry.lock, lock-version 1 and 2 (Poetry documentation; poetry.packages.locker). */
import {
  listOf,
  memberOf,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
} from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { addProject, onlyDigest, PythonNames } from './python-names.ts';
import { pypiPurl } from './requirements.ts';
import { readTomlLock, tomlBeside } from './toml-lock.ts';

export const POETRY_LOCK: PartsReader = {
  kind: 'poetry',
  names: /^poetry\.lock$/,
  beside: ['pyproject.toml'],
  read: (file: SourceFile, around: Surroundings): Parts =>
    readTomlLock(file, 'poetry.lock', (document, list) => {
      readPoetry(document, list, tomlBeside(around.beside('pyproject.toml')));
    }),
};

function readPoetry(document: JsonObject, list: PartsList, manifest: JsonObject | undefined): void {
  const metadata = objectOf(document, 'metadata');
  const version = textOf(metadata, 'lock-version') ?? '1.0';
  if (!/^[12]\./.test(version)) {
    list.find('inventory-version', '/metadata/lock-version', `${shown(version)} is not 1 or 2`);
  }
  const names = new PythonNames();
  const added: { ref: string; entry: JsonObject; path: string }[] = [];
  for (const { entry, path } of objectsOf(document, 'package', '')) {
    const ref = addPackage(entry, path, objectOf(metadata, 'files'), list);
    if (ref === null) continue;
    names.add(textOf(entry, 'name') ?? '', ref);
    added.push({ ref, entry, path });
  }
  for (const { ref, entry, path } of added) {
    list.stated(ref);
    const wanted = objectOf(entry, 'dependencies');
    for (const name of Object.keys(wanted ?? {})) {
      const place = `${path}/dependencies/${name}`;
      const targets = names.find(name);
      for (const target of targets) list.relate(ref, target, place);
      if (targets.length === 0 && !isConditional(wanted, name)) {
        list.find('inventory-dangling', place, shown(name));
      }
    }
  }
  if (manifest !== undefined) addProject(manifest, names, list);
}

function addPackage(
  entry: JsonObject,
  path: string,
  digests: JsonObject | undefined,
  list: PartsList,
): string | null {
  const name = textOf(entry, 'name');
  const version = textOf(entry, 'version');
  if (name === undefined || version === undefined) {
    list.find('inventory-entry', path, 'name and version');
    return null;
  }
  const groups = textsOf(entry, 'groups');
  const outside = groups.length > 0 && !groups.includes('main');
  const files = [...objectsOf(entry, 'files', ''), ...objectsOf(digests, name, '')];
  return list.add({
    key: `${name}@${version}`,
    path,
    name,
    version,
    purl: pypiPurl(name, version, placeOf(objectOf(entry, 'source'))),
    hashes: onlyDigest(files.flatMap(({ entry: file }) => textOf(file, 'hash') ?? [])),
    development: textOf(entry, 'category') === 'dev' || outside,
    optional: memberOf(entry, 'optional') === true,
  });
}

/** Where it does not come from an index: a repository at a commit, or an archive. */
function placeOf(source: JsonObject | undefined): string | undefined {
  const url = textOf(source, 'url');
  const type = textOf(source, 'type');
  if (url === undefined || (type !== 'git' && type !== 'url')) return undefined;
  const commit = textOf(source, 'resolved_reference');
  return type === 'url' ? url : `git+${url}${commit === undefined ? '' : `@${commit}`}`;
}

/** Markers and extras may leave out what is asked for. */
function isConditional(wanted: JsonObject | undefined, name: string): boolean {
  const said = [memberOf(wanted, name), ...listOf(wanted, name)];
  return said.some((each) => {
    const object = typeof each === 'object' && each !== null && !Array.isArray(each) ? each : null;
    const table = object as JsonObject | null;
    return table !== null && (table.optional === true || textOf(table, 'markers') !== undefined);
  });
}

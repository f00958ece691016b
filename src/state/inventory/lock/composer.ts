/** composer.lock (Composer documentation, "Basic usage"; Composer\Package\Locker). */
import { escapeToken } from '../../../core/json/index.ts';
import { objectOf, objectsOf, textOf, textsOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { hexDigest } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { objectBeside, readJsonLock } from './json-lock.ts';

export const COMPOSER_LOCK: PartsReader = {
  kind: 'composer',
  names: /^composer\.lock$/,
  beside: ['composer.json'],
  read: (file: SourceFile, around: Surroundings): Parts =>
    readJsonLock(file, 'composer.lock', (document, list) => {
      readComposer(document, list, objectBeside(around.beside('composer.json')));
    }),
};

/** What is of the platform and no package: `php`, `ext-json`, `composer-runtime-api` … */
const PLATFORM =
  /^(?:php(?:-[a-z0-9]+)?|hhvm|(?:ext|lib)-.*|composer(?:-(?:plugin|runtime)-api)?)$/i;

function readComposer(document: JsonObject, list: PartsList, manifest: JsonObject | undefined) {
  const byName = new Map<string, string>();
  const added: { ref: string; entry: JsonObject; path: string }[] = [];
  for (const [member, development] of [
    ['packages', false],
    ['packages-dev', true],
  ] as const) {
    for (const { entry, path } of objectsOf(document, member, '')) {
      const ref = addPackage(entry, path, development, list);
      if (ref === null) continue;
      added.push({ ref, entry, path });
      const names = [textOf(entry, 'name') ?? ''];
      for (const kind of ['provide', 'replace'])
        names.push(...Object.keys(objectOf(entry, kind) ?? {}));
      for (const name of names) {
        if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), ref);
      }
    }
  }
  // A package's own name counts before what others provide in its place.
  for (const { ref, entry } of added) byName.set((textOf(entry, 'name') ?? '').toLowerCase(), ref);
  for (const { ref, entry, path } of added) {
    list.stated(ref);
    for (const name of Object.keys(objectOf(entry, 'require') ?? {})) {
      if (PLATFORM.test(name)) continue;
      const target = byName.get(name.toLowerCase());
      const place = `${path}/require/${escapeToken(name)}`;
      if (target === undefined) list.find('inventory-dangling', place, shown(name));
      else list.relate(ref, target, place);
    }
  }
  if (manifest !== undefined) addProject(manifest, byName, list);
}

function addPackage(
  entry: JsonObject,
  path: string,
  development: boolean,
  list: PartsList,
): string | null {
  const name = textOf(entry, 'name');
  const version = textOf(entry, 'version');
  if (name === undefined || version === undefined) {
    list.find('inventory-entry', path, 'name and version');
    return null;
  }
  const slash = name.indexOf('/');
  const group = slash < 0 ? '' : name.slice(0, slash);
  return list.add({
    key: name,
    path,
    group,
    name: name.slice(slash + 1),
    version,
    purl: { type: 'composer', namespace: group, name: name.slice(slash + 1), version },
    hashes: hexDigest('sha1', textOf(objectOf(entry, 'dist'), 'shasum') ?? ''),
    licenses: textsOf(entry, 'license'),
    development,
  });
}

function addProject(manifest: JsonObject, byName: ReadonlyMap<string, string>, list: PartsList) {
  const name = textOf(manifest, 'name') ?? 'project';
  const slash = name.indexOf('/');
  const group = slash < 0 ? '' : name.slice(0, slash);
  const version = textOf(manifest, 'version');
  list.root = list.add({
    key: '.',
    path: '',
    type: 'application',
    group,
    name: name.slice(slash + 1),
    version,
    ...(slash < 0
      ? {}
      : { purl: { type: 'composer', namespace: group, name: name.slice(slash + 1), version } }),
  });
  const direct = ['require', 'require-dev'].flatMap((kind) =>
    Object.keys(objectOf(manifest, kind) ?? {}).flatMap(
      (each) => byName.get(each.toLowerCase()) ?? [],
    ),
  );
  for (const ref of direct) if (list.root !== null) list.relate(list.root, ref, '');
  list.direct(direct);
}

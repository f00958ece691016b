/** uv.lock, version 1 (uv documentation, "Lockfile"). */
import { memberOf, objectOf, objectsOf, textOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { onlyDigest, PythonNames } from './python-names.ts';
import { pypiPurl } from './requirements.ts';
import { readTomlLock } from './toml-lock.ts';

export const UV_LOCK: PartsReader = {
  kind: 'uv',
  names: /^uv\.lock$/,
  beside: [],
  read: (file: SourceFile): Parts => readTomlLock(file, 'uv.lock', readUv),
};

interface UvPackage {
  readonly ref: string;
  readonly entry: JsonObject;
  readonly path: string;
  readonly version: string | undefined;
  readonly own: boolean;
}

function readUv(document: JsonObject, list: PartsList): void {
  const version = memberOf(document, 'version');
  if (version !== 1)
    list.find('inventory-version', '/version', `${shown(String(version))} is not 1`);
  const names = new PythonNames();
  const packages: UvPackage[] = [];
  for (const { entry, path } of objectsOf(document, 'package', '')) {
    const found = addPackage(entry, path, list);
    if (found === null) continue;
    packages.push(found);
    names.add(textOf(entry, 'name') ?? '', found.ref);
  }
  const byRef = new Map(packages.map((each) => [each.ref, each]));
  const purposes = { runtime: [] as string[], optional: [] as string[], dev: [] as string[] };
  const relate = (from: UvPackage, holder: JsonObject, name: string, path: string): string[] =>
    [...objectsOf(holder, name, path)].flatMap(({ entry, path: place }) => {
      const wanted = textOf(entry, 'name') ?? '';
      const exact = textOf(entry, 'version');
      const targets = names.find(wanted, (ref) => byRef.get(ref)?.version === exact);
      if (targets.length === 0) list.find('inventory-dangling', place, shown(wanted));
      for (const to of targets) list.relate(from.ref, to, place);
      return [...targets];
    });
  for (const each of packages) {
    list.stated(each.ref);
    const runtime = relate(each, each.entry, 'dependencies', each.path);
    const groups = (name: string) => {
      const group = objectOf(each.entry, name) ?? {};
      return Object.keys(group).flatMap((key) => relate(each, group, key, `${each.path}/${name}`));
    };
    const [optional, dev] = [groups('optional-dependencies'), groups('dev-dependencies')];
    if (!each.own) continue;
    purposes.runtime.push(...runtime);
    purposes.optional.push(...optional);
    purposes.dev.push(...dev);
  }
  const own = packages.filter((each) => each.own);
  const top = own.find(({ entry }) => isHere(objectOf(entry, 'source')));
  list.root = (top ?? (own.length === 1 ? own[0] : undefined))?.ref ?? null;
  const { runtime, optional, dev } = purposes;
  list.direct([...runtime, ...optional, ...dev]);
  const owned = own.map(({ ref }) => ref);
  list.purposes([...runtime, ...owned.filter((ref) => ref !== list.root)], optional, dev);
}

function addPackage(entry: JsonObject, path: string, list: PartsList): UvPackage | null {
  const name = textOf(entry, 'name');
  if (name === undefined) {
    list.find('inventory-entry', path, 'name');
    return null;
  }
  const version = textOf(entry, 'version');
  const source = objectOf(entry, 'source');
  const own = ['editable', 'virtual', 'directory'].some(
    (kind) => textOf(source, kind) !== undefined,
  );
  const git = textOf(source, 'git');
  const place = git === undefined ? textOf(source, 'url') : `git+${git}`;
  const sdist = objectOf(entry, 'sdist');
  const files = [
    ...(sdist === undefined ? [] : [sdist]),
    ...[...objectsOf(entry, 'wheels', path)].map((wheel) => wheel.entry),
  ];
  const ref = list.add({
    key: `${name}@${version ?? ''}${git === undefined ? '' : `+${git}`}`,
    path,
    type: own ? 'application' : 'library',
    name,
    version,
    purl: pypiPurl(name, version, place),
    hashes: onlyDigest(files.flatMap((file) => textOf(file, 'hash') ?? [])),
  });
  return ref === null ? null : { ref, entry, path, version, own };
}

/** The project in whose folder the file lies. */
function isHere(source: JsonObject | undefined): boolean {
  return textOf(source, 'editable') === '.' || textOf(source, 'virtual') === '.';
}

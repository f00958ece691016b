/** pylock.toml (PEP 751; PyPA specification "pylock.toml", lock-version 1.0). */
import { listOf, objectOf, objectsOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import type { Hash } from '../../sbom/index.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { addProject, PythonNames, tableDigests } from './python-names.ts';
import { pypiPurl } from './requirements.ts';
import { readTomlLock, tomlBeside } from './toml-lock.ts';

export const PYLOCK: PartsReader = {
  kind: 'pylock',
  // "pylock.toml" or "pylock.NAME.toml", the name without a full stop.
  names: /^pylock(?:\.[^.]+)?\.toml$/,
  beside: ['pyproject.toml'],
  read: (file: SourceFile, around: Surroundings): Parts =>
    readTomlLock(file, 'pylock.toml', (document, list) => {
      readPylock(document, list, tomlBeside(around.beside('pyproject.toml')));
    }),
};

function readPylock(document: JsonObject, list: PartsList, manifest: JsonObject | undefined): void {
  const version = textOf(document, 'lock-version') ?? '';
  // "A tool MUST warn the user if a minor version is unknown"; another major one is refused.
  if (!/^1\.\d+$/.test(version)) {
    list.find('inventory-form', '/lock-version', `${shown(version)} is not 1.0`);
    return;
  }
  if (version !== '1.0') list.find('inventory-version', '/lock-version', shown(version));
  const names = new PythonNames();
  const added: { ref: string; entry: JsonObject; path: string }[] = [];
  for (const { entry, path } of objectsOf(document, 'packages', '')) {
    const ref = addPackage(entry, path, list);
    if (ref === null) continue;
    names.add(textOf(entry, 'name') ?? '', ref);
    added.push({ ref, entry, path });
  }
  const versions = new Map(added.map(({ ref, entry }) => [ref, textOf(entry, 'version')]));
  for (const { ref, entry, path } of added) {
    // Absent means that it is not known, empty that there is none.
    if (Array.isArray(entry.dependencies)) list.stated(ref);
    listOf(entry, 'dependencies').forEach((each, i) => {
      if (!isJsonObject(each)) return;
      const name = textOf(each, 'name') ?? '';
      const exact = textOf(each, 'version');
      const place = `${path}/dependencies/${i}`;
      const targets = names.find(name, (other) => versions.get(other) === exact);
      if (targets.length === 0) list.find('inventory-dangling', place, shown(name));
      for (const target of targets) list.relate(ref, target, place);
    });
  }
  if (manifest !== undefined) addProject(manifest, names, list);
}

function addPackage(entry: JsonObject, path: string, list: PartsList): string | null {
  const name = textOf(entry, 'name');
  if (name === undefined) {
    list.find('inventory-entry', path, 'name');
    return null;
  }
  // A source tree has no version of its own; everything else should say its version.
  const version = textOf(entry, 'version');
  const source = ['vcs', 'directory', 'archive'].find(
    (each) => objectOf(entry, each) !== undefined,
  );
  return list.add({
    key: `${name}@${version ?? ''}#${path}`,
    path,
    name,
    version,
    purl: pypiPurl(name, version, placeOf(entry)),
    hashes: source === undefined ? onlyFile(entry) : tableDigests(hashesOf(entry, source)),
  });
}

function hashesOf(entry: JsonObject, source: string): JsonObject | undefined {
  return objectOf(objectOf(entry, source), 'hashes');
}

/** One file alone: then it is what is installed. */
function onlyFile(entry: JsonObject): readonly Hash[] {
  const wheels = [...objectsOf(entry, 'wheels', '')].map((wheel) => wheel.entry);
  const sdist = objectOf(entry, 'sdist');
  const files = sdist === undefined ? wheels : [...wheels, sdist];
  return files.length === 1 ? tableDigests(objectOf(files[0], 'hashes')) : [];
}

function placeOf(entry: JsonObject): string | undefined {
  const vcs = objectOf(entry, 'vcs');
  const url = textOf(vcs, 'url');
  const type = textOf(vcs, 'type');
  const commit = textOf(vcs, 'commit-id') ?? '';
  return url !== undefined && type !== undefined
    ? `${type}+${url}@${commit}`
    : textOf(objectOf(entry, 'archive'), 'url');
}

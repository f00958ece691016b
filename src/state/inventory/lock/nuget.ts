/** packages.lock.json of NuGet, versions 1 and 2 (Microsoft Learn, "PackageReference: locking"). */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { readJsonLock } from './json-lock.ts';

export const NUGET_LOCK: PartsReader = {
  kind: 'nuget',
  names: /^packages(?:\.[^.]+)?\.lock\.json$/,
  beside: [],
  read: (file: SourceFile): Parts => readJsonLock(file, 'NuGet packages.lock.json', readNuget),
};

/** A package is resolved for each framework apart; the same one of two frameworks is one. */
function readNuget(document: JsonObject, list: PartsList): void {
  const version = memberOf(document, 'version');
  if (version !== 1 && version !== 2) {
    list.find('inventory-version', '/version', `${shown(String(version))} is not 1 or 2`);
  }
  const direct: string[] = [];
  for (const [framework, packages] of Object.entries(objectOf(document, 'dependencies') ?? {})) {
    if (!isJsonObject(packages)) continue;
    const path = `/dependencies/${escapeToken(framework)}`;
    const keys = new Map<string, string>();
    for (const [name, entry] of Object.entries(packages)) {
      const place = `${path}/${escapeToken(name)}`;
      if (isJsonObject(entry)) addPackage(name, entry, place, keys, direct, list);
      else list.find('inventory-entry', place, 'No object');
    }
    relate(packages, keys, path, list);
  }
  list.direct(direct);
}

function addPackage(
  name: string,
  entry: JsonObject,
  path: string,
  keys: Map<string, string>,
  direct: string[],
  list: PartsList,
): void {
  const type = textOf(entry, 'type') ?? '';
  const version = textOf(entry, 'resolved');
  const project = type === 'Project';
  if (version === undefined && !project) {
    list.find('inventory-entry', path, 'resolved');
    return;
  }
  const key = `${name.toLowerCase()}@${version ?? ''}`;
  keys.set(name.toLowerCase(), key);
  const digest = textOf(entry, 'contentHash');
  const ref = list.refOf(key);
  if (!list.has(ref)) {
    list.add({
      key,
      path,
      type: project ? 'application' : 'library',
      name,
      version,
      ...(project ? {} : { purl: { type: 'nuget', name, version } }),
      // Of what is inside the package, its signature aside: no digest of the file.
      identifiers: digest === undefined ? [] : [{ type: 'nuget-content-hash', value: digest }],
    });
    list.stated(ref);
  }
  if (type === 'Direct') direct.push(ref);
}

function relate(
  packages: JsonObject,
  keys: ReadonlyMap<string, string>,
  path: string,
  list: PartsList,
): void {
  for (const [name, entry] of Object.entries(packages)) {
    const from = keys.get(name.toLowerCase());
    if (from === undefined || !isJsonObject(entry)) continue;
    for (const wanted of Object.keys(objectOf(entry, 'dependencies') ?? {})) {
      const place = `${path}/${escapeToken(name)}/dependencies/${escapeToken(wanted)}`;
      const to = keys.get(wanted.toLowerCase());
      if (to === undefined) list.find('inventory-dangling', place, shown(wanted));
      else list.relate(list.refOf(from), list.refOf(to), place);
    }
  }
}

/** What lies in node_modules, where no lock file tells it: the manifest of every package. */
import { objectOf, textOf } from '../../../core/json/member.ts';
import { readJson } from '../../../core/json/read.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { readLockFile } from '../lock/readers.ts';
import type { Parts } from '../model.ts';
import { below, type FilePort } from '../port.ts';

const NEEDS = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];

/**
 * The packages below one folder. They are put into the form of a lock file, so that names are
 * looked up in one way only.
 */
export async function readNodeModules(port: FilePort, folder: string): Promise<Parts> {
  const packages = Object.create(null) as Record<string, JsonValue>;
  const own = await manifestOf(port, below(folder, 'package.json'));
  if (own !== null) packages[''] = entryOf(own);
  const work = ['node_modules'];
  let looked = 0;
  for (let place = work.pop(); place !== undefined; place = work.pop()) {
    for (const { name, kind } of (await port.list(below(folder, place))) ?? []) {
      if (kind !== 'folder' || name.startsWith('.')) continue;
      if (++looked > LIMITS.inventory.archiveMembers) break;
      const inner = `${place}/${name}`;
      if (name.startsWith('@') && place.endsWith('node_modules')) work.push(inner);
      else {
        const manifest = await manifestOf(port, below(folder, `${inner}/package.json`));
        if (manifest === null) continue;
        packages[inner] = entryOf(manifest);
        if (inner.split('/node_modules/').length < LIMITS.inventory.depth) {
          work.push(`${inner}/node_modules`);
        }
      }
    }
  }
  const lock = { name: textOf(own ?? {}, 'name') ?? '', lockfileVersion: 3, packages };
  const path = below(folder, 'node_modules/package-lock.json');
  const parts = readLockFile(path, JSON.stringify(lock));
  // What is not installed for this machine is no fault of what is.
  const issues = parts.issues.filter(({ code }) => code !== 'inventory-dangling');
  return { ...parts, form: 'node_modules', issues, root: own === null ? null : parts.root };
}

async function manifestOf(port: FilePort, path: string): Promise<JsonObject | null> {
  const bytes = await port.read(path, LIMITS.inventory.manifestBytes);
  const read = bytes === null ? null : readJson(bytes);
  return read?.ok && isJsonObject(read.value) ? read.value : null;
}

function entryOf(manifest: JsonObject): JsonObject {
  const entry = Object.create(null) as Record<string, JsonValue>;
  for (const name of ['name', 'version', 'license']) {
    const text = textOf(manifest, name);
    if (text !== undefined) entry[name] = text;
  }
  for (const name of NEEDS) {
    const needs = objectOf(manifest, name);
    if (needs !== undefined) entry[name] = needs;
  }
  return entry;
}

/**
 * package-lock.json and npm-shrinkwrap.json, lockfileVersion 1 to 3 (npm documentation,
 * "package-lock.json"). Since 2 the member `packages` has every place in node_modules; before, the
 * tree is nested in `dependencies`. Names are looked up as Node does: upwards, folder by folder.
 */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { integrityDigests } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile, Surroundings } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { namesIn, objectBeside, readJsonLock } from './json-lock.ts';
import { readNestedTree } from './npm-nested.ts';
import { npmPurl, plainVersion, splitScope } from './npm-origin.ts';

export const NPM_LOCK: PartsReader = {
  kind: 'npm',
  names: /^(?:\.?package-lock|npm-shrinkwrap)\.json$/,
  beside: ['package.json'],
  read: readNpmLock,
};

function readNpmLock(file: SourceFile, around: Surroundings): Parts {
  return readJsonLock(file, 'npm package-lock', (document, list) => {
    const version = memberOf(document, 'lockfileVersion');
    if (version !== undefined && version !== 1 && version !== 2 && version !== 3) {
      const detail = `lockfileVersion ${shown(JSON.stringify(version))} is not 1, 2 or 3`;
      list.find('inventory-version', '/lockfileVersion', detail);
    }
    const packages = objectOf(document, 'packages');
    if (packages !== undefined) new PlacedTree(packages, list).read(document);
    else readNestedTree(document, list, objectBeside(around.beside('package.json')));
  });
}

/** How a package needs another, and the member that says so. */
const NEEDS = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;
const OWN_NEEDS = [...NEEDS, 'devDependencies'] as const;

/** `packages`: every package under its place, links beside what they lead to. */
class PlacedTree {
  readonly #packages: JsonObject;
  readonly #list: PartsList;

  constructor(packages: JsonObject, list: PartsList) {
    this.#packages = packages;
    this.#list = list;
  }

  read(document: JsonObject): void {
    for (const [place, entry] of Object.entries(this.#packages)) {
      if (isJsonObject(entry)) this.#add(place, entry, document);
      else this.#list.find('inventory-entry', pointerOf(place), 'No object');
    }
    const own: string[] = [];
    for (const [place, entry] of Object.entries(this.#packages)) {
      if (!isJsonObject(entry) || entry.link === true) continue;
      if (!isInstalled(place)) own.push(place);
      this.#relate(place, entry);
    }
    this.#list.direct(own.flatMap((place) => this.#namedBy(place)));
  }

  #add(place: string, entry: JsonObject, document: JsonObject): void {
    if (entry.link === true) return;
    if (place.length > LIMITS.inventory.nameChars) {
      this.#list.find('inventory-size', '/packages', `A place of ${place.length} characters`);
      return;
    }
    const last = place.lastIndexOf('node_modules/');
    const lies = last < 0 ? place.slice(place.lastIndexOf('/') + 1) : place.slice(last + 13);
    const fullName =
      textOf(entry, 'name') ?? (place === '' ? (textOf(document, 'name') ?? 'project') : lies);
    const given = textOf(entry, 'version') ?? (place === '' ? textOf(document, 'version') : '');
    const version = plainVersion(given);
    const own = !isInstalled(place);
    const license = textOf(entry, 'license');
    const ref = this.#list.add({
      key: place === '' ? '.' : place,
      path: pointerOf(place),
      type: own ? 'application' : 'library',
      ...splitScope(fullName),
      version,
      purl: npmPurl(fullName, version, textOf(entry, 'resolved')),
      hashes: integrityDigests(textOf(entry, 'integrity') ?? ''),
      licenses: license === undefined ? [] : [license],
      development: entry.dev === true,
      optional: entry.optional === true || entry.devOptional === true,
    });
    if (ref !== null && place === '') this.#list.root = ref;
    if (ref !== null) this.#list.stated(ref);
  }

  #relate(place: string, entry: JsonObject): void {
    const from = this.#refOf(place);
    if (!this.#list.has(from)) return;
    const own = !isInstalled(place);
    if (own && place !== '' && this.#list.root !== null) {
      this.#list.contains(this.#list.root, from, pointerOf(place));
    }
    const optional = objectOf(entry, 'optionalDependencies');
    for (const kind of own ? OWN_NEEDS : NEEDS) {
      for (const name of namesIn(objectOf(entry, kind))) {
        const target = this.#lookUp(place, name);
        const path = `${pointerOf(place)}/${kind}/${escapeToken(name)}`;
        if (target !== null) this.#list.relate(from, this.#refOf(target), path);
        // What is optional, and a peer, may be left out; in old files `dependencies` repeats them.
        else if (kind === 'dependencies' && memberOf(optional, name) === undefined) {
          this.#list.find('inventory-dangling', path, shown(name));
        }
      }
    }
  }

  /** The places of what a project of this file asks for by itself. */
  #namedBy(place: string): string[] {
    const entry = objectOf(this.#packages, place);
    return OWN_NEEDS.flatMap((kind) => namesIn(objectOf(entry, kind))).flatMap((name) => {
      const target = this.#lookUp(place, name);
      return target === null ? [] : [this.#refOf(target)];
    });
  }

  /** Node's way: node_modules of the folder, then of the folder above it, and so on. */
  #lookUp(from: string, name: string): string | null {
    let folder = from;
    for (let steps = 0; steps < LIMITS.inventory.folderDepth * 2; steps++) {
      if (!folder.endsWith('node_modules')) {
        const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
        const entry = objectOf(this.#packages, place);
        if (entry !== undefined) return linkedPlace(place, entry, this.#packages);
      }
      if (folder === '') return null;
      const slash = folder.lastIndexOf('/');
      folder = slash < 0 ? '' : folder.slice(0, slash);
    }
    return null;
  }

  #refOf(place: string): string {
    return this.#list.refOf(place === '' ? '.' : place);
  }
}

/** A link lies in node_modules and leads to a folder of the project. */
function linkedPlace(place: string, entry: JsonObject, packages: JsonObject): string {
  const target = entry.link === true ? textOf(entry, 'resolved') : undefined;
  return target !== undefined && objectOf(packages, target) !== undefined ? target : place;
}

function isInstalled(place: string): boolean {
  return place.startsWith('node_modules/') || place.includes('/node_modules/');
}

function pointerOf(place: string): string {
  return `/packages/${escapeToken(place)}`;
}

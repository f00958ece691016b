/** Java archives: pom.properties of Maven, else the manifest; archives within archives. */
import { LIMITS } from '../../../core/limits.ts';
import type { PurlComponents } from '../../purl/index.ts';
import type { PartsList } from '../parts.ts';
import { baseName, linesOf } from '../text.ts';
import { type Inflate, openMember, readZip, type ZipMember } from './zip.ts';

const ARCHIVE = /\.(?:jar|war|ear|jpi|hpi|par|sar|rar|lpkg|nar|kar)$/i;

export function isJavaArchive(path: string): boolean {
  return ARCHIVE.test(path);
}

interface Work {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly inside: string | null;
  readonly depth: number;
}

interface Coordinates {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

/** Adds what the archive is, what it has been made of, and the archives in it. */
export function addJavaArchive(
  path: string,
  bytes: Uint8Array,
  inflate: Inflate,
  list: PartsList,
): void {
  let room: number = LIMITS.inventory.archiveBytes;
  const work: Work[] = [{ path, bytes, inside: null, depth: 0 }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const members = readZip(next.bytes);
    if (members === null) {
      list.find('inventory-form', next.path, 'No ZIP archive');
      continue;
    }
    const { bytes: whole, depth, path: place } = next;
    const open = (member: ZipMember, most: number) => {
      const opened = openMember(whole, member, Math.min(most, room), inflate);
      if (opened === null) list.find('inventory-size', `${place}!/${member.name}`, 'Not opened');
      else room -= opened.length;
      return opened;
    };
    const ref = addArchive(next, members, open, list);
    for (const member of members.filter(({ name }) => isJavaArchive(name))) {
      const inner = `${place}!/${member.name}`;
      if (depth + 1 >= LIMITS.inventory.archiveDepth)
        list.find('inventory-size', inner, 'Too deep');
      else {
        const opened = open(member, LIMITS.inventory.memberBytes);
        if (opened !== null)
          work.push({ path: inner, bytes: opened, inside: ref, depth: depth + 1 });
      }
    }
  }
}

type Open = (member: ZipMember, most: number) => Uint8Array | null;

/** One component for the archive itself, one for each artifact that was merged into it. */
function addArchive(
  { path, inside }: Work,
  members: readonly ZipMember[],
  open: Open,
  list: PartsList,
): string | null {
  const poms = members
    .filter(({ name }) => /^META-INF\/maven\/[^/]+\/[^/]+\/pom\.properties$/.test(name))
    .flatMap((member) => coordinatesOf(path, member, open) ?? []);
  const stem = baseName(path).replace(ARCHIVE, '');
  const own = poms.find(({ name }) => stem === name || stem.startsWith(`${name}-`));
  const itself =
    own ?? (poms.length === 1 ? poms[0] : undefined) ?? fromManifest(path, members, open);
  if (itself === null) return inside;
  const ref = addArtifact(path, itself, list);
  if (ref !== null && inside !== null) list.contains(inside, ref, path);
  for (const other of poms) {
    if (other === itself) continue;
    const merged = addArtifact(other.path, other, list);
    if (merged !== null && ref !== null) list.contains(ref, merged, other.path);
  }
  return ref ?? inside;
}

function addArtifact(key: string, found: Coordinates, list: PartsList): string | null {
  const { group, name, version, path } = found;
  const purl: PurlComponents | null =
    group === '' ? null : { type: 'maven', namespace: group, name, version };
  return list.add({ key, path, group, name, version, ...(purl === null ? {} : { purl }) });
}

function coordinatesOf(path: string, member: ZipMember, open: Open): Coordinates | null {
  const bytes = open(member, LIMITS.inventory.manifestBytes);
  const said = new Map<string, string>();
  for (const { text } of linesOf(new TextDecoder().decode(bytes ?? new Uint8Array(0)))) {
    const pair = /^\s*(groupId|artifactId|version)\s*[=:]\s*(.*?)\s*$/.exec(text.slice(0, 1_024));
    if (pair !== null) said.set(pair[1] ?? '', pair[2] ?? '');
  }
  const name = said.get('artifactId') ?? '';
  const version = said.get('version') ?? '';
  // A placeholder that the build has not filled in says nothing.
  if (name === '' || version.includes('${')) return null;
  return { group: said.get('groupId') ?? '', name, version, path: `${path}!/${member.name}` };
}

/** The JAR manifest: lines that begin with a blank go on the one before. */
function fromManifest(path: string, members: readonly ZipMember[], open: Open): Coordinates | null {
  const member = members.find(({ name }) => name.toUpperCase() === 'META-INF/MANIFEST.MF');
  const bytes = member === undefined ? null : open(member, LIMITS.inventory.manifestBytes);
  const text = new TextDecoder().decode(bytes ?? new Uint8Array(0)).replace(/\r?\n /g, '');
  const said = new Map<string, string>();
  for (const { text: line } of linesOf(text)) {
    if (line === '') break;
    const colon = line.indexOf(': ');
    if (colon > 0) said.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 2).trim());
  }
  const stem = /^(.+?)-(\d[^/]*)$/.exec(baseName(path).replace(ARCHIVE, ''));
  const name = stem?.[1] ?? baseName(path).replace(ARCHIVE, '');
  const version =
    stem?.[2] ?? said.get('implementation-version') ?? said.get('bundle-version') ?? '';
  // The group of Maven is not in a manifest; what names it is used by convention only.
  const group = said.get('implementation-vendor-id') ?? '';
  const named = /^[A-Za-z0-9_.-]+$/.test(group) && group.includes('.');
  return name === '' ? null : { group: named ? group : '', name, version, path };
}

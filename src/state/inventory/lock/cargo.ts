/** Cargo.lock, versions 1 to 4 (The Cargo Book, "Cargo.toml vs Cargo.lock"; cargo::core::resolver). */
import { objectOf, objectsOf, textOf, textsOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import type { PurlComponents } from '../../purl/index.ts';
import { hexDigest } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { Parts, PartsReader, SourceFile } from '../model.ts';
import type { PartsList } from '../parts.ts';
import { readTomlLock } from './toml-lock.ts';

export const CARGO_LOCK: PartsReader = {
  kind: 'cargo',
  names: /^cargo\.lock$/,
  beside: [],
  read: (file: SourceFile): Parts => readTomlLock(file, 'Cargo.lock', readCargo),
};

interface Crate {
  readonly entry: JsonObject;
  readonly path: string;
  readonly ref: string;
  readonly name: string;
  readonly version: string;
  readonly source: string | undefined;
}

function readCargo(document: JsonObject, list: PartsList): void {
  const version = document.version;
  if (version !== undefined && version !== 3 && version !== 4) {
    list.find('inventory-version', '/version', `version ${shown(String(version))} is not 3 or 4`);
  }
  const crates = cratesOf(document, list);
  const byName = new Map<string, Crate[]>();
  for (const crate of crates) {
    byName.set(crate.name, [...(byName.get(crate.name) ?? []), crate]);
  }
  const needed = new Set<string>();
  const direct: string[] = [];
  for (const crate of crates) {
    list.stated(crate.ref);
    textsOf(crate.entry, 'dependencies').forEach((wanted, i) => {
      const path = `${crate.path}/dependencies/${i}`;
      const found = cratesFor(wanted, byName);
      if (found === null) list.find('inventory-dangling', path, shown(wanted));
      else {
        list.relate(crate.ref, found.ref, path);
        needed.add(found.ref);
        if (crate.source === undefined) direct.push(found.ref);
      }
    });
  }
  const own = crates.filter(({ source, ref }) => source === undefined && !needed.has(ref));
  list.root = own.length === 1 ? (own[0]?.ref ?? null) : null;
  list.direct(direct);
}

function cratesOf(document: JsonObject, list: PartsList): Crate[] {
  const crates: Crate[] = [];
  const sums = objectOf(document, 'metadata');
  const root = objectOf(document, 'root');
  const entries = [...objectsOf(document, 'package', '')];
  // Before 2018 the package at the root stood apart.
  if (root !== undefined) entries.unshift({ entry: root, path: '/root' });
  for (const { entry, path } of entries) {
    const name = textOf(entry, 'name');
    const version = textOf(entry, 'version');
    if (name === undefined || version === undefined) {
      list.find('inventory-entry', path, 'name and version');
      continue;
    }
    const source = textOf(entry, 'source');
    const sum =
      textOf(entry, 'checksum') ?? textOf(sums, `checksum ${name} ${version} (${source})`) ?? '';
    const ref = list.add({
      key: source === undefined ? `${name}@${version}` : `${name}@${version} ${source}`,
      path,
      type: source === undefined ? 'application' : 'library',
      name,
      version,
      purl: cratePurl(name, version, source),
      hashes: hexDigest('sha256', sum),
    });
    if (ref !== null) crates.push({ entry, path, ref, name, version, source });
  }
  return crates;
}

const CRATES_IO = new Set([
  'registry+https://github.com/rust-lang/crates.io-index',
  'sparse+https://index.crates.io/',
]);

function cratePurl(name: string, version: string, source: string | undefined): PurlComponents {
  const elsewhere: Record<string, string> = {};
  if (source?.startsWith('git+')) elsewhere.vcs_url = source;
  else if (source !== undefined && !CRATES_IO.has(source)) {
    elsewhere.repository_url = source.replace(/^(?:registry|sparse)\+/, '');
  }
  return { type: 'cargo', name, version, qualifiers: elsewhere };
}

/** `name`, `name version` or `name version (source)`: as little as tells it from the others. */
function cratesFor(wanted: string, byName: ReadonlyMap<string, readonly Crate[]>): Crate | null {
  const [name = '', version, source] = wanted.split(' ', 3);
  const found = (byName.get(name) ?? []).filter(
    (crate) =>
      (version === undefined || crate.version === version) &&
      (source === undefined || withoutCommit(crate.source) === withoutCommit(source.slice(1, -1))),
  );
  return found[0] ?? null;
}

/** A dependency names a git source without the commit that the package has behind #. */
function withoutCommit(source: string | undefined): string {
  return (source ?? '').split('#')[0] ?? '';
}

/** A file that lists components, whatever its form, as an SBOM. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CybexError } from '../core/error.ts';
import type { Issue } from '../core/issue.ts';
import { LIMITS } from '../core/limits.ts';
import {
  inventoryOf,
  inventoryOfParts,
  lockReaderOf,
  type Parts,
  readAssetList,
  readDpkg,
  readLockFile,
  readOsRelease,
  readRpmList,
} from '../state/inventory/index.ts';
import { readSbom, type Sbom } from '../state/sbom/index.ts';
import { filePortOf } from './file-port.ts';
import { openInput } from './input.ts';

export interface GivenSbom {
  readonly sbom: Sbom;
  /** `CycloneDX 1.6`, `Cargo.lock` … */
  readonly form: string;
  readonly issues: readonly Issue[];
}

/** Throws CybexError `invalid-argument` for what is no SBOM, no lock file and no folder. */
export async function sbomOfFile(file: string): Promise<GivenSbom> {
  if (isFolder(file)) {
    const { sbom, issues } = await inventoryOf(await filePortOf(file), file);
    return { sbom, form: 'folder', issues };
  }
  const name = file.replace(/\.gz$/, '');
  if (lockReaderOf(name) !== undefined) {
    const around = { beside: (other: string) => besideOf(file, other) };
    return ofParts(name, readLockFile(name, await bytesOf(file), around));
  }
  if (/(?:^|\/)dpkg\/status(?:\.d\/[^/]+)?$/.test(name)) {
    return ofParts(name, readDpkg({ path: name, bytes: await bytesOf(file) }, hostOf(name)));
  }
  if (/\.[ct]sv$/i.test(name)) return ofParts(name, readAssetList(name, await bytesOf(file)).parts);
  // The stated form of `rpm -qa`, kept in a file of this name beside the os-release of its host.
  if (/(?:^|\/)rpm-qa(?:[-.][^/]*)?\.txt$/.test(name)) {
    const release = besideOf(file, 'os-release');
    const host = release === undefined ? null : readOsRelease(release);
    return ofParts(name, readRpmList({ path: name, bytes: await bytesOf(file) }, host));
  }
  const { sbom, version, issues } = readSbom(await bytesOf(file));
  if (sbom !== null) return { sbom, form: `${sbom.format} ${version}`, issues };
  throw new CybexError('invalid-argument', `${file}: ${issues[0]?.message ?? 'no SBOM'}`);
}

/** What is not there is wrong use and no fault of the program. */
export function isFolder(file: string): boolean {
  if (file === '-') return false;
  const kind = statSync(file, { throwIfNoEntry: false });
  if (kind === undefined) throw new CybexError('invalid-argument', `There is no file ${file}.`);
  return kind.isDirectory();
}

function ofParts(name: string, parts: Parts): GivenSbom {
  const sbom = inventoryOfParts([parts], { name });
  return { sbom, form: parts.form, issues: parts.issues };
}

function besideOf(file: string, name: string): Uint8Array | undefined {
  const path = join(dirname(file), name);
  const kind = statSync(path, { throwIfNoEntry: false });
  const small = kind?.isFile() === true && kind.size <= LIMITS.inventory.fileBytes;
  return small ? readFileSync(path) : undefined;
}

/** The os-release of the tree in which the database lies. */
function hostOf(database: string) {
  const tree = database.replace(/(?:^|\/)var\/lib\/dpkg\/.*$/s, '');
  const path = join(tree === '' ? '/' : tree, 'etc/os-release');
  return existsSync(path) ? readOsRelease(readFileSync(path)) : null;
}

export async function bytesOf(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openInput(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

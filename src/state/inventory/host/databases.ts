/** The package databases of a host or an image, and which files belong to their packages. */
import { LIMITS } from '../../../core/limits.ts';
import type { Parts } from '../model.ts';
import { noParts } from '../parts.ts';
import { below, type FilePort } from '../port.ts';
import { linesOf, textOfBytes } from '../text.ts';
import { readApk } from './apk.ts';
import { readDpkg } from './dpkg.ts';
import { type Distribution, readOsRelease } from './os-release.ts';
import { RPM_QUERY, readRpmRows } from './rpm.ts';

export interface HostPackages {
  readonly distribution: Distribution | null;
  readonly parts: readonly Parts[];
  /** Paths of files that came with a package: what lies in them is that package's. */
  readonly owned: ReadonlySet<string>;
}

const DPKG = 'var/lib/dpkg';
const APK = ['lib/apk/db/installed', 'usr/lib/apk/db/installed'];
const RPM = ['usr/lib/sysimage/rpm', 'var/lib/rpm'];
/** Databases of rpm before 4.16 and of SUSE, which are not read here. */
const RPM_OTHER = ['Packages', 'Packages.db'];

/** Empty where what is looked at is neither a host nor an image. */
export async function readHostPackages(port: FilePort): Promise<HostPackages> {
  const distribution = await distributionOf(port);
  const parts: Parts[] = [];
  const owned = new Set<string>();
  for (const found of [
    await dpkgPackages(port, distribution, owned),
    await apkPackages(port, distribution, owned),
    await rpmPackages(port, distribution, owned),
  ]) {
    parts.push(...found);
  }
  return { distribution, parts, owned };
}

async function distributionOf(port: FilePort): Promise<Distribution | null> {
  // The first is a link to the second on most hosts.
  for (const path of ['etc/os-release', 'usr/lib/os-release']) {
    const bytes = await port.read(path, LIMITS.inventory.manifestBytes);
    if (bytes !== null) return readOsRelease(bytes);
  }
  return null;
}

async function dpkgPackages(
  port: FilePort,
  distribution: Distribution | null,
  owned: Set<string>,
): Promise<Parts[]> {
  const parts: Parts[] = [];
  const status = await port.read(`${DPKG}/status`, LIMITS.inventory.fileBytes);
  if (status !== null) {
    parts.push(readDpkg({ path: `${DPKG}/status`, bytes: status }, distribution));
    await dpkgFiles(port, owned);
  }
  for (const { name, kind } of (await port.list(`${DPKG}/status.d`)) ?? []) {
    if (kind !== 'file' || name.endsWith('.md5sums')) continue;
    const path = `${DPKG}/status.d/${name}`;
    const bytes = await port.read(path, LIMITS.inventory.manifestBytes);
    if (bytes !== null) parts.push(readDpkg({ path, bytes }, distribution));
  }
  return parts;
}

/** info/NAME.list has the paths of a package, one a line. */
async function dpkgFiles(port: FilePort, owned: Set<string>): Promise<void> {
  for (const { name } of (await port.list(`${DPKG}/info`)) ?? []) {
    if (!name.endsWith('.list')) continue;
    const bytes = await port.read(`${DPKG}/info/${name}`, LIMITS.inventory.memberBytes);
    for (const { text } of linesOf(bytes === null ? '' : (textOfBytes(bytes) ?? ''))) {
      own(text.replace(/^\//, ''), owned);
    }
  }
}

/** Where /lib is a link to /usr/lib, packages may still name the first. */
function own(path: string, owned: Set<string>): void {
  owned.add(path);
  if (/^(?:s?bin|lib[0-9a-z]*)\//.test(path)) owned.add(`usr/${path}`);
}

async function apkPackages(
  port: FilePort,
  distribution: Distribution | null,
  owned: Set<string>,
): Promise<Parts[]> {
  for (const path of APK) {
    const bytes = await port.read(path, LIMITS.inventory.fileBytes);
    if (bytes === null) continue;
    const database = readApk({ path, bytes }, distribution);
    for (const file of database.owned) own(file, owned);
    return [database.parts];
  }
  return [];
}

async function rpmPackages(
  port: FilePort,
  distribution: Distribution | null,
  owned: Set<string>,
): Promise<Parts[]> {
  for (const folder of RPM) {
    const names = new Set(((await port.list(folder)) ?? []).map(({ name }) => name));
    if (names.has('rpmdb.sqlite')) {
      const path = below(folder, 'rpmdb.sqlite');
      const rows = (await port.rows?.(path, RPM_QUERY)) ?? null;
      if (rows === null) return [unread(path)];
      const database = readRpmRows(path, rows, distribution);
      for (const file of database.owned) own(file, owned);
      return [database.parts];
    }
    const other = RPM_OTHER.find((name) => names.has(name));
    if (other !== undefined) return [unread(below(folder, other))];
  }
  return [];
}

function unread(path: string): Parts {
  const detail = 'Give the packages as a list, "rpm -qa" in the stated form, instead';
  return noParts(path, 'rpm database', 'inventory-unread', detail);
}

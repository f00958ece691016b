/**
 * Packages of rpm: from the SQLite database (`rpmdb.sqlite`, rpm 4.16 and later), whose rows the
 * caller reads, or from a list in the stated form.
 */
import { LIMITS } from '../../../core/limits.ts';
import { shown } from '../issues.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';
import { type Distribution, distroOf } from './os-release.ts';
import { RPM_TAG, type RpmHeader, readRpmHeader } from './rpm-header.ts';

/** What to ask of the database: each row is a number and a header. */
export const RPM_QUERY = 'SELECT hnum, blob FROM Packages ORDER BY hnum';

/** The stated form: `rpm -qa --queryformat` with this text; one package a line. */
export const RPM_LIST_FORMAT =
  '%{NAME}\\t%{EPOCH}\\t%{VERSION}\\t%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\t%{MODULARITYLABEL}\\t%{LICENSE}\\t%{VENDOR}\\n';

export interface RpmDatabase {
  readonly parts: Parts;
  readonly owned: ReadonlySet<string>;
}

/** One package, wherever it was read. */
interface RpmPackage {
  readonly path: string;
  readonly name: string;
  /** Empty where there is none, which compares like 0. */
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
  readonly arch: string;
  readonly sourceRpm: string;
  readonly modularity: string;
  readonly license: string;
  readonly vendor: string;
}

/** Rows of RPM_QUERY; what is no header is told and left out. */
export function readRpmRows(
  path: string,
  rows: readonly (readonly unknown[])[],
  distribution: Distribution | null,
): RpmDatabase {
  const list = new PartsList(path, 'rpm database');
  const owned = new Set<string>();
  const provided = new Map<string, string>();
  const added: { ref: string; header: RpmHeader; place: string }[] = [];
  for (const [number, blob] of rows) {
    const place = `Packages/${String(number)}`;
    const header = blob instanceof Uint8Array ? readRpmHeader(blob) : null;
    if (header === null) {
      list.find('inventory-entry', place, 'No header');
      continue;
    }
    for (const file of filesOf(header)) owned.add(file);
    const ref = addPackage(packageOf(header, place), distribution, list);
    if (ref === null) continue;
    added.push({ ref, header, place });
    for (const name of header.texts(RPM_TAG.provides)) provided.set(name, ref);
  }
  for (const { ref, header, place } of added) {
    list.stated(ref);
    for (const wanted of header.texts(RPM_TAG.requires)) {
      const target = provided.get(wanted);
      if (target !== undefined && target !== ref) list.relate(ref, target, place);
    }
  }
  return { parts: list.done(), owned };
}

/** A list in the form of RPM_LIST_FORMAT. */
export function readRpmList(file: SourceFile, distribution: Distribution | null): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null) return noParts(file.path, 'rpm -qa', 'inventory-size', 'The list');
  const list = new PartsList(file.path, 'rpm -qa');
  for (const { text: line, number } of linesOf(text)) {
    if (line.trim() === '') continue;
    const cells = line.slice(0, LIMITS.inventory.nameChars).split('\t').map(unsaid);
    const [name = '', epoch = '', version = '', release = '', arch = '', sourceRpm = ''] = cells;
    const path = `line:${number}`;
    if (cells.length < 6) {
      list.find('inventory-entry', path, shown(line));
      continue;
    }
    const [modularity = '', license = '', vendor = ''] = cells.slice(6);
    const said = { path, name, epoch, version, release, arch, sourceRpm };
    addPackage({ ...said, modularity, license, vendor }, distribution, list);
  }
  return list.done();
}

function unsaid(cell: string): string {
  return cell === '(none)' ? '' : cell;
}

function packageOf(header: RpmHeader, path: string): RpmPackage {
  const [epoch] = header.numbers(RPM_TAG.epoch);
  return {
    path,
    name: header.text(RPM_TAG.name),
    epoch: epoch === undefined ? '' : String(epoch),
    version: header.text(RPM_TAG.version),
    release: header.text(RPM_TAG.release),
    arch: header.text(RPM_TAG.arch),
    sourceRpm: header.text(RPM_TAG.sourceRpm),
    modularity: header.text(RPM_TAG.modularity),
    license: header.text(RPM_TAG.license),
    vendor: header.text(RPM_TAG.vendor),
  };
}

/** Keys that sign packages stand among them and are none. */
function addPackage(
  each: RpmPackage,
  distribution: Distribution | null,
  list: PartsList,
): string | null {
  const { path, name, epoch, version, release, arch, license, vendor } = each;
  if (name === 'gpg-pubkey') return null;
  if (name === '' || version === '' || release === '') {
    list.find('inventory-entry', path, `${shown(name)} ${shown(`${version}-${release}`)}`);
    return null;
  }
  const whole = `${version}-${release}`;
  return list.add({
    key: `${name}-${whole}.${arch}`,
    path,
    name,
    version: epoch === '' ? whole : `${epoch}:${whole}`,
    purl: {
      type: 'rpm',
      namespace: vendorOf(distribution),
      name,
      version: whole,
      qualifiers: {
        arch,
        epoch,
        distro: distroOf(distribution),
        upstream: each.sourceRpm,
        rpmmod: each.modularity,
      },
    },
    licenses: license === '' ? [] : [license],
    ...(vendor === '' ? {} : { supplier: { name: vendor, urls: [] } }),
  });
}

/** Type rpm: the vendor; os-release calls some of them otherwise than package URLs do. */
function vendorOf(distribution: Distribution | null): string {
  const id = distribution?.id ?? 'redhat';
  if (id.startsWith('opensuse')) return 'opensuse';
  if (id.startsWith('sle')) return 'suse';
  return id === 'rhel' ? 'redhat' : id;
}

/** Folders and names stand apart; an index joins them. */
function* filesOf(header: RpmHeader): Generator<string> {
  const folders = header.texts(RPM_TAG.folders);
  const indexes = header.numbers(RPM_TAG.folderIndexes);
  const names = header.texts(RPM_TAG.baseNames);
  for (let i = 0; i < names.length; i++) {
    const folder = folders[indexes[i] ?? -1];
    if (folder !== undefined) yield `${folder}${names[i]}`.replace(/^\//, '');
  }
}

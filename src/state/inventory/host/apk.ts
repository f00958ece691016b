/** The database of apk: /lib/apk/db/installed (Alpine wiki, "Apk spec", "Installed database"). */
import { LIMITS } from '../../../core/limits.ts';
import { shown } from '../issues.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';
import { type Distribution, distroOf } from './os-release.ts';

const FORM = 'apk installed';

/** The fields of one package: one letter, a colon, a value. */
interface Entry {
  readonly fields: ReadonlyMap<string, string>;
  readonly path: string;
  /** Its files, as paths from the root. */
  readonly files: readonly string[];
}

export interface ApkDatabase {
  readonly parts: Parts;
  readonly owned: ReadonlySet<string>;
}

/** Packages, who needs whom, and the files that belong to them. */
export function readApk(file: SourceFile, distribution: Distribution | null): ApkDatabase {
  const owned = new Set<string>();
  const text = textOfBytes(file.bytes);
  if (text === null) {
    return { parts: noParts(file.path, FORM, 'inventory-size', 'The database'), owned };
  }
  const list = new PartsList(file.path, FORM);
  const provided = new Map<string, string>();
  const added: { ref: string; entry: Entry }[] = [];
  for (const entry of entriesOf(text, list)) {
    for (const path of entry.files) owned.add(path);
    const ref = addPackage(entry, distribution, list);
    if (ref === null) continue;
    added.push({ ref, entry });
    const names = [entry.fields.get('P') ?? '', ...wordsOf(entry.fields.get('p'))];
    for (const name of names) {
      const bare = bareName(name);
      if (!provided.has(bare)) provided.set(bare, ref);
    }
  }
  for (const { ref, entry } of added) {
    list.stated(ref);
    for (const wanted of wordsOf(entry.fields.get('D'))) {
      // `!name` is a conflict.
      const target = wanted.startsWith('!') ? undefined : provided.get(bareName(wanted));
      if (target !== undefined && target !== ref) list.relate(ref, target, entry.path);
    }
  }
  return { parts: list.done(), owned };
}

function* entriesOf(text: string, list: PartsList): Generator<Entry> {
  let fields = new Map<string, string>();
  let files: string[] = [];
  let folder = '';
  let first = 0;
  for (const { text: line, number } of linesOf(text)) {
    if (line === '') {
      if (first > 0) yield { fields, path: `line:${first}`, files };
      [fields, files, folder, first] = [new Map(), [], '', 0];
      continue;
    }
    if (first === 0) first = number;
    const sign = line[0] ?? '';
    const value = line.slice(2);
    if (line[1] !== ':') list.find('inventory-syntax', `line:${number}`, shown(line));
    else if (sign === 'F') folder = value;
    else if (sign === 'R') files.push(folder === '' ? value : `${folder}/${value}`);
    else if (!fields.has(sign)) fields.set(sign, value);
  }
  if (first > 0) yield { fields, path: `line:${first}`, files };
}

function addPackage(
  { fields, path }: Entry,
  distribution: Distribution | null,
  list: PartsList,
): string | null {
  const name = fields.get('P') ?? '';
  const version = fields.get('V') ?? '';
  if (name === '' || version === '') {
    list.find('inventory-entry', path, `P ${shown(name)}, V ${shown(version)}`);
    return null;
  }
  const origin = fields.get('o') ?? '';
  const license = fields.get('L') ?? '';
  return list.add({
    key: name,
    path,
    name,
    version,
    purl: {
      type: 'apk',
      namespace: distribution?.id ?? 'alpine',
      name,
      version,
      qualifiers: {
        arch: fields.get('A') ?? '',
        distro: distroOf(distribution),
        upstream: origin === name ? '' : origin,
      },
    },
    licenses: license === '' ? [] : [license],
    ...(distribution === null ? {} : { supplier: { name: distribution.prettyName, urls: [] } }),
  });
}

function wordsOf(text: string | undefined): readonly string[] {
  const bounded = (text ?? '').slice(0, LIMITS.inventory.manifestBytes);
  return bounded.split(' ').filter((word) => word !== '');
}

/** `so:libc.so.1=1.2`, `busybox>=1.36`, `x~1`, `x@edge` without what follows the name. */
function bareName(relation: string): string {
  return relation.split(/[<>=~@]/)[0] ?? relation;
}

/** Lists of assets that people keep in spreadsheets, as CSV: what, of whom, which version, whose. */

import { LIMITS } from '../../core/limits.ts';
import { type CsvRecord, type CsvSeparator, readCsv } from '../../core/text/csv.ts';
import { parsePurl } from '../purl/index.ts';
import { shown } from './issues.ts';
import type { Parts } from './model.ts';
import { noParts, PartsList } from './parts.ts';

export type AssetColumn = 'name' | 'vendor' | 'version' | 'cpe' | 'purl' | 'owner' | 'criticality';

export interface AssetListOptions {
  /** Names of columns that are called otherwise than any of HEADINGS. */
  readonly columns?: Readonly<Partial<Record<AssetColumn, string>>>;
  /** Label of the Encoding Standard, e.g. `shift_jis`; default: told by the bytes. */
  readonly encoding?: string;
}

/** Who answers for an asset, and how much it matters, as the list says it. */
export interface AssetNote {
  readonly ref: string;
  readonly owner?: string;
  readonly criticality?: string;
}

export interface AssetList {
  readonly parts: Parts;
  readonly notes: readonly AssetNote[];
}

/** What people call the columns; without regard to case, width and blanks. */
const HEADINGS: Readonly<Record<AssetColumn, readonly string[]>> = {
  name: [
    'name',
    'product',
    'productname',
    'software',
    'asset',
    'assetname',
    'component',
    '名称',
  ].concat([
    '名前',
    '製品',
    '製品名',
    'ソフトウェア',
    'ソフトウェア名',
    '資産名',
    '機器名',
    '品名',
  ]),
  vendor: ['vendor', 'publisher', 'manufacturer', 'supplier', 'maker', 'ベンダー', 'ベンダ'].concat(
    ['メーカー', 'メーカ', '製造元', '開発元', '発行元', '提供元'],
  ),
  version: ['version', 'release', 'ver', 'バージョン', 'ver.', '版', '版数'],
  cpe: ['cpe', 'cpe23', 'cpe2.3', 'cpename'],
  purl: ['purl', 'packageurl', 'パッケージurl'],
  owner: [
    'owner',
    'responsible',
    'department',
    '所有者',
    '管理者',
    '担当者',
    '担当',
    '部署',
    '管理部署',
  ],
  criticality: ['criticality', 'importance', 'severity', 'priority', '重要度', '優先度'],
};
const COLUMNS = Object.keys(HEADINGS) as AssetColumn[];
const FORM = 'asset list';

/** Never throws: a row that names nothing becomes a finding, the others count. */
export function readAssetList(
  path: string,
  bytes: Uint8Array,
  options: AssetListOptions = {},
): AssetList {
  if (bytes.length > LIMITS.inventory.fileBytes) {
    return { parts: noParts(path, FORM, 'inventory-size', `${bytes.length} bytes`), notes: [] };
  }
  const list = new PartsList(path, FORM);
  const notes: AssetNote[] = [];
  const text = decode(bytes, options.encoding, list);
  const records = text === null ? null : readCsv(text, separatorOf(text));
  const head = records?.next();
  const columns = head?.done === false ? columnsOf(head.value, options, list) : null;
  if (records == null || columns === null) {
    if (text !== null && head?.done !== false) list.find('inventory-form', '', 'No line');
    return { parts: list.done(), notes };
  }
  for (const record of records) {
    const note = addAsset(record, columns, list);
    if (note !== null && (note.owner ?? note.criticality) !== undefined) notes.push(note);
  }
  return { parts: list.done(), notes };
}

type Columns = ReadonlyMap<AssetColumn, number>;

/** Null where nothing says what an asset is. */
function columnsOf(
  { fields }: CsvRecord,
  { columns = {} }: AssetListOptions,
  list: PartsList,
): Columns | null {
  const found = new Map<AssetColumn, number>();
  const names = fields.map(folded);
  for (const column of COLUMNS) {
    const said = columns[column];
    const wanted = said === undefined ? HEADINGS[column] : [folded(said)];
    const at = names.findIndex((name) => wanted.includes(name));
    if (at >= 0) found.set(column, at);
  }
  if (found.has('name') || found.has('cpe') || found.has('purl')) return found;
  list.find('inventory-column', 'line:1', shown(fields.join(', ')));
  return null;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-"']/g, '');
}

function addAsset(record: CsvRecord, columns: Columns, list: PartsList): AssetNote | null {
  const path = `line:${record.line}`;
  if (record.broken) list.find('inventory-syntax', path, 'A quotation is broken');
  const cell = (column: AssetColumn): string => {
    const at = columns.get(column);
    return at === undefined ? '' : textOfCell(record.fields[at] ?? '', path, list);
  };
  const said = { vendor: cell('vendor'), owner: cell('owner'), criticality: cell('criticality') };
  const purl = purlOf(cell('purl'), path, list);
  const cpe = cpeOf(cell('cpe'), path, list);
  const name = cell('name') || purl?.name || nameOfCpe(cpe);
  if (name === '') {
    list.find('inventory-entry', path, 'Neither name nor CPE nor package URL');
    return null;
  }
  const ref = list.add({
    key: String(record.line),
    path,
    type: purl === null ? 'application' : 'library',
    name,
    version: cell('version') || purl?.version || undefined,
    ...(purl === null ? {} : { purl }),
    ...(cpe === '' ? {} : { cpes: [cpe] }),
    ...(said.vendor === '' ? {} : { supplier: { name: said.vendor, urls: [] } }),
  });
  if (ref === null) return null;
  return {
    ref,
    ...(said.owner === '' ? {} : { owner: said.owner }),
    ...(said.criticality === '' ? {} : { criticality: said.criticality }),
  };
}

/**
 * A cell is text. `="1.10"` is how spreadsheets keep a version from becoming a number; whatever else
 * begins like a formula is told, since it would run in the next spreadsheet that opens it.
 */
function textOfCell(field: string, path: string, list: PartsList): string {
  const text = field.trim();
  const kept = /^="((?:[^"]|"")*)"$/.exec(text);
  if (kept !== null) return (kept[1] ?? '').replaceAll('""', '"').trim();
  if (/^[=@]|^[+-](?![\d.])/.test(text) || /^[\t\r]/.test(field)) {
    list.find('inventory-formula', path, shown(text));
  }
  return text;
}

function purlOf(text: string, path: string, list: PartsList) {
  if (text === '') return null;
  const parsed = parsePurl(text);
  if (parsed.ok) return parsed.value;
  list.find('inventory-purl', path, parsed.issues[0]?.message ?? shown(text));
  return null;
}

function cpeOf(text: string, path: string, list: PartsList): string {
  if (text === '' || /^cpe:(?:2\.3:[aho*-]:|\/[aho]:)/.test(text)) return text;
  list.find('inventory-entry', path, `${shown(text)} is no CPE name`);
  return '';
}

/** The product of a name that is bound; quotes before its signs are taken away. */
function nameOfCpe(cpe: string): string {
  const parts = cpe.match(/(?:[^:\\]|\\.)+/g) ?? [];
  const product = cpe.startsWith('cpe:2.3:') ? parts[4] : parts[3];
  return (product ?? '').replace(/\\(.)/g, '$1');
}

/** By its mark, else UTF-8 where it is valid, else Shift_JIS; null for what is neither. */
function decode(bytes: Uint8Array, encoding: string | undefined, list: PartsList): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const other = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const tried = [encoding ?? marked ?? other ?? 'utf-8', 'shift_jis'];
  for (const label of tried.slice(0, encoding === undefined ? 2 : 1)) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      if (label !== 'utf-8') list.find('inventory-encoding', '', label);
      return text;
    } catch {
      // Not in this encoding, or none of that name: the next one, or the finding below.
    }
  }
  list.find('inventory-form', '', `Neither ${tried.join(' nor ')}`);
  return null;
}

/** What stands most often in the first line, outside of quotes. */
function separatorOf(text: string): CsvSeparator {
  const line = (text.split('\n', 1)[0] ?? '').slice(0, LIMITS.inventory.manifestBytes);
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  const signs: readonly CsvSeparator[] = [',', ';', '\t'];
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

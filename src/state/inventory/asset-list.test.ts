import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AssetListOptions, readAssetList } from './asset-list.ts';
import { findingLines } from './lines.test.table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, options?: AssetListOptions) =>
  readAssetList('assets.csv', typeof text === 'string' ? bytesOf(text) : text, options);
const rows = (text: string | Uint8Array, options?: AssetListOptions) =>
  read(text, options).parts.components.map(({ name, version, supplier, purl, cpes }) =>
    [name, version, supplier?.name, purl, ...cpes].map((each) => each ?? '-').join('|'),
  );
const CPE = 'cpe:2.3:a:ex:gate\\:x:1.0:*:*:*:*:*:*:*';

type Case = readonly [
  name: string,
  text: string,
  rows: readonly string[],
  findings?: readonly string[],
];
const CASES: readonly Case[] = [
  ['plain', 'name,vendor,version\na,b,1.0\n', ['a|1.0|b|-']],
  [
    'headings in any case, order and width',
    'Ｖｅｒｓｉｏｎ,"Product Name"\n1.0,a\n',
    ['a|1.0|-|-'],
  ],
  [
    'Japanese headings',
    '製品名,ベンダー,バージョン,管理部署,重要度\nゲート,例社,1.0,総務,高\n',
    ['ゲート|1.0|例社|-'],
  ],
  ['semicolons', 'name;version\na;1,0\n', ['a|1,0|-|-']],
  ['tabs', 'name\tversion\na\t1.0\n', ['a|1.0|-|-']],
  [
    'quotes with separators and line breaks',
    'name,version\n"a, ""b""\nc",1\n',
    ['a, "b"\nc|1|-|-'],
  ],
  [
    'the name of a CPE or of a package URL',
    `cpe,purl\n${CPE},\n,pkg:npm/%40s/a@2.0\n`,
    [`gate:x|-|-|-|${CPE}`, 'a|2.0|-|pkg:npm/%40s/a@2.0'],
  ],
  ['CPE 2.2', 'name,cpe\na,cpe:/a:ex:gate:1.0\n', ['a|-|-|-|cpe:/a:ex:gate:1.0']],
  ['a version that is kept from being a number', 'name,version\na,"=""1.10"""\n', ['a|1.10|-|-']],
  [
    'formulas stay text',
    'name,version\n"=HYPERLINK(""http://x"",""y"")",1\n@cmd,1\n-cmd,1\n+cmd,-1.5\n',
    ['=HYPERLINK("http://x","y")|1|-|-', '@cmd|1|-|-', '-cmd|1|-|-', '+cmd|-1.5|-|-'],
    ['formula line:2', 'formula line:3', 'formula line:4', 'formula line:5'],
  ],
  [
    'names that are none',
    'name,cpe,purl\na,gate,pkg:x\n,,\nb,,\n',
    ['a|-|-|-', 'b|-|-|-'],
    ['purl line:2', 'entry line:2', 'entry line:3'],
  ],
  ['rows that are too short', 'name,version,cpe\na\n', ['a|-|-|-']],
  ['a broken quotation', 'name\n"a\n', ['a|-|-|-'], ['syntax line:2']],
  ['no column that says what it is', 'owner,version\nx,1\n', [], ['column line:1']],
  ['nothing', '', [], ['form']],
  ['the same twice is two assets', 'name\na\na\n', ['a|-|-|-', 'a|-|-|-']],
  ['__proto__ as heading and name', 'name,__proto__\n__proto__,x\n', ['__proto__|-|-|-']],
];
for (const [name, text, expected, findings = []] of CASES) {
  test(`asset list: ${name}`, () => {
    assert.deepEqual(rows(text), expected);
    assert.deepEqual(findingLines(read(text).parts), findings);
  });
}

test('asset list: who answers for it, and how much it matters', () => {
  const { notes } = read('name,owner,criticality\na,Aoi,high\nb,,\n');
  assert.deepEqual(notes, [{ ref: 'assets.csv#2', owner: 'Aoi', criticality: 'high' }]);
});

test('asset list: columns by the names that are given', () => {
  const options = { columns: { name: 'Spalte 1', version: 'V' } };
  assert.deepEqual(rows('spalte1,v,name\na,1,no\n', options), ['a|1|-|-']);
});

test('asset list: UTF-8 with mark, UTF-16, Shift_JIS, and what is none of them', () => {
  const text = '名称,版\nゲート,1.0\n';
  assert.deepEqual(rows(`\ufeff${text}`), ['ゲート|1.0|-|-']);
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  assert.deepEqual(rows(wide), ['ゲート|1.0|-|-']);
  assert.deepEqual(rows(Buffer.from(wide).swap16()), ['ゲート|1.0|-|-']);
  // 名称,版 and ゲート in Shift_JIS.
  const jis = Uint8Array.from([
    0x96, 0xbc, 0x8f, 0xcc, 0x2c, 0x94, 0xc5, 0x0a, 0x83, 0x51, 0x81, 0x5b, 0x83, 0x67, 0x2c, 0x31,
    0x0a,
  ]);
  assert.deepEqual(rows(jis), ['ゲート|1|-|-']);
  assert.deepEqual(findingLines(read(jis).parts), ['encoding']);
  assert.deepEqual(rows(jis, { encoding: 'shift_jis' }), ['ゲート|1|-|-']);
  assert.deepEqual(findingLines(read(jis, { encoding: 'utf-8' }).parts), ['form']);
  assert.deepEqual(findingLines(read(jis, { encoding: 'no-such' }).parts), ['form']);
  assert.deepEqual(findingLines(read(Uint8Array.from([0xff, 0xff, 0x80])).parts), ['form']);
});

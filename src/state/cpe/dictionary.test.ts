/** Dictionaries: reading, and where deprecated names lead. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { CpeDictionary, parseCpe, readDictionaryNvd, readDictionaryXml } from './index.ts';

const fs = (product: string) => `cpe:2.3:a:v:${product}:1:*:*:*:*:*:*:*`;

const item = (product: string, by: readonly string[] = [], type = 'NAME_CORRECTION') => `
  <cpe-item name="cpe:/a:v:${product}:1"${by.length > 0 ? ' deprecated="true"' : ''}>
    <title xml:lang="en-US">${product} 1</title><title xml:lang="ja-JP">製品</title>
    <references><reference href="https://v.example/">Vendor</reference></references>
    <cpe-23:cpe23-item name="${fs(product)}">${by
      .map(
        (name) =>
          `<cpe-23:deprecation date="2020-01-02T03:04:05Z"><cpe-23:deprecated-by name="${fs(name)}" type="${type}"/></cpe-23:deprecation>`,
      )
      .join('')}</cpe-23:cpe23-item>
  </cpe-item>`;

const list = (items: string) =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><cpe-list xmlns="http://cpe.mitre.org/dictionary/2.0" xmlns:cpe-23="http://scap.nist.gov/schema/cpe-extension/2.3"><generator><product_name>x</product_name></generator>${items}</cpe-list>`,
  );

test('the dictionary of NIST in XML', async () => {
  const { dictionary, issues } = await readDictionaryXml([
    list(item('a', ['b', 'c']) + item('b') + item('c')),
  ]);
  assert.deepEqual(issues, []);
  assert.equal(dictionary.size, 3);
  const entry = dictionary.get(fs('a'));
  assert.deepEqual(
    entry?.titles.map(({ language, text }) => `${language} ${text}`),
    ['en-US a 1', 'ja-JP 製品'],
  );
  assert.deepEqual(entry?.references, ['https://v.example/']);
  assert.deepEqual(entry?.deprecations, [
    { date: '2020-01-02T03:04:05Z', type: 'NAME_CORRECTION', by: fs('b') },
    { date: '2020-01-02T03:04:05Z', type: 'NAME_CORRECTION', by: fs('c') },
  ]);
  assert.deepEqual(dictionary.resolve(fs('a')), {
    names: [fs('b'), fs('c')],
    known: true,
    issues: [],
  });
});

test('a dictionary of CPE 2.2, and what is wrong with one', async () => {
  const old =
    '<cpe-item name="cpe:/a:v:x:1" deprecated="true" deprecated_by="cpe:/a:v:y:1"><title>x</title></cpe-item>';
  const read = await readDictionaryXml([list(old + item('y'))]);
  assert.deepEqual(read.dictionary.resolve(fs('x')).names, [fs('y')]);
  const bad = [
    item('y') + item('y'),
    item('y').replace(`name="${fs('y')}"`, `name="${fs('z')}"`),
    item('y').replace('name="cpe:/a:v:y:1"', 'name="cpe:/a:v:y"').replace(':y:1:', ':y:*:'),
    item('y').replace(fs('y'), 'cpe:2.3:x'),
    '<cpe-item name="cpe:/a:v:x:1" deprecated="true"><title>x</title></cpe-item>',
  ];
  const found = [];
  for (const items of bad) {
    found.push((await readDictionaryXml([list(items)])).issues.map(({ code }) => code).join());
  }
  assert.deepEqual(found, [
    'cpe-dictionary-duplicate',
    'cpe-dictionary-binding',
    'cpe-dictionary-identifier',
    'cpe-count',
    'cpe-deprecation',
  ]);
  assert.equal((await readDictionaryXml([list('')])).issues[0]?.code, 'cpe-dictionary');
});

test('pages of the NVD products API', () => {
  const cpe = (product: string, by: readonly string[] = []) => ({
    cpe: {
      deprecated: by.length > 0,
      cpeName: fs(product),
      cpeNameId: 'id',
      titles: [{ title: product, lang: 'en' }],
      refs: [{ ref: 'https://v.example/', type: 'Vendor' }],
      deprecatedBy: by.map((name) => ({ cpeName: fs(name), cpeNameId: 'id' })),
    },
  });
  const first = readDictionaryNvd({ products: [cpe('a', ['b'])] });
  const { dictionary, issues } = readDictionaryNvd(
    { products: [cpe('b', ['c']), cpe('c')] },
    first.dictionary,
  );
  assert.deepEqual(issues, []);
  assert.deepEqual(dictionary.resolve(fs('a')).names, [fs('c')]);
  assert.equal(readDictionaryNvd({}).issues[0]?.code, 'cpe-dictionary');
  assert.deepEqual(
    readDictionaryNvd({ products: [{}, { cpe: { cpeName: 'x' } }] }).issues.map(
      ({ code, path }) => `${code} ${path}`,
    ),
    ['cpe-dictionary /products/0/cpe', 'cpe-form /products/1/cpe/cpeName'],
  );
});

function dictionaryOf(edges: Readonly<Record<string, readonly string[]>>): CpeDictionary {
  const dictionary = new CpeDictionary();
  for (const [product, by] of Object.entries(edges)) {
    const name = parseCpe(fs(product));
    assert.ok(name.ok);
    dictionary.add({
      name: name.value,
      fs: fs(product),
      titles: [],
      references: [],
      deprecated: by.length > 0,
      deprecations: by.map((to) => ({ date: '', type: 'unstated', by: to === '' ? '' : fs(to) })),
    });
  }
  return dictionary;
}

test('deprecations: chains, splits, ways that meet, circles, loose ends', () => {
  const rows: readonly (readonly [
    Readonly<Record<string, readonly string[]>>,
    readonly string[],
    number,
  ])[] = [
    [{ a: ['b'], b: ['c'], c: [] }, ['c'], 0],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, ['d'], 0],
    [{ a: ['b', 'c'], b: [], c: ['d'], d: [] }, ['b', 'd'], 0],
    [{ a: ['a'] }, [], 1],
    [{ a: ['b'], b: ['a'] }, [], 1],
    [{ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }, ['d'], 1],
    [{ a: ['x'] }, ['x'], 1],
    [{ a: [''] }, [], 0],
  ];
  for (const [edges, names, issues] of rows) {
    const resolved = dictionaryOf(edges).resolve(fs('a'));
    assert.deepEqual(
      [resolved.names, resolved.issues.length],
      [names.map(fs), issues],
      JSON.stringify(edges),
    );
  }
  assert.deepEqual(dictionaryOf({}).resolve(fs('q')), {
    names: [fs('q')],
    known: false,
    issues: [],
  });
});

test('a chain without end is given up', () => {
  const edges = Object.fromEntries(
    Array.from({ length: 1500 }, (_, at) => [`p${at}`, [`p${at + 1}`]]),
  );
  const resolved = dictionaryOf(edges).resolve(fs('p0'));
  assert.deepEqual(
    resolved.issues.map(({ code }) => code),
    ['cpe-deprecation'],
  );
});

/** Cutting keeps every byte, and finds every record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutXml, type XmlCutOptions, type XmlCutPiece } from './cut.ts';
import { attributeOf, readXml, textOf } from './tree.ts';

const select: XmlCutOptions['select'] = ({ local }, parents) =>
  local === 'item' && parents.join('/') === 'list/items';

async function cut(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
  options: Partial<XmlCutOptions> = {},
): Promise<XmlCutPiece[]> {
  const ends = [...cuts.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const chunks = ends.map((end, i) => bytes.slice(ends[i - 1] ?? 0, end));
  const pieces: XmlCutPiece[] = [];
  for await (const piece of cutXml(chunks, { select, ...options })) pieces.push(piece);
  return pieces;
}

function whole(pieces: readonly XmlCutPiece[]): Buffer {
  return Buffer.concat(
    pieces.flatMap((piece) => (piece.kind === 'element' ? [piece.gap, piece.bytes] : [piece.gap])),
  );
}

const DOCUMENT = Buffer.from(
  `<?xml version="1.0"?>\r\n<list xmlns="u"><item id="no"/><items>
  <item id="1">日本<item id="inner"/></item><!-- gap -->
  <item id="2"/>\n<item\r\nid="3"\r\n>😀</item> </items><rest/></list>\n`,
);

test('records come with their exact bytes, whatever the pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(DOCUMENT.length), { maxLength: 12 }), async (cuts) => {
      const pieces = await cut(DOCUMENT, cuts);
      assert.deepEqual(whole(pieces), DOCUMENT);
      const records = pieces.filter((piece) => piece.kind === 'element');
      assert.deepEqual(
        records.map(({ path, element }) => [path, attributeOf(element, 'id'), textOf(element)]),
        [
          ['/list/items/item', '1', '日本'],
          ['/list/items/item[2]', '2', ''],
          ['/list/items/item[3]', '3', '😀'],
        ],
      );
      for (const { bytes, element } of records) {
        const again = readXml(bytes, { namespaces: { '': 'u' } });
        assert.ok(again.ok && textOf(again.value) === textOf(element));
        assert.equal(again.value.namespace, 'u');
      }
    }),
    { numRuns: 100 },
  );
});

test('the end names the root and counts the records', async () => {
  const end = (await cut(DOCUMENT)).at(-1);
  assert.ok(end?.kind === 'end');
  assert.deepEqual([end.root?.local, end.elements, end.issues], ['list', 3, []]);
});

test('a document that breaks keeps its records and every byte', async () => {
  const broken = Buffer.concat([
    DOCUMENT.subarray(0, DOCUMENT.indexOf('<item id="2"')),
    Buffer.from('&x; <item id="4"/>tail'),
  ]);
  const pieces = await cut(broken, [10, 40]);
  assert.deepEqual(whole(pieces), broken);
  assert.equal(pieces.filter(({ kind }) => kind === 'element').length, 1);
  const end = pieces.at(-1);
  assert.ok(end?.kind === 'end');
  assert.deepEqual(
    end.issues.map(({ code }) => code),
    ['xml-entity'],
  );
});

test('a record over its bound goes by as a gap with a finding, the next is read', async () => {
  const document = Buffer.from(
    `<list><items><item>${'<b/>'.repeat(30_000)}</item><item id="2"/></items></list>`,
  );
  for (const [options, code] of [
    [{ recordBytes: 1_000 }, 'xml-size'],
    [{ nodes: 1_000 }, 'xml-nodes'],
  ] as const) {
    const pieces = await cut(document, [], options);
    assert.deepEqual(whole(pieces), document);
    const faults = pieces.flatMap((piece) => (piece.kind === 'gap' ? piece.issues : []));
    assert.deepEqual(
      faults.map((issue) => issue.code),
      [code],
    );
    const ids = pieces.flatMap((piece) =>
      piece.kind === 'element' ? [attributeOf(piece.element, 'id')] : [],
    );
    assert.deepEqual(ids, ['2']);
  }
});

test('a long delivery without records is passed on as it comes', async () => {
  const document = Buffer.from(`<list>${'<!-- nothing -->'.repeat(200_000)}</list>`);
  const pieces = await cut(document);
  assert.deepEqual(whole(pieces), document);
  assert.ok(pieces.length > 2 && pieces.every(({ gap }) => gap.length < 2 * 1024 * 1024));
});

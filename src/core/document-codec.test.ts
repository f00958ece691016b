import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from './codec.ts';
import { type DocumentFormat, documentCodec, NO_MARKINGS } from './document-codec.ts';
import type { RecordIdentity } from './record.ts';

const identity: RecordIdentity = {
  format: 'note',
  id: 'n1',
  type: 'note',
  specVersion: '1',
  version: '2',
  versionKey: '2',
  withdrawn: false,
};
const facts = { title: '', aliases: [], external: [], edges: [], observables: [], text: '' };
const warning = {
  code: 'note-thin',
  severity: 'warning' as const,
  clause: 'Notes §1',
  path: '/a',
  message: 'Say more.',
};

const notes: DocumentFormat = {
  format: 'note',
  mediaTypes: ['application/note'],
  sniff: () => 1,
  read(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (text === '') return { issues: [] };
    const json = JSON.parse(text);
    return { described: { identity, facts, markings: NO_MARKINGS }, json, issues: [warning] };
  },
};

async function pieces(source: Iterable<Uint8Array>, strict = false): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const piece of documentCodec(notes).records(source, { strict })) all.push(piece);
  return all;
}

test('a document that arrives in pieces is one record with its exact bytes', async () => {
  const [first, last] = await pieces([Buffer.from('{"b": 1,'), Buffer.from(' "a": 2}')]);
  assert.equal(Buffer.from(first?.record?.bytes ?? []).toString(), '{"b": 1, "a": 2}');
  assert.deepEqual(first?.bytes, first?.record?.bytes);
  assert.equal(last?.bytes, undefined);
});

test('the digest is that of the canonical form', async () => {
  const [a] = await pieces([Buffer.from('{"b": 1, "a": 2}')]);
  const [b] = await pieces([Buffer.from('{"a":2,"b":1}')]);
  assert.deepEqual(a?.record?.contentDigest, b?.record?.contentDigest);
});

test('what cannot be described is no record, and its bytes are there', async () => {
  const [first] = await pieces([]);
  assert.equal(first?.record, undefined);
  assert.equal(first?.bytes?.length, 0);
});

test('strict makes warnings errors', async () => {
  const [loose] = await pieces([Buffer.from('{}')]);
  const [strict] = await pieces([Buffer.from('{}')], true);
  assert.equal(loose?.issues[0]?.severity, 'warning');
  assert.equal(strict?.issues[0]?.severity, 'error');
});

test('a document over the bound is handed on whole, undecoded', async () => {
  const slab = Buffer.alloc(64 * 1024 * 1024, 0x20);
  let bytes = 0;
  for (const piece of await pieces([slab, slab, slab, slab, slab])) {
    assert.equal(piece.record, undefined);
    bytes += piece.bytes?.length ?? 0;
    if (piece.bytes) assert.equal(piece.issues[0]?.code, 'document-size');
  }
  assert.equal(bytes, 5 * slab.length);
});

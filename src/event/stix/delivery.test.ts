import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from '../../core/codec.ts';
import { stixCodec } from './codec.ts';
import { parseStix } from './parse.ts';

const ID = 'bundle--365fe138-3fd8-4eb1-a68b-f1184b41d71e';

/** Delivery, and the findings on it as `code path`. */
const CASES: readonly [text: string, ...found: string[]][] = [
  // §8.1: objects is optional, a list, and of STIX Objects, which a bundle is not
  [`{"type":"bundle","id":"${ID}"}`],
  [`{"type":"bundle","id":"${ID}","objects":{"0":{}}}`, 'stix-value-type /objects'],
  [`{"type":"bundle","id":"${ID}","objects":null}`, 'stix-null /objects'],
  [
    `{"type":"bundle","id":"${ID}","objects":[{"type":"bundle","id":"${ID}"}]}`,
    'stix-bundle-object /objects/0',
  ],
  [`[{"type":"bundle","id":"${ID}"}]`, 'stix-bundle-object /0'],
  // TAXII 2.1 §3.7: an envelope without objects
  ['{}'],
  ['{"more":false}'],
];

test('what stands around the objects, or in the place of one, is judged', async () => {
  for (const [text, ...found] of CASES) {
    const parsed = parseStix(text);
    assert.deepEqual(
      parsed.issues.map(({ code, path }) => `${code} ${path}`),
      found,
      text,
    );
    const pieces: Piece[] = [];
    for await (const piece of stixCodec.records([Buffer.from(text)])) pieces.push(piece);
    const told = pieces.flatMap(({ path, issues }) =>
      issues.map((issue) => `${issue.code} ${path}${issue.path}`),
    );
    assert.deepEqual(told, found, text);
    for (const piece of pieces) {
      assert.ok(piece.bytes === undefined || piece.record || piece.issues.length > 0, 'lost');
    }
  }
});

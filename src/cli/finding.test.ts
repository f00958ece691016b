import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODECS, codecByName } from '../flow/codecs.ts';
import { FindingWriter, Whereabouts } from './finding.ts';
import { chooseLanguage } from './language.ts';

chooseLanguage('en');

const bytes = (text: string) => new TextEncoder().encode(text);

test('a place is counted over everything that streamed past', () => {
  const here = new Whereabouts();
  assert.deepEqual(here.of(undefined, '/a'), { line: 1, column: 1 });
  here.pass(bytes('{"objects": ['));
  assert.deepEqual(here.of(bytes('{"a": 1}'), ''), { line: 1, column: 14 });
  assert.deepEqual(here.of(bytes('{"a": 1}'), '/a'), { line: 1, column: 20 });
  assert.deepEqual(here.of(bytes('{\n  "a": 1}'), '/a'), { line: 2, column: 8 });
  here.pass(bytes('{\n\n}, '));
  assert.deepEqual(here.of(bytes('{}'), ''), { line: 3, column: 4 });
  here.pass(bytes('あ'));
  assert.deepEqual(here.of(bytes('{}'), '/absent'), { line: 3, column: 5 });
});

test('the place of a finding in a real bundle is where the value stands', async () => {
  const lines = [
    '{ "type": "bundle", "id": "bundle--e8f8fd8b-5f7b-4e3a-8f7e-3c5f7a0e1b2c",',
    '  "objects": [',
    '    { "type": "ipv4-addr", "spec_version": "2.1",',
    '      "id": "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd",',
    '      "value": "198.51.100.300" } ] }',
  ];
  const codec = codecByName(CODECS, 'stix');
  assert.ok(codec);
  const here = new Whereabouts();
  const places: string[] = [];
  for await (const piece of codec.records([bytes(lines.join('\n'))])) {
    here.pass(piece.gap);
    for (const { code, path } of piece.issues) {
      const { line, column } = here.of(piece.bytes, path);
      places.push(`${code} ${line}:${column}`);
    }
    if (piece.bytes) here.pass(piece.bytes);
  }
  assert.ok(places.includes('stix-ipv4 5:16'), places.join());
});

test('a finding says what, where, clause and code, and its remedy once', async () => {
  const writer = await FindingWriter.open();
  const finding = {
    code: 'stix-ipv4',
    severity: 'error',
    clause: 'STIX 2.1 §6.8.1',
    path: '/value',
    message: 'no address',
  };
  const first = writer.text('a.json', { line: 2, column: 3 }, finding).split('\n');
  assert.equal(first[0], 'error: a.json:2:3: no address [stix-ipv4, STIX 2.1 §6.8.1]');
  assert.equal(first[1], '  at /value');
  assert.match(first[2] ?? '', /^ {2}what to do: \S/);
  const second = writer.text('a.json', null, { ...finding, path: '' });
  assert.equal(second, 'error: a.json: no address [stix-ipv4, STIX 2.1 §6.8.1]');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, fixture, judge } from './check.test.fixture.ts';
import { checkStix } from './check.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const DEFINITION = `extension-definition--${ID}`;

function extended(extension_type: unknown, more: object = {}) {
  return { extensions: { [DEFINITION]: { extension_type, ...more } } };
}

test('§11.1: custom properties without an extension are taken, and told', () => {
  judge('tool', [
    [{ x_acme_score: 1 }, 'W extension-undefined /x_acme_score'],
    [{ x_score: 1 }, 'W custom-property-prefix /x_score', 'W extension-undefined /x_score'],
    [
      { score: 1 },
      'W custom-property-prefix /score',
      'W custom-property-prefix-lax /score',
      'W extension-undefined /score',
    ],
  ]);
  judge('tool', [[{ x_acme_score: 1 }, 'E custom-property /x_acme_score']], {
    strictProperties: true,
  });
  judge('tool', [[{ score: 1 }]], {
    disabled: ['custom-prefix', 'custom-prefix-lax', 'extensions-use'],
  });
});

test('§3.1, §11.1.1: names of custom properties', () => {
  const off = { disabled: ['custom-prefix', 'custom-prefix-lax', 'extensions-use'] };
  for (const name of [
    'ab',
    'x_Acme_a',
    'x-acme-a',
    'x acme',
    '_x_acme',
    '1abc',
    `x_${'a'.repeat(249)}`,
  ]) {
    assert.deepEqual(findings(fixture('tool', { [name]: 1 }), off), [`E property-name /${name}`]);
  }
  assert.deepEqual(findings(fixture('tool', { [`x_${'a'.repeat(248)}`]: 1 }), off), []);
});

test('§2: values of custom properties are of a STIX data type', () => {
  const off = { disabled: ['extensions-use', 'custom-prefix'] };
  const at = '/x_acme_a';
  judge(
    'tool',
    [
      [{ x_acme_a: 'text' }],
      [{ x_acme_a: { a: [1, { b: true }] } }],
      [{ x_acme_a: null }, `E null ${at}`],
      [{ x_acme_a: [] }, `E empty-list ${at}`],
      [{ x_acme_a: {} }, `E empty-dictionary ${at}`],
      [{ x_acme_a: { a: [] } }, `W custom-value ${at}/a`],
      [{ x_acme_a: [null] }, `W custom-value ${at}/0`],
      [{ x_acme_a: { 'a b': 1 } }, `E dictionary-key ${at}/a b`],
      [{ x_acme_a: { Aa: 1 } }, `W dictionary-key-case ${at}/Aa`],
      [{ x_acme_hex: 'ff' }],
      [{ x_acme_hex: 'f' }, 'E hex /x_acme_hex'],
      [{ x_acme_bin: 'AAAA' }],
      [{ x_acme_bin: 7 }, 'E binary /x_acme_bin'],
      [{ x_acme_bin: 'AAA' }, 'E binary /x_acme_bin'],
      [{ x_acme_hex: 7 }, 'E hex /x_acme_hex'],
    ],
    off,
  );
});

test('§7.3: extensions by their definition', () => {
  const at = `/extensions/${DEFINITION}`;
  judge('tool', [
    [extended('property-extension', { rank: 5 })],
    [extended('new-sdo')],
    [extended('own'), `E enumeration ${at}/extension_type`],
    [extended(undefined, { rank: 5 }), `E extension-type ${at}`],
    [extended('property-extension', { ab: 5 }), `E property-name ${at}/ab`],
    [extended('property-extension', { rank: null }), `E null ${at}/rank`],
    [{ extensions: { [DEFINITION]: 'x' } }, `E value-type ${at}`],
    [{ extensions: {} }, 'E empty-dictionary /extensions'],
    [{ extensions: [] }, 'E value-type /extensions'],
    [
      { extensions: { 'extension-definition--1': { extension_type: 'property-extension' } } },
      'E identifier /extensions/extension-definition--1',
    ],
  ]);
});

test('§7.3: a toplevel extension speaks for the properties at the top', () => {
  judge('tool', [
    [{ ...extended('toplevel-property-extension'), rank: 5 }],
    [
      { ...extended('property-extension'), rank: 5 },
      'W custom-property-prefix /rank',
      'W custom-property-prefix-lax /rank',
      'W extension-undefined /rank',
    ],
  ]);
});

test('§11.3: custom extensions of old', () => {
  judge('file', [
    [{ extensions: { 'x-acme-ext': { abc: 1 } } }, 'W extension-undefined /extensions/x-acme-ext'],
    [
      { extensions: { 'x-acme-ext': {} } },
      'E custom-extension-empty /extensions/x-acme-ext',
      'W extension-undefined /extensions/x-acme-ext',
    ],
    [
      { extensions: { 'X acme': { abc: 1 } } },
      'E extension-key /extensions/X acme',
      'W extension-undefined /extensions/X acme',
    ],
  ]);
});

function custom(more: object) {
  const time = '2020-01-01T00:00:00.000Z';
  const type = 'x-acme-thing';
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${ID}`,
    created: time,
    modified: time,
    ...more,
  };
}

test('§11.2: custom objects', () => {
  assert.deepEqual(findings(custom({ name: 'x' })), ['W extension-undefined /type']);
  assert.deepEqual(findings(custom({})), ['E custom-object-empty', 'W extension-undefined /type']);
  assert.deepEqual(findings(custom({ name: 'x' }), { strictTypes: true }), [
    'E custom-type /type',
    'W extension-undefined /type',
  ]);
  const plain = custom({ type: 'thing', id: `thing--${ID}`, name: 'x' });
  assert.deepEqual(findings(plain), [
    'W custom-type-prefix /type',
    'W custom-type-prefix-lax /type',
    'W extension-undefined /type',
  ]);
  assert.deepEqual(findings(custom({ name: 'x', modified: undefined })).slice(0, 1), [
    'E value-type /modified',
  ]);
});

test('§7.3: objects that an extension defines', () => {
  assert.deepEqual(findings(custom({ name: 'x', ...extended('new-sdo') })), []);
  const sco = { type: 'thing', id: `thing--${ID}`, name: 'x', ...extended('new-sco') };
  assert.deepEqual(findings(sco), []);
  assert.deepEqual(
    findings({ ...sco, ...extended('new-sdo') }).filter((row) => row.startsWith('E')),
    ['E required', 'E required', 'E required'],
  );
});

test('nesting that has no end in sight is refused, not followed', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  const found = checkStix({ ...fixture('tool'), x_acme_deep: deep });
  assert.ok(found.some(({ code }) => code === 'stix-too-deep'));
});

test('names that JavaScript has a meaning for are names like others', () => {
  const text = `{"__proto__":{"name":"x"},"constructor":1,"toString":2,${JSON.stringify(fixture('tool')).slice(1)}`;
  const object: unknown = JSON.parse(text);
  const paths = checkStix(object).map(({ path }) => path);
  for (const name of ['__proto__', 'constructor', 'toString'])
    assert.ok(paths.includes(`/${name}`), name);
  const hashes: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
  assert.ok(checkStix({ ...fixture('file'), hashes }).length > 0);
  assert.deepEqual(findings({ ...fixture('tool'), type: '__proto__' })[0], 'E type /type');
  assert.deepEqual(
    findings(custom({ type: 'constructor', id: `constructor--${ID}`, name: 'x' })).length,
    3,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTypeName, isUuid, typeOf, uuidStart, uuidVersion } from './identifier.ts';

const UUID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';

test('§2.9: type, two hyphens, UUID', () => {
  assert.equal(uuidStart(`indicator--${UUID}`), 11);
  assert.equal(uuidStart(`x-my-type--${UUID}`), 11);
  assert.equal(uuidStart(`indicator--${UUID.toUpperCase()}`), 11, 'RFC 4122 §3 reads both cases');
  assert.equal(uuidStart(`abc---${UUID}`), 6, 'the type `abc-`, which §3.1 does not forbid');
  const wrong = [
    '',
    UUID,
    `--${UUID}`,
    `indicator-${UUID}`,
    `indicator_${UUID}`,
    `indi--cator--${UUID}`,
    `Indicator--${UUID}`,
    `indi cator--${UUID}`,
    `indicator--${UUID} `,
    `indicator--${UUID}0`,
    `indicator--${UUID.slice(1)}`,
    `indicator--{${UUID.slice(2)}}`,
    `indicator--${UUID.replaceAll('-', '_')}`,
    `indicator--${UUID.replace('a', 'g')}`,
  ];
  for (const text of wrong) assert.equal(uuidStart(text), -1, text);
});

test('RFC 4122 §4.1: versions 1 to 5 of the variant 10x', () => {
  for (const version of ['1', '2', '3', '4', '5']) {
    const uuid = `a932fcc6-e032-${version}76c-826f-cb970a5a1ade`;
    assert.ok(isUuid(uuid), uuid);
    assert.equal(uuidVersion(`x-a--${uuid}`), Number(version));
  }
  for (const version of ['0', '6', '7', 'a', 'f']) {
    assert.ok(!isUuid(`a932fcc6-e032-${version}76c-826f-cb970a5a1ade`), version);
  }
  for (const variant of ['8', '9', 'a', 'B']) {
    assert.ok(isUuid(`a932fcc6-e032-476c-${variant}26f-cb970a5a1ade`), variant);
  }
  for (const variant of ['0', '7', 'c', 'f']) {
    assert.ok(!isUuid(`a932fcc6-e032-476c-${variant}26f-cb970a5a1ade`), variant);
  }
  assert.equal(uuidVersion('indicator--no'), 0);
});

test('§3.1: type names are lower-case words with single hyphens', () => {
  for (const name of ['file', 'x-a1', 'ipv4-addr', 'abc-']) assert.ok(isTypeName(name), name);
  for (const name of ['', '-file', '1file', 'fi--le', 'File', 'fi_le', 'fi le', 'filé']) {
    assert.ok(!isTypeName(name), name);
  }
});

test('the type of an identifier is what stands before the first two hyphens', () => {
  assert.equal(typeOf('attack-pattern--1'), 'attack-pattern');
  assert.equal(typeOf('no-hyphens'), '');
  assert.equal(typeOf('--1'), '');
});

test('every identifier made by the rules is read, and one character less is not', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
      fc.uuid({ version: 4 }),
      (type, uuid) => {
        const id = `${type}--${uuid}`;
        assert.equal(uuidStart(id), type.length + 2);
        assert.equal(uuidStart(id.slice(0, -1)), -1);
        assert.equal(typeOf(id), type);
      },
    ),
  );
});

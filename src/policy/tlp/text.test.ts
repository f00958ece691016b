import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TLP_LEVELS } from '../../core/label.ts';
import { parsePap, parseTlp, TLP1_LEVELS, toTlp1, writeTlp } from './text.ts';

const WRITTEN: readonly [string, string | null][] = [
  ['TLP:RED', 'RED'],
  ['TLP:AMBER+STRICT', 'AMBER+STRICT'],
  ['TLP:AMBER', 'AMBER'],
  ['TLP:GREEN', 'GREEN'],
  ['TLP:CLEAR', 'CLEAR'],
  ['TLP:WHITE', 'CLEAR'],
  ['white', 'CLEAR'],
  ['tlp:amber+strict', 'AMBER+STRICT'],
  ['Amber', 'AMBER'],
  ['TLP: GREEN', 'GREEN'],
  [' red ', 'RED'],
  ['ＴＬＰ：ＡＭＢＥＲ＋ＳＴＲＩＣＴ', 'AMBER+STRICT'],
  // Not guessed at: a wrong guess widens.
  ['AMBER STRICT', null],
  ['AMBER-STRICT', null],
  ['AMBER+STRICTER', null],
  ['unclear', null],
  ['ex:chr', null],
  ['TLP:', null],
  ['', null],
  ['TLP:TLP:RED', null],
  ['clear, green', null],
  ['__proto__', null],
  ['constructor', null],
  ['R\u0415D', null],
  [' '.repeat(100_000), null],
];

for (const [text, level] of WRITTEN) {
  test(`TLP ${JSON.stringify(text.slice(0, 20))} is ${level}`, () => {
    assert.equal(parseTlp(text), level);
  });
}

test('every level reads back what is written (TLP 2.0: no space after the colon)', () => {
  for (const level of TLP_LEVELS) {
    assert.equal(writeTlp(level), `TLP:${level}`);
    assert.equal(parseTlp(writeTlp(level)), level);
  }
});

test('no text but the levels is a level', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const level = parseTlp(text);
      if (level !== null) assert.match(text.normalize('NFKC'), /red|amber|green|clear|white/i);
    }),
    { numRuns: 5_000 },
  );
});

test('TLP 1.0 has no AMBER+STRICT: the loss is said', () => {
  assert.deepEqual(toTlp1('CLEAR'), { level: 'WHITE', loss: null });
  assert.equal(toTlp1('AMBER+STRICT').level, 'AMBER');
  assert.match(toTlp1('AMBER+STRICT').loss ?? '', /clients/);
  for (const level of TLP_LEVELS) {
    const old = toTlp1(level);
    assert.ok(TLP1_LEVELS.includes(old.level));
    if (old.loss === null) assert.equal(parseTlp(old.level), level);
  }
});

test('PAP as written', () => {
  assert.equal(parsePap('PAP:RED'), 'RED');
  assert.equal(parsePap('pap:white'), 'CLEAR');
  assert.equal(parsePap('Amber'), 'AMBER');
  assert.equal(parsePap('TLP:AMBER'), null);
  assert.equal(parsePap('AMBER+STRICT'), null);
});

/** Reading, writing and changing vectors: every kind of fault, its place, several at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFaulty } from './faults.ts';
import {
  CVSS_ISSUES,
  type CvssIssueCode,
  type CvssVersion,
  changeCvss,
  cvssMetrics,
  formatCvss,
  parseCvss,
  scoreCvss,
} from './index.ts';
import { MOST_METRICS } from './scan.ts';
import { readValues } from './vector.ts';

const V2 = 'AV:N/AC:L/Au:N/C:N/I:N/A:C';
const V30 = 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';
const VERSIONS: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];

type Found = readonly [code: CvssIssueCode, position: number];

const FAULTS: readonly (readonly [text: string, ...found: Found[]])[] = [
  ['', ['cvss-empty', 0]],
  [' \t', ['cvss-empty', 0]],
  ['x'.repeat(2_000), ['cvss-long', 0]],
  [`${V31}/${'E:X/'.repeat(300)}`, ['cvss-long', 0]],
  // The label (3.1 §6, 4.0 §7).
  [V31.slice(9), ['cvss-prefix', 0]],
  [V4.slice(9), ['cvss-prefix', 0]],
  [V31.toLowerCase().slice(0, 9) + V31.slice(9), ['cvss-prefix', 0]],
  [`CVSS:2.0/${V2}`, ['cvss-prefix', 0]],
  [`CVSS2#${V2}`, ['cvss-prefix', 0]],
  ['CVSS:3/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', ['cvss-prefix', 0]],
  ['CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', ['cvss-version', 0]],
  ['CVSS:5.0/AV:N', ['cvss-version', 0]],
  ['CVSS:/AV:N', ['cvss-version', 0]],
  ['CVSS', ['cvss-version', 0]],
  // Pieces.
  [`${V31}/`, ['cvss-syntax', 45]],
  [`${V2}/`, ['cvss-syntax', 27]],
  [V31.replace('/AC', '//AC'), ['cvss-syntax', 14]],
  [` ${V31}`, ['cvss-syntax', 0]],
  [`${V31} `, ['cvss-syntax', 44]],
  [`${V31}\n`, ['cvss-syntax', 44]],
  [V31.replace('/AC:L', '/AC:L/E'), ['cvss-syntax', 19]],
  [V31.replace('/AC:L', '/AC:L/:H'), ['cvss-syntax', 19]],
  // Metrics.
  [V31.replace('UI', 'ui'), ['cvss-metric-unknown', 24], ['cvss-metric-missing', 44]],
  [`${V31}/Au:N`, ['cvss-metric-unknown', 45]],
  [`${V31}/S :U`, ['cvss-metric-unknown', 45]],
  [`${V31}/__proto__:N`, ['cvss-metric-unknown', 45]],
  [`${V31}/constructor:N`, ['cvss-metric-unknown', 45]],
  [`${V31}/日:N`, ['cvss-metric-unknown', 45]],
  [`${V31}/\u0141V:N`, ['cvss-metric-unknown', 45]],
  [`${V4}/AVX:N`, ['cvss-metric-unknown', 64]],
  [`${V31}/AV:N`, ['cvss-metric-repeated', 45]],
  [`${V4}/E:A/E:X`, ['cvss-metric-repeated', 68]],
  [`${V2}/A:C`, ['cvss-metric-repeated', 27]],
  [V31.replace('/A:H', ''), ['cvss-metric-missing', 40]],
  [V4.replace('/VA:H', ''), ['cvss-metric-missing', 58]],
  [V2.replace('/Au:N', ''), ['cvss-metric-missing', 21]],
  // Values.
  [V31.replace('AV:N', 'AV:F'), ['cvss-value', 12]],
  [V31.replace('AV:N', 'AV:n'), ['cvss-value', 12]],
  [V31.replace('AV:N', 'AV:'), ['cvss-value', 12]],
  [V31.replace('AV:N', 'AV:NN'), ['cvss-value', 12]],
  [V31.replace('AV:N', 'AV:N:N'), ['cvss-value', 12]],
  [V31.replace('AV:N', 'AV:X'), ['cvss-value', 12]],
  [V4.replace('SI:H', 'SI:S'), ['cvss-value', 57]],
  [`${V4}/MSC:S`, ['cvss-value', 68]],
  [`${V4}/U:RED`, ['cvss-value', 66]],
  [`${V4}/U:Amber!`, ['cvss-value', 66]],
  [`${V4}/U:Amb`, ['cvss-value', 66]],
  [`${V31}/E:ND`, ['cvss-value', 47]],
  [`${V2}/E:X/RL:ND/RC:ND`, ['cvss-value', 29]],
  // Order (4.0 §7).
  [V4.replace('AV:N/AC:L', 'AC:L/AV:N'), ['cvss-order', 14]],
  [`${V4}/CR:H/E:A`, ['cvss-order', 69]],
  [`${V4}/U:Red/S:P`, ['cvss-order', 70]],
];

for (const [text, ...expected] of FAULTS) {
  test(`fault: ${text.slice(0, 60).trim() || 'nothing'} … ${text.slice(-12)}`, () => {
    const parsed = parseCvss(text);
    assert.equal(parsed.ok, false);
    const found = parsed.issues.map(({ code, position }) => [code, position]);
    assert.deepEqual(found, expected);
    assert.equal(scoreCvss(text).ok, false);
    for (const { message, severity, clause } of parsed.issues) {
      assert.equal(severity, 'error');
      assert.match(clause, /^CVSS \d\.\d §/);
      assert.ok(message.length > 10 && message.length < 300, message);
    }
  });
}

test('several faults at once, in the order of their places', () => {
  const parsed = parseCvss('cvss:4.0/AC:L/AV:F/ui:N/VC:H/VC:L//PR:X/A:H/');
  assert.deepEqual(
    parsed.issues.map(({ code, position }) => [code, position]),
    [
      ['cvss-prefix', 0],
      ['cvss-order', 14],
      ['cvss-value', 17],
      ['cvss-metric-unknown', 19],
      ['cvss-metric-repeated', 29],
      ['cvss-syntax', 34],
      ['cvss-value', 38],
      ['cvss-metric-unknown', 40],
      ['cvss-syntax', 44],
      ...['AT', 'UI', 'VI', 'VA', 'SC', 'SI', 'SA'].map(() => ['cvss-metric-missing', 44]),
    ],
  );
});

test('messages name the nearest metric, or the version that has it, and the values', () => {
  const message = (text: string) => parseCvss(text).issues[0]?.message ?? '';
  assert.match(message(V31.replace('UI', 'ui')), /Did you mean UI\?/);
  assert.match(message(`${V31}/AT:N`), /4\.0 has it/);
  assert.match(message(V31.replace('AV:N', 'AV:F')), /it has N, A, L, P\./);
  assert.match(message(V31.slice(9)), /start with CVSS:3\.1\//);
  assert.match(message(V4.slice(9)), /start with CVSS:4\.0\//);
});

const REMARKS: readonly (readonly [text: string, code: CvssIssueCode, score: number])[] = [
  [`(${V2})`, 'cvss-parentheses', 7.8],
  ['AC:L/AV:N/Au:N/C:N/I:N/A:C', 'cvss-order', 7.8],
  [`${V2}/E:U`, 'cvss-group-incomplete', 6.6],
  [`${V2}/TD:N`, 'cvss-group-incomplete', 0],
];

for (const [text, code, score] of REMARKS) {
  test(`remark: ${text}`, () => {
    const scored = scoreCvss(text);
    assert.deepEqual(
      scored.issues.map((issue) => [issue.code, issue.severity]),
      [[code, 'warning']],
    );
    assert.equal(scored.ok && scored.value.score, score);
  });
}

test('3.0 and 3.1 take any order and are written in the order of the standard', () => {
  for (const text of [V30, V31]) {
    const [label = '', ...metrics] = `${text}/E:U/MS:C`.split('/');
    for (let turn = 0; turn < metrics.length; turn++) {
      const turned = [...metrics.slice(turn), ...metrics.slice(0, turn)].reverse();
      const parsed = parseCvss([label, ...turned].join('/'));
      assert.ok(parsed.ok && parsed.issues.length === 0);
      assert.equal(formatCvss(parsed.value), `${text}/E:U/MS:C`);
    }
  }
});

test('Not Defined is kept where it is written, and counts as absent', () => {
  const parsed = parseCvss(`${V31}/E:X/MAV:X`);
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.metrics.E, parsed.value.metrics.MAV], ['X', 'X']);
  assert.equal(Object.hasOwn(parsed.value.metrics, 'RL'), false);
  assert.equal(formatCvss(parsed.value), `${V31}/E:X/MAV:X`);
});

test('changes: what if', () => {
  const parsed = parseCvss(V31);
  assert.ok(parsed.ok);
  const milder = changeCvss(parsed.value, { AV: 'P', E: 'U' });
  assert.ok(milder.ok);
  assert.equal(formatCvss(milder.value), `${V31.replace('AV:N', 'AV:P')}/E:U`);
  const codes = (changes: Record<string, string>) =>
    changeCvss(parsed.value, changes).issues.map(({ code }) => code);
  assert.deepEqual(codes({ AV: 'Z' }), ['cvss-value']);
  assert.deepEqual(codes({ AV: 'X' }), ['cvss-value']);
  assert.deepEqual(codes({ AT: 'P' }), ['cvss-metric-unknown']);
  assert.deepEqual(codes({ E: 'U/RL:O' }), ['cvss-value']);
});

/** A vector of a version, with any of its optional metrics. */
function vectors(version: CvssVersion): fc.Arbitrary<string> {
  const label = version === '2.0' ? '' : `CVSS:${version}/`;
  const notDefined = version === '2.0' ? 'ND' : 'X';
  const metrics = cvssMetrics(version).map(({ name, group, values }) => {
    const codes = values.map(([code]) => `${name}:${code}`);
    return group === 'base'
      ? fc.constantFrom(...codes)
      : fc.constantFrom('', `${name}:${notDefined}`, ...codes);
  });
  return fc.tuple(...metrics).map((pieces) => label + pieces.filter((piece) => piece).join('/'));
}

for (const version of VERSIONS) {
  test(`${version}: what is written is read, scores keep to the scale`, () => {
    fc.assert(
      fc.property(vectors(version), (text) => {
        const parsed = parseCvss(text);
        assert.ok(parsed.ok, text);
        assert.equal(formatCvss(parsed.value), text);
        const scored = scoreCvss(parsed.value);
        assert.ok(scored.ok);
        const { score } = scored.value;
        assert.ok(
          score >= 0 && score <= 10 && Math.abs(score * 10 - Math.round(score * 10)) < 1e-9,
        );
      }),
      { numRuns: 500 },
    );
  });

  test(`${version}: the quick and the slow reader read the same`, () => {
    fc.assert(
      fc.property(vectors(version), (text) => {
        const slow = readFaulty(text);
        const quick = readValues(text, new Uint8Array(MOST_METRICS));
        assert.ok(quick.ok);
        assert.equal(quick.value.grammar, slow.grammar);
        assert.deepEqual(quick.value.values, slow.values);
        assert.equal(quick.value.written, slow.written);
      }),
      { numRuns: 500 },
    );
  });

  test(`${version}: mutants give a result, and only faultless ones pass the quick reader`, () => {
    const alphabet = fc.constantFrom(...'/:AVCXNHLSEUMR. (\u0000日\ud800', '//', 'CVSS:', '/E:X');
    fc.assert(
      fc.property(vectors(version), fc.nat(), fc.nat(3), alphabet, (text, place, cut, piece) => {
        const at = place % (text.length + 1);
        const mutant = text.slice(0, at) + piece + text.slice(at + cut);
        const parsed = parseCvss(mutant);
        for (const issue of parsed.issues) {
          assert.ok(Object.hasOwn(CVSS_ISSUES, issue.code));
          assert.ok(issue.position >= 0 && issue.position <= mutant.length);
        }
        // The slow reader must agree that there is nothing to say, or else the quick one is lax.
        const slow = readFaulty(mutant).issues.issues;
        assert.deepEqual(
          parsed.issues.map(({ code }) => code),
          slow.map(({ code }) => code),
        );
        assert.equal(parsed.ok, !slow.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 2_500 },
    );
  });
}

test('a flood of faults is bounded, and a lone half of a surrogate pair is no problem', () => {
  assert.ok(parseCvss(`CVSS:3.1/${'\ud800:/'.repeat(300)}`).issues.length <= 200);
  assert.equal(parseCvss(`${V31}/${'😀'.repeat(100)}:N`).issues.length, 1);
});

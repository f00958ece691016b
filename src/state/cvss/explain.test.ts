import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeCvss, explainCvss, parseCvss, scoreCvss } from './index.ts';

const VECTORS = [
  'AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H',
  'CVSS:3.0/AV:L/AC:H/PR:L/UI:R/S:C/C:L/I:H/A:N/E:P/MAV:N',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RL:X',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:H/SC:H/SI:H/SA:H/E:P/MSI:S/S:P/U:Red',
];

for (const vector of VECTORS) {
  test(`every alternative is what the changed vector scores: ${vector}`, () => {
    const explained = explainCvss(vector);
    const parsed = parseCvss(vector);
    const scored = scoreCvss(vector);
    assert.ok(explained.ok && parsed.ok && scored.ok);
    assert.ok(explained.value.length >= 6);
    for (const { metric, value, cost, alternatives } of explained.value) {
      assert.equal(value, parsed.value.metrics[metric]);
      assert.ok(alternatives.length >= 1);
      for (const alternative of alternatives) {
        const changed = changeCvss(parsed.value, { [metric]: alternative.value });
        assert.ok(changed.ok, `${metric}:${alternative.value}`);
        const other = scoreCvss(changed.value);
        assert.ok(other.ok);
        assert.equal(alternative.score, other.value.score);
        assert.equal(
          Math.round((scored.value.score + alternative.delta) * 10),
          Math.round(other.value.score * 10),
        );
      }
      const lowest = Math.min(...alternatives.map(({ score }) => score));
      assert.equal(
        Math.round(cost * 10),
        Math.max(0, Math.round((scored.value.score - lowest) * 10)),
      );
    }
    const costs = explained.value.map(({ cost }) => cost);
    assert.deepEqual(
      costs,
      costs.toSorted((a, b) => b - a),
    );
  });
}

test('supplemental and undefined metrics drive nothing', () => {
  const explained = explainCvss(`${VECTORS[3]}`);
  assert.ok(explained.ok);
  const names = explained.value.map(({ metric }) => metric);
  assert.ok(!names.includes('S') && !names.includes('U') && !names.includes('CR'));
  assert.ok(names.includes('MSI') && names.includes('E'));
});

test('what drives a well-known score', () => {
  const explained = explainCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N');
  assert.ok(explained.ok);
  const [first] = explained.value;
  assert.deepEqual([first?.metric, first?.cost], ['C', 7.5]);
  assert.deepEqual(
    first?.alternatives.map(({ value, score, delta, severity }) => [value, score, delta, severity]),
    [
      ['N', 0, -7.5, 'None'],
      ['L', 5.3, -2.2, 'Medium'],
    ],
  );
});

test('a vector with faults has no drivers', () => {
  const explained = explainCvss('CVSS:3.1/AV:N');
  assert.ok(!explained.ok && explained.issues.length === 7);
});

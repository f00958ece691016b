import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAP_LEVELS, TLP_LEVELS, type Tlp } from '../../core/label.ts';
import { papRank, stricterPap, stricterTlp, tlpRank } from './levels.ts';

test('TLP 2.0: CLEAR, GREEN, AMBER, AMBER+STRICT, RED, each stricter than the one before', () => {
  assert.deepEqual(
    [...TLP_LEVELS].sort((a, b) => tlpRank(b) - tlpRank(a)),
    ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'],
  );
  assert.equal(tlpRank('PURPLE' as Tlp), -1);
});

test('the stricter of two levels does not depend on their order', () => {
  for (const a of TLP_LEVELS) {
    for (const b of TLP_LEVELS) {
      assert.equal(stricterTlp(a, b), stricterTlp(b, a));
      assert.equal(tlpRank(stricterTlp(a, b)), Math.max(tlpRank(a), tlpRank(b)));
    }
  }
});

test('a PAP that nobody stated restricts nothing and yields to one that is stated', () => {
  assert.equal(papRank(undefined), 0);
  assert.equal(stricterPap(undefined, undefined), undefined);
  for (const pap of PAP_LEVELS) {
    assert.equal(stricterPap(undefined, pap), pap);
    assert.equal(stricterPap(pap, undefined), pap);
    assert.equal(stricterPap(pap, 'RED'), 'RED');
    assert.equal(stricterPap('CLEAR', pap), pap);
  }
});

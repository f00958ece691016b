import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductNames, VexStatement } from './model.ts';
import { type VexQuestion, vexStatus } from './status.ts';

const names = (id: string): ProductNames => ({
  id,
  purls: id.startsWith('pkg:') ? [id] : [],
  cpes: id.startsWith('cpe:') ? [id] : [],
  hashes: [],
});
const says = (
  status: VexStatement['status'],
  product: string,
  more: Partial<VexStatement> = {},
): VexStatement => ({
  format: 'openvex',
  document: 'd',
  author: 'supplier',
  time: '2026-11-21T00:00:00Z',
  vulnerability: ['CVE-2026-0001', 'GHSA-x'],
  product: names(product),
  subcomponents: [],
  status,
  path: '',
  ...more,
});
const trust = { suppliers: ['supplier'], operator: 'operator' };
const QUESTION: VexQuestion = {
  product: 'pkg:deb/debian/a@1.0?arch=amd64&distro=debian-12',
  vulnerability: 'CVE-2026-0001',
};
const answer = (statements: readonly VexStatement[], more: Partial<VexQuestion> = {}) =>
  vexStatus(statements, { ...QUESTION, ...more }, trust).status;

const part = { subcomponents: [names('pkg:deb/debian/b@2.0')] };
const stranger = { author: 'stranger' };
const later = { time: '2026-11-22T00:00:00+09:00' };
const laterStill = { time: '2026-11-22T00:00:00Z' };
const A = 'pkg:deb/debian/a';

const CASES: readonly [string, readonly VexStatement[], string, Partial<VexQuestion>?][] = [
  ['nothing said', [], 'no_data'],
  ['said by the supplier', [says('not_affected', A)], 'not_affected'],
  ['said by the operator', [says('not_affected', A, { author: 'operator' })], 'not_affected'],
  ['said by a stranger', [says('not_affected', A, stranger)], 'no_data'],
  [
    'a stranger does not undo the supplier',
    [says('affected', A), says('not_affected', `${A}@1.0`, { ...stranger, ...laterStill })],
    'affected',
  ],
  ['another vulnerability', [says('fixed', A, { vulnerability: ['CVE-2026-0002'] })], 'no_data'],
  ['by alias', [says('fixed', A)], 'fixed', { vulnerability: 'GHSA-x' }],
  ['all versions', [says('fixed', A)], 'fixed'],
  ['this version', [says('fixed', `${A}@1.0`)], 'fixed'],
  ['another version', [says('fixed', `${A}@1.1`)], 'no_data'],
  ['this architecture', [says('fixed', `${A}@1.0?arch=amd64`)], 'fixed'],
  ['another architecture', [says('fixed', `${A}@1.0?arch=arm64`)], 'no_data'],
  ['a qualifier that the product has not', [says('fixed', `${A}@1.0?epoch=1`)], 'no_data'],
  ['another namespace', [says('fixed', 'pkg:deb/ubuntu/a@1.0')], 'no_data'],
  ['another type', [says('fixed', 'pkg:rpm/debian/a@1.0')], 'no_data'],
  ['a purl as it is not canonical', [says('fixed', 'pkg:DEB/Debian/A@1.0')], 'fixed'],
  [
    'specific beats general',
    [says('not_affected', `${A}@1.0`), says('affected', A, laterStill)],
    'not_affected',
  ],
  [
    'more specific by a qualifier',
    [says('affected', `${A}@1.0`, laterStill), says('fixed', `${A}@1.0?arch=amd64`)],
    'fixed',
  ],
  [
    'newest of equal rank',
    [says('under_investigation', A), says('affected', A, laterStill)],
    'affected',
  ],
  [
    'newest by instant, not by text',
    [says('affected', A, { time: '2026-11-21T16:00:00Z' }), says('fixed', A, later)],
    'affected',
  ],
  ['contradiction of equal rank', [says('affected', A), says('not_affected', A)], 'undecidable'],
  ['agreement of equal rank', [says('fixed', A), says('fixed', A)], 'fixed'],
  [
    'supplier and operator at one time',
    [says('affected', A), says('not_affected', A, { author: 'operator' })],
    'undecidable',
  ],
  ['a part of the product is not the product', [says('not_affected', A, part)], 'no_data'],
  [
    'this part of the product',
    [says('not_affected', A, part)],
    'not_affected',
    { subcomponent: 'pkg:deb/debian/b@2.0?arch=amd64' },
  ],
  [
    'another part of the product',
    [says('not_affected', A, part)],
    'no_data',
    { subcomponent: 'pkg:deb/debian/c@2.0' },
  ],
  [
    'the whole product, asked for a part',
    [says('not_affected', A)],
    'not_affected',
    { subcomponent: 'pkg:deb/debian/c@2.0' },
  ],
  [
    'the part within the whole beats the whole',
    [says('affected', A, laterStill), says('not_affected', A, part)],
    'not_affected',
    { subcomponent: 'pkg:deb/debian/b@2.0' },
  ],
  [
    'the part alone is not the part within this product',
    [says('not_affected', A, part)],
    'no_data',
    { product: 'pkg:deb/debian/b@2.0' },
  ],
  [
    'by CPE',
    [says('fixed', 'cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*')],
    'fixed',
    { product: 'cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*' },
  ],
  ['by the id of the document', [says('fixed', 'CSAFPID-1')], 'fixed', { product: 'CSAFPID-1' }],
];

for (const [name, statements, expected, more] of CASES) {
  test(`VEX status: ${name}`, () => assert.equal(answer(statements, more), expected));
}

test('what does not count is shown beside, and contradictions are named', () => {
  const { statements, conflicts } = vexStatus(
    [says('affected', A), says('not_affected', A), says('fixed', A, stranger)],
    QUESTION,
    trust,
  );
  assert.deepEqual(
    statements.map(({ trusted, decisive }) => [trusted, decisive]),
    [
      [true, true],
      [true, true],
      [false, false],
    ],
  );
  assert.equal(conflicts.length, 2);
});

test('an empty trust closes nothing', () => {
  const answered = vexStatus([says('not_affected', A, { author: '' })], QUESTION, {
    suppliers: [],
  });
  assert.equal(answered.status, 'no_data');
});

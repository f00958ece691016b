import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { licenseFault } from './license-expression.ts';

const GOOD = [
  'MIT',
  'mit',
  'GPL-2.0-or-later',
  'GPL-2.0+',
  'LicenseRef-x.1-y',
  'DocumentRef-a.1:LicenseRef-b',
  'MIT OR Apache-2.0',
  'MIT and Apache-2.0',
  '(MIT)',
  '((MIT OR (Apache-2.0)))',
  'GPL-2.0-only WITH Classpath-exception-2.0',
  'GPL-2.0-only WITH AdditionRef-mine',
  'LGPL-2.1-only OR BSD-3-Clause AND MIT',
];
const BAD: readonly [string, number][] = [
  ['', 0],
  ['   ', 0],
  ['MIT OR', 6],
  ['OR MIT', 0],
  ['MIT Apache-2.0', 4],
  ['MIT AND OR MIT', 8],
  ['(MIT', 4],
  ['MIT)', 3],
  ['()', 1],
  ['Nonsense-1.0', 0],
  ['MIT WITH', 8],
  ['MIT WITH Nonsense-exception', 9],
  ['(MIT) WITH Classpath-exception-2.0', 6],
  ['LicenseRef-', 0],
  ['DocumentRef-a:MIT', 0],
];

for (const text of GOOD) {
  test(`a licence expression: ${text}`, () => assert.equal(licenseFault(text), null));
}
for (const [text, at] of BAD) {
  test(`no licence expression: "${text}"`, () => assert.equal(licenseFault(text)?.at, at));
}

test('any tree of known licences is an expression', () => {
  const leaf = fc.constantFrom('MIT', 'Apache-2.0+', 'LicenseRef-1', 'GPL-2.0-only');
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('node'), fc.constantFrom('AND', 'OR'), tie('node'))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    ),
  })).node;
  fc.assert(fc.property(tree as fc.Arbitrary<string>, (text) => licenseFault(text) === null));
});

test('a hundred thousand parentheses cost no stack', () => {
  const deep = `${'('.repeat(100_000)}MIT${')'.repeat(100_000)}`;
  assert.equal(licenseFault(deep), null);
  assert.equal(licenseFault(deep.slice(0, -1))?.message, '1 parentheses are not closed');
});

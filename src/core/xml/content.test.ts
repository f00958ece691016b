import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileContent, followContent } from './content.ts';

/** Names apart by spaces; `~` is an element of another namespace. */
const follow = (model: string, children: string) => {
  const names =
    children === '' ? [] : children.split(' ').map((name) => (name === '~' ? null : name));
  const { taken, fault } = followContent(compileContent(model), names);
  return fault === null ? taken.length : `${fault.at}: ${fault.expected.join(' ')}`;
};

const CASES: readonly [model: string, children: string, expected: number | string][] = [
  ['', '', 0],
  ['', 'a', '0: '],
  ['a b', 'a b', 2],
  ['a b', 'b a', '0: a'],
  ['a b', 'a', '1: b'],
  ['a b?', 'a', 1],
  ['a? b? c', 'c', 1],
  ['a? b? c', 'b a', '1: c'],
  ['a*', 'a a a', 3],
  ['a+', '', '0: a'],
  ['a+', 'a a', 2],
  ['(a|b)', 'b', 1],
  ['(a|b)', 'a b', '1: '],
  ['(a|b)*', 'a b a', 3],
  ['(a b|c)+', 'a b c a b', 5],
  ['(a b|c)+', 'a c', '1: b'],
  ['(a*|b?)', 'a a', 2],
  ['(a*|b?)', '', 0],
  ['(a|b)? c', 'c', 1],
  ['a ~*', 'a ~ ~', 3],
  ['a ~*', '~ a', '0: a'],
  ['(a ~*)*', 'a ~ a', 3],
  ['name:text version:text{..1024}? hash@hashType*', 'name version hash hash', 4],
  ['ref(:text|:uri)? dataset@x?', 'ref dataset', 2],
];

for (const [model, children, expected] of CASES) {
  test(`content ${model || '(empty)'} with ${children || 'nothing'}`, () => {
    assert.equal(follow(model, children), expected);
  });
}

test('items carry their types', () => {
  const { items } = compileContent('a:text{1..3}? b@c (d#e|f(:g|:h))*');
  assert.deepEqual(
    items.map(({ name, type }) => name + type),
    ['a:text{1..3}', 'b@c', 'd#e', 'f(:g|:h)'],
  );
});

test('a fault of a model is a fault of the program', () => {
  assert.throws(() => compileContent('a ) b'));
});

test('the same as the regular expression of the platform', () => {
  const models = ['a b? c*', '(a|b)* c', '(a b|a c)+', 'a? a? a?', '(a|b c)? (b|c)*', '(a* b?)*'];
  const children = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...models), children, (model, names) => {
      const expression = new RegExp(`^${model.replaceAll(' ', '')}$`);
      const { fault } = followContent(compileContent(model), names);
      assert.equal(fault === null, expression.test(names.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('a model that would drive an expression mad is followed in one go', () => {
  const model = compileContent('((a* b?)* a?)* c');
  const { fault } = followContent(
    model,
    Array.from({ length: 100_000 }, () => 'a'),
  );
  assert.equal(fault?.at, 100_000);
});

/** The index finds exactly what comparing with every criterion finds. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  CpeMatcher,
  type Criterion,
  matchCriterion,
  readCpeVersion,
  type Wfn,
  wfn,
} from './index.ts';

const version = fc.constantFrom('*', '-', '1', '1\\.0', '1\\.2', '2', '2\\.1', '10', '1*', '?');
const wide = fc.constantFrom('a', 'b', '*', 'a*', '-');
const names = fc
  .record({
    part: fc.constantFrom('a', 'o', '*'),
    vendor: wide,
    product: wide,
    version,
    update: fc.constantFrom('*', '*', 'rc1', '-'),
  })
  .map((values): Wfn => wfn(values));
const bound = fc.option(
  fc.record({
    text: fc.constantFrom('1', '1.0', '1.1', '2', '2.1', '10'),
    including: fc.boolean(),
  }),
);

const criteria = fc.record({ name: names, start: bound, end: bound }).map(
  ({ name, start, end }): Criterion => ({
    kind: 'name',
    name,
    start: start && { ...start, version: readCpeVersion(start.text) },
    end: end && { ...end, version: readCpeVersion(end.text) },
    vulnerable: true,
    id: null,
  }),
);

test('property: indexed and compared one by one', () => {
  fc.assert(
    fc.property(
      fc.array(criteria, { maxLength: 30 }),
      fc.array(names, { maxLength: 8 }),
      (list, assets) => {
        const matcher = new CpeMatcher<number>();
        for (const [index, criterion] of list.entries()) matcher.add(criterion, index);
        assert.equal(matcher.size, list.length);
        for (const asset of assets) {
          const slowly = [...list.keys()].filter(
            (index) => matchCriterion(list[index] as Criterion, asset) === 'yes',
          );
          assert.deepEqual(
            matcher.match(asset).sort((a, b) => a - b),
            slowly,
          );
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('criteria that come after the first question are found too', () => {
  const matcher = new CpeMatcher<string>();
  const asset = wfn({ part: 'a', vendor: 'v', product: 'p', version: '1' });
  const criterion = (end: string): Criterion => ({
    kind: 'name',
    name: wfn({ part: 'a', vendor: 'v', product: 'p' }),
    start: null,
    end: { text: end, version: readCpeVersion(end), including: false },
    vulnerable: true,
    id: null,
  });
  matcher.add(criterion('3'), 'three');
  assert.deepEqual(matcher.match(asset), ['three']);
  matcher.add(criterion('2'), 'two');
  matcher.add(criterion('1'), 'one');
  assert.deepEqual(matcher.match(asset).sort(), ['three', 'two']);
});

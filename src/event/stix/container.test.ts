import { test } from 'node:test';
import { judge } from './check.test.fixture.ts';

function objects(value: unknown) {
  return { object_refs: undefined, objects: value };
}

const OLD = 'W deprecated /objects';
const mutex = { type: 'mutex', name: 'm' };

test('§2.13: objects of an observable container', () => {
  judge('observed-data', [
    [objects({ '0': mutex }), OLD],
    [
      objects({ '0': mutex, '1': { type: 'directory', path: '/', contains_refs: ['0'] } }),
      'E reference-type /objects/1/contains_refs/0',
      OLD,
    ],
    [objects({}), 'E empty-dictionary /objects', OLD],
    [objects([mutex]), 'E value-type /objects', OLD],
    [objects('x'), 'E value-type /objects', OLD],
    [objects(null), 'E null /objects', OLD],
    [objects({ a: mutex }), 'W container-key /objects/a', OLD],
    [objects({ '01': mutex }), 'W container-key /objects/01', OLD],
    [objects({ '0': 7 }), 'E value-type /objects/0', OLD],
    [objects({ '0': { name: 'm' } }), 'E type /objects/0', OLD],
    [objects({ '0': { type: 'mutex' } }), 'E required /objects/0', OLD],
    [objects({ '0': { type: 'ipv4-addr', value: 'x' } }), 'E ipv4 /objects/0/value', OLD],
  ]);
});

test('custom observables in a container pass, unless types are strict', () => {
  const own = objects({ '0': { type: 'x-acme-thing', name: 'x' } });
  judge('observed-data', [[own, OLD]]);
  const strict = { strictTypes: true };
  judge('observed-data', [[own, 'E custom-type /objects/0', OLD]], strict);
  judge('observed-data', [[objects({ '0': { name: 'm' } }), 'E type /objects/0', OLD]], strict);
});

test('§2.13: references are keys of the same container, of a right type', () => {
  const address = { type: 'ipv4-addr', value: '1.2.3.4' };
  const traffic = (src_ref: string) => ({
    type: 'network-traffic',
    src_ref,
    src_port: 1,
    dst_port: 2,
    protocols: ['tcp'],
  });
  judge('observed-data', [
    [objects({ '0': address, '1': traffic('0') }), OLD],
    [objects({ '0': address, '1': traffic('2') }), 'E container-reference /objects/1/src_ref', OLD],
    [objects({ '0': mutex, '1': traffic('0') }), 'E reference-type /objects/1/src_ref', OLD],
    [
      objects({ '0': address, '1': traffic('__proto__') }),
      'E container-reference /objects/1/src_ref',
      OLD,
    ],
  ]);
});

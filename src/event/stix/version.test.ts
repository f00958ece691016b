import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasErrors } from '../../core/issue.ts';
import { checkStix } from './check.ts';
import type { StixMap } from './findings.ts';
import { identityOf } from './identity.ts';
import { specVersionOf } from './version.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const TIME = '2017-01-01T00:00:00.000Z';

/** An indicator as STIX 2.0 writes it. */
function old(more: StixMap = {}): StixMap {
  return {
    type: 'indicator',
    id: `indicator--${ID}`,
    created: TIME,
    modified: TIME,
    labels: ['malicious-activity'],
    pattern: "[file:name = 'x']",
    valid_from: TIME,
    ...more,
  };
}

test('spec_version says the version; without it the content does', () => {
  const rows: readonly (readonly [string, StixMap])[] = [
    ['2.1', { type: 'indicator', spec_version: '2.1' }],
    ['2.0', { type: 'indicator', spec_version: '2.0' }],
    ['3.0', { type: 'indicator', spec_version: '3.0' }],
    ['2.0', old()],
    ['2.1', old({ pattern_type: 'stix' })],
    ['2.1', old({ confidence: 5 })],
    ['2.1', { type: 'ipv4-addr', value: '1.2.3.4' }],
    ['2.1', { type: 'grouping', created: TIME }],
    ['2.0', { type: 'report', created: TIME, object_refs: [] }],
    ['2.1', { type: 'malware', created: TIME, is_family: true }],
    ['2.0', { type: 'malware', created: TIME, labels: ['trojan'] }],
    ['2.0', { type: 'x-old', created: TIME }],
    ['2.1', { type: 'x-old' }],
  ];
  for (const [version, object] of rows) {
    assert.equal(specVersionOf(object), version, JSON.stringify(object));
  }
});

test('STIX 2.0 is accepted as such, with its identity', () => {
  const issues = checkStix(old());
  assert.deepEqual(
    issues.map(({ code, severity }) => `${severity} ${code}`),
    ['info stix-version-2-0'],
  );
  assert.equal(identityOf(old())?.specVersion, '2.0');
  assert.equal(identityOf(old())?.version, TIME);
});

test('STIX 2.0 is checked in what both versions share', () => {
  const bad: readonly (readonly [string, StixMap])[] = [
    ['stix-required', { ...old(), id: undefined, modified: TIME }],
    ['stix-identifier', old({ id: 'indicator--1' })],
    ['stix-identifier-type', old({ id: `malware--${ID}` })],
    ['stix-timestamp', old({ modified: 'yesterday' })],
    ['stix-modified-early', old({ modified: '2016-01-01T00:00:00.000Z' })],
    ['stix-value-type', old({ object_marking_refs: 'red' })],
    ['stix-identifier', old({ object_marking_refs: ['red'] })],
    ['stix-selector-unresolved', old({ granular_markings: [marking(['nothing'])] })],
  ];
  for (const [code, object] of bad) {
    const json: unknown = JSON.parse(JSON.stringify(object));
    const issues = checkStix(json);
    assert.ok(hasErrors(issues), code);
    assert.ok(
      issues.some((issue) => issue.code === code),
      `${code}: ${JSON.stringify(issues)}`,
    );
  }
  assert.ok(!hasErrors(checkStix(old({ granular_markings: [marking(['labels.[0]'])] }))));
});

function marking(selectors: string[]): StixMap {
  return { marking_ref: `marking-definition--${ID}`, selectors };
}

test('in a bundle of 2.0 objects are of 2.0; a version can also be asked for', () => {
  const bundle = { type: 'bundle', id: `bundle--${ID}`, spec_version: '2.0' };
  const objects = [old({ confidence: 1 })];
  assert.ok(!hasErrors(checkStix({ ...bundle, objects })));
  assert.ok(hasErrors(checkStix({ type: 'bundle', id: bundle.id, objects })));
  assert.ok(hasErrors(checkStix(old(), { version: '2.1' })));
  assert.ok(!hasErrors(checkStix(old({ spec_version: '2.1' }), { version: '2.0' })));
});

test('a version of which nobody knows anything is refused', () => {
  const issues = checkStix({ ...old(), spec_version: '2.2' });
  assert.ok(issues.some(({ code, severity }) => code === 'stix-version' && severity === 'error'));
});

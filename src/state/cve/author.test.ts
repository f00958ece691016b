/** Writing: what a CNA may publish, and nothing of others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/value.ts';
import { member } from '../../core/json/view.ts';
import { authorCve, editCve, exportCna, rejectCve } from './author.ts';
import { checkCve } from './check.ts';
import { ORG, published } from './record.test.fixture.ts';

const AUTHOR = { orgId: ORG, shortName: 'example' };

const SAYS: JsonObject = {
  descriptions: [{ lang: 'en', value: 'An overflow in Example Server.' }],
  affected: [{ vendor: 'Example', product: 'Server', defaultStatus: 'affected' }],
  references: [{ url: 'https://example.org/1' }],
};

test('an authored record is right, and its body is what the services take', () => {
  const { record, issues } = authorCve('CVE-2026-1234', AUTHOR, SAYS);
  assert.deepEqual(issues, []);
  assert.deepEqual(checkCve(record), []);
  const sent = exportCna(record);
  assert.deepEqual(sent.issues, []);
  assert.deepEqual(sent.body, { cnaContainer: SAYS });
});

test('faults of what is written are told', () => {
  const { issues } = authorCve('CVE-1', AUTHOR, { ...SAYS, affected: [] });
  assert.deepEqual(
    issues.map(({ path }) => path),
    ['/cveMetadata/cveId', '/containers/cna/affected'],
  );
});

test('a provider in the words of the author does not count', () => {
  const { record } = authorCve('CVE-2026-1234', AUTHOR, {
    ...SAYS,
    providerMetadata: { orgId: 'other' },
  });
  const cna = member(member(record, 'containers'), 'cna');
  assert.deepEqual(member(cna, 'providerMetadata'), AUTHOR);
});

test('an edit changes the CNA’s container and nothing else', () => {
  const before = published() as JsonObject;
  const text = JSON.stringify(before);
  const { record, issues } = editCve(before, {
    title: 'New',
    solutions: null,
    providerMetadata: null,
  });
  assert.deepEqual(issues, []);
  assert.equal(JSON.stringify(before), text);
  const containers = member(record, 'containers');
  const cna = member(containers, 'cna');
  assert.equal(member(cna, 'title'), 'New');
  assert.equal(member(cna, 'solutions'), undefined);
  assert.notEqual(member(cna, 'providerMetadata'), undefined);
  assert.deepEqual(member(containers, 'adp'), member(member(before, 'containers'), 'adp'));
  assert.deepEqual(member(record, 'cveMetadata'), member(before, 'cveMetadata'));
});

test('an export has nothing of ADPs and of the metadata', () => {
  const { body, issues } = exportCna(published() as JsonObject);
  assert.deepEqual(issues, []);
  assert.deepEqual(Object.keys(body), ['cnaContainer']);
  assert.ok(!JSON.stringify(body).includes('CISA-ADP'));
});

test('a rejection names its reason and what replaces it', () => {
  const { record, issues } = rejectCve('CVE-2026-0001', AUTHOR, 'Duplicate.', ['CVE-2026-0002']);
  assert.deepEqual(issues, []);
  assert.deepEqual(exportCna(record).issues, []);
  const wrong = rejectCve('CVE-2026-0001', AUTHOR, 'Duplicate.', ['CVE-2026-0001']).issues;
  assert.deepEqual(
    wrong.map(({ code }) => code),
    ['cve-replaced-self'],
  );
  assert.deepEqual(
    rejectCve('CVE-2026-0001', AUTHOR, '').issues.map(({ code }) => code),
    ['shape-length'],
  );
});

test('what is no record gives an empty body with findings', () => {
  assert.ok(exportCna({}).issues.length > 0);
  assert.ok(editCve({}, {}).issues.length > 0);
});

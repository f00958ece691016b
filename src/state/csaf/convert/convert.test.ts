/** The converter from 2.0 to 2.1, rule by rule of CSAF 2.1 §9.1.18. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Change, changed, newer, older } from '../cases.test.fixture.ts';
import { checkCsaf } from '../check.ts';
import { convertCsaf } from './convert.ts';

const V = '/vulnerabilities/0';
const PRODUCT = '/product_tree/full_product_names/0/product_identification_helper';

type Members = Record<string, unknown>;

function converted(change: Change, options = {}) {
  const source = JSON.stringify(changed(older(newer()), change));
  const result = convertCsaf(source, options);
  assert.ok(result.output, JSON.stringify(result.issues));
  const document = JSON.parse(result.output);
  return { ...result, document, first: document.vulnerabilities?.[0] };
}

test('a valid document of 2.0 becomes a valid one of 2.1', () => {
  const { document, first, issues, output } = converted({});
  assert.deepEqual(issues, []);
  assert.equal(document.document.csaf_version, '2.1');
  assert.equal(document.$schema, 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json');
  assert.deepEqual(document.product_tree.product_paths[0].subpaths, [
    { category: 'installed_on', next_product_reference: 'C' },
  ]);
  assert.equal(document.product_tree.relationships, undefined);
  assert.equal(first.metrics[0].content.cvss_v3.baseScore, 9.8);
  assert.deepEqual(first.metrics[0].products, ['A']);
  assert.equal(checkCsaf(output ?? '', { tests: ['6.2.13'] }).tests[0]?.result, 'passed');
});

test('a document that is not of 2.0 is not converted', () => {
  assert.equal(convertCsaf(JSON.stringify(newer())).output, undefined);
  assert.equal(convertCsaf('[').output, undefined);
  assert.ok(convertCsaf('{}').issues.length > 0);
});

test('TLP:WHITE becomes CLEAR; a missing label becomes CLEAR and is reported', () => {
  const label = '/document/distribution/tlp/label';
  assert.equal(converted({ [label]: 'WHITE' }).document.document.distribution.tlp.label, 'CLEAR');
  const missing = converted({ '/document/distribution': undefined });
  assert.equal(missing.document.document.distribution.tlp.label, 'CLEAR');
  assert.ok(missing.losses.some(({ path }) => path === label));
});

test('the weakness gets the release in which it stood when the document was published', () => {
  const { first } = converted({
    [`${V}/cwe`]: {
      id: 'CWE-79',
      name: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting') ",
    },
  });
  assert.equal(first.cwes[0].version, '4.13');
  const old = converted({
    [`${V}/cwe`]: { id: 'CWE-256', name: 'Unprotected Storage of Credentials' },
  });
  assert.equal(old.first.cwes[0].version, '4.4');
  const none = converted({ [`${V}/cwe`]: { id: 'CWE-79', name: 'Nothing' } });
  assert.equal(none.first.cwes, undefined);
  assert.ok(none.losses.some(({ path }) => path === `${V}/cwe`));
});

test('numbers that were open at their end get a star, unless they are said to be complete', () => {
  const change = { [`${PRODUCT}/serial_numbers`]: ['12', 'a\\b', 'x*y', 'z*'] };
  const { document, losses } = converted(change);
  const helper = document.product_tree.full_product_names[0].product_identification_helper;
  assert.deepEqual(helper.serial_numbers, ['12*', 'a\\\\b*', 'z*']);
  assert.equal(losses.filter(({ path }) => path.includes('serial_numbers')).length, 3);
  const complete = converted(change, { completeNumbers: true }).document;
  const kept = complete.product_tree.full_product_names[0].product_identification_helper;
  assert.deepEqual(kept.serial_numbers, ['12', 'a\\\\b', 'x*y', 'z*']);
});

test('the package URL moves into a list, hash values into lower case', () => {
  const { document } = converted({
    [`${PRODUCT}/purl`]: 'pkg:npm/a@1',
    [`${PRODUCT}/hashes`]: [
      { filename: 'a', file_hashes: [{ algorithm: 'SHA-256', value: 'A'.repeat(64) }] },
    ],
  });
  const helper = document.product_tree.full_product_names[0].product_identification_helper;
  assert.deepEqual(helper.purls, ['pkg:npm/a@1']);
  assert.deepEqual(helper.hashes[0].file_hashes, [{ algorithm: 'sha256', value: 'a'.repeat(64) }]);
});

test('legacy branches, single versions and open ranges get another category', () => {
  const versions = '/product_tree/branches/0/branches/0/branches';
  const item = (category: string, name: string, id: string) => ({
    category,
    name,
    product: { name, product_id: id },
  });
  const { document, losses } = converted({
    [versions]: [
      item('legacy', 'Old', 'A'),
      item('product_version_range', 'vers:intdot/4.2', 'B'),
      item('product_version_range', '>=5', 'E'),
    ],
  });
  const made = document.product_tree.branches[0].branches[0].branches as Members[];
  assert.deepEqual(
    made.map(({ category, name }) => [category, name]),
    [
      ['product_name', 'Old'],
      ['product_version', '4.2'],
      ['product_version', '5'],
    ],
  );
  assert.equal(losses.filter(({ path }) => path.startsWith(versions)).length, 3);
});

test('a fix for what is not affected becomes an optional patch, for each product', () => {
  const { first } = converted({
    [`${V}/remediations`]: [{ category: 'vendor_fix', details: 'x', group_ids: ['G'] }],
  });
  assert.deepEqual(first.remediations, [
    { category: 'vendor_fix', details: 'x', product_ids: ['A'] },
    { category: 'optional_patch', details: 'x', product_ids: ['B'] },
  ]);
});

test('none available and a fix to come are a planned fix; a fix that is there wins', () => {
  const remedies = (date?: string) => ({
    [`${V}/remediations`]: [
      { category: 'none_available', details: 'n', product_ids: ['A', 'D'] },
      {
        category: 'vendor_fix',
        details: 'f',
        product_ids: ['A'],
        ...(date === undefined ? {} : { date }),
      },
    ],
  });
  const planned = converted(remedies()).first.remediations as Members[];
  assert.deepEqual(
    planned.map(({ category, product_ids }) => [category, product_ids]),
    [
      ['fix_planned', ['A']],
      ['none_available', ['D']],
    ],
  );
  const there = converted(remedies('2024-01-01T00:00:00Z'), { now: '2024-02-01T00:00:00Z' });
  assert.deepEqual(
    (there.first.remediations as Members[]).map(({ category, product_ids }) => [
      category,
      product_ids,
    ]),
    [
      ['none_available', ['D']],
      ['vendor_fix', ['A']],
    ],
  );
});

test('leap seconds, titles, disclaimers and unknown members are changed and reported', () => {
  const { document, losses, first } = converted({
    [`${V}/discovery_date`]: '2016-12-31T23:59:60.5Z',
    [`${V}/release_date`]: '2024-01-02T00:00:00Z',
    '/document/title': 'EX-1: A document',
    '/document/notes': [{ category: 'legal_disclaimer', text: 'CC-BY-4.0' }],
    '/document/custom': 1,
  });
  assert.equal(first.discovery_date, '2016-12-31T23:59:59.999999Z');
  assert.equal(first.disclosure_date, '2024-01-02T00:00:00Z');
  assert.equal(document.document.title, 'A document');
  assert.equal(document.document.license_expression, 'CC-BY-4.0');
  assert.equal(document.document.custom, undefined);
  const places = losses.map(({ path }) => path);
  for (const path of [
    `${V}/discovery_date`,
    '/document/title',
    '/document/notes',
    '/document/custom',
  ]) {
    assert.ok(places.includes(path), path);
  }
});

test('an advisory without affected products takes the deprecated profile', () => {
  const advisory = { '/document/category': 'csaf_security_advisory' };
  assert.equal(converted(advisory).document.document.category, 'csaf_security_advisory');
  const fixed = converted({ ...advisory, [`${V}/product_status`]: { fixed: ['B'] } });
  assert.equal(fixed.document.document.category, 'csaf_deprecated_security_advisory');
});

const EXAMPLES = join(
  process.env.CYBEX_CORPORA ?? '../shared/corpora',
  'csaf-2.0',
  'examples',
  'csaf',
);

test('the examples of the TC convert; what is still wrong is named', (t) => {
  if (!existsSync(EXAMPLES)) return t.skip('The folder csaf-2.0 of the corpora is not here.');
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  for (const name of files) {
    const { output, issues } = convertCsaf(readFileSync(join(EXAMPLES, name)));
    assert.ok(output, name);
    const schema = issues.filter(({ code }) => code.startsWith('csaf-schema'));
    assert.deepEqual(schema, [], name);
    t.diagnostic(
      `${name}: ${issues
        .map(({ clause, path }) => `${clause} ${path}`)
        .slice(0, 4)
        .join('; ')}`,
    );
  }
});

/** VEX between CSAF and OpenVEX: valid, nothing lost silently, and saying the same. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Issue } from '../core/issue.ts';
import { getPointer, type JsonObject, type JsonValue } from '../core/json/index.ts';
import { readVexDocument } from '../state/vex/index.ts';
import {
  changedAt,
  countValues,
  frozen,
  type OtherWay,
  unaccounted,
} from './account.test.fixture.ts';
import { csaf20, csaf21 } from './csaf.test.fixture.ts';
import { CONTEXT } from './fixtures.test.fixture.ts';
import { convert, csafToOpenVex, type MadeDocument, openVexToCsaf } from './index.ts';
import { openVex } from './openvex.test.fixture.ts';

const STATUS = 'as the status and the product that it names';

const FROM_CSAF: readonly OtherWay[] = [
  { place: /\/product_status\/[a-z_]+\/\d+$/, how: STATUS },
  { place: /\/product_ids\/\d+$|\/group_ids\/\d+$/, how: 'as the products of the statement' },
  { place: /(?:product|_)_reference$/, how: 'as product and subcomponent' },
  { place: /\/threats\/\d+\/category$/, how: 'as impact_statement' },
];
const FROM_OPENVEX: readonly OtherWay[] = [
  { place: /^\/statements\/\d+\/status$/, how: 'as the group of product_status' },
];

const CASES: readonly {
  readonly name: string;
  readonly document: () => JsonObject;
  readonly to: string;
  readonly make: (source: JsonValue, context: typeof CONTEXT) => MadeDocument;
  readonly others: readonly OtherWay[];
}[] = [
  { name: 'CSAF 2.0', document: csaf20, to: 'openvex', make: csafToOpenVex, others: FROM_CSAF },
  { name: 'CSAF 2.1', document: csaf21, to: 'openvex', make: csafToOpenVex, others: FROM_CSAF },
  { name: 'OpenVEX', document: openVex, to: 'csaf', make: openVexToCsaf, others: FROM_OPENVEX },
];

function errorsOf(issues: readonly Issue[]): string[] {
  return issues
    .filter(({ severity, code }) => severity === 'error' && !code.startsWith('json-'))
    .map(({ code, path, message }) => `${code} ${path} ${message}`);
}

for (const { name, document, to, make, others } of CASES) {
  describe(`${name} to ${to}`, () => {
    test('the result passes our checker', () => {
      const { output, issues } = convert(JSON.stringify(document()), to);
      assert.notEqual(output, undefined);
      assert.deepEqual(issues, []);
    });

    test('every value is carried or lost, and every loss is a place of the source', () => {
      const source = frozen(document());
      const { document: result, losses } = make(source, CONTEXT);
      assert.deepEqual(unaccounted(source, result ?? null, losses, others), []);
      for (const { path } of losses) assert.notEqual(getPointer(source, path), undefined, path);
      assert.equal(JSON.stringify(make(source, CONTEXT)), JSON.stringify(make(source, CONTEXT)));
    });

    test('so it is whatever stands in whatever place; a result is never against the schema', () => {
      const source = document();
      const places = countValues(source);
      const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
      const changes = fc.array(fc.tuple(fc.nat(places - 1), anything), { maxLength: 3 });
      fc.assert(
        fc.property(changes, (list) => {
          let changed: JsonValue = source;
          for (const [at, other] of list) changed = changedAt(changed, at, other);
          const { document: result, losses } = make(changed, CONTEXT);
          assert.deepEqual(unaccounted(changed, result ?? null, losses, others), []);
          if (result === undefined) return;
          const from = name.split(' ')[0]?.toLowerCase();
          const { output, issues } = convert(JSON.stringify(changed), to, { from });
          if (output !== undefined) assert.deepEqual(errorsOf(issues), []);
        }),
        { numRuns: 1_000 },
      );
    });
  });
}

/** What a VEX says, whatever the names of documents and the order of statements. */
function said(document: JsonValue): string[] {
  return readVexDocument(document as JsonObject)
    .statements.map(({ vulnerability, product, subcomponents, status, justification }) =>
      JSON.stringify([
        vulnerability[0],
        product.purls[0] ?? product.cpes[0] ?? product.id,
        subcomponents.map((part) => part.purls[0] ?? part.id),
        status,
        justification,
      ]),
    )
    .sort();
}

test('CSAF and the OpenVEX made of it say the same of every product', () => {
  const source = csaf20();
  const { document } = csafToOpenVex(source, CONTEXT);
  assert.ok(document);
  const states = said(document);
  assert.equal(states.length, 4);
  assert.ok(states.includes('["CVE-2024-0001","pkg:npm/thing@1.0.0",[],"affected",null]'));
  // The product on the host: the host as the whole, the thing as its part.
  const host = 'cpe:2.3:o:example:host:*:*:*:*:*:*:*:*';
  assert.ok(
    states.includes(
      JSON.stringify(['CVE-2024-0001', host, ['pkg:npm/thing@1.0.0'], 'affected', undefined]),
    ),
  );
  assert.deepEqual(states, said(source));
});

test('OpenVEX becomes CSAF and OpenVEX again, and says the same; the overridden is gone', () => {
  const { document: csaf } = openVexToCsaf(openVex(), CONTEXT);
  assert.ok(csaf);
  const { document: again } = csafToOpenVex(csaf, CONTEXT);
  assert.ok(again);
  const overridden = '["CVE-2026-0001","pkg:npm/door@1.0.0",[],"affected",null]';
  const before = said(openVex()).filter((statement) => statement !== overridden);
  const after = said(again).map((text) => text.replace('"CSAFPID-0005"', '"gate"'));
  assert.deepEqual(after.length, before.length);
  assert.deepEqual(
    after.filter((statement) => !statement.includes('under_investigation')),
    before.filter((statement) => !statement.includes('under_investigation')),
  );
});

test('what is not said is not made up: neither reason nor remedy', () => {
  const document = openVex();
  const bare = {
    ...document,
    statements: [
      { vulnerability: { name: 'CVE-2026-0009' }, products: [{ '@id': 'a' }], status: 'affected' },
      {
        vulnerability: { name: 'CVE-2026-0009' },
        products: [{ '@id': 'b' }],
        status: 'not_affected',
      },
    ],
  };
  const { output, issues } = convert(JSON.stringify(bare), 'csaf');
  assert.deepEqual(issues, []);
  const [vulnerability] = JSON.parse(output ?? '{}').vulnerabilities;
  assert.equal(vulnerability.remediations[0].category, 'none_available');
  assert.match(vulnerability.threats[0].details, /does not say why/);
});

test('a document without any state has nothing to become; all of it is lost', () => {
  const { vulnerabilities: _none, ...rest } = csaf21();
  const { output, losses, issues } = convert(JSON.stringify(rest), 'openvex');
  assert.equal(output, undefined);
  assert.equal(issues[0]?.code, 'bridge-empty');
  assert.deepEqual(unaccounted(rest, null, losses, []), []);
});

test('ten thousand products of one remedy make one statement', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `P${i}`);
  const remediations = [{ category: 'vendor_fix', details: 'x'.repeat(5_000), product_ids: ids }];
  const document = {
    ...csaf20(),
    product_tree: { full_product_names: ids.map((id) => ({ name: id, product_id: id })) },
    vulnerabilities: [
      { cve: 'CVE-2026-0001', product_status: { known_affected: ids }, remediations },
    ],
  };
  const { document: made } = csafToOpenVex(document as never, CONTEXT);
  assert.ok(Array.isArray(made?.statements));
  assert.equal(made.statements.length, 1);
});

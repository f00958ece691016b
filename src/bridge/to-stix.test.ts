/** What becomes STIX: valid, the same every time, and every value carried or reported. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { getPointer, type JsonObject, type JsonValue } from '../core/json/index.ts';
import { checkStix } from '../event/stix/index.ts';
import {
  changedAt,
  countValues,
  frozen,
  type OtherWay,
  unaccounted,
} from './account.test.fixture.ts';
import { csaf20, csaf21 } from './csaf.test.fixture.ts';
import {
  CONTEXT,
  cveRecord,
  osvRecord,
  rejectedCve,
  withdrawnOsv,
} from './fixtures.test.fixture.ts';
import {
  type Projection,
  type ProjectionContext,
  projectCsaf,
  projectCve,
  projectOsv,
} from './index.ts';

type Project = (document: JsonValue, context: ProjectionContext) => Projection;

const TIME = 'as the same instant in UTC';

const OSV_OTHERS: readonly OtherWay[] = [
  { place: /\/severity\/\d+\/type$/, how: 'as the version of the vector, or the system' },
  { place: /^\/(?:modified|published|withdrawn)$/, how: TIME },
];
const CVE_OTHERS: readonly OtherWay[] = [
  { place: /^\/cveMetadata\/date|\/datePublic$/, how: TIME },
  { place: /^\/cveMetadata\/state$/, how: 'REJECTED as revoked' },
  { place: /\/metrics\/\d+\/format$/, how: 'as the system of the score' },
  { place: /\/metrics\/\d+\/cvss[^/]*\//, how: 'as the vector, which says the same' },
  { place: /\/scenarios\/\d+\/value$/, how: 'GENERAL says nothing' },
  { place: /\/lang$/, how: 'English, and the same as the object' },
  { place: /\/problemTypes\/.*\/type$/, how: 'as the source of the reference' },
];

const CSAF_OTHERS: readonly OtherWay[] = [
  { place: /^\/document\/tracking\/(?:initial|current)_release_date$/, how: TIME },
  { place: /\/(?:release|disclosure)_date$/, how: TIME },
  { place: /\/notes\/\d+\/category$/, how: 'as the description' },
  { place: /\/tlp\/label$/, how: 'as the official marking' },
  { place: /\/cvss_v\d\//, how: 'as the vector, which says the same' },
  { place: /\/product_ids\/\d+$|\/products\/\d+$/, how: 'as the product that it names' },
  { place: /\/product_status\/[a-z_]+\/\d+$/, how: 'as the product that it names' },
  { place: /^\/product_tree\/branches\/.*\/category$/, how: 'as the property of software' },
];

const CASES: readonly {
  readonly name: string;
  readonly document: () => JsonObject;
  readonly project: Project;
  readonly others: readonly OtherWay[];
}[] = [
  { name: 'OSV', document: osvRecord, project: projectOsv, others: OSV_OTHERS },
  { name: 'OSV, withdrawn', document: withdrawnOsv, project: projectOsv, others: OSV_OTHERS },
  { name: 'CVE', document: cveRecord, project: projectCve, others: CVE_OTHERS },
  { name: 'CSAF 2.1', document: csaf21, project: projectCsaf, others: CSAF_OTHERS },
  { name: 'CSAF 2.0', document: csaf20, project: projectCsaf, others: CSAF_OTHERS },
  { name: 'CVE, rejected', document: rejectedCve, project: projectCve, others: CVE_OTHERS },
];

/** Ids are UUIDv5 so that they repeat; nobody fetches what a reference points at. */
const UNAVOIDABLE = ['stix-identifier-version', 'stix-external-reference-hashes'] as const;

function errorsOf({ objects }: Projection): string[] {
  return checkStix(objects)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => `${code} ${path} ${message}`);
}

for (const { name, document, project, others } of CASES) {
  describe(name, () => {
    test('the objects pass our checker; warnings are those that nobody could avoid', () => {
      const found = checkStix(project(document(), CONTEXT).objects);
      const codes = new Set(found.map(({ code }) => code));
      for (const expected of UNAVOIDABLE) codes.delete(expected);
      assert.deepEqual([...codes], []);
    });

    test('the same source and context give the same bytes, and the source stays as it is', () => {
      const source = frozen(document());
      const first = JSON.stringify(project(source, CONTEXT));
      assert.equal(JSON.stringify(project(source, CONTEXT)), first);
      const ids = project(source, CONTEXT).objects.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    });

    test('every value is carried or lost, and every loss is a place of the source', () => {
      const source = document();
      const { objects, losses } = project(source, CONTEXT);
      assert.deepEqual(unaccounted(source, objects as never, losses, others), []);
      for (const { path, reason } of losses) {
        assert.notEqual(getPointer(source, path), undefined, path);
        assert.ok(reason.length > 10);
      }
      assert.equal(new Set(losses.map(({ path }) => path)).size, losses.length);
    });

    test('so it is whatever stands in whatever place', () => {
      const source = document();
      const places = countValues(source);
      const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
      const changes = fc.array(fc.tuple(fc.nat(places - 1), anything), { maxLength: 4 });
      fc.assert(
        fc.property(changes, (list) => {
          let changed: JsonValue = source;
          for (const [at, other] of list) changed = changedAt(changed, at, other);
          const projection = project(changed, CONTEXT);
          assert.deepEqual(errorsOf(projection), []);
          const { objects, losses } = projection;
          assert.deepEqual(unaccounted(changed, objects as never, losses, others), []);
        }),
        { numRuns: 2_000 },
      );
    });
  });
}

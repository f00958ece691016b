/** Exposures that are kept up with records equal those that are worked out anew. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../core/json/index.ts';
import { type Component, readSbom, type Sbom } from '../sbom/index.ts';
import { ExposureWatch, type ScanResult, scan } from './index.ts';
import {
  cpe,
  csafDocument,
  cveDocument,
  nvdDocument,
  osvDocument,
} from './truth/documents.test.fixture.ts';

const TIME = '2026-06-01T00:00:00Z';

function sbomOf(components: readonly JsonObject[]): Sbom {
  const listed = components.map((each, i) => ({ type: 'library', 'bom-ref': `c${i}`, ...each }));
  const { sbom } = readSbom(
    JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: listed }),
  );
  assert.ok(sbom);
  return sbom;
}

const ASSET = sbomOf([
  { name: 'a', version: '1.0.0', purl: 'pkg:npm/a@1.0.0' },
  { name: 'b', version: '1.0.0', purl: 'pkg:npm/b@1.0.0' },
  {
    name: 'libssl3',
    version: '3.0.11-1',
    purl: 'pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12&upstream=openssl',
  },
  { name: 'widget', version: '1.5', cpe: cpe('a:acme:widget:1.5') },
  { name: 'os', version: '7', type: 'operating-system', cpe: cpe('o:acme:os:7') },
]);

const OSV = ['npm > a > 0..2.0.0', 'npm > a > 0..0.9.0', 'npm > b > 0..', 'withdrawn 0..2.0.0'];
const DEBIAN = ['Debian:12 > openssl > 0..3.0.12', 'Debian:11 > openssl > 0..9', 'PyPI > a > 0..'];
const CVE = [
  'acme widget; affected 1.0 <2.0 semver',
  'acme widget; default=unaffected; affected 1.0.0 <1.2.0 semver',
  'purl=pkg:npm/a; default=affected',
  'rejected',
];
const NVD = [
  'a:acme:widget:*[,2.0)',
  'a:acme:widget:1.5 & ~o:acme:os:*',
  'a:acme:widget:1.5 & ~o:acme:os:8',
  'none',
  'rejected a:acme:widget:1.5',
];
const CSAF = [
  'known_affected pkg:npm/a@1.0.0',
  'known_affected pkg:npm/a@1.0.0 in pkg:npm/b@1.0.0',
  'known_affected pkg:npm/a@1.0.0 in pkg:npm/c@1.0.0',
  'under_investigation pkg:npm/b',
  'fixed pkg:npm/a@1.0.0',
  'withdrawn known_affected pkg:npm/a@1.0.0',
];

const some = (statements: readonly string[]) => fc.constantFrom(...statements);
const day = fc.integer({ min: 1, max: 4 }).map((n) => `2026-01-0${n}T00:00:00Z`);
const id = fc.integer({ min: 1, max: 3 });

/** One record in one revision. */
const step: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.tuple(some([...OSV, ...DEBIAN]), id, day, id).map(([statement, number, modified, alias]) => ({
    ...osvDocument(statement, 'npm', 'a'),
    id: `GHSA-${number}`,
    modified,
    aliases: [`CVE-2026-000${alias}`],
  })),
  fc.tuple(some(CVE), id, day).map(([statement, number, dateUpdated]) => {
    const record = cveDocument(statement);
    const metadata = { ...(record.cveMetadata as JsonObject), dateUpdated };
    return { ...record, cveMetadata: { ...metadata, cveId: `CVE-2026-000${number}` } };
  }),
  fc.tuple(some(NVD), id, day).map(([statement, number, time]) => ({
    ...nvdDocument(statement),
    id: `CVE-2026-000${number}`,
    lastModified: time.slice(0, -1),
  })),
  fc.tuple(some(CSAF), id, day).map(([statement, number, time]) => {
    const document = csafDocument(statement);
    const head = document.document as JsonObject;
    const tracking = { id: `ADV-${number}`, current_release_date: time, version: '1' };
    return { ...document, document: { ...head, tracking } };
  }),
);

const OPTIONS = { time: TIME, explain: true, trust: { suppliers: ['Publisher'] } };

/** Without the order in which findings came. */
function bare(result: ScanResult | null): unknown {
  assert.ok(result);
  const sorted = <T>(list: readonly T[]) =>
    list
      .map((each) => JSON.stringify(each, (_, value) => (value instanceof Map ? null : value)))
      .sort();
  return {
    matches: sorted(result.matches),
    suppressed: sorted(result.suppressed),
    undecidable: sorted(result.undecidable),
    candidates: sorted(result.candidates),
    unidentified: sorted(result.unidentified),
    cleared: sorted(result.cleared),
    unanalysed: result.unanalysed,
  };
}

test('what is kept up equals what is worked out anew, over random histories', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(25), (history, at) => {
      const watch = new ExposureWatch();
      const whole: JsonObject[] = [];
      for (const [i, document] of history.entries()) {
        if (i === at) watch.setAsset('host', ASSET);
        watch.put(document);
        whole.push(document);
      }
      if (at >= history.length) watch.setAsset('host', ASSET);
      const kept = watch.result('host', OPTIONS);
      const anew = scan(ASSET, survivors(whole), OPTIONS);
      found += anew.matches.length + anew.suppressed.length;
      assert.deepEqual(bare(kept), bare(anew));
    }),
    { numRuns: 400 },
  );
  assert.ok(found > 400, `the histories hit ${found} times only`);
});

/** The last of the newest revisions of each record: all that a recomputation would be given. */
function survivors(history: readonly JsonObject[]): JsonObject[] {
  const newest = new Map<string, { readonly time: string; readonly document: JsonObject }>();
  for (const document of history) {
    const [key, time] = revisionOf(document);
    const known = newest.get(key);
    if (known !== undefined && known.time > time) continue;
    newest.delete(key);
    newest.set(key, { time, document });
  }
  return [...newest.values()].map(({ document }) => document);
}

function revisionOf(document: JsonObject): [key: string, time: string] {
  const { cveMetadata, document: head, lastModified, id: own, modified } = document;
  if (cveMetadata !== undefined) {
    const { cveId, dateUpdated } = cveMetadata as Record<string, string>;
    return [`cve ${cveId}`, dateUpdated ?? ''];
  }
  if (head !== undefined) {
    const { tracking } = head as { tracking: Record<string, string> };
    return [`csaf ${tracking.id}`, tracking.current_release_date ?? ''];
  }
  return [`${lastModified === undefined ? 'osv' : 'nvd'} ${own}`, String(lastModified ?? modified)];
}

const record = (statement: string, modified: string): JsonObject => ({
  ...osvDocument(statement, 'npm', 'a'),
  modified,
});
const DAYS = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'] as const;

test('a change tells whom it concerns, and its cause', () => {
  const watch = new ExposureWatch();
  watch.setAsset('host', ASSET);
  const [hit] = watch.put(record('0..2.0.0', DAYS[0]));
  assert.deepEqual(hit, {
    asset: 'host',
    ref: 'c0',
    cause: 'osv:OSV-1',
    change: 'added',
    record: 'OSV-1',
    before: null,
    after: 'affected',
  });
  assert.deepEqual(watch.put(record('0..2.0.0', DAYS[1])), [], 'an unchanged revision');
  assert.deepEqual(watch.put(record('0..0.5.0', DAYS[0])), [], 'an older revision');
  const [gone] = watch.put(record('withdrawn 0..2.0.0', DAYS[2]));
  assert.deepEqual([gone?.change, gone?.before, gone?.after], ['withdrawn', 'affected', null]);
});

test('an asset that left is told nothing', () => {
  const watch = new ExposureWatch();
  watch.setAsset('host', ASSET);
  watch.removeAsset('host');
  assert.deepEqual(watch.put(record('0..2.0.0', DAYS[0])), []);
  assert.equal(watch.result('host', OPTIONS), null);
});

test('the new SBOM of an asset replaces the old one', () => {
  const watch = new ExposureWatch();
  watch.put(record('0..2.0.0', DAYS[0]));
  watch.setAsset('host', ASSET);
  assert.equal(watch.result('host', OPTIONS)?.matches.length, 1);
  watch.setAsset('host', sbomOf([{ name: 'a', version: '2.0.0', purl: 'pkg:npm/a@2.0.0' }]));
  assert.equal(watch.result('host', OPTIONS)?.matches.length, 0);
  const component: Component | undefined = watch.result('host', OPTIONS)?.cleared[0]?.component;
  assert.equal(component?.version, '2.0.0');
});

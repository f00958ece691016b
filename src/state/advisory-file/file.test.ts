import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../core/json/index.ts';
import { readEpss } from '../epss/index.ts';
import { scan } from '../exposure/index.ts';
import { SourceLedger } from '../exposure-report/index.ts';
import { readSbom } from '../sbom/index.ts';
import { vexStatementsOf } from '../vex/index.ts';
import { PREAMBLE_BYTES } from './format.ts';
import { AdvisoryFile } from './read.ts';
import { fileOf, RECORDS, SBOMS, sourceOfBytes, writeFile } from './world.test.fixture.ts';

const TIME = '2026-11-22T00:00:00Z';

test('a scan with the file answers what a scan with all its records answers', () => {
  let found = 0;
  fc.assert(
    fc.property(RECORDS, SBOMS, (records, sbom) => {
      const file = fileOf(records);
      const whole = [...file.all()];
      const some = file.recordsFor(sbom, null);
      const ask = (given: readonly JsonObject[]) =>
        scan(sbom, given, { time: TIME, vex: vexStatementsOf(given) });
      const [expected, answer] = [ask(whole), ask(some)];
      assert.deepEqual(answer, expected);
      found += answer.matches.length;
    }),
    { numRuns: 300 },
  );
  assert.ok(found > 100, `the worlds met ${found} times only`);
});

test('what nobody asks for is not decoded', () => {
  const records = Array.from({ length: 2_000 }, (_, i) => osv(`EXAMPLE-${i}`, `package-${i}`));
  const file = fileOf(records);
  const { sbom } = readSbom(
    '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"package-7","purl":"pkg:npm/package-7@1.0.0"}]}',
  );
  assert.ok(sbom);
  const ids = file.recordsFor(sbom, null).map(({ id }) => id);
  // Its own, and the one that witnesses that there is data of npm.
  assert.ok(ids.includes('EXAMPLE-7'));
  assert.ok(ids.length <= 2, ids.join());
});

test('records come back as they went in, and of two editions the newer', () => {
  fc.assert(
    fc.property(RECORDS, (records) => {
      const all = [...fileOf(records).all()].map((record) => JSON.stringify(record));
      const given = new Set(records.map((record) => JSON.stringify(record)));
      assert.ok(all.every((text) => given.has(text)));
      assert.equal(new Set(all).size, all.length);
    }),
  );
  const older = osv('EXAMPLE-1', 'a', '2026-01-01T00:00:00Z');
  const newer = osv('EXAMPLE-1', 'b', '2026-02-01T00:00:00Z');
  for (const order of [
    [older, newer],
    [newer, older],
  ]) {
    assert.deepEqual([...fileOf(order).all()], [newer]);
  }
});

test('the same records in another order are the same bytes', () => {
  fc.assert(
    fc.property(RECORDS, (records) => {
      const distinct = [
        ...new Map(records.map((each) => [JSON.stringify(keyOf(each)), each])).values(),
      ];
      assert.deepEqual(writeFile(distinct.toReversed()).bytes, writeFile(distinct).bytes);
    }),
    { numRuns: 50 },
  );
});

function keyOf(record: JsonObject): unknown {
  return record['@id'] ?? record.id ?? (record.cveMetadata as JsonObject).cveId;
}

test('links lead from a package to the record of its CVE, and not to others that name it', () => {
  const cve = {
    cveMetadata: { cveId: 'CVE-2026-0001', state: 'REJECTED' },
    containers: { cna: { affected: [] } },
  };
  const ghsa = { ...osv('EXAMPLE-1', 'a'), aliases: ['CVE-2026-0001'] };
  const other = { ...osv('EXAMPLE-2', 'elsewhere-and-long'), upstream: ['CVE-2026-0001'] };
  const far = osv('EXAMPLE-3', 'far-away-and-longer-than-the-witness');
  const { sbom } = readSbom(
    '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","purl":"pkg:npm/a@1.0.0"}]}',
  );
  assert.ok(sbom);
  const found = fileOf([cve, ghsa, other, far]).recordsFor(sbom, null);
  assert.ok(found.some((record) => Object.hasOwn(record, 'cveMetadata')));
  assert.ok(!found.some(({ id }) => id === 'EXAMPLE-2' || id === 'EXAMPLE-3'));
});

test('catalogues, scores and counts are in it', () => {
  const head = '#model_version:v2026.03.01,score_date:2026-11-21T00:00:00+0000';
  const day = readEpss(
    `${head}\ncve,epss,percentile\nCVE-2026-0002,0.25,0.5\nCVE-2026-0001,0.01,0.1\n`,
  );
  assert.ok(day.ok);
  const catalogue = {
    title: 'CISA',
    catalogVersion: '1',
    dateReleased: '2026-11-20T00:00:00Z',
    count: 0,
    vulnerabilities: [],
  };
  const ledger = new SourceLedger();
  const { bytes } = writeFile([osv('EXAMPLE-1', 'a')], (writer) => {
    writer.add([{ source: 'CISA', catalogue }], day.value);
    writer.describe(ledger);
  });
  const file = new AdvisoryFile(sourceOfBytes(bytes));
  assert.equal(file.epss()?.get('CVE-2026-0002')?.score, 0.25);
  assert.equal(file.epss()?.get('CVE-2026-0003'), null);
  assert.equal(file.epss()?.date, '2026-11-21');
  assert.equal(file.kev()[0]?.source, 'CISA');
  assert.deepEqual(
    ledger.list().map(({ kind, name, count }) => `${kind} ${name} ${count}`),
    ['epss v2026.03.01 2', 'kev CISA 0', 'osv npm 1'],
  );
  file.verify();
});

test('an empty file is a file', () => {
  const file = fileOf([]);
  file.verify();
  assert.deepEqual([...file.all()], []);
  assert.equal(file.epss(), null);
  assert.deepEqual(file.kev(), []);
});

const WORLD = writeFile(Array.from({ length: 40 }, (_, i) => osv(`EXAMPLE-${i}`, `p${i}`))).bytes;

/** Reads everything; the message of the refusal, or null. */
function refusal(bytes: Uint8Array): string | null {
  try {
    const file = new AdvisoryFile(sourceOfBytes(bytes));
    file.verify();
    for (const _ of file.all());
    return null;
  } catch (error) {
    assert.equal((error as Error).name, 'CybexError', String(error));
    return (error as Error).message;
  }
}

test('a file that is cut anywhere is refused', () => {
  assert.equal(refusal(WORLD), null);
  for (let length = 0; length < WORLD.length; length += 1 + Math.floor(WORLD.length / 500)) {
    assert.match(refusal(WORLD.subarray(0, length)) ?? 'read', /advisory-file-(magic|cut)/);
  }
});

test('one changed byte anywhere is refused', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: WORLD.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const damaged = Uint8Array.from(WORLD);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        assert.match(refusal(damaged) ?? 'read', /\[advisory-file-[a-z]+\]$/);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('another version says which one, and which is read', () => {
  const newer = Uint8Array.from(WORLD);
  newer[16] = 9;
  assert.match(refusal(newer) ?? '', /It has version 9; this program reads 1\./);
  assert.match(refusal(new TextEncoder().encode('{"a":1}')) ?? '', /advisory-file-magic/);
  assert.equal(PREAMBLE_BYTES, 64);
});

function osv(id: string, name: string, modified = '2026-01-01T00:00:00Z'): JsonObject {
  return {
    id,
    modified,
    affected: [
      {
        package: { ecosystem: 'npm', name },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
      },
    ],
  };
}

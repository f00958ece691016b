import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSbom } from '../sbom/index.ts';
import { readVexDocument } from '../vex/index.ts';
import { toCycloneDx } from './cyclonedx.ts';
import { component, finding, fullReport, report } from './report.test.fixture.ts';

interface Vulnerability {
  readonly id: string;
  readonly analysis?: { readonly state: string; readonly detail?: string };
  readonly affects: readonly {
    readonly ref: string;
    readonly versions: readonly { readonly version: string; readonly status: string }[];
  }[];
  readonly ratings?: readonly { readonly method: string; readonly severity: string }[];
  readonly cwes?: readonly number[];
}

function vulnerabilities(document: object): readonly Vulnerability[] {
  return (document as { vulnerabilities: readonly Vulnerability[] }).vulnerabilities;
}

/** Findings of our own reader: schema and references. */
function faults(document: object): readonly string[] {
  return readSbom(JSON.stringify(document)).issues.map(({ code, path }) => `${code} ${path}`);
}

test('it is a valid BOM whose references lead to components of the SBOM', () => {
  const strange = component('=1');
  const full = fullReport();
  const document = toCycloneDx({
    ...full,
    sbom: {
      ...full.sbom,
      components: [...full.sbom.components, { ...strange, ref: "=cmd|'/c calc'!A1" }],
    },
  });
  assert.deepEqual(faults(document), []);
  assert.deepEqual(document.externalReferences, [
    { type: 'bom', url: 'urn:cdx:6f1f9a3e-0c43-4f0e-9f37-0a7c54b6a001/1' },
  ]);
});

test('a judgement is an analysis; what nobody judged has none', () => {
  const states = vulnerabilities(toCycloneDx(fullReport())).map(
    ({ id, analysis }) => `${id} ${analysis?.state ?? '-'}`,
  );
  assert.deepEqual(states, [
    'CVE-2026-0001 -',
    'EXAMPLE-5 -',
    'CVE-2026-0002 not_affected',
    'CVE-2026-0003 resolved',
    'CVE-2026-0004 in_triage',
  ]);
});

test('components of one vulnerability stand together, with the status of their version', () => {
  const found = vulnerabilities(
    toCycloneDx(report({ matches: [finding(), finding({ component: component('beta') })] })),
  );
  assert.equal(found.length, 1);
  assert.deepEqual(found[0]?.affects, [
    { ref: 'alpha', versions: [{ version: '1.0.0', status: 'affected' }] },
    { ref: 'beta', versions: [{ version: '1.0.0', status: 'affected' }] },
  ]);
  assert.deepEqual(found[0]?.cwes, [787]);
  assert.equal(found[0]?.ratings?.[0]?.method, 'CVSSv31');
});

test('a scheme that CycloneDX does not know is "other", with the words of its source', () => {
  const ratings = [
    { scheme: 'Ubuntu', score: null, severity: 'negligible', vector: null, source: 'osv:U' },
  ];
  const [found] = vulnerabilities(toCycloneDx(report({ matches: [finding({ ratings })] })));
  assert.deepEqual(found?.ratings, [
    {
      source: { name: 'osv:U' },
      severity: 'unknown',
      method: 'other',
      justification: 'Ubuntu: negligible',
    },
  ]);
});

test('closed findings are read back as VEX', () => {
  const { statements } = readVexDocument(toCycloneDx(fullReport()));
  const said = statements.map(({ vulnerability, status }) => `${vulnerability[0]} ${status}`);
  assert.ok(said.includes('CVE-2026-0002 not_affected'), said.join());
  assert.ok(said.includes('CVE-2026-0003 fixed'), said.join());
  assert.ok(!said.some((each) => each === 'CVE-2026-0004 not_affected'), said.join());
});

test('the same report is the same document', () => {
  assert.deepEqual(toCycloneDx(fullReport()), toCycloneDx(fullReport()));
});

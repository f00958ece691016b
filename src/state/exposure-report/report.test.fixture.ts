/** A report with one finding of every kind, with names that attack whoever writes them on. */
import type { Component } from '../sbom/index.ts';
import { readSbom } from '../sbom/index.ts';
import type { AnyFinding, Rating, ScanReport } from './model.ts';

export const TIME = '2026-11-22T00:00:00.000000Z';

export function component(ref: string, more: Partial<Component> = {}): Component {
  return {
    ref,
    type: 'library',
    name: ref,
    version: '1.0.0',
    purl: `pkg:npm/${ref}@1.0.0`,
    cpes: [],
    hashes: [],
    licenses: [],
    identifiers: [],
    path: '/components/0',
    ...more,
  };
}

export const RATING: Rating = {
  scheme: 'CVSS 3.1',
  score: 9.8,
  severity: 'critical',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  source: 'osv:EXAMPLE-1',
};

type Open = Extract<AnyFinding, { status: 'affected' | 'under_investigation' }>;

export function finding(more: Partial<Open> = {}): Open {
  return {
    component: component('alpha'),
    paths: [['app', 'alpha']],
    vulnerability: 'CVE-2026-0001',
    aliases: ['EXAMPLE-1'],
    upstream: [],
    status: 'affected',
    fixedIn: ['1.0.1'],
    state: 'fixed-in',
    remediation: [],
    remedies: [],
    basis: 'ecosystem',
    confidence: 'high',
    sources: ['osv:EXAMPLE-1'],
    why: ['EXAMPLE-1: from 0, fixed in 1.0.1 holds 1.0.0.'],
    beside: [],
    summary: 'A length is trusted',
    ratings: [RATING],
    cwes: ['CWE-787'],
    references: ['https://example.org/1'],
    published: null,
    modified: '2026-11-01T00:00:00Z',
    kev: null,
    epss: null,
    ...more,
  };
}

const SBOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:6f1f9a3e-0c43-4f0e-9f37-0a7c54b6a001',
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': 'app', name: 'app' } },
  components: [
    {
      type: 'library',
      'bom-ref': 'alpha',
      name: 'alpha',
      version: '1.0.0',
      purl: 'pkg:npm/alpha@1.0.0',
    },
  ],
  dependencies: [{ ref: 'app', dependsOn: ['alpha'] }, { ref: 'alpha' }],
});

export function report(more: Partial<ScanReport> = {}): ScanReport {
  const { sbom } = readSbom(SBOM);
  if (sbom === null) throw new Error('the fixture is no SBOM');
  return {
    tool: { name: 'cybex', version: '0.1.0' },
    time: TIME,
    file: 'app.cdx.json',
    sha256: 'a'.repeat(64),
    sbom,
    matches: [],
    suppressed: [],
    undecidable: [],
    candidates: [],
    unanalysed: 0,
    unidentified: [],
    issues: [],
    sources: [],
    gaps: [],
    policy: { policy: 'any', failing: [], unknown: [] },
    exit: 0,
    ...more,
  };
}

/** One of each: open, undecidable, closed by VEX, fixed, closed by a rule, not looked up. */
export function fullReport(): ScanReport {
  const open = finding();
  const { status: _, ...rest } = finding({ vulnerability: 'CVE-2026-0002', aliases: [] });
  const strange = component("=cmd|'/c calc'!A1", { name: '=HYPERLINK("http://x.example")' });
  return report({
    matches: [open, finding({ component: strange, summary: 'see [1](http://x.example) {0} \\' })],
    suppressed: [
      { ...rest, status: 'not_affected', by: 'vex' },
      { ...rest, vulnerability: 'CVE-2026-0003', status: 'fixed', by: 'vex' },
      {
        ...rest,
        vulnerability: 'CVE-2026-0004',
        status: 'ignored',
        by: 'ignored by Hana Sato until 2027-01-31T00:00:00Z: our own encoder only',
      },
    ],
    undecidable: [
      {
        ...rest,
        vulnerability: 'EXAMPLE-5',
        status: 'undecidable',
        reason: 'version',
        ratings: [],
      },
    ],
    unidentified: [
      { component: component('in-house'), reason: 'no-identity', message: 'It has no purl.' },
    ],
    gaps: [{ code: 'unidentified', message: '1 component (no-identity).', components: 1 }],
    policy: {
      policy: 'any',
      failing: [{ vulnerability: open.vulnerability, ref: 'alpha' }],
      unknown: [],
    },
    exit: 1,
  });
}

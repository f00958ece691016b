/** For tests: small documents of each format that the house stores. */

const ORG = 'b3476cb9-2e3d-41a6-98d0-0f47421a65b6';

interface CveChange {
  readonly id?: string;
  readonly updated?: string;
  readonly rejected?: boolean;
  readonly title?: string;
}

/** A CVE record with CPE, purl, CWE and Japanese. */
export function cve(change: CveChange = {}): string {
  const { id = 'CVE-2026-10001', updated = '2026-02-02T00:00:00.000Z' } = change;
  const cveMetadata = {
    cveId: id,
    assignerOrgId: ORG,
    assignerShortName: 'example',
    state: change.rejected ? 'REJECTED' : 'PUBLISHED',
    datePublished: '2026-01-01T00:00:00.000Z',
    dateUpdated: updated,
  };
  const providerMetadata = {
    orgId: ORG,
    shortName: 'example',
    dateUpdated: '2026-01-01T00:00:00.000Z',
  };
  const rejected = { providerMetadata, rejectedReasons: [{ lang: 'en', value: 'Not one.' }] };
  const cna = {
    providerMetadata,
    title: change.title ?? 'Overflow in Example Server',
    descriptions: [
      { lang: 'en', value: 'An overflow in the parser.' },
      { lang: 'ja', value: 'パーサーに認証回避の問題がある。' },
    ],
    affected: [
      {
        vendor: 'Example',
        product: 'Server',
        packageURL: 'pkg:npm/%40example/server',
        cpes: ['cpe:2.3:a:example:server:*:*:*:*:*:*:*:*'],
        defaultStatus: 'unaffected',
        versions: [
          { version: '1.0.0', status: 'affected', versionType: 'semver', lessThan: '2.0.0' },
        ],
      },
    ],
    problemTypes: [
      { descriptions: [{ lang: 'en', type: 'CWE', cweId: 'CWE-79', description: 'CWE-79' }] },
    ],
    references: [{ url: 'https://example.org/advisory' }],
  };
  const containers = { cna: change.rejected ? rejected : cna };
  return JSON.stringify({ dataType: 'CVE_RECORD', dataVersion: '5.2.0', cveMetadata, containers });
}

export function osv(
  change: { readonly id?: string; readonly withdrawn?: string; readonly modified?: string } = {},
): string {
  return JSON.stringify({
    schema_version: '1.7.0',
    id: change.id ?? 'GHSA-2222-3333-4444',
    modified: change.modified ?? '2026-02-01T00:00:00Z',
    published: '2026-01-01T00:00:00Z',
    ...(change.withdrawn === undefined ? {} : { withdrawn: change.withdrawn }),
    aliases: ['CVE-2026-10001'],
    summary: 'Overflow in example',
    details: 'An overflow in the parser of example.',
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'example', purl: 'pkg:pypi/example' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.0' }] }],
      },
    ],
    references: [{ type: 'WEB', url: 'https://example.org/advisory' }],
  });
}

/** An advisory of CSAF 2.1 of the profile CSAF Base. */
export function csaf(
  change: { readonly id?: string; readonly tlp?: string; readonly group?: string } = {},
): string {
  const { id = 'EX-1', tlp = 'GREEN', group } = change;
  return JSON.stringify({
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      category: 'csaf_base',
      csaf_version: '2.1',
      distribution: {
        ...(group === undefined ? {} : { sharing_group: { id: group, name: 'Energy' } }),
        tlp: { label: tlp },
      },
      lang: 'en',
      license_expression: 'CC-BY-4.0',
      notes: [{ category: 'description', text: 'What it is about.' }],
      publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
      references: [
        {
          category: 'self',
          summary: 'Itself',
          url: `https://example.com/csaf/${id.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`,
        },
      ],
      title: `製品のお知らせ ${id}`,
      tracking: {
        current_release_date: '2026-01-01T10:00:00Z',
        id,
        initial_release_date: '2026-01-01T10:00:00Z',
        revision_history: [{ date: '2026-01-01T10:00:00Z', number: '1', summary: 'First.' }],
        status: 'final',
        version: '1',
      },
    },
  });
}

export function openvex(): string {
  return JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://openvex.dev/docs/example/vex-1',
    author: 'Example PSIRT',
    timestamp: '2026-01-08T18:02:03.647787998-06:00',
    version: 1,
    statements: [
      {
        vulnerability: { name: 'CVE-2026-10001' },
        products: [{ '@id': 'pkg:npm/%40example/server@1.0.0' }],
        status: 'fixed',
      },
    ],
  });
}

/** A page of NVD's API. */
export function nvd(...ids: readonly string[]): string {
  const entry = (id: string) => ({
    cve: {
      id,
      sourceIdentifier: 'security@example.com',
      published: '2026-01-01T00:00:00.000',
      lastModified: '2026-02-01T00:00:00.000',
      vulnStatus: 'Analyzed',
      descriptions: [{ lang: 'en', value: `A weakness of ${id}.` }],
      metrics: {},
      references: [],
    },
  });
  return JSON.stringify(
    {
      resultsPerPage: ids.length,
      startIndex: 0,
      totalResults: ids.length,
      format: 'NVD_CVE',
      version: '2.0',
      timestamp: '2026-03-01T00:00:00.000',
      vulnerabilities: ids.map(entry),
    },
    null,
    1,
  );
}

/** A catalogue of exploited vulnerabilities. */
export function kev(): string {
  const entry = {
    cveID: 'CVE-2026-10001',
    vendorProject: 'Example',
    product: 'Server',
    vulnerabilityName: 'Example Server Overflow',
    dateAdded: '2026-02-03',
    shortDescription: 'An overflow that was exploited.',
    requiredAction: 'Apply updates.',
    dueDate: '2026-02-24',
    knownRansomwareCampaignUse: 'Unknown',
    notes: 'https://example.org/advisory',
    cwes: ['CWE-79'],
  };
  const head = { title: 'A catalogue', catalogVersion: '2026.02.03' };
  const released = { dateReleased: '2026-02-03T17:00:00.0000Z', count: 1 };
  return JSON.stringify({ ...head, ...released, vulnerabilities: [entry] }, null, 1);
}

export function jvn(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/" xml:lang="ja">
<channel rdf:about="https://jvndb.jvn.jp/ja/rss/jvndb.rdf"><title>JVNDB</title>
<link>https://jvndb.jvn.jp/</link><description>JVN iPedia</description><dc:date>2026-02-01T10:00:00+09:00</dc:date>
<items><rdf:Seq><rdf:li rdf:resource="https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html"/></rdf:Seq></items></channel>
<item rdf:about="https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html">
<title>ルーターにおける認証不備の脆弱性</title>
<link>https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html</link>
<description>遠隔の第三者が任意のコードを実行できる。</description>
<dc:creator>Information-technology Promotion Agency, Japan</dc:creator>
<sec:identifier>JVNDB-2026-000001</sec:identifier>
<sec:references source="CVE" id="CVE-2026-10001">https://www.cve.org/CVERecord?id=CVE-2026-10001</sec:references>
<dc:date>2026-02-01T10:00:00+09:00</dc:date>
<dcterms:issued>2026-01-01T10:00:00+09:00</dcterms:issued>
<dcterms:modified>2026-02-01T10:00:00+09:00</dcterms:modified>
</item>
</rdf:RDF>
`;
}

export function cwe(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Weakness_Catalog xmlns="http://cwe.mitre.org/cwe-7" Name="CWE" Version="4.17" Date="2025-04-03">
<Weaknesses>
<Weakness ID="79" Name="Improper Neutralization of Input During Web Page Generation" Abstraction="Base" Structure="Simple" Status="Stable">
<Description>The product does not neutralize user-controllable input.</Description>
</Weakness>
</Weaknesses>
</Weakness_Catalog>
`;
}

/** JVN iPedia: both forms, Japanese as it came, every rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Piece } from '../../core/codec.ts';
import { readXml } from '../../core/xml/index.ts';
import { jvnCodec } from './codec.ts';
import { type JvnEntry, readItem, readVulinfo } from './entry.ts';
import { cvesOf, factsOf, identityOf } from './facts.ts';
import { JVN_ISSUES } from './issues.table.ts';

const RSS = `<?xml version="1.0" encoding="UTF-8" ?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status" xml:lang="ja">
<channel rdf:about="https://jvndb.jvn.jp/myjvn"><title>JVNDB 脆弱性対策情報</title><link>https://jvndb.jvn.jp/myjvn</link></channel>
<item rdf:about="https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html">
 <title>サンプルサーバーにおけるバッファオーバーフローの脆弱性</title>
 <link>https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html</link>
 <description>サンプルサーバーには、バッファオーバーフローの脆弱性が存在します。</description>
 <dc:creator>Information-technology Promotion Agency, Japan</dc:creator>
 <sec:identifier>JVNDB-2026-000001</sec:identifier>
 <sec:references source="JVN" id="JVN#12345678">https://jvn.jp/jp/JVN12345678/index.html</sec:references>
 <sec:references source="CVE" id="CVE-2026-1234">https://www.cve.org/CVERecord?id=CVE-2026-1234</sec:references>
 <sec:references id="CWE-119" title="バッファエラー">https://cwe.mitre.org/data/definitions/119.html</sec:references>
 <sec:cpe version="2.2" vendor="株式会社サンプル" product="サンプルサーバー">cpe:/a:example:server</sec:cpe>
 <sec:cvss score="7.5" severity="High" vector="AV:N/AC:L/Au:N/C:P/I:P/A:P" version="2.0" type="Base" />
 <sec:cvss score="9.8" severity="Critical" vector="CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" version="3.0" type="Base" />
 <dc:date>2026-02-02T10:00:00+09:00</dc:date>
 <dcterms:issued>2026-02-01T10:00:00+09:00</dcterms:issued>
 <dcterms:modified>2026-02-02T10:00:00+09:00</dcterms:modified>
</item>
<status:Status version="3.3" method="getVulnOverviewList" retCd="0" errCd="" errMsg="" totalRes="1"/>
</rdf:RDF>`;

const VULDEF = `<?xml version="1.0" encoding="UTF-8" ?>
<VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status" xml:lang="ja">
<Vulinfo>
 <VulinfoID>JVNDB-2026-000002</VulinfoID>
 <VulinfoData>
  <Title>別の製品における複数の脆弱性</Title>
  <VulinfoDescription><Overview>複数の脆弱性が存在します。</Overview></VulinfoDescription>
  <Affected>
   <AffectedItem><Name>株式会社サンプル</Name><ProductName>別の製品</ProductName><Cpe version="2.2">cpe:/a:example:other</Cpe><VersionNumber>1.0 から 1.2 まで</VersionNumber><VersionNumber>２．０</VersionNumber></AffectedItem>
  </Affected>
  <Impact>
   <Cvss version="3.0"><Severity type="Base">High</Severity><Base>7.5</Base><Vector>CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H</Vector></Cvss>
   <ImpactItem><Description>サービス運用妨害</Description></ImpactItem>
  </Impact>
  <Solution><SolutionItem><Description>更新してください。</Description></SolutionItem></Solution>
  <Related>
   <RelatedItem type="advisory"><Name>Common Vulnerabilities and Exposures (CVE)</Name><VulinfoID>CVE-2026-2001</VulinfoID><URL>https://www.cve.org/1</URL></RelatedItem>
   <RelatedItem type="advisory"><Name>Common Vulnerabilities and Exposures (CVE)</Name><VulinfoID>CVE-2026-2002</VulinfoID><URL>https://www.cve.org/2</URL></RelatedItem>
   <RelatedItem type="cwe"><Name>JVNDB</Name><VulinfoID>CWE-noinfo</VulinfoID><Title>情報不足</Title></RelatedItem>
  </Related>
  <DateFirstPublished>2026-02-01T10:00:00+09:00</DateFirstPublished>
  <DateLastUpdated>2026-02-03T10:00:00+09:00</DateLastUpdated>
  <DatePublic>2026-01-30T00:00:00+09:00</DatePublic>
 </VulinfoData>
</Vulinfo>
<status:Status version="3.3" method="getVulnDetailInfo" retCd="0"/>
</VULDEF-Document>`;

async function read(text: string | Uint8Array): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of jvnCodec.records([Buffer.from(text as string)])) pieces.push(piece);
  return pieces;
}

const findings = async (text: string | Uint8Array) =>
  (await read(text)).flatMap((piece) =>
    piece.issues.map(({ code, path }) => `${code} ${piece.path}${path}`),
  );

test('both forms without faults have no findings', async () => {
  assert.deepEqual(await findings(RSS), []);
  assert.deepEqual(await findings(VULDEF), []);
});

const I = '/rdf:RDF/item';
const V = '/VULDEF-Document/Vulinfo';
const A = `${V}/VulinfoData/Affected/AffectedItem[1]`;

const FAULTS: readonly (readonly [
  document: string,
  from: string,
  to: string,
  ...findings: string[],
])[] = [
  [
    RSS,
    '<sec:identifier>JVNDB-2026-000001',
    '<sec:identifier>JVNDB-2026-1',
    `jvn-id ${I}/sec:identifier`,
  ],
  [RSS, '<sec:identifier>JVNDB-2026-000001</sec:identifier>', '', `jvn-id ${I}/sec:identifier`],
  [RSS, '<sec:identifier>JVNDB', '<sec:identifier>jvndb', `jvn-id ${I}/sec:identifier`],
  [
    RSS,
    '<title>サンプルサーバーにおけるバッファオーバーフローの脆弱性</title>',
    '<title> </title>',
    `jvn-title ${I}/title`,
  ],
  [RSS, '<link>https://jvndb.jvn.jp/ja', '<link>jvndb.jvn.jp/ja', `jvn-link ${I}/link`],
  [
    RSS,
    'rdf:about="https://jvndb.jvn.jp/ja',
    'rdf:about="https://jvndb.jvn.jp/en',
    `jvn-link ${I}/@rdf:about`,
  ],
  [
    RSS,
    '<dcterms:issued>2026-02-01T10:00:00+09:00',
    '<dcterms:issued>2026/02/01',
    `jvn-date ${I}/dcterms:issued`,
  ],
  [
    RSS,
    '<dcterms:issued>2026-02-01T10:00:00+09:00',
    '<dcterms:issued>2026-02-01T10:00:00',
    `jvn-date ${I}/dcterms:issued`,
  ],
  [RSS, '<dcterms:issued>2026-02-01', '<dcterms:issued>2026-02-30', `jvn-date ${I}/dcterms:issued`],
  [
    RSS,
    '<dcterms:issued>2026-02-01',
    '<dcterms:issued>2026-02-05',
    `jvn-date-order ${I}/dcterms:modified`,
  ],
  [
    RSS,
    '<sec:references source="JVN" id="JVN#12345678">https://jvn.jp/jp/JVN12345678/index.html',
    '<sec:references>',
    `jvn-reference ${I}/sec:references[1]`,
  ],
  [RSS, 'id="CVE-2026-1234"', 'id="CVE-2026-12"', `jvn-cve ${I}/sec:references[2]`],
  [RSS, 'source="CVE" id="CVE-2026-1234"', 'source="CVE"', `jvn-cve ${I}/sec:references[2]`],
  [RSS, 'id="CWE-119"', 'id="CWE-0119"', `jvn-cwe ${I}/sec:references[3]`],
  [RSS, '>cpe:/a:example:server<', '>a:example:server<', `jvn-cpe ${I}/sec:cpe[1]`],
  [RSS, '>cpe:/a:example:server<', '><', `jvn-cpe ${I}/sec:cpe[1]`],
  [RSS, 'score="7.5"', 'score="7.6"', `jvn-score ${I}/sec:cvss[1]`],
  [RSS, 'score="7.5"', 'score="seven"', `jvn-score-form ${I}/sec:cvss[1]`],
  [RSS, 'score="9.8"', 'score="10.1"', `jvn-score-form ${I}/sec:cvss[2]`],
  [RSS, 'severity="High"', 'severity="Low"', `jvn-severity ${I}/sec:cvss[1]`],
  [RSS, 'severity="Critical"', 'severity="重要"', `jvn-severity ${I}/sec:cvss[2]`],
  [RSS, 'severity="Critical"', 'severity="緊急"'],
  [RSS, 'version="3.0" type', 'version="3.1" type', `jvn-vector ${I}/sec:cvss[2]`],
  [RSS, 'AV:N/AC:L/Au:N/C:P/I:P/A:P', 'AV:N/AC:L', `jvn-vector ${I}/sec:cvss[1]`],
  [RSS, 'vector="AV:N/AC:L/Au:N/C:P/I:P/A:P"', 'vector="(AV:N/AC:L/Au:N/C:P/I:P/A:P)"'],
  [RSS, 'retCd="0" errCd="" errMsg=""', 'retCd="1" errCd="E1" errMsg="x"', 'jvn-status '],
  [VULDEF, '<VulinfoID>JVNDB-2026-000002', '<VulinfoID>2026-000002', `jvn-id ${V}/VulinfoID`],
  [VULDEF, '<Title>別の製品における複数の脆弱性</Title>', '', `jvn-title ${V}/VulinfoData/Title`],
  [VULDEF, '<Overview>複数の脆弱性が存在します。</Overview>', '', `jvn-overview ${V}/VulinfoData`],
  [
    VULDEF,
    '<Name>株式会社サンプル</Name><ProductName>別の製品</ProductName>',
    '',
    `jvn-affected ${A}`,
  ],
  [VULDEF, 'cpe:/a:example:other', 'cpe:example', `jvn-cpe ${A}`],
  [VULDEF, '<Base>7.5</Base>', '<Base>7.4</Base>', `jvn-score ${V}/VulinfoData/Impact/Cvss[1]`],
  [VULDEF, '<Base>7.5</Base>', '', `jvn-score-form ${V}/VulinfoData/Impact/Cvss[1]`],
  [
    VULDEF,
    'type="Base">High',
    'type="Base">Medium',
    `jvn-severity ${V}/VulinfoData/Impact/Cvss[1]`,
  ],
  [
    VULDEF,
    'Cvss version="3.0"',
    'Cvss version="2.0"',
    `jvn-vector ${V}/VulinfoData/Impact/Cvss[1]`,
  ],
  [VULDEF, 'type="cwe"', 'type="weakness"', `jvn-related ${V}/VulinfoData/Related/RelatedItem[3]`],
  [VULDEF, '>CWE-noinfo<', '>CWE-none<', `jvn-cwe ${V}/VulinfoData/Related/RelatedItem[3]`],
  [VULDEF, '>CVE-2026-2001<', '>cve-2026-2001<', `jvn-cve ${V}/VulinfoData/Related/RelatedItem[1]`],
  [
    VULDEF,
    '<DateFirstPublished>2026-02-01',
    '<DateFirstPublished>2026-02-31',
    `jvn-date ${V}/VulinfoData/DateFirstPublished`,
  ],
  [
    VULDEF,
    '<DateLastUpdated>2026-02-03',
    '<DateLastUpdated>2026-01-03',
    `jvn-date-order ${V}/VulinfoData/DateLastUpdated`,
  ],
  [
    VULDEF,
    '<DatePublic>2026-01-30',
    '<DatePublic>2026-01-32',
    `jvn-date ${V}/VulinfoData/DatePublic`,
  ],
  ['<a/>', '<a/>', '<b/>', 'jvn-root '],
  [VULDEF, '<VulinfoData>', '<Other>', 'xml-syntax '],
];

for (const [document, from, to, ...expected] of FAULTS) {
  test(`jvn: ${from.slice(0, 50)} → ${to.slice(0, 50)}`, async () => {
    assert.ok(document.includes(from));
    assert.deepEqual((await findings(document.replace(from, to))).sort(), [...expected].sort());
  });
}

test('an entry without its data is told', async () => {
  const bare = VULDEF.replace(/<VulinfoData>[\s\S]*<\/VulinfoData>/, '');
  assert.ok((await findings(bare)).includes(`jvn-data ${V}`));
});

test('each code of the table is found by a case', () => {
  const codes = new Set(
    FAULTS.flatMap(([, , , ...found]) => found.map((each) => each.split(' ')[0])),
  );
  assert.deepEqual(
    Object.keys(JVN_ISSUES).filter((code) => !codes.has(code)),
    ['jvn-data'],
  );
});

/** テ, ス, ト and the rest of the title in other encodings are made by the platform's tables. */
test('Japanese in Shift_JIS and EUC-JP reaches the record byte for byte', async () => {
  const title = {
    Shift_JIS: [0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x95, 0x5c],
    'EUC-JP': [0xa5, 0xc6, 0xa5, 0xb9, 0xa5, 0xc8, 0xc9, 0xbd],
  };
  for (const [encoding, bytes] of Object.entries(title)) {
    const ascii = RSS.replace('UTF-8', encoding).replace(/[^\u0020-\u007e\n]+/g, 'x');
    const [head = '', tail = ''] = ascii.split('<title>x</title>\n <link>', 2);
    const document = Buffer.concat([
      Buffer.from(`${head}<title>`),
      Buffer.from(bytes),
      Buffer.from(`</title>\n <link>${tail}`),
    ]);
    const pieces = await read(document);
    assert.deepEqual(
      pieces.flatMap(({ issues }) => issues),
      [],
    );
    const record = pieces.find((piece) => piece.record !== undefined)?.record;
    assert.equal(record?.facts.title, 'テスト表');
    assert.ok(Buffer.from(record?.bytes ?? []).includes(Buffer.from(bytes)));
    const whole = Buffer.concat(pieces.flatMap(({ gap, bytes: own }) => [gap, own ?? Buffer.of()]));
    assert.deepEqual(whole, document);
  }
});

test('a record is the exact bytes of its item', async () => {
  for (const [text, start, end] of [
    [RSS, '<item rdf:about', '</item>'],
    [VULDEF, '<Vulinfo>', '</Vulinfo>'],
  ] as const) {
    const pieces = await read(text);
    const whole = Buffer.concat(pieces.flatMap(({ gap, bytes }) => [gap, bytes ?? Buffer.of()]));
    assert.equal(whole.toString(), text);
    const record = pieces.find((piece) => piece.record !== undefined)?.record;
    const from = text.indexOf(start);
    assert.equal(
      Buffer.from(record?.bytes ?? []).toString(),
      text.slice(from, text.indexOf(end) + end.length),
    );
    assert.ok(jvnCodec.sniff(Buffer.from(text)) > 0.9);
  }
  assert.equal(jvnCodec.sniff(Buffer.from('<rss version="2.0"/>')), 0);
});

function entry(text: string, local: string, make: typeof readItem): JvnEntry {
  const parsed = readXml(text);
  assert.ok(parsed.ok);
  const found = parsed.value.children.find(
    (child) => typeof child !== 'string' && child.local === local,
  );
  assert.ok(found !== undefined && typeof found !== 'string');
  return make(found);
}

test('facts of a JVNRSS item', () => {
  const item = entry(RSS, 'item', readItem);
  const facts = factsOf(item);
  const checks: readonly (readonly [unknown, unknown])[] = [
    [item.form, 'jvnrss'],
    [item.id, 'JVNDB-2026-000001'],
    [item.title, 'サンプルサーバーにおけるバッファオーバーフローの脆弱性'],
    [item.description, 'サンプルサーバーには、バッファオーバーフローの脆弱性が存在します。'],
    [item.issued, '2026-02-01T10:00:00+09:00'],
    [item.modified, '2026-02-02T10:00:00+09:00'],
    [item.scores.length, 2],
    [item.scores[1]?.vector, 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    [item.scores[0]?.severity, 'High'],
    [item.references.length, 3],
    [item.references[0]?.id, 'JVN#12345678'],
    [item.references[2]?.title, 'バッファエラー'],
    [item.products[0]?.vendor, '株式会社サンプル'],
    [item.products[0]?.cpe, 'cpe:/a:example:server'],
    [cvesOf(item).join(), 'CVE-2026-1234'],
    [facts.aliases.join(), 'CVE-2026-1234'],
    [facts.external.join(), 'CVE-2026-1234,CWE-119'],
    [
      facts.edges.map(({ kind, target }) => `${kind} ${target}`).join(),
      'aliases CVE-2026-1234,cwe CWE-119',
    ],
    [
      facts.observables.map(({ value }) => value).join(),
      'cpe:/a:example:server,株式会社サンプル/サンプルサーバー',
    ],
    [facts.text.includes('脆弱性'), true],
    [identityOf(item)?.version, '2026-02-02T10:00:00+09:00'],
    [identityOf(item)?.versionKey.startsWith('2026-02-02T01:00:00'), true],
    [identityOf(item)?.created, '2026-02-01T10:00:00+09:00'],
    [identityOf(item)?.withdrawn, false],
  ];
  for (const [found, expected] of checks) assert.equal(found, expected);
});

test('facts of a VULDEF entry: several CVE ids are edges, not aliases', () => {
  const vulinfo = entry(VULDEF, 'Vulinfo', readVulinfo);
  const facts = factsOf(vulinfo);
  const checks: readonly (readonly [unknown, unknown])[] = [
    [vulinfo.form, 'vuldef'],
    [vulinfo.id, 'JVNDB-2026-000002'],
    [vulinfo.title, '別の製品における複数の脆弱性'],
    [vulinfo.description, '複数の脆弱性が存在します。'],
    [vulinfo.publicDate, '2026-01-30T00:00:00+09:00'],
    [vulinfo.products[0]?.versions.join('|'), '1.0 から 1.2 まで|２．０'],
    [vulinfo.products[0]?.product, '別の製品'],
    [vulinfo.solution, '更新してください。'],
    [vulinfo.scores[0]?.score, '7.5'],
    [cvesOf(vulinfo).length, 2],
    [facts.aliases.length, 0],
    [facts.edges.map(({ kind }) => kind).join(), 'related,related'],
    [facts.external.join(), 'CVE-2026-2001,CVE-2026-2002'],
    [identityOf(vulinfo)?.type, 'vuldef'],
    [identityOf(vulinfo)?.version, '2026-02-03T10:00:00+09:00'],
  ];
  for (const [found, expected] of checks) assert.equal(found, expected);
});

test('any cut of a document is read or refused, and keeps its bytes', async () => {
  const bytes = Buffer.from(RSS);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), fc.nat(255), async (at, byte) => {
      const mutant = Buffer.from(bytes);
      mutant[at] = byte;
      const pieces = await read(mutant);
      const whole = Buffer.concat(
        pieces.flatMap(({ gap, bytes: own }) => [gap, own ?? Buffer.of()]),
      );
      assert.deepEqual(whole, mutant);
    }),
    { numRuns: 500 },
  );
});

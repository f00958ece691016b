/** Cases of our own for JVN iPedia's JVNRSS 2.0 and VULDEF 3. */
import assert from 'node:assert/strict';
import type { Fact, Fault } from '../../core/cases.test.fixture.ts';
import type { Facts, RecordIdentity } from '../../core/record.ts';
import { readXml } from '../../core/xml/index.ts';
import { jvnCodec } from './codec.ts';
import { type JvnEntry, readItem, readVulinfo } from './entry.ts';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status">
<channel rdf:about="https://example.jp/feed"><title>一覧</title><link>https://example.jp/feed</link></channel>
<item rdf:about="https://example.jp/ja/7.html">
<title>例示ルータにおける認証回避の脆弱性</title>
<link>https://example.jp/ja/7.html</link>
<description>例示ルータは、①認証を回避される可能性があります。</description>
<sec:identifier>JVNDB-2026-000777</sec:identifier>
<sec:references source="CVE" id="CVE-2026-7770">https://example.org/CVE-2026-7770</sec:references>
<sec:references id="CWE-287" title="不適切な認証">https://example.org/287</sec:references>
<sec:cpe version="2.2" vendor="例示工業株式会社" product="例示ルータ">cpe:/h:example:Router</sec:cpe>
<sec:cpe version="2.2" vendor="例示工業株式会社" product="例示ルータ　ファームウェア">cpe:/o:example:router_firmware</sec:cpe>
<sec:cvss version="2.0" type="Base" severity="High" score="7.2" vector="AV:L/AC:L/Au:N/C:C/I:C/A:C"/>
<sec:cvss version="3.0" type="Base" severity="High" score="7.8" vector="CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"/>
<dcterms:issued>2026-07-01T00:30:00+09:00</dcterms:issued>
<dcterms:modified>2026-07-02T08:30:00+09:00</dcterms:modified>
</item>
<status:Status retCd="0"/>
</rdf:RDF>`;

const VULDEF = `<?xml version="1.0" encoding="UTF-8"?>
<VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/" xmlns:status="http://jvndb.jvn.jp/myjvn/Status">
<Vulinfo><VulinfoID>JVNDB-2026-000888</VulinfoID><VulinfoData>
<Title>例示サーバにおける情報漏えいの脆弱性</Title>
<VulinfoDescription><Overview>例示サーバから情報が漏えいします。</Overview></VulinfoDescription>
<Affected>
<AffectedItem><Name>例示社</Name><ProductName>例示サーバ</ProductName><Cpe version="2.2">cpe:/a:example:server</Cpe><VersionNumber>3.1 およびそれ以前</VersionNumber></AffectedItem>
<AffectedItem><Name>例示社</Name><ProductName>例示クライアント</ProductName><VersionNumber>4.0</VersionNumber><VersionNumber>4.1</VersionNumber></AffectedItem>
</Affected>
<Impact><Cvss version="3.0"><Severity type="Base">重要</Severity><Base>7.5</Base><Vector>CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N</Vector></Cvss></Impact>
<Solution><SolutionItem><Description>最新版へ更新してください。</Description></SolutionItem><SolutionItem><Description>設定を変更してください。</Description></SolutionItem></Solution>
<Related>
<RelatedItem type="advisory"><Name>CVE</Name><VulinfoID>CVE-2026-8881</VulinfoID><URL>https://example.org/1</URL></RelatedItem>
<RelatedItem type="cwe"><Name>CWE</Name><VulinfoID>CWE-200</VulinfoID></RelatedItem>
<RelatedItem type="report"><Name>報告</Name><URL>https://example.org/2</URL></RelatedItem>
</Related>
<DateFirstPublished>2026-07-03T12:00:00+09:00</DateFirstPublished>
<DateLastUpdated>2026-07-04T12:00:00+09:00</DateLastUpdated>
<DatePublic>2026-07-01T00:00:00+09:00</DatePublic>
</VulinfoData></Vulinfo>
</VULDEF-Document>`;

/** The document with one text in it replaced by another. */
const change =
  (document: string) =>
  (from = '', to = '') => {
    assert.ok(document.includes(from), from);
    return document.replace(from, to);
  };
const rss = change(RSS);
const vuldef = change(VULDEF);

const I = '/rdf:RDF/item';
const V = '/VULDEF-Document/Vulinfo';
const D = `${V}/VulinfoData`;
const CVSS = `${D}/Impact/Cvss[1]`;
const item = (n: number) => `${D}/Affected/AffectedItem[${n}]`;
const related = (n: number) => `${D}/Related/RelatedItem[${n}]`;
const ISSUED = '2026-07-01T00:30:00+09:00';

export const FAULTS: readonly Fault<string>[] = [
  ['JVNRSS 2.0, root', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'jvn-root '],
  ['XML 1.0', rss('</item>'), 'xml-syntax '],
  ['MyJVN API, Status', rss('retCd="0"', 'retCd="1" errCd="E"'), 'jvn-status '],
  ['sec:identifier', rss('JVNDB-2026-000777', 'JVN#12345678'), `jvn-id ${I}/sec:identifier`],
  ['sec:identifier', rss('JVNDB-2026-000777', 'JVNDB-2026-0007777'), `jvn-id ${I}/sec:identifier`],
  ['sec:identifier', rss('JVNDB-2026-000777', 'JVNDB-26-000777'), `jvn-id ${I}/sec:identifier`],
  [
    'sec:identifier',
    rss('JVNDB-2026-000777', 'ＪＶＮＤＢ-2026-000777'),
    `jvn-id ${I}/sec:identifier`,
  ],
  [
    'RSS 1.0 §5.5.1 title',
    rss('<title>例示ルータにおける認証回避の脆弱性</title>'),
    `jvn-title ${I}/title`,
  ],
  ['RSS 1.0 §5.5.2 link', rss('<link>https://example.jp/ja/7.html</link>'), `jvn-link ${I}/link`],
  [
    'RSS 1.0 §5.5.2 link',
    rss('<link>https://example.jp/ja/7.html', '<link>ftp://example.jp/ja/7.html'),
    `jvn-link ${I}/link`,
  ],
  ['RSS 1.0 §5.5 rdf:about', rss('ja/7.html">', 'ja/8.html">'), `jvn-link ${I}/@rdf:about`],
  ['dcterms:issued', rss(ISSUED, '2026-07-01'), `jvn-date ${I}/dcterms:issued`],
  ['dcterms:issued', rss(ISSUED, '2026年7月1日'), `jvn-date ${I}/dcterms:issued`],
  ['dcterms:issued', rss(ISSUED, '2026-07-01T00:30:00'), `jvn-date ${I}/dcterms:issued`],
  ['dcterms:issued', rss(ISSUED, '2026-07-01T24:30:00+09:00'), `jvn-date ${I}/dcterms:issued`],
  [
    'dcterms:modified',
    rss('2026-07-02T08:30:00+09:00', '2026-06-30T15:29:59Z'),
    `jvn-date-order ${I}/dcterms:modified`,
  ],
  ['sec:references', rss('CVE-2026-7770"', 'CVE-2026-777"'), `jvn-cve ${I}/sec:references[1]`],
  ['sec:references', rss(' id="CVE-2026-7770"'), `jvn-cve ${I}/sec:references[1]`],
  ['sec:references', rss('id="CWE-287"', 'id="cwe-287"'), `jvn-cwe ${I}/sec:references[2]`],
  [
    'sec:references',
    rss('<sec:cpe', '<sec:references/><sec:cpe'),
    `jvn-reference ${I}/sec:references[3]`,
  ],
  ['sec:cpe', rss('cpe:/h:example:Router', 'h:example:Router'), `jvn-cpe ${I}/sec:cpe[1]`],
  ['sec:cpe', rss('cpe:/o:example:router_firmware'), `jvn-cpe ${I}/sec:cpe[2]`],
  ['sec:cvss', rss('score="7.2"', 'score="7.3"'), `jvn-score ${I}/sec:cvss[1]`],
  ['sec:cvss', rss('score="7.2"', 'score="７.２"'), `jvn-score-form ${I}/sec:cvss[1]`],
  ['sec:cvss', rss(' score="7.8"'), `jvn-score-form ${I}/sec:cvss[2]`],
  [
    'sec:cvss',
    rss('severity="High" score="7.8"', 'severity="緊急" score="7.8"'),
    `jvn-severity ${I}/sec:cvss[2]`,
  ],
  ['sec:cvss', rss('CVSS:3.0/', 'CVSS:3.1/'), `jvn-vector ${I}/sec:cvss[2]`],
  ['sec:cvss', rss('version="2.0" type', 'version="1.0" type'), `jvn-vector ${I}/sec:cvss[1]`],
  [
    'VULDEF 3, VulinfoID',
    vuldef('<VulinfoID>JVNDB-2026-000888</VulinfoID>'),
    `jvn-id ${V}/VulinfoID`,
  ],
  ['VULDEF 3, Title', vuldef('例示サーバにおける情報漏えいの脆弱性', ' '), `jvn-title ${D}/Title`],
  [
    'VULDEF 3, VulinfoDescription',
    vuldef('例示サーバから情報が漏えいします。'),
    `jvn-overview ${D}`,
  ],
  [
    'VULDEF 3, AffectedItem',
    vuldef('<Name>例示社</Name><ProductName>例示クライアント</ProductName>'),
    `jvn-affected ${item(2)}`,
  ],
  ['VULDEF 3, Cpe', vuldef('cpe:/a:example:server', 'cpe:/x:example:server'), `jvn-cpe ${item(1)}`],
  ['VULDEF 3, Cvss', vuldef('<Base>7.5', '<Base>7.8'), `jvn-score ${CVSS}`],
  ['VULDEF 3, Cvss', vuldef('<Base>7.5', '<Base>75'), `jvn-score-form ${CVSS}`],
  ['VULDEF 3, Cvss', vuldef('重要', '警告'), `jvn-severity ${CVSS}`],
  ['VULDEF 3, Cvss', vuldef('/C:H/I:N/A:N', '/C:H/I:N'), `jvn-vector ${CVSS}`],
  ['VULDEF 3, RelatedItem', vuldef('type="report"', 'type="blog"'), `jvn-related ${related(3)}`],
  ['VULDEF 3, RelatedItem', vuldef('CVE-2026-8881', 'CVE-2026-88a1'), `jvn-cve ${related(1)}`],
  ['VULDEF 3, RelatedItem', vuldef('CWE-200', 'CWE-0'), `jvn-cwe ${related(2)}`],
  [
    'VULDEF 3, DateFirstPublished',
    vuldef('2026-07-03T12', '2026-07-33T12'),
    `jvn-date ${D}/DateFirstPublished`,
  ],
  [
    'VULDEF 3, DateLastUpdated',
    vuldef('2026-07-04T12', '2026-07-03T11'),
    `jvn-date-order ${D}/DateLastUpdated`,
  ],
  ['VULDEF 3, DatePublic', vuldef('2026-07-01T00:00:00+09:00', 'soon'), `jvn-date ${D}/DatePublic`],
];

/** The entry as it is read out of the document. */
function entryOf(document: string): JvnEntry {
  const parsed = readXml(document);
  assert.ok(parsed.ok);
  for (const child of parsed.value.children) {
    if (typeof child === 'string') continue;
    if (child.local === 'item') return readItem(child);
    if (child.local === 'Vulinfo') return readVulinfo(child);
  }
  assert.fail('no entry');
}

async function recordOf(document: string) {
  for await (const { record } of jvnCodec.records([Buffer.from(document)])) {
    if (record !== undefined) return record;
  }
  return undefined;
}

const entry = (name: keyof JvnEntry) => (document: string) => entryOf(document)[name];
const identity = (name: keyof RecordIdentity) => async (document: string) =>
  (await recordOf(document))?.identity[name];
const fact = (name: keyof Facts) => async (document: string) =>
  (await recordOf(document))?.facts[name];
const holds = (text: string) => async (document: string) =>
  (await recordOf(document))?.facts.text.includes(text);

export const FACTS: readonly Fact<string>[] = [
  ['sec:identifier', RSS, identity('id'), 'JVNDB-2026-000777'],
  ['JVNRSS 2.0, root', RSS, identity('format'), 'jvn'],
  ['JVNRSS 2.0, root', RSS, identity('specVersion'), '2.0'],
  ['dcterms:modified', RSS, identity('version'), '2026-07-02T08:30:00+09:00'],
  // 08:30 in Japan is 23:30 of the day before in UTC.
  ['dcterms:modified', RSS, identity('versionKey'), '2026-07-01T23:30:00'],
  ['dcterms:issued', RSS, identity('created'), ISSUED],
  [
    'dc:date',
    rss(
      '<dcterms:modified>2026-07-02T08:30:00+09:00</dcterms:modified>',
      '<dc:date>2026-07-03T00:00:00+09:00</dc:date>',
    ),
    identity('version'),
    '2026-07-03T00:00:00+09:00',
  ],
  ['sec:identifier', RSS, identity('withdrawn'), false],
  ['RSS 1.0 §5.5.1 title', RSS, fact('title'), '例示ルータにおける認証回避の脆弱性'],
  [
    'RSS 1.0 §5.5.3 description',
    RSS,
    entry('description'),
    '例示ルータは、①認証を回避される可能性があります。',
  ],
  ['RSS 1.0 §5.5.3 description', RSS, holds('①認証'), true],
  [
    'XML 1.0 §4.1',
    rss('例示ルータにおける認証回避', '&#x4F8B;&#31034;&amp;ルータにおける'),
    fact('title'),
    '例示&ルータにおけるの脆弱性',
  ],
  [
    'XML 1.0 §2.7',
    rss('例示ルータにおける', '<![CDATA[髙﨑<塚>]]>'),
    fact('title'),
    '髙﨑<塚>認証回避の脆弱性',
  ],
  [
    'XML 1.0 §2.2',
    rss('例示ルータにおける', '𠮷野家ｱｲｳ～'),
    fact('title'),
    '𠮷野家ｱｲｳ～認証回避の脆弱性',
  ],
  ['RSS 1.0 §5.5.2 link', RSS, entry('link'), 'https://example.jp/ja/7.html'],
  ['RSS 1.0 §5.5.2 link', RSS, entry('about'), 'https://example.jp/ja/7.html'],
  ['sec:references', RSS, fact('aliases'), ['CVE-2026-7770']],
  ['sec:references', RSS, fact('external'), ['CVE-2026-7770', 'CWE-287']],
  [
    'sec:references',
    RSS,
    fact('edges'),
    [
      { kind: 'aliases', target: 'CVE-2026-7770' },
      { kind: 'cwe', target: 'CWE-287' },
    ],
  ],
  [
    'sec:references',
    rss('<sec:cpe', '<sec:references source="CVE" id="CVE-2026-7771"/><sec:cpe'),
    fact('aliases'),
    [],
  ],
  [
    'sec:references',
    rss('<sec:cpe', '<sec:references source="CVE" id="CVE-2026-7770"/><sec:cpe'),
    fact('aliases'),
    ['CVE-2026-7770'],
  ],
  ['sec:references', RSS, (document) => entryOf(document).references[1]?.title, '不適切な認証'],
  [
    'sec:cpe',
    RSS,
    fact('observables'),
    [
      { kind: 'cpe', value: 'cpe:/h:example:router' },
      { kind: 'cpe', value: 'cpe:/o:example:router_firmware' },
      { kind: 'product', value: '例示工業株式会社/例示ルータ' },
      { kind: 'product', value: '例示工業株式会社/例示ルータ　ファームウェア' },
    ],
  ],
  ['sec:cpe', RSS, (document) => entryOf(document).products[0]?.cpe, 'cpe:/h:example:Router'],
  [
    'sec:cvss',
    RSS,
    (document) => entryOf(document).scores.map(({ version, score }) => `${version} ${score}`),
    ['2.0 7.2', '3.0 7.8'],
  ],
  ['VULDEF 3, VulinfoID', VULDEF, identity('id'), 'JVNDB-2026-000888'],
  ['VULDEF 3, root', VULDEF, identity('type'), 'vuldef'],
  ['VULDEF 3, DateLastUpdated', VULDEF, identity('versionKey'), '2026-07-04T03:00:00'],
  ['VULDEF 3, DateFirstPublished', VULDEF, identity('created'), '2026-07-03T12:00:00+09:00'],
  ['VULDEF 3, DatePublic', VULDEF, entry('publicDate'), '2026-07-01T00:00:00+09:00'],
  ['VULDEF 3, Title', VULDEF, fact('title'), '例示サーバにおける情報漏えいの脆弱性'],
  ['VULDEF 3, VulinfoDescription', VULDEF, holds('情報が漏えいします'), true],
  [
    'VULDEF 3, Solution',
    VULDEF,
    entry('solution'),
    '最新版へ更新してください。\n設定を変更してください。',
  ],
  [
    'VULDEF 3, VersionNumber',
    VULDEF,
    (document) => entryOf(document).products.map(({ versions }) => versions),
    [['3.1 およびそれ以前'], ['4.0', '4.1']],
  ],
  [
    'VULDEF 3, AffectedItem',
    VULDEF,
    fact('observables'),
    [
      { kind: 'cpe', value: 'cpe:/a:example:server' },
      { kind: 'product', value: '例示社/例示サーバ' },
      { kind: 'product', value: '例示社/例示クライアント' },
    ],
  ],
  ['VULDEF 3, RelatedItem', VULDEF, fact('aliases'), ['CVE-2026-8881']],
  ['VULDEF 3, RelatedItem', VULDEF, fact('external'), ['CVE-2026-8881', 'CWE-200']],
  ['VULDEF 3, Cvss', VULDEF, (document) => entryOf(document).scores[0]?.severity, '重要'],
];

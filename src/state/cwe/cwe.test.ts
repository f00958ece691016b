/** CWE catalogues: entries, relations by view, usage; the releases of the data file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Piece } from '../../core/codec.ts';
import { cweCodec } from './codec.ts';
import { cweReleases, parseCweReleases, readCweCatalogue } from './index.ts';
import { CWE_ISSUES } from './issues.table.ts';

const usage = (word: string) =>
  `<Mapping_Notes><Usage>${word}</Usage><Rationale>Because.</Rationale></Mapping_Notes>`;

/** A small catalogue; `changes` are texts to replace in it. */
function catalogue(...changes: readonly (readonly [string, string])[]): string {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Weakness_Catalog xmlns="http://cwe.mitre.org/cwe-7" xmlns:xhtml="http://www.w3.org/1999/xhtml" Name="CWE" Version="4.20" Date="2026-04-30">
 <Weaknesses>
  <Weakness ID="707" Name="Improper Neutralization" Abstraction="Pillar" Structure="Simple" Status="Incomplete">
   <Description>Not neutralized.</Description>${usage('Discouraged')}
  </Weakness>
  <Weakness ID="74" Name="Injection" Abstraction="Class" Structure="Simple" Status="Incomplete">
   <Description>Special <xhtml:b>elements</xhtml:b>.</Description>
   <Related_Weaknesses><Related_Weakness Nature="ChildOf" CWE_ID="707" View_ID="1000" Ordinal="Primary"/></Related_Weaknesses>
  </Weakness>
  <Weakness ID="79" Name="XSS 漢字" Abstraction="Base" Structure="Simple" Status="Stable">
   <Description>Web page.</Description>
   <Related_Weaknesses>
    <Related_Weakness Nature="ChildOf" CWE_ID="74" View_ID="1000" Ordinal="Primary"/>
    <Related_Weakness Nature="ChildOf" CWE_ID="74" View_ID="1003" Ordinal="Primary"/>
    <Related_Weakness Nature="CanPrecede" CWE_ID="74" View_ID="1000"/>
   </Related_Weaknesses>
   <Related_Attack_Patterns><Related_Attack_Pattern CAPEC_ID="63"/></Related_Attack_Patterns>
   ${usage('Allowed')}
   <Content_History><Modification><Modification_Date>2026-01-02</Modification_Date></Modification></Content_History>
  </Weakness>
  <Weakness ID="1" Name="DEPRECATED: Location" Abstraction="Base" Structure="Simple" Status="Deprecated">
   <Description>Gone.</Description>
  </Weakness>
 </Weaknesses>
 <Categories>
  <Category ID="137" Name="Data Neutralization Issues" Status="Draft">
   <Summary>Weaknesses in this category.</Summary>
   <Relationships><Has_Member CWE_ID="79" View_ID="699"/></Relationships>${usage('Prohibited')}
  </Category>
 </Categories>
 <Views>
  <View ID="1000" Name="Research Concepts" Type="Graph" Status="Draft"><Objective>Research.</Objective>
   <Members><Has_Member CWE_ID="707" View_ID="1000"/></Members></View>
  <View ID="699" Name="Software Development" Type="Graph" Status="Draft"><Objective>Concepts.</Objective>
   <Members><Has_Member CWE_ID="137" View_ID="699"/></Members></View>
  <View ID="1003" Name="Simplified Mapping" Type="Graph" Status="Draft"><Objective>NVD.</Objective></View>
 </Views>
</Weakness_Catalog>`;
  return changes.reduce((now, [from, to]) => {
    assert.ok(now.includes(from), from);
    return now.replace(from, to);
  }, text);
}

async function pieces(text: string): Promise<Piece[]> {
  const found: Piece[] = [];
  for await (const piece of cweCodec.records([Buffer.from(text)])) found.push(piece);
  return found;
}

const findings = async (text: string) =>
  (await pieces(text)).flatMap((piece) =>
    piece.issues.map(({ code, path }) => `${code} ${piece.path}${path}`),
  );

test('a catalogue without faults has no findings', async () => {
  assert.deepEqual(await findings(catalogue()), []);
});

const W = '/Weakness_Catalog/Weaknesses/Weakness';

const FAULTS: readonly (readonly [from: string, to: string, ...findings: string[]])[] = [
  ['Version="4.20"', '', 'cwe-catalog-attribute /@Version'],
  ['http://cwe.mitre.org/cwe-7', 'http://example.org', 'cwe-root '],
  ['ID="1" Name', 'ID="CWE-1" Name', `cwe-id ${W}[4]/@ID`],
  ['ID="1" Name', 'ID="79" Name', `cwe-id-repeated ${W}[4]/@ID`],
  ['Name="Injection"', 'Name=" "', `cwe-name ${W}[2]/@Name`],
  ['<Description>Gone.</Description>', '', `cwe-description ${W}[4]`],
  ['Status="Stable"', 'Status="Final"', `cwe-status ${W}[3]/@Status`],
  ['Abstraction="Class"', 'Abstraction="Kind"', `cwe-abstraction ${W}[2]/@Abstraction`],
  ['Structure="Simple" Status="Stable"', 'Status="Stable"', `cwe-structure ${W}[3]/@Structure`],
  ['Type="Graph"', 'Type="Tree"', 'cwe-view-type /Weakness_Catalog/Views/View/@Type'],
  [
    'Nature="CanPrecede"',
    'Nature="Precedes"',
    `cwe-nature ${W}[3]/Related_Weaknesses/Related_Weakness[3]`,
  ],
  [
    'CWE_ID="74" View_ID="1000" Ordinal',
    'CWE_ID="x" View_ID="1000" Ordinal',
    `cwe-relation-id ${W}[3]/Related_Weaknesses/Related_Weakness[1]`,
    'cwe-relation-dangling ',
  ],
  ['CWE_ID="79" View_ID="699"', 'CWE_ID="80" View_ID="699"', 'cwe-relation-dangling '],
  [
    'CWE_ID="707" View_ID="1000" Ordinal',
    'CWE_ID="74" View_ID="1000" Ordinal',
    `cwe-relation-self ${W}[2]/Related_Weaknesses/Related_Weakness`,
    'cwe-cycle ',
  ],
  [
    'CWE_ID="707" View_ID="1000" Ordinal',
    'CWE_ID="79" View_ID="1000" Ordinal',
    'cwe-cycle ',
    'cwe-cycle ',
  ],
  ['View_ID="1003" Ordinal="Primary"', 'View_ID="1000" Ordinal="Primary"', `cwe-primary ${W}[3]`],
  ['<Usage>Allowed</Usage>', '<Usage>Yes</Usage>', `cwe-usage ${W}[3]/Mapping_Notes`],
  [
    '<Usage>Prohibited</Usage>',
    '<Usage>Allowed</Usage>',
    'cwe-usage-kind /Weakness_Catalog/Categories/Category/Mapping_Notes',
  ],
];

for (const [from, to, ...expected] of FAULTS) {
  test(`cwe: ${from.slice(0, 40)} → ${to.slice(0, 40)}`, async () => {
    assert.deepEqual((await findings(catalogue([from, to]))).sort(), [...expected].sort());
  });
}

test('each code of the table is found by a case above', () => {
  const codes = new Set(
    FAULTS.flatMap(([, , ...found]) => found.map((each) => each.split(' ')[0])),
  );
  assert.deepEqual(
    Object.keys(CWE_ISSUES).filter((code) => !codes.has(code)),
    [],
  );
});

test('records are the exact bytes of their entries', async () => {
  const text = catalogue();
  const found = await pieces(text);
  const whole = Buffer.concat(found.flatMap((piece) => [piece.gap, piece.bytes ?? Buffer.of()]));
  assert.equal(whole.toString(), text);
  const records = found.flatMap(({ record }) => (record === undefined ? [] : [record]));
  assert.deepEqual(
    records.map(({ identity }) => `${identity.id} ${identity.type}`),
    [
      'CWE-707 weakness',
      'CWE-74 weakness',
      'CWE-79 weakness',
      'CWE-1 weakness',
      'CWE-137 category',
      'CWE-1000 view',
      'CWE-699 view',
      'CWE-1003 view',
    ],
  );
  const xss = records[2];
  assert.equal(xss?.identity.version, '4.20');
  assert.ok((xss?.identity.versionKey ?? '') > '2026-04-29');
  assert.equal(xss?.facts.title, 'CWE-79: XSS 漢字');
  assert.deepEqual(xss?.facts.external, ['CAPEC-63']);
  assert.ok(
    Buffer.from(xss?.bytes ?? [])
      .toString()
      .startsWith('<Weakness ID="79"'),
  );
  assert.equal(records[3]?.identity.withdrawn, true);
  assert.equal(cweCodec.sniff(Buffer.from(text)), 1);
  assert.equal(cweCodec.sniff(Buffer.from('<Attack_Pattern_Catalog/>')), 0);
});

test('relations are per view', async () => {
  const {
    catalogue: cwe,
    version,
    date,
    issues,
  } = await readCweCatalogue([Buffer.from(catalogue())]);
  assert.deepEqual([version, date, issues.length, cwe.size], ['4.20', '2026-04-30', 0, 8]);
  assert.deepEqual(cwe.parents('CWE-79'), ['CWE-74']);
  assert.deepEqual(cwe.ancestors('CWE-79'), ['CWE-74', 'CWE-707', 'CWE-1000']);
  assert.deepEqual(cwe.ancestors('CWE-79', '1003'), ['CWE-74']);
  assert.deepEqual(cwe.ancestors('CWE-79', '699'), ['CWE-137', 'CWE-699']);
  assert.deepEqual(cwe.children('CWE-707'), ['CWE-74']);
  assert.deepEqual(cwe.descendants('CWE-707'), ['CWE-74', 'CWE-79']);
  assert.deepEqual(cwe.members('1000'), ['CWE-707', 'CWE-74', 'CWE-79']);
  assert.deepEqual(cwe.members('699'), ['CWE-137', 'CWE-79']);
  assert.equal(cwe.entry('CWE-74')?.description, 'Special elements.');
  assert.equal(cwe.entry('CWE-79')?.modified, '2026-01-02');
  assert.deepEqual(
    cwe.entries('category').map(({ id }) => id),
    ['CWE-137'],
  );
});

test('what may be mapped to', async () => {
  const { catalogue: cwe } = await readCweCatalogue([Buffer.from(catalogue())]);
  assert.deepEqual(cwe.advice('CWE-79'), { usage: 'Allowed', rationale: 'Because.' });
  assert.equal(cwe.advice('CWE-707')?.usage, 'Discouraged');
  assert.equal(cwe.advice('CWE-74')?.usage, 'unknown');
  assert.equal(cwe.advice('CWE-1')?.usage, 'Prohibited');
  assert.equal(cwe.advice('CWE-137')?.usage, 'Prohibited');
  assert.equal(cwe.advice('CWE-1003')?.usage, 'Prohibited');
  assert.equal(cwe.advice('NVD-CWE-noinfo'), null);
});

test('the data file has every release', () => {
  const cwe = cweReleases();
  assert.equal(cwe.releases.length, 57);
  assert.deepEqual(cwe.releases[0], { version: '1.0', date: '2008-09-09' });
  assert.deepEqual(cwe.latest, { version: '4.20', date: '2026-04-30' });
  assert.equal(cwe.weakness('CWE-79')?.usage, 'Allowed');
  assert.equal(cwe.weakness('CWE-79', '1.0')?.usage, undefined);
  assert.equal(cwe.weakness('CWE-79', '4.21'), null);
  assert.equal(cwe.weakness('CWE-1000'), null);
  assert.equal(cwe.weakness('CWE-1'), cwe.weakness('CWE-1', '4.20'));
  assert.equal(cwe.ids('4.20').length, 969);
  assert.equal(cwe.ids('1.0').length, 615);
  assert.deepEqual(cwe.ids('9.9'), []);
});

test('a weakness that left and came back has a gap', () => {
  const cwe = parseCweReleases(
    '1.0\t2020-01-01\n1.1\t2020-02-01\n1.2\t2020-03-01\n\n7\t0\t0\tDraft\t\tA\n7\t2\t2\tStable\tAllowed\tB\n',
  );
  assert.equal(cwe.weakness('CWE-7', '1.0')?.name, 'A');
  assert.equal(cwe.weakness('CWE-7', '1.1'), null);
  assert.deepEqual(cwe.weakness('CWE-7'), {
    from: 2,
    to: 2,
    name: 'B',
    status: 'Stable',
    deprecated: false,
    usage: 'Allowed',
  });
});

test('hostile catalogues are refused within their bounds', async () => {
  const doctype = await findings(
    `<!DOCTYPE a [<!ENTITY x "y">]>${catalogue()}`.replace(/<\?xml[^>]*\?>\s*/, ''),
  );
  assert.ok(doctype.some((each) => each.startsWith('xml-')));
  const circle = Array.from(
    { length: 20_000 },
    (_, i) =>
      `<Weakness ID="${i + 1}" Name="w" Abstraction="Base" Structure="Simple" Status="Draft"><Description>d</Description><Related_Weaknesses><Related_Weakness Nature="ChildOf" CWE_ID="${((i + 1) % 20_000) + 1}" View_ID="1"/></Related_Weaknesses></Weakness>`,
  );
  const text = `<Weakness_Catalog xmlns="http://cwe.mitre.org/cwe-7" Name="n" Version="1" Date="2020-01-01"><Weaknesses>${circle.join('')}</Weaknesses></Weakness_Catalog>`;
  assert.equal((await findings(text)).filter((each) => each.startsWith('cwe-cycle')).length, 1_000);
});

/** OVAL documents: one without fault, and each rule by a document that breaks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OVAL_CONFORMANCE } from './conformance.ts';
import { OVAL_ISSUES } from './issues.table.ts';
import { OUTCOME_CASES } from './outcome.test.cases.ts';
import { checkText, codesOf, DEFINITIONS } from './oval.test.documents.ts';

test('a definitions document without fault has no finding', async () => {
  assert.deepEqual(await checkText(DEFINITIONS), []);
});

/** What is changed in the document, into what, and the finding with the end of its path. */
const CASES: readonly (readonly [from: string | RegExp, to: string, code: string, path: string])[] =
  [
    [
      '<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"',
      '<oval_definitions xmlns="urn:x"',
      'oval-root',
      '',
    ],
    [/<generator>[\s\S]*?<\/generator>/, '', 'oval-generator', '/oval_definitions'],
    ['<oval:schema_version>5.11.1</oval:schema_version>', '', 'oval-schema-version', '/generator'],
    [
      '<oval:schema_version>5.11.1<',
      '<oval:schema_version>5.x<',
      'oval-schema-version',
      '/oval:schema_version[1]',
    ],
    [
      '<oval:schema_version>5.11.1<',
      '<oval:schema_version>5.99<',
      'oval-schema-version-known',
      '/oval:schema_version[1]',
    ],
    ['>5.11.1:1.0<', '>5.10:1.0<', 'oval-schema-version-platform', '/oval:schema_version[2]'],
    [
      'platform="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux"',
      'platform=""',
      'oval-schema-version-empty',
      '/oval:schema_version[2]',
    ],
    ['2026-11-22T00:00:00<', '22 November<', 'oval-timestamp', '/oval:timestamp'],
    [/<definitions>[\s\S]*<\/variables>/, '', 'oval-empty', '/oval_definitions'],
    [/<tests>[\s\S]*?<\/tests>/, '', 'oval-reference', '/criterion[1]'],
    [
      /(<tests>[\s\S]*?<\/tests>)([\s\S]*<\/objects>)/,
      '$2$1',
      'oval-content',
      '/oval_definitions/tests',
    ],
    ['id="oval:example:def:1" version', 'id="oval:example:test:1" version', 'oval-id', '/@id'],
    ['id="oval:example:def:1" version', 'version', 'oval-id', '/@id'],
    ['id="oval:example:def:1" version', 'id="oval:example:def:01" version', 'oval-id', '/@id'],
    [
      'id="oval:example:def:2"',
      'id="oval:example:def:1"',
      'oval-id-repeated',
      '/definition[2]/@id',
    ],
    ['version="3"', 'version="-3"', 'oval-version-number', '/@version'],
    ['version="3" class="inventory"', 'version="3"', 'oval-attribute-missing', '/@class'],
    ['class="inventory"', 'class="stock"', 'oval-attribute-value', '/@class'],
    ['class="inventory"', 'class="inventory" colour="red"', 'oval-attribute-unknown', '/@colour'],
    [
      '<criteria><criterion test_ref="oval:example:tst:3"/></criteria>',
      '',
      'oval-criteria-missing',
      '/definition[2]',
    ],
    [
      '<criteria><criterion test_ref="oval:example:tst:3"/></criteria>',
      '<criteria/>',
      'oval-content',
      '/criteria',
    ],
    ['<title>Debian</title>', '', 'oval-content', '/metadata/affected'],
    [
      '<affected family="unix"/>',
      '<affected family="unix"/><affected family="unix"/>',
      'oval-affected-repeated',
      '/affected[2]',
    ],
    [
      '<product>gate</product>',
      '<product>gate</product><product>gate</product>',
      'oval-affected-repeated',
      '/product[2]',
    ],
    ['family="unix"/>', 'family="beos"/>', 'oval-attribute-value', '/@family'],
    ['ref_id="CVE-2026-0001" ', 'ref_id="CVE-1" ', 'oval-cve-form', '/@ref_id'],
    [
      'operator="OR" negate="false"',
      'operator="NAND" negate="false"',
      'oval-attribute-value',
      '/@operator',
    ],
    ['negate="true"', 'negate="yes"', 'oval-attribute-value', '/@negate'],
    ['comment="gate is old"', 'comment=""', 'oval-comment', '/@comment'],
    [
      'definition_ref="oval:example:def:2"',
      'definition_ref="oval:example:def:1"',
      'oval-extend-loop',
      '/definition',
    ],
    [
      'definition_ref="oval:example:def:2"',
      'definition_ref="oval:example:def:9"',
      'oval-reference',
      '/extend_definition',
    ],
    ['comment="unix">', '>', 'oval-comment', '/@comment'],
    [
      'check="only one" comment="unix"',
      'check="none exist" comment="unix"',
      'oval-check-deprecated',
      '/@check',
    ],
    [
      'check="only one" comment="unix"',
      'check="most" comment="unix"',
      'oval-attribute-value',
      '/@check',
    ],
    [
      'check_existence="any_exist"',
      'check_existence="none_exist"',
      'oval-state-none-exist',
      '/ind:state',
    ],
    ['linux:dpkginfo_test id', 'linux:debinfo_test id', 'oval-type-unknown', ''],
    [
      'object_ref="oval:example:obj:3"',
      'object_ref="oval:example:obj:1"',
      'oval-reference-type',
      '/ind:object',
    ],
    [
      'state_ref="oval:example:ste:3"',
      'state_ref="oval:example:ste:1"',
      'oval-reference-type',
      '/ind:state',
    ],
    ['<linux:name>gate</linux:name>', '', 'oval-content', '/linux:dpkginfo_object'],
    [
      '<linux:name>gate</linux:name>',
      '<linux:title>gate</linux:title>',
      'oval-content',
      '/linux:title',
    ],
    [
      '<linux:name>gate',
      '<linux:name operation="greater than">gate',
      'oval-entity-operation',
      '/@operation',
    ],
    ['<linux:name>gate', '<linux:name datatype="int">gate', 'oval-entity-datatype', '/@datatype'],
    ['<linux:name>gate', '<linux:name var_check="all">gate', 'oval-var-check-alone', '/@var_check'],
    [
      '<linux:name>gate',
      '<linux:name var_ref="oval:example:var:1" var_check="all">gate',
      'oval-var-value',
      '/linux:name',
    ],
    [
      '<linux:name>gate',
      '<linux:name var_ref="oval:example:var:2" var_check="all">',
      'oval-var-datatype',
      '/linux:name',
    ],
    [
      '<linux:name>gate',
      '<linux:name var_ref="oval:example:var:1">',
      'oval-var-check',
      '/linux:name',
    ],
    ['<ind:instance datatype="int">1', '<ind:instance>1', 'oval-entity-datatype', '/@datatype'],
    [
      '<ind:instance datatype="int">1',
      '<ind:instance datatype="int">one',
      'oval-entity-value',
      '/ind:instance',
    ],
    ['^open=(\\w+)$', '^open=(\\w+$', 'oval-pattern', '/ind:pattern'],
    ['^open=(\\w+)$', '^(o)\\1$', 'oval-pattern-unsupported', '/ind:pattern'],
    ['ignore_case="true"', 'ignore_case="maybe"', 'oval-behaviors', '/@ignore_case'],
    ['ignore_case="true"', 'max_depth="2"', 'oval-behaviors', '/@max_depth'],
    ['<unix:path>', '<unix:path operation="pattern match">', 'oval-behaviors', '/@max_depth'],
    [
      '<object_reference>oval:example:obj:1',
      '<object_reference>oval:example:obj:2',
      'oval-set-type',
      '/object_reference',
    ],
    [
      '<object_reference>oval:example:obj:1',
      '<object_reference>oval:example:obj:4',
      'oval-set-loop',
      '',
    ],
    ['<filter>oval:example:ste:1', '<filter>oval:example:ste:3', 'oval-filter-type', '/filter'],
    ['<filter action="include">', '<filter action="keep">', 'oval-attribute-value', '/@action'],
    ['<ind:family>unix', '<ind:family>beos', 'oval-entity-value', '/ind:family'],
    [
      'operation="less than">0:1.4.2-1',
      'operation="pattern match">0:1.4.2-1',
      'oval-entity-operation',
      '/@operation',
    ],
    ['<field name="b">', '<field name="B">', 'oval-record', '/field[2]'],
    ['<field name="b">', '<field name="a">', 'oval-record', '/field[2]'],
    [
      '<ind:result datatype="record">',
      '<ind:result datatype="record" operation="not equal">',
      'oval-record',
      '/ind:result',
    ],
    [
      'datatype="int" comment="a number"',
      'datatype="integer" comment="a number"',
      'oval-attribute-value',
      '/@datatype',
    ],
    [
      '<possible_value hint="five">5',
      '<possible_value hint="five">five',
      'oval-entity-value-doubtful',
      '/possible_value',
    ],
    ['<possible_value hint="five">', '<possible_value>', 'oval-attribute-missing', '/@hint'],
    [
      '<literal_component datatype="int">1',
      '<literal_component>1',
      'oval-function-datatype',
      '/literal_component',
    ],
    [
      'var_ref="oval:example:var:2"/></arithmetic>',
      'var_ref="oval:example:var:3"/></arithmetic>',
      'oval-var-loop',
      '',
    ],
    [
      'var_ref="oval:example:var:2"/></arithmetic>',
      'var_ref="oval:example:var:1"/></arithmetic>',
      'oval-function-datatype',
      '/variable_component',
    ],
    [
      'arithmetic_operation="add"',
      'arithmetic_operation="divide"',
      'oval-attribute-value',
      '/@arithmetic_operation',
    ],
    ['item_field="subexpression"', 'item_field="colour"', 'oval-item-field', '/object_component'],
    [
      '<concat><literal_component>x</literal_component><object_component object_ref="oval:example:obj:2" item_field="subexpression"/>',
      '<concat>',
      'oval-content',
      '',
    ],
    ['substring_start="1"', 'substring_start="first"', 'oval-attribute-value', '/@substring_start'],
    [
      '<constant_variable id="oval:example:var:1"',
      '<constant_variable deprecated="true" id="oval:example:var:1"',
      'oval-deprecated-used',
      '/ind:subexpression',
    ],
    [
      '<oval:notes><oval:note>n</oval:note></oval:notes>',
      '<notes><note>n</note></notes>',
      'oval-notes',
      '/notes',
    ],
    [
      '<linux:dpkginfo_test id',
      '<linux:dpkginfo_test xmlns:linux="http://example.org/x" id',
      'oval-type-unlisted',
      '',
    ],
  ];

for (const [from, to, code, end] of CASES) {
  const name = typeof from === 'string' ? from : from.source;
  test(`${code}: ${name.slice(0, 50)} → ${to.slice(0, 50)}`, async () => {
    const text = DEFINITIONS.replace(from, to);
    assert.notEqual(text, DEFINITIONS, 'the case changes nothing');
    const found = (await checkText(text)).filter((issue) => issue.code === code);
    assert.ok(found.length > 0, `${code} among ${codesOf(await checkText(text)).join(', ')}`);
    const places = found.map(({ path }) => path);
    assert.ok(
      places.some((path) => path.endsWith(end)),
      places.join(' '),
    );
  });
}

for (const { name, text, from, to, code } of OUTCOME_CASES) {
  test(`${code || 'no fault'}: ${name}`, async () => {
    const given = from === '' ? text : text.replace(from, to);
    if (from !== '') assert.notEqual(given, text, 'the case changes nothing');
    const codes = codesOf(await checkText(given));
    if (code === '') assert.deepEqual(codes, []);
    else assert.ok(codes.includes(code), `${code} among ${codes.join(', ')}`);
  });
}

test('several findings are told at once', async () => {
  const text = DEFINITIONS.replace('class="inventory"', 'class="stock"')
    .replace('<ind:family>unix', '<ind:family>beos')
    .replace('item_field="subexpression"', 'item_field="colour"');
  assert.deepEqual(codesOf(await checkText(text)).sort(), [
    'oval-attribute-value',
    'oval-entity-value',
    'oval-item-field',
  ]);
});

test('every finding has a case, and stands in the table of conformance', () => {
  const answered = new Set(OVAL_CONFORMANCE.flatMap(({ codes }) => codes));
  const shown = new Set([
    ...CASES.map(([, , code]) => code),
    ...OUTCOME_CASES.map(({ code }) => code),
  ]);
  for (const code of Object.keys(OVAL_ISSUES)) {
    assert.ok((answered as Set<string>).has(code), `${code} is in no row`);
    if (code !== 'oval-limit' && code !== 'oval-deprecated') {
      assert.ok(shown.has(code), `${code} has no case`);
    }
  }
});

test('a deprecated test is told with the version since which it is', async () => {
  const text = DEFINITIONS.replaceAll('sql57_', 'sql_').replace(
    /<ind:result[\s\S]*?<\/ind:result>/,
    '',
  );
  const found = (await checkText(text)).filter(({ code }) => code === 'oval-deprecated');
  assert.equal(found.length, 3);
  assert.match(found[0]?.message ?? '', /^since 5\.7/);
});

test('a type of 5.12 is read and not an error', async () => {
  const text = DEFINITIONS.replaceAll('5.11.1', '5.12').replace(
    /<ind:sql57_test[\s\S]*?<\/ind:sql57_test>/,
    '<ind:new_test id="oval:example:tst:6" version="1" check="all" comment="new"/>',
  );
  const issues = await checkText(text);
  assert.deepEqual(codesOf(issues), ['oval-type-unlisted']);
  assert.equal(issues[0]?.severity, 'info');
});

/** Documents about a host, and what is wrong with each when it is changed. */

const HEAD = `<generator><oval:schema_version>5.11.1</oval:schema_version><oval:timestamp>2026-11-22T00:00:00</oval:timestamp></generator>`;
const PREFIXES = `xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

/** What was collected: two packages, one of them missing. */
export const CHARACTERISTICS = `<oval_system_characteristics xmlns="http://oval.mitre.org/XMLSchema/oval-system-characteristics-5" xmlns:lin="http://oval.mitre.org/XMLSchema/oval-system-characteristics-5#linux" ${PREFIXES}>${HEAD}
<system_info><os_name>Linux</os_name><os_version>12</os_version><architecture>x86_64</architecture><primary_host_name>host</primary_host_name><interfaces/></system_info>
<collected_objects>
 <object id="oval:example:obj:1" version="1" flag="complete"><message level="info">one</message><variable_value variable_id="oval:example:var:1">x</variable_value><reference item_ref="1"/></object>
 <object id="oval:example:obj:2" version="1" flag="does not exist"><reference item_ref="2"/></object>
</collected_objects>
<system_data>
 <lin:dpkginfo_item id="1" status="exists"><lin:name>gate</lin:name><lin:arch>amd64</lin:arch><lin:epoch datatype="int">0</lin:epoch><lin:release>1</lin:release><lin:version>1.4</lin:version><lin:evr datatype="debian_evr_string">0:1.4-1</lin:evr></lin:dpkginfo_item>
 <lin:dpkginfo_item id="2" status="does not exist"><lin:name status="does not exist"/></lin:dpkginfo_item>
</system_data>
</oval_system_characteristics>`;

const DIRECTIVES = ['true', 'false', 'unknown', 'error', 'not_evaluated', 'not_applicable']
  .map((each) => `<definition_${each} reported="true" content="full"/>`)
  .join('');

/** Results of one definition over one test. */
export const RESULTS = `<oval_results xmlns="http://oval.mitre.org/XMLSchema/oval-results-5" ${PREFIXES}>${HEAD}
<directives include_source_definitions="false">${DIRECTIVES}</directives>
<results><system>
<definitions>
 <definition definition_id="oval:example:def:1" version="1" result="true" class="inventory"><criteria operator="AND" result="true"><criterion test_ref="oval:example:tst:1" version="1" result="true"/><extend_definition definition_ref="oval:example:def:2" version="1" result="true"/></criteria></definition>
 <definition definition_id="oval:example:def:2" version="1" result="true"><criteria operator="OR" negate="true" result="true"><criterion test_ref="oval:example:tst:1" version="1" negate="true" result="false"/></criteria></definition>
</definitions>
<tests><test test_id="oval:example:tst:1" version="1" check="all" result="true"><tested_item item_id="1" result="true"/></test></tests>
${CHARACTERISTICS}
</system></results></oval_results>`;

/** A value for an external variable. */
export const VARIABLES = `<oval_variables xmlns="http://oval.mitre.org/XMLSchema/oval-variables-5" ${PREFIXES}>${HEAD}<variables><variable id="oval:example:var:2" datatype="int" comment="a number"><value>3</value></variable></variables></oval_variables>`;

interface OutcomeCase {
  readonly name: string;
  readonly text: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Empty where there is none to be found. */
  readonly code: string;
}

const cases = (
  text: string,
  rows: readonly (readonly [from: string | RegExp, to: string, code: string])[],
): OutcomeCase[] =>
  rows.map(([from, to, code]) => ({
    name: `${from === '' ? 'as it is' : String(from).slice(0, 40)} → ${to.slice(0, 40)}`,
    text,
    from,
    to,
    code,
  }));

export const OUTCOME_CASES: readonly OutcomeCase[] = [
  ...cases(CHARACTERISTICS, [
    ['', '', ''],
    ['flag="complete"', 'flag="whole"', 'oval-attribute-value'],
    ['item_ref="1"', 'item_ref="7"', 'oval-item-reference'],
    ['item_ref="1"', 'item_ref="one"', 'oval-item-id'],
    ['id="2" status', 'id="1" status', 'oval-item-id'],
    ['id="oval:example:obj:2"', 'id="oval:example:obj:1"', 'oval-object-repeated'],
    ['item_ref="2"', 'item_ref="1"', 'oval-flag-items'],
    [
      '<lin:name status="does not exist"/>',
      '<lin:name status="does not exist">x</lin:name>',
      'oval-status-value',
    ],
    ['<lin:epoch datatype="int">0', '<lin:epoch datatype="int">none', 'oval-entity-value'],
    ['<lin:evr datatype="debian_evr_string">', '<lin:evr>', 'oval-entity-datatype'],
    ['<lin:arch>amd64</lin:arch>', '<lin:colour>red</lin:colour>', 'oval-content'],
    ['<interfaces/>', '', 'oval-content'],
    [/lin:dpkginfo_item/g, 'lin:debinfo_item', 'oval-type-unknown'],
    [/<system_info>[\s\S]*<\/system_info>/, '', 'oval-content'],
    [HEAD, '', 'oval-generator'],
  ]),
  ...cases(RESULTS, [
    ['', '', ''],
    ['<lin:name>gate', '<lin:name mask="true">gate', 'oval-mask-value'],
    ['definition_true reported="true"', 'definition_true reported="false"', 'oval-directives'],
    [
      'definition_true reported="true" content="full"',
      'definition_true reported="true" content="thin"',
      'oval-directives',
    ],
    ['include_source_definitions="false"', 'include_source_definitions="true"', 'oval-directives'],
    ['test_id="oval:example:tst:1"', 'test_id="oval:example:tst:2"', 'oval-result-reference'],
    [
      'definition_ref="oval:example:def:2"',
      'definition_ref="oval:example:def:3"',
      'oval-result-reference',
    ],
    ['negate="true" result="true"', 'negate="true" result="false"', 'oval-result-differs'],
    ['operator="AND" result="true"', 'operator="XOR" result="true"', 'oval-result-differs'],
    ['result="true" class', 'result="yes" class', 'oval-attribute-value'],
    ['<definition_error reported="true" content="full"/>', '', 'oval-content'],
  ]),
  ...cases(VARIABLES, [
    ['', '', ''],
    ['<value>3', '<value>three', 'oval-external-value'],
    ['oval:example:var:2', 'oval:example:v:2', 'oval-id'],
    ['<value>3</value>', '', 'oval-content'],
  ]),
];

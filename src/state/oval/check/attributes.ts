/** Which attributes an element has, and what may stand in them. */
import type { XmlElement } from '../../../core/xml/index.ts';
import { type Find, type OvalIssueCode, shown } from '../issues.ts';
import {
  CHECKS,
  CLASSES,
  DATATYPES,
  EXISTENCES,
  FAMILIES,
  FLAGS,
  isOvalId,
  OPERATION_WORDS,
  OPERATORS,
  type OvalKind,
  RESULT_WORDS,
  readBoolean,
  SET_OPERATORS,
  STATUSES,
  TIME_FORMATS,
} from '../words.ts';

/** What may stand in an attribute: a test of its text, and the finding where it fails. */
interface Value {
  readonly holds: (text: string) => boolean;
  readonly code: OvalIssueCode;
}

const anything: Value = { holds: () => true, code: 'oval-attribute-value' };
const boolean: Value = {
  holds: (text) => readBoolean(text) !== null,
  code: 'oval-attribute-value',
};
const natural: Value = {
  holds: (text) => /^\s*\+?[0-9]{1,18}\s*$/.test(text),
  code: 'oval-version-number',
};
const integer: Value = {
  holds: (text) => /^\s*[+-]?[0-9]{1,18}\s*$/.test(text),
  code: 'oval-attribute-value',
};
const comment: Value = { holds: (text) => text !== '', code: 'oval-comment' };
const id = (kind: OvalKind): Value => ({ holds: (text) => isOvalId(text, kind), code: 'oval-id' });
const item: Value = { holds: (text) => /^-?[0-9]{1,18}$/.test(text.trim()), code: 'oval-item-id' };
const words = (list: readonly string[]): Value => ({
  holds: (text) => list.includes(text),
  code: 'oval-attribute-value',
});

/** Attributes of an element; a name with `!` must be there. */
export type AttributeTable = Readonly<Record<string, Value>>;

const NEGATABLE = { negate: boolean, comment, applicability_check: boolean };
const ENTITY = {
  datatype: words(DATATYPES),
  operation: words(OPERATION_WORDS),
  mask: boolean,
  var_ref: id('var'),
  var_check: words(CHECKS),
};

/** OVAL Definitions Schema. */
export const DEFINITION_ATTRIBUTES = {
  definition: {
    'id!': id('def'),
    'version!': natural,
    'class!': words(CLASSES),
    deprecated: boolean,
  },
  affected: { 'family!': words(FAMILIES) },
  reference: { 'source!': anything, 'ref_id!': anything, ref_url: anything },
  criteria: { operator: words(OPERATORS), ...NEGATABLE },
  criterion: { 'test_ref!': id('tst'), ...NEGATABLE },
  extend_definition: { 'definition_ref!': id('def'), ...NEGATABLE },
  test: {
    'id!': id('tst'),
    'version!': natural,
    check_existence: words(EXISTENCES),
    'check!': words(CHECKS),
    state_operator: words(OPERATORS),
    'comment!': comment,
    deprecated: boolean,
  },
  objectReference: { 'object_ref!': id('obj') },
  stateReference: { 'state_ref!': id('ste') },
  object: { 'id!': id('obj'), 'version!': natural, comment, deprecated: boolean },
  objectEntity: ENTITY,
  set: { set_operator: words(SET_OPERATORS) },
  filter: { action: words(['exclude', 'include']) },
  state: {
    'id!': id('ste'),
    'version!': natural,
    operator: words(OPERATORS),
    comment,
    deprecated: boolean,
  },
  stateEntity: { ...ENTITY, entity_check: words(CHECKS), check_existence: words(EXISTENCES) },
  field: {
    'name!': anything,
    ...ENTITY,
    entity_check: words(CHECKS),
    check_existence: words(EXISTENCES),
  },
  variable: {
    'id!': id('var'),
    'version!': natural,
    'datatype!': words(DATATYPES.filter((each) => each !== 'record')),
    'comment!': comment,
    deprecated: boolean,
  },
  possible_value: { 'hint!': anything },
  possible_restriction: { operator: words(OPERATORS), 'hint!': anything },
  restriction: { 'operation!': words(OPERATION_WORDS) },
  literal_component: { datatype: words(DATATYPES) },
  variable_component: { 'var_ref!': id('var') },
  object_component: { 'object_ref!': id('obj'), 'item_field!': comment, record_field: comment },
  arithmetic: { 'arithmetic_operation!': words(['add', 'multiply']) },
  begin: { 'character!': anything },
  end: { 'character!': anything },
  split: { 'delimiter!': anything },
  substring: { 'substring_start!': integer, 'substring_length!': integer },
  time_difference: { format_1: words(TIME_FORMATS), format_2: words(TIME_FORMATS) },
  regex_capture: { pattern: anything },
  glob_to_regex: { glob_noescape: boolean },
  value: {},
  schema_version: { platform: anything },
} as const satisfies Record<string, AttributeTable>;

const RESULT = { 'result!': words(RESULT_WORDS) };
const INSTANCE_NUMBER = { variable_instance: natural };

/** OVAL System Characteristics, Results and Variables Schemas. */
export const OUTCOME_ATTRIBUTES = {
  collected: {
    'id!': id('obj'),
    'version!': natural,
    comment: anything,
    ...INSTANCE_NUMBER,
    'flag!': words(FLAGS),
  },
  message: { level: words(['debug', 'error', 'fatal', 'info', 'warning']) },
  variable_value: { 'variable_id!': id('var') },
  itemReference: { 'item_ref!': item },
  item: { 'id!': item, status: words(STATUSES) },
  itemEntity: { datatype: words(DATATYPES), mask: boolean, status: words(STATUSES) },
  itemField: {
    'name!': anything,
    datatype: words(DATATYPES),
    mask: boolean,
    status: words(STATUSES),
  },
  directives: { include_source_definitions: boolean, class: words(CLASSES) },
  directive: { 'reported!': boolean, content: words(['thin', 'full']) },
  resultDefinition: {
    'definition_id!': id('def'),
    'version!': natural,
    ...INSTANCE_NUMBER,
    class: words(CLASSES),
    ...RESULT,
  },
  resultCriteria: {
    applicability_check: boolean,
    'operator!': words(OPERATORS),
    negate: boolean,
    ...RESULT,
  },
  resultCriterion: {
    applicability_check: boolean,
    'test_ref!': id('tst'),
    'version!': natural,
    ...INSTANCE_NUMBER,
    negate: boolean,
    ...RESULT,
  },
  resultExtend: {
    applicability_check: boolean,
    'definition_ref!': id('def'),
    'version!': natural,
    ...INSTANCE_NUMBER,
    negate: boolean,
    ...RESULT,
  },
  resultTest: {
    'test_id!': id('tst'),
    'version!': natural,
    ...INSTANCE_NUMBER,
    check_existence: words(EXISTENCES),
    'check!': words(CHECKS),
    state_operator: words(OPERATORS),
    ...RESULT,
  },
  tested_item: { 'item_id!': item, ...RESULT },
  tested_variable: { 'variable_id!': id('var') },
  externalVariable: {
    'id!': id('var'),
    'datatype!': words(DATATYPES.filter((each) => each !== 'record')),
    'comment!': anything,
  },
} as const satisfies Record<string, AttributeTable>;

/** Attributes that are missing, unknown, or hold what they may not; `at` is the element's path. */
export function checkAttributes(
  element: XmlElement,
  table: AttributeTable,
  at: string,
  find: Find,
): void {
  const given = new Map<string, string>();
  for (const { local, namespace, value } of element.attributes) {
    // What has a prefix (xsi:nil, xsi:schemaLocation, …) is not of the language.
    if (namespace === '') given.set(local, value);
  }
  for (const key in table) {
    const local = key.endsWith('!') ? key.slice(0, -1) : key;
    const { holds, code } = table[key] as Value;
    const value = given.get(local);
    given.delete(local);
    if (value === undefined) {
      if (key !== local) find(missing(code), `${at}/@${local}`);
    } else if (!holds(value)) find(code, `${at}/@${local}`, shown(value));
  }
  for (const local of given.keys()) find('oval-attribute-unknown', `${at}/@${local}`, shown(local));
}

/** A missing id or comment has a finding of its own; other missing attributes share one. */
function missing(code: OvalIssueCode): OvalIssueCode {
  return code === 'oval-id' || code === 'oval-comment' ? code : 'oval-attribute-missing';
}

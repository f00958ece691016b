/** The words of OVAL 5: namespaces, kinds, enumerations (OVAL Common and Definitions Schema). */

export const DEFINITIONS = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';
export const COMMON = 'http://oval.mitre.org/XMLSchema/oval-common-5';
export const CHARACTERISTICS = 'http://oval.mitre.org/XMLSchema/oval-system-characteristics-5';
export const RESULTS = 'http://oval.mitre.org/XMLSchema/oval-results-5';
export const VARIABLES = 'http://oval.mitre.org/XMLSchema/oval-variables-5';
export const DIRECTIVES = 'http://oval.mitre.org/XMLSchema/oval-directives-5';
export const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
export const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** What an id names; the letters stand in the id itself. */
export type OvalKind = 'def' | 'tst' | 'obj' | 'ste' | 'var';

export type OvalResult =
  | 'true'
  | 'false'
  | 'error'
  | 'unknown'
  | 'not evaluated'
  | 'not applicable';

export type OvalOperator = 'AND' | 'OR' | 'ONE' | 'XOR';
export type OvalCheck = 'all' | 'at least one' | 'none exist' | 'none satisfy' | 'only one';
export type OvalExistence =
  | 'all_exist'
  | 'any_exist'
  | 'at_least_one_exists'
  | 'none_exist'
  | 'only_one_exists';
export type OvalFlag =
  | 'error'
  | 'complete'
  | 'incomplete'
  | 'does not exist'
  | 'not collected'
  | 'not applicable';
export type OvalStatus = 'error' | 'exists' | 'does not exist' | 'not collected';
export type OvalClass = 'compliance' | 'inventory' | 'miscellaneous' | 'patch' | 'vulnerability';
export type OvalSetOperator = 'COMPLEMENT' | 'INTERSECTION' | 'UNION';

export type OvalDatatype =
  | 'binary'
  | 'boolean'
  | 'evr_string'
  | 'debian_evr_string'
  | 'fileset_revision'
  | 'float'
  | 'ios_version'
  | 'int'
  | 'ipv4_address'
  | 'ipv6_address'
  | 'string'
  | 'version'
  | 'record';

export type OvalOperation =
  | 'equals'
  | 'not equal'
  | 'case insensitive equals'
  | 'case insensitive not equal'
  | 'greater than'
  | 'less than'
  | 'greater than or equal'
  | 'less than or equal'
  | 'bitwise and'
  | 'bitwise or'
  | 'pattern match'
  | 'subset of'
  | 'superset of';

export const RESULT_WORDS: readonly OvalResult[] = [
  'true',
  'false',
  'error',
  'unknown',
  'not evaluated',
  'not applicable',
];
export const OPERATORS: readonly OvalOperator[] = ['AND', 'OR', 'ONE', 'XOR'];
export const CHECKS: readonly OvalCheck[] = [
  'all',
  'at least one',
  'none exist',
  'none satisfy',
  'only one',
];
export const EXISTENCES: readonly OvalExistence[] = [
  'all_exist',
  'any_exist',
  'at_least_one_exists',
  'none_exist',
  'only_one_exists',
];
export const FLAGS: readonly OvalFlag[] = [
  'error',
  'complete',
  'incomplete',
  'does not exist',
  'not collected',
  'not applicable',
];
export const STATUSES: readonly OvalStatus[] = [
  'error',
  'exists',
  'does not exist',
  'not collected',
];
export const CLASSES: readonly OvalClass[] = [
  'compliance',
  'inventory',
  'miscellaneous',
  'patch',
  'vulnerability',
];
export const SET_OPERATORS: readonly OvalSetOperator[] = ['COMPLEMENT', 'INTERSECTION', 'UNION'];
export const FAMILIES: readonly string[] = [
  'android',
  'asa',
  'apple_ios',
  'catos',
  'ios',
  'iosxe',
  'junos',
  'macos',
  'pixos',
  'undefined',
  'unix',
  'vmware_infrastructure',
  'windows',
];

const EQUALITY: readonly OvalOperation[] = ['equals', 'not equal'];
const ORDER: readonly OvalOperation[] = [
  ...EQUALITY,
  'greater than',
  'greater than or equal',
  'less than',
  'less than or equal',
];
const ADDRESS: readonly OvalOperation[] = [...ORDER, 'subset of', 'superset of'];

/** Operations of each datatype (OVAL Common Schema, SimpleDatatypeEnumeration). */
export const OPERATIONS: Readonly<Record<OvalDatatype, readonly OvalOperation[]>> = {
  binary: EQUALITY,
  boolean: EQUALITY,
  evr_string: ORDER,
  debian_evr_string: ORDER,
  fileset_revision: ORDER,
  float: ORDER,
  ios_version: ORDER,
  int: [...ORDER, 'bitwise and', 'bitwise or'],
  ipv4_address: ADDRESS,
  ipv6_address: ADDRESS,
  string: [...EQUALITY, 'case insensitive equals', 'case insensitive not equal', 'pattern match'],
  version: ORDER,
  record: ['equals'],
};

export const OPERATION_WORDS: readonly string[] = [...new Set(Object.values(OPERATIONS).flat())];
export const DATATYPES: readonly string[] = Object.keys(OPERATIONS);

export const ARITHMETIC: readonly string[] = ['add', 'multiply'];
export const TIME_FORMATS: readonly string[] = [
  'year_month_day',
  'month_day_year',
  'day_month_year',
  'win_filetime',
  'seconds_since_epoch',
  'cim_datetime',
];

/** Functions of a local variable, and of how many components each is made. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  arithmetic: [2, Number.POSITIVE_INFINITY],
  begin: [1, 1],
  concat: [2, Number.POSITIVE_INFINITY],
  end: [1, 1],
  escape_regex: [1, 1],
  split: [1, 1],
  substring: [1, 1],
  time_difference: [1, 2],
  regex_capture: [1, 1],
  unique: [1, Number.POSITIVE_INFINITY],
  count: [1, Number.POSITIVE_INFINITY],
  glob_to_regex: [1, 1],
};

/** Whether a text is an id of the kind (OVAL Common Schema, DefinitionIDPattern and the like). */
export function isOvalId(text: string, kind: OvalKind): boolean {
  return text.length <= 512 &&
    /^oval:[A-Za-z0-9_.-]+:(?:def|tst|obj|ste|var):[1-9][0-9]*$/.test(text)
    ? text.split(':')[2] === kind
    : false;
}

/** Component of a namespace: `linux` of `…oval-definitions-5#linux`, empty for the core. */
export function componentOf(namespace: string): string {
  const at = namespace.indexOf('#');
  return at === -1 ? '' : namespace.slice(at + 1);
}

/** Reads xsd:boolean; null where it is none. */
export function readBoolean(text: string): boolean | null {
  const word = text.trim();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : null;
}

/** Rules on a variable (OVAL Definitions Schema, VariableType). */
import { attributeOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { ownText } from '../read/attributes.ts';
import { regexFinding } from '../regex/finding.ts';
import { DATATYPES, DEFINITIONS, FUNCTIONS, type OvalDatatype } from '../words.ts';
import { DEFINITION_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, checkContent, checkNotes, model } from './content.ts';
import { hasForm } from './value.ts';

const COMPONENT = `(object_component|variable_component|literal_component|${Object.keys(FUNCTIONS).join('|')})`;

const CONTENTS: Readonly<Record<string, string>> = {
  constant_variable: 'value+',
  external_variable: '(possible_value|possible_restriction)*',
  local_variable: COMPONENT,
};

/** Content of a function: as many components as it takes. */
function contentOf(name: string): string {
  const [least, most] = FUNCTIONS[name] ?? [1, 1];
  if (most === 1) return COMPONENT;
  if (most === 2) return `${COMPONENT} ${COMPONENT}?`;
  return least === 2 ? `${COMPONENT} ${COMPONENT}+` : `${COMPONENT}+`;
}

export function checkVariable(variable: XmlElement, find: Find): void {
  const content = Object.hasOwn(CONTENTS, variable.local) ? CONTENTS[variable.local] : undefined;
  if (content === undefined || variable.namespace !== DEFINITIONS) {
    find('oval-type-unknown', '', shown(variable.name));
    return;
  }
  checkAttributes(variable, ATTRIBUTES.variable, '', find);
  checkNotes(variable, find);
  checkContent(variable, variable, model(content), find, { body: true });
  if (variable.local === 'constant_variable') checkValues(variable, 'value', find);
  if (variable.local === 'external_variable') checkPossible(variable, find);
  if (variable.local === 'local_variable') checkComponents(variable, find);
}

/** VariableType: the values comply with the datatype. */
function checkValues(variable: XmlElement, local: string, find: Find): void {
  const datatype = attributeOf(variable, 'datatype') ?? '';
  if (!DATATYPES.includes(datatype)) return;
  for (const value of childrenOf(variable, local)) {
    if (!hasForm(ownText(value), datatype as OvalDatatype)) {
      const detail = `${shown(ownText(value).trim())} as ${datatype}`;
      find('oval-entity-value-doubtful', below(variable, value), detail);
    }
  }
}

/** PossibleValueType, PossibleRestrictionType. */
function checkPossible(variable: XmlElement, find: Find): void {
  checkValues(variable, 'possible_value', find);
  for (const value of childrenOf(variable, 'possible_value')) {
    checkAttributes(value, ATTRIBUTES.possible_value, below(variable, value), find);
  }
  for (const each of childrenOf(variable, 'possible_restriction')) {
    checkAttributes(each, ATTRIBUTES.possible_restriction, below(variable, each), find);
    checkContent(variable, each, model('restriction+'), find);
    for (const rule of childrenOf(each, 'restriction')) {
      checkAttributes(rule, ATTRIBUTES.restriction, below(variable, rule), find);
    }
  }
}

/** ComponentGroup: literals, variables, objects, and functions of them. */
function checkComponents(variable: XmlElement, find: Find): void {
  const open = bodyOf(variable);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const at = below(variable, node);
    const { local } = node;
    if (Object.hasOwn(ATTRIBUTES, local)) {
      checkAttributes(node, ATTRIBUTES[local as keyof typeof ATTRIBUTES], at, find);
    }
    if (local === 'literal_component') checkLiteral(node, at, find);
    if (!Object.hasOwn(FUNCTIONS, local)) continue;
    checkContent(variable, node, model(contentOf(local)), find);
    if (local === 'regex_capture') checkPattern(node, at, find);
    open.push(...childrenOf(node).reverse());
  }
}

const bodyOf = (variable: XmlElement) =>
  childrenOf(variable)
    .filter(({ local, namespace }) => namespace === DEFINITIONS && local !== 'notes')
    .reverse();

/** Which datatypes a function takes; the others take strings. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  arithmetic: ['int', 'float'],
  time_difference: ['string', 'int'],
  unique: DATATYPES,
  count: DATATYPES,
};

/** Whether a function takes a component of the datatype. */
export function functionTakes(name: string, datatype: string): boolean {
  return (TAKES[name] ?? ['string']).includes(datatype);
}

/** LiteralComponentType: a value of its datatype, which the function around it takes. */
function checkLiteral(literal: XmlElement, at: string, find: Find): void {
  const datatype = attributeOf(literal, 'datatype') ?? 'string';
  const around = literal.parent?.local ?? '';
  const value = ownText(literal);
  if (datatype === 'record') find('oval-record', at);
  else if (DATATYPES.includes(datatype) && !hasForm(value, datatype as OvalDatatype)) {
    find('oval-entity-value-doubtful', at, `${shown(value)} as ${datatype}`);
  }
  if (Object.hasOwn(FUNCTIONS, around) && !functionTakes(around, datatype)) {
    find('oval-function-datatype', at, `${around} of ${datatype}`);
  }
}

/** RegexCaptureFunctionType: the pattern must be one. */
function checkPattern(node: XmlElement, at: string, find: Find): void {
  const finding = regexFinding(attributeOf(node, 'pattern') ?? '');
  if (finding !== null) find(finding.code, `${at}/@pattern`, finding.reason);
}

/** Reads variables (OVAL Definitions Schema, VariableType and its components). */
import { childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import type { OvalComponent, OvalRestriction, OvalVariable } from '../model.ts';
import {
  DATATYPES,
  FUNCTIONS,
  OPERATION_WORDS,
  OPERATORS,
  type OvalDatatype,
  type OvalOperation,
} from '../words.ts';
import { flag, ownText, text, word } from './attributes.ts';

const NOTHING: OvalComponent = {
  kind: 'function',
  name: '',
  attributes: new Map(),
  parts: [],
};

export function readVariable(element: XmlElement): OvalVariable {
  const common = {
    id: text(element, 'id'),
    version: text(element, 'version'),
    component: '',
    comment: text(element, 'comment'),
    deprecated: flag(element, 'deprecated'),
    datatype: word(element, 'datatype', DATATYPES, 'string') as OvalDatatype,
  };
  if (element.local === 'constant_variable') {
    return { ...common, kind: 'constant', values: childrenOf(element, 'value').map(ownText) };
  }
  if (element.local === 'external_variable') {
    return {
      ...common,
      kind: 'external',
      possible: childrenOf(element, 'possible_value').map(ownText),
      restrictions: childrenOf(element, 'possible_restriction').map(readRestriction),
    };
  }
  return { ...common, kind: 'local', source: componentsIn(element)[0] ?? NOTHING };
}

function readRestriction(element: XmlElement): OvalRestriction {
  return {
    operator: word(element, 'operator', OPERATORS, 'AND'),
    rules: childrenOf(element, 'restriction').map((rule) => ({
      operation: word(rule, 'operation', OPERATION_WORDS, 'equals') as OvalOperation,
      value: ownText(rule),
    })),
  };
}

/** Recursion ends at the depth bound of the XML reader. */
export function componentsIn(element: XmlElement): OvalComponent[] {
  return childrenOf(element).flatMap((child): OvalComponent[] => {
    if (child.namespace !== element.namespace) return [];
    const { local } = child;
    if (local === 'literal_component') {
      const datatype = word(child, 'datatype', DATATYPES, 'string') as OvalDatatype;
      return [{ kind: 'literal', value: ownText(child), datatype }];
    }
    if (local === 'variable_component') {
      return [{ kind: 'variable', variable: text(child, 'var_ref') }];
    }
    if (local === 'object_component') {
      const object = text(child, 'object_ref');
      const [field, recordField] = [text(child, 'item_field'), text(child, 'record_field')];
      return [{ kind: 'object', object, field, recordField }];
    }
    if (!Object.hasOwn(FUNCTIONS, local)) return [];
    const attributes = new Map(child.attributes.map(({ local: at, value }) => [at, value]));
    return [{ kind: 'function', name: local, attributes, parts: componentsIn(child) }];
  });
}

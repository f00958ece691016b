/** Reads tests, objects and states (OVAL Definitions Schema, TestType, ObjectType, StateType). */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import type { OvalEntity, OvalFilter, OvalObject, OvalSet, OvalState, OvalTest } from '../model.ts';
import {
  CHECKS,
  componentOf,
  DATATYPES,
  DEFINITIONS,
  EXISTENCES,
  INSTANCE,
  OPERATION_WORDS,
  OPERATORS,
  type OvalDatatype,
  type OvalOperation,
  readBoolean,
  SET_OPERATORS,
  SIGNATURE,
} from '../words.ts';
import { flag, ownText, text, word } from './attributes.ts';

function readPart(element: XmlElement) {
  return {
    id: text(element, 'id'),
    version: text(element, 'version'),
    component: componentOf(element.namespace),
    name: element.local,
    comment: text(element, 'comment'),
    deprecated: flag(element, 'deprecated'),
  };
}

export function readTest(element: XmlElement): OvalTest {
  const object = childOf(element, 'object');
  return {
    ...readPart(element),
    checkExistence: word(element, 'check_existence', EXISTENCES, 'at_least_one_exists'),
    check: word(element, 'check', CHECKS, 'all'),
    stateOperator: word(element, 'state_operator', OPERATORS, 'AND'),
    object: object === undefined ? '' : text(object, 'object_ref'),
    states: childrenOf(element, 'state').map((state) => text(state, 'state_ref')),
  };
}

/** Entities are what stands in the namespace of the object or state, beside its behaviors. */
export function entitiesOf(element: XmlElement): XmlElement[] {
  return childrenOf(element).filter(
    ({ local, namespace }) =>
      namespace === element.namespace && namespace !== SIGNATURE && local !== 'behaviors',
  );
}

export function readObject(element: XmlElement): OvalObject {
  const set = childOf(element, 'set', DEFINITIONS);
  const behaviors = childOf(element, 'behaviors');
  return {
    ...readPart(element),
    set: set === undefined ? null : readSet(set),
    entities: entitiesOf(element).map(readEntity),
    behaviors: new Map((behaviors?.attributes ?? []).map(({ local, value }) => [local, value])),
    filters: readFilters(element),
  };
}

export function readState(element: XmlElement): OvalState {
  return {
    ...readPart(element),
    operator: word(element, 'operator', OPERATORS, 'AND'),
    entities: entitiesOf(element).map(readEntity),
  };
}

/** Recursion ends at the depth bound of the XML reader. */
function readSet(element: XmlElement): OvalSet {
  return {
    operator: word(element, 'set_operator', SET_OPERATORS, 'UNION'),
    sets: childrenOf(element, 'set').map(readSet),
    objects: childrenOf(element, 'object_reference').map((each) => ownText(each).trim()),
    filters: readFilters(element),
  };
}

function readFilters(element: XmlElement): OvalFilter[] {
  return childrenOf(element, 'filter', DEFINITIONS).map((each) => ({
    state: ownText(each).trim(),
    action: text(each, 'action') === 'include' ? 'include' : 'exclude',
  }));
}

/** An entity of an object or state, or a field of a record. */
export function readEntity(element: XmlElement): OvalEntity {
  const fields = childrenOf(element, 'field', DEFINITIONS);
  return {
    name: element.local === 'field' ? text(element, 'name') : element.local,
    value: ownText(element),
    datatype: word(element, 'datatype', DATATYPES, 'string') as OvalDatatype,
    operation: word(element, 'operation', OPERATION_WORDS, 'equals') as OvalOperation,
    mask: flag(element, 'mask'),
    varRef: text(element, 'var_ref'),
    varCheck: word(element, 'var_check', CHECKS, 'all'),
    entityCheck: word(element, 'entity_check', CHECKS, 'all'),
    checkExistence: word(element, 'check_existence', EXISTENCES, 'at_least_one_exists'),
    nil: readBoolean(attributeOf(element, 'nil', INSTANCE) ?? '') ?? false,
    fields: fields.map(readEntity),
  };
}

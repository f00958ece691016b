/** Rules on a test, object or state (OVAL Definitions Schema and component schemas). */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { definitionType, knowsComponent, type OvalType } from '../schema/component.ts';
import { COMMON, componentOf, DEFINITIONS, SIGNATURE } from '../words.ts';
import { DEFINITION_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { checkBehaviors } from './behaviors.ts';
import { below, checkContent, checkNotes, model, type Taken } from './content.ts';
import { checkEntity } from './entity.ts';

/** Since 5.12 there are types that the tables do not list: they are read and not evaluated. */
function typeOf(element: XmlElement, suffix: string, newer: boolean, find: Find) {
  const component = componentOf(element.namespace);
  const type = element.local.endsWith(suffix)
    ? definitionType(component, element.local)
    : undefined;
  if (type !== undefined) {
    if (type.deprecated !== '') find('oval-deprecated', '', `since ${type.deprecated}`);
    return type;
  }
  const ours = element.namespace.startsWith(`${DEFINITIONS}#`);
  const known = ours && knowsComponent(component) && !newer;
  find(known ? 'oval-type-unknown' : 'oval-type-unlisted', '', shown(element.name));
  return undefined;
}

/** TestType: an object, and states unless nothing may exist. */
export function checkTest(test: XmlElement, newer: boolean, find: Find): void {
  const type = typeOf(test, '_test', newer, find);
  checkAttributes(test, ATTRIBUTES.test, '', find);
  checkNotes(test, find);
  if (type !== undefined) checkContent(test, test, type.content(), find, { body: true });
  if (attributeOf(test, 'check') === 'none exist') find('oval-check-deprecated', '/@check');
  for (const object of childrenOf(test, 'object')) {
    checkAttributes(object, ATTRIBUTES.objectReference, below(test, object), find);
  }
  const states = childrenOf(test, 'state');
  for (const state of states) {
    checkAttributes(state, ATTRIBUTES.stateReference, below(test, state), find);
  }
  if (attributeOf(test, 'check_existence') === 'none_exist' && states.length > 0) {
    find('oval-state-none-exist', below(test, states[0] as XmlElement));
  }
}

/** ObjectType: a set, or the entities that say which items are meant. */
export function checkObject(object: XmlElement, newer: boolean, find: Find): void {
  const type = typeOf(object, '_object', newer, find);
  checkAttributes(object, ATTRIBUTES.object, '', find);
  checkNotes(object, find);
  const taken = contentOf(object, type, find);
  for (const each of taken) {
    const { child } = each;
    if (child.local === 'set' && child.namespace === DEFINITIONS) checkSet(object, child, find);
    else if (child.local === 'filter' && child.namespace === DEFINITIONS) {
      checkAttributes(child, ATTRIBUTES.filter, below(object, child), find);
    } else if (child.local !== 'behaviors') checkEntity(object, each, type, find);
  }
  checkBehaviors(object, find);
}

/** StateType: entities, bound by the operator. */
export function checkState(state: XmlElement, newer: boolean, find: Find): void {
  const type = typeOf(state, '_state', newer, find);
  checkAttributes(state, ATTRIBUTES.state, '', find);
  checkNotes(state, find);
  for (const taken of contentOf(state, type, find)) checkEntity(state, taken, type, find);
}

/** What the model takes; without one, whatever stands behind signature and notes. */
function contentOf(element: XmlElement, type: OvalType | undefined, find: Find): readonly Taken[] {
  if (type !== undefined) {
    return checkContent(element, element, type.content(), find, { body: true });
  }
  return childrenOf(element)
    .filter(({ local, namespace }) => {
      return namespace !== SIGNATURE && namespace !== COMMON && local !== 'notes';
    })
    .map((child) => ({ child, item: { name: child.local, type: '' } }));
}

const SET = '(set set?|object_reference object_reference? filter*)';

/** `set`: one or two sets, or one or two objects with filters. */
function checkSet(object: XmlElement, top: XmlElement, find: Find): void {
  const open = [top];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    checkAttributes(set, ATTRIBUTES.set, below(object, set), find);
    checkContent(object, set, model(SET), find);
    for (const filter of childrenOf(set, 'filter')) {
      checkAttributes(filter, ATTRIBUTES.filter, below(object, filter), find);
    }
    open.push(...childrenOf(set, 'set').reverse());
  }
}

/** The set of an object, where it has one. */
export function setOf(object: XmlElement): XmlElement | undefined {
  return childOf(object, 'set', DEFINITIONS);
}

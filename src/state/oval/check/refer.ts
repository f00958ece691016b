/** What the parts of a definitions document refer to, for the ledger. */
import { attributeOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { ownText, text } from '../read/attributes.ts';
import { entitiesOf } from '../read/part.ts';
import { definitionType } from '../schema/component.ts';
import { componentOf, DEFINITIONS, FUNCTIONS, isOvalId, readBoolean } from '../words.ts';
import { below } from './content.ts';
import { filterTypes, type Ledger, type Wanted } from './ledger.ts';
import { setOf } from './part.ts';

/** One element with an id, and where it stands in the document. */
interface Place {
  readonly root: XmlElement;
  readonly path: string;
  readonly ledger: Ledger;
}

function refer({ root, path, ledger }: Place, at: XmlElement, id: string, wanted: Wanted): void {
  // What is no id has a finding of its own.
  if (!/^oval:/.test(id)) return;
  const fromDeprecated = readBoolean(text(root, 'deprecated')) ?? false;
  const place = path + below(root, at);
  ledger.refer({ from: text(root, 'id'), fromDeprecated, path: place, id, wanted });
}

/** Names the element and tells what it refers to; false when its id was there before. */
export function register(root: XmlElement, path: string, ledger: Ledger): boolean {
  const place = { root, path, ledger };
  const id = text(root, 'id');
  const deprecated = readBoolean(text(root, 'deprecated')) ?? false;
  const kind = id.split(':')[2];
  const component = componentOf(root.namespace);
  const type =
    kind === 'def' ? 'definition' : kind === 'var' ? 'variable' : `${component}.${root.local}`;
  const first = ledger.name(id, { type, path, deprecated, datatype: text(root, 'datatype') });
  if (kind === 'def') definitionRefers(place);
  else if (kind === 'tst') testRefers(place);
  else if (kind === 'obj') objectRefers(place);
  else if (kind === 'ste') entitiesRefer(place);
  else if (kind === 'var') variableRefers(place);
  return first;
}

function definitionRefers(place: Place): void {
  const open = childrenOf(place.root, 'criteria');
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    open.push(...childrenOf(node));
    const test = attributeOf(node, 'test_ref');
    const definition = attributeOf(node, 'definition_ref');
    if (node.local === 'criterion' && test !== undefined) {
      refer(place, node, test, { kind: 'test' });
    } else if (node.local === 'extend_definition' && definition !== undefined) {
      refer(place, node, definition, { kind: 'definition' });
    }
  }
}

function testRefers(place: Place): void {
  const { root } = place;
  const type = definitionType(componentOf(root.namespace), root.local);
  for (const object of childrenOf(root, 'object')) {
    const types = type === undefined ? [] : [type.object];
    refer(place, object, text(object, 'object_ref'), { kind: 'object', types });
  }
  for (const state of childrenOf(root, 'state')) {
    const types = type === undefined ? [] : [type.state];
    refer(place, state, text(state, 'state_ref'), { kind: 'state', types });
  }
}

function objectRefers(place: Place): void {
  const { root } = place;
  entitiesRefer(place);
  const component = componentOf(root.namespace);
  const types = filterTypes(component, root.local);
  const filters = (element: XmlElement) => {
    for (const filter of childrenOf(element, 'filter', DEFINITIONS)) {
      refer(place, filter, ownText(filter).trim(), { kind: 'filter', types });
    }
  };
  filters(root);
  const top = setOf(root);
  const open = top === undefined ? [] : [top];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    open.push(...childrenOf(set, 'set'));
    filters(set);
    for (const object of childrenOf(set, 'object_reference')) {
      const type = `${component}.${root.local}`;
      refer(place, object, ownText(object).trim(), { kind: 'set', type });
    }
  }
}

function entitiesRefer(place: Place): void {
  const { root } = place;
  for (const entity of entitiesOf(root)) {
    for (const each of [entity, ...childrenOf(entity, 'field', DEFINITIONS)]) {
      const variable = attributeOf(each, 'var_ref');
      const datatype = attributeOf(each, 'datatype') ?? 'string';
      if (variable !== undefined) refer(place, each, variable, { kind: 'variable', datatype });
    }
    // A variable_object names its variable in an entity.
    const value = ownText(entity).trim();
    if (entity.local === 'var_ref' && isOvalId(value, 'var')) {
      refer(place, entity, value, { kind: 'variable', datatype: '' });
    }
  }
}

function variableRefers(place: Place): void {
  const open = childrenOf(place.root);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.local === 'variable_component') {
      const around = node.parent?.local ?? '';
      const name = Object.hasOwn(FUNCTIONS, around) ? around : '';
      refer(place, node, text(node, 'var_ref'), { kind: 'component', function: name });
    } else if (node.local === 'object_component') {
      const field = text(node, 'item_field');
      refer(place, node, text(node, 'object_ref'), { kind: 'field', field });
    } else if (Object.hasOwn(FUNCTIONS, node.local)) open.push(...childrenOf(node));
  }
}

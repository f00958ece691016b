/** What the component schemas say of tests, objects, states and items; read once, when asked for. */
import { type ContentModel, compileContent } from '../../../core/xml/content.ts';
import type { OvalDatatype } from '../words.ts';
import { DEFINITION_TYPES } from './definitions.table.ts';
import { ITEM_TYPES } from './items.table.ts';
import { ENTITY_VALUES } from './values.table.ts';

/** One test, object, state or item type. */
export interface OvalType {
  readonly component: string;
  /** Local name, e.g. `dpkginfo_test`. */
  readonly name: string;
  /** Version of the language since which it is deprecated; empty where it is not. */
  readonly deprecated: string;
  /** Tests: what they refer to, as `component.name`; empty where there is none. */
  readonly object: string;
  readonly state: string;
  readonly item: string;
  /** What stands within it, behind signature and notes. */
  content(): ContentModel;
}

const DATATYPE_OF: Readonly<Record<string, OvalDatatype>> = {
  s: 'string',
  i: 'int',
  b: 'boolean',
  y: 'binary',
  f: 'float',
  v: 'version',
  e: 'evr_string',
  d: 'debian_evr_string',
  x: 'fileset_revision',
  o: 'ios_version',
  '4': 'ipv4_address',
  '6': 'ipv6_address',
  r: 'record',
};
const ADDRESSES: readonly OvalDatatype[] = ['ipv4_address', 'ipv6_address'];
const SIMPLE = Object.values(DATATYPE_OF).filter((each) => each !== 'record');

/** Datatypes behind the letters of a content model: `p` an address, `q` one or a string, `a` any. */
export function datatypesOf(letters: string): readonly OvalDatatype[] {
  if (letters === 'a') return SIMPLE;
  if (letters === 'p') return ADDRESSES;
  if (letters === 'q') return [...ADDRESSES, 'string'];
  return [...letters].flatMap((letter) => DATATYPE_OF[letter] ?? []);
}

/** Tests whose object is of the type, given as `component.name`. */
export function testsOf(objectType: string): readonly OvalType[] {
  definitionTypes ??= readTypes(DEFINITION_TYPES);
  if (byObject === null) {
    byObject = new Map();
    for (const type of definitionTypes.values()) {
      if (type.object !== '')
        byObject.set(type.object, [...(byObject.get(type.object) ?? []), type]);
    }
  }
  return byObject.get(objectType) ?? [];
}

/** States that belong to an object of the type, each as `component.name`. */
export function stateTypesOf(objectType: string): readonly string[] {
  return testsOf(objectType).map(({ state }) => state);
}

type Types = ReadonlyMap<string, OvalType>;
let definitionTypes: Types | null = null;
let byObject: Map<string, readonly OvalType[]> | null = null;
let itemTypes: Types | null = null;
let listedValues: ReadonlyMap<string, readonly string[]> | null = null;

/** A test, object or state type by component and local name. */
export function definitionType(component: string, name: string): OvalType | undefined {
  definitionTypes ??= readTypes(DEFINITION_TYPES);
  return definitionTypes.get(`${component}.${name}`);
}

/** Whether the schemas of this component are known here. */
export function knowsComponent(component: string): boolean {
  definitionTypes ??= readTypes(DEFINITION_TYPES);
  return components.has(component);
}

/** An item type; only those of the components that are evaluated here are listed. */
export function itemType(component: string, name: string): OvalType | undefined {
  itemTypes ??= readTypes(ITEM_TYPES);
  return itemTypes.get(`${component}.${name}`);
}

/** Values that the schema lists for an entity; undefined where any value may stand. */
export function valuesOf(
  component: string,
  name: string,
  entity: string,
): readonly string[] | undefined {
  listedValues ??= readValues();
  return listedValues.get(`${component}.${name}.${entity}`);
}

const components = new Set<string>();

function readTypes(table: string): Types {
  const types = new Map<string, OvalType>();
  let component = '';
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('#')) {
      component = line.slice(1);
      components.add(component);
    } else {
      const type = readType(component, line);
      types.set(`${component}.${type.name}`, type);
    }
  }
  return types;
}

function readType(component: string, line: string): OvalType {
  const [head = '', model] = line.split(' :');
  const [named = '', object = '=', state = '=', item = '='] = head.split(' ');
  const [name = '', deprecated = ''] = named.split('!');
  const stem = name.slice(0, name.lastIndexOf('_'));
  const alone = name === 'unknown_test';
  const other = (kind: string, text: string) => {
    const [local = '', at = component] = text.split('#');
    return alone ? '' : `${at}.${local === '=' || local === '-' ? `${stem}_${kind}` : local}`;
  };
  const test = model === undefined;
  const source = test ? (alone ? '' : 'object state*') : model.trim();
  let compiled: ContentModel | null = null;
  return {
    component,
    name,
    deprecated,
    object: test ? other('object', object) : '',
    state: test ? other('state', state) : '',
    item: test ? other('item', item) : '',
    content: () => (compiled ??= compileContent(source)),
  };
}

function readValues(): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const line of ENTITY_VALUES.trim().split('\n')) {
    const at = line.lastIndexOf(' < ');
    const list = line.slice(0, at).split('|');
    for (const entity of line.slice(at + 3).split(' ')) values.set(entity, list);
  }
  return values;
}

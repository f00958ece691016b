/**
 * A CycloneDX BOM in XML, as the members that the reader of the JSON form looks at: the two forms
 * say the same, in attributes here and members there.
 */
import type { JsonObject, JsonValue } from '../../../core/json/value.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  pathOf,
  textOf,
  type XmlElement,
} from '../../../core/xml/tree.ts';

export interface XmlBom {
  readonly bom: JsonObject;
  /** Place in the XML of what stands at a JSON pointer. */
  place(pointer: string): string;
}

/** How an element becomes a member: text, an object, or a list of what it wraps. */
type Reading = (element: XmlElement, at: string, places: Map<string, string>) => JsonValue;

const text: Reading = (element) => textOf(element).trim();
const flag: Reading = (element) => textOf(element).trim() === 'true';

/** The children and attributes that have a reading; each notes where it stood. */
function object(
  members: Readonly<Record<string, Reading>>,
  attributes: readonly string[] = [],
): Reading {
  return (element, at, places) => {
    places.set(at, pathOf(element));
    const value: Record<string, JsonValue> = {};
    for (const name of attributes) {
      const given = attributeOf(element, name);
      if (given !== undefined) value[name] = given;
    }
    for (const [name, reading] of Object.entries(members)) {
      const child = childOf(element, name);
      if (child !== undefined) value[name] = reading(child, `${at}/${name}`, places);
    }
    return value;
  };
}

/** A wrapping element: a list of the children of one name. */
function wrapped(name: string, reading: () => Reading): Reading {
  return (element, at, places) =>
    childrenOf(element, name).map((child, i) => reading()(child, `${at}/${i}`, places));
}

const entity = object({ name: text, email: text, phone: text });
/** `<url>` may come several times. */
const organisation: Reading = (element, at, places) => ({
  ...(entity(element, at, places) as JsonObject),
  url: childrenOf(element, 'url').map((url) => textOf(url).trim()),
});
const hash: Reading = (element) => ({
  alg: attributeOf(element, 'alg') ?? '',
  content: textOf(element).trim(),
});
const licenses: Reading = (element, at, places) =>
  childrenOf(element).flatMap((child, i): JsonValue[] => {
    if (child.local === 'expression') return [{ expression: textOf(child).trim() }];
    if (child.local !== 'license') return [];
    return [{ license: object({ id: text, name: text })(child, `${at}/${i}/license`, places) }];
  });

const component: Reading = (element, at, places) => ({
  ...(componentMembers(element, at, places) as JsonObject),
  omniborId: childrenOf(element, 'omniborId').map((id) => textOf(id).trim()),
  swhid: childrenOf(element, 'swhid').map((id) => textOf(id).trim()),
});
const componentMembers = object(
  {
    supplier: organisation,
    manufacturer: organisation,
    authors: wrapped('author', () => entity),
    author: text,
    publisher: text,
    group: text,
    name: text,
    version: text,
    scope: text,
    hashes: wrapped('hash', () => hash),
    licenses,
    cpe: text,
    purl: text,
    swid: object({}, ['tagId']),
    modified: flag,
    components: wrapped('component', () => component),
  },
  ['type', 'bom-ref'],
);

const service: Reading = (element, at, places) =>
  object({ name: text, group: text, version: text, services: wrapped('service', () => service) }, [
    'bom-ref',
  ])(element, at, places);

const madeWith = object({ vendor: text, name: text, version: text });
/** A list until 1.4; components and services since 1.5. */
const tools: Reading = (element, at, places) => {
  const old = childrenOf(element, 'tool');
  if (old.length > 0) return old.map((each, i) => madeWith(each, `${at}/${i}`, places));
  return object({
    components: wrapped('component', () => component),
    services: wrapped('service', () => service),
  })(element, at, places);
};

/** `<dependency ref>` holds further ones by reference; an element without any depends on nothing. */
const dependency: Reading = (element, at, places) => {
  places.set(at, pathOf(element));
  const refs = (name: string) =>
    childrenOf(element, name).flatMap((each) => attributeOf(each, 'ref') ?? []);
  return {
    ref: attributeOf(element, 'ref') ?? '',
    dependsOn: refs('dependency'),
    provides: refs('provides'),
  };
};

const referenced =
  (name: string): Reading =>
  (element) =>
    childrenOf(element, name).flatMap((each) => attributeOf(each, 'ref') ?? []);
const composition = object(
  {
    aggregate: text,
    assemblies: referenced('assembly'),
    dependencies: referenced('dependency'),
  },
  ['bom-ref'],
);
const marked = object({}, ['bom-ref']);

const bomMembers = object(
  {
    metadata: object({
      timestamp: text,
      tools,
      authors: wrapped('author', () => entity),
      component,
      manufacture: organisation,
      manufacturer: organisation,
      supplier: organisation,
    }),
    components: wrapped('component', () => component),
    services: wrapped('service', () => service),
    dependencies: wrapped('dependency', () => dependency),
    compositions: wrapped('composition', () => composition),
    vulnerabilities: wrapped('vulnerability', () => marked),
    annotations: wrapped('annotation', () => marked),
    formulation: wrapped('formula', () => marked),
  },
  ['serialNumber'],
);

export function bomFromXml(root: XmlElement): XmlBom {
  const places = new Map<string, string>();
  const members = bomMembers(root, '', places) as JsonObject;
  const version = Number(attributeOf(root, 'version') ?? '1');
  return {
    bom: { ...members, version: Number.isInteger(version) ? version : 1 },
    place(pointer) {
      for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
        const known = places.get(at);
        if (known !== undefined) return known;
        if (at === '') return `/${root.name}`;
      }
    },
  };
}

/** What the index knows of a definition and of the parts that it rests on. */
import type { Edge, Facts, Observable, RecordIdentity } from '../../core/record.ts';
import type { XmlElement } from '../../core/xml/index.ts';
import type { OvalDefinition } from './model.ts';
import { flag, text } from './read/attributes.ts';
import { isOvalId, type OvalKind } from './words.ts';

export const OVAL_FORMAT = 'oval';

const TYPES: Readonly<Record<OvalKind, string>> = {
  def: 'definition',
  tst: 'test',
  obj: 'object',
  ste: 'state',
  var: 'variable',
};

/** Identity of what has an id; null where the id is none. */
export function identityOf(element: XmlElement, schemaVersion: string): RecordIdentity | null {
  const id = text(element, 'id');
  const kind = (Object.keys(TYPES) as OvalKind[]).find((each) => isOvalId(id, each));
  const version = text(element, 'version').trim();
  if (kind === undefined || !/^[0-9]{1,18}$/.test(version)) return null;
  return {
    format: OVAL_FORMAT,
    id,
    type: TYPES[kind],
    specVersion: schemaVersion,
    version,
    versionKey: version.padStart(20, '0'),
    withdrawn: flag(element, 'deprecated'),
  };
}

/** Ids in other systems: CVE, CCE, CPE and whatever else a vendor refers to. */
export function referencesOf(definition: OvalDefinition): string[] {
  const ids = definition.references.map(({ id }) => id).filter((id) => id !== '');
  return [...new Set(ids)];
}

/** CVE ids of a definition: its references, and those that vendors list in their advisory. */
export function cvesOf(definition: OvalDefinition): string[] {
  return referencesOf(definition).filter((id) => /^CVE-[0-9]{4}-[0-9]{4,19}$/.test(id));
}

export function definitionFacts(definition: OvalDefinition): Facts {
  const { id, title, description, affected, criteria } = definition;
  const references = referencesOf(definition);
  const cves = cvesOf(definition);
  const platforms = affected.flatMap(({ platforms: each }) => each);
  const products = affected.flatMap(({ products: each }) => each);
  const cpes = references.filter((each) => /^cpe:/i.test(each));
  return {
    title: title === '' ? id : title,
    aliases: [],
    external: references,
    edges: [
      ...cves.map((target) => ({ kind: 'cve', target })),
      ...(criteria === null ? [] : edgesOf(definition)),
    ],
    observables: [
      ...named('cpe', cpes),
      ...named('platform', platforms),
      ...named('product', products),
      ...named(
        'family',
        affected.map(({ family }) => family),
      ),
    ],
    text: [id, title, description, ...references, ...platforms, ...products].join('\n'),
  };
}

function named(kind: string, values: readonly string[]): Observable[] {
  const normal = values.map((value) => value.toLowerCase()).filter((value) => value !== '');
  return [...new Set(normal)].map((value) => ({ kind, value }));
}

/** Tests and definitions that the criteria refer to, each once. */
function edgesOf({ criteria }: OvalDefinition): Edge[] {
  const edges = new Map<string, Edge>();
  const open = criteria === null ? [] : [criteria];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of node.children) {
      if (child.kind === 'criteria') open.push(child);
      else if (child.kind === 'criterion') {
        edges.set(child.test, { kind: 'criterion', target: child.test });
      } else {
        edges.set(child.definition, { kind: 'extend_definition', target: child.definition });
      }
    }
  }
  return [...edges.values()].filter(({ target }) => target !== '');
}

/** Attributes that refer, and how the edge is called. */
const REFERENCES: Readonly<Record<string, string>> = {
  object_ref: 'object',
  state_ref: 'state',
  var_ref: 'variable',
};

/** Facts of a test, object, state or variable. */
export function partFacts(element: XmlElement): Facts {
  const edges = new Map<string, Edge>();
  const words: string[] = [];
  const open: XmlElement[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const { local, value } of node.attributes) {
      const kind = Object.hasOwn(REFERENCES, local) ? REFERENCES[local] : undefined;
      if (kind !== undefined) edges.set(value, { kind, target: value });
    }
    for (const child of node.children) {
      if (typeof child !== 'string') open.push(child);
      else if (node !== element && child.trim() !== '') words.push(child.trim());
    }
  }
  for (const value of words) {
    if (isOvalId(value, 'obj')) edges.set(value, { kind: 'object_reference', target: value });
    else if (isOvalId(value, 'ste')) edges.set(value, { kind: 'filter', target: value });
  }
  const id = text(element, 'id');
  const comment = text(element, 'comment');
  return {
    title: comment === '' ? `${element.local} ${id}` : comment,
    aliases: [],
    external: [],
    edges: [...edges.values()],
    observables: [],
    text: [id, comment, ...words].join('\n').slice(0, 65_536),
  };
}

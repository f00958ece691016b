/** The objects of an SPDX 3 document, those within others too, by their ids. */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';

export interface Node {
  readonly type: string;
  /** `spdxId`, or `@id` of what is no element; a made-up one where it has none. */
  readonly id: string;
  readonly object: JsonObject;
  readonly path: string;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
  /** Objects that carry an id which another one has already. */
  readonly repeated: readonly Node[];
}

/** The document is one object, or a list of them in `@graph`. */
export function graphOf(document: JsonObject): Graph {
  const listed = memberOf(document, '@graph');
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  const repeated: Node[] = [];
  const work: { readonly value: JsonValue; readonly path: string }[] = Array.isArray(listed)
    ? listed.map((value: JsonValue, i) => ({ value, path: `/@graph/${i}` })).reverse()
    : [{ value: document, path: '' }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { value, path } = next;
    if (Array.isArray(value)) {
      const inner = value.map((each: JsonValue, i) => ({ value: each, path: `${path}/${i}` }));
      work.push(...inner.filter((each) => isHolder(each.value)).reverse());
    } else if (isJsonObject(value)) {
      const type = textOf(value, 'type') ?? textOf(value, '@type') ?? '';
      const id = textOf(value, 'spdxId') ?? textOf(value, '@id') ?? `#${path}`;
      const node: Node = { type, id, object: value, path };
      nodes.push(node);
      if (byId.has(id)) repeated.push(node);
      else byId.set(id, node);
      for (const [name, inner] of Object.entries(value).reverse()) {
        if (isHolder(inner) && name !== '@context') {
          work.push({ value: inner, path: `${path}/${escapeToken(name)}` });
        }
      }
    }
  }
  return { nodes, byId, repeated };
}

function isHolder(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

/** The ids that a member refers to, whether by IRI or by an object in its place. */
export function idsOf(object: JsonObject, member: string, path: string): readonly string[] {
  const value = memberOf(object, member);
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((each: JsonValue, i) => {
    if (typeof each === 'string') return [each];
    if (!isJsonObject(each)) return [];
    const place = Array.isArray(value) ? `${path}/${member}/${i}` : `${path}/${member}`;
    return [textOf(each, 'spdxId') ?? textOf(each, '@id') ?? `#${place}`];
  });
}

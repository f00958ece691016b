/** lockfileVersion 1: the tree of node_modules as objects within objects. */
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { integrityDigests } from '../digest-text.ts';
import { shown } from '../issues.ts';
import type { PartsList } from '../parts.ts';
import { namesIn } from './json-lock.ts';
import { npmPurl, plainVersion, splitScope } from './npm-origin.ts';

/** One package of the tree, with the one in whose node_modules it lies. */
interface Node {
  readonly entry: JsonObject;
  readonly ref: string;
  readonly path: string;
  readonly parent: Node | null;
  readonly inner: Map<string, Node>;
}

/** Reads the nested form; `manifest` is the package.json beside it, which names the direct ones. */
export function readNestedTree(
  document: JsonObject,
  list: PartsList,
  manifest: JsonObject | undefined,
): void {
  const fullName = textOf(document, 'name') ?? textOf(manifest, 'name') ?? 'project';
  const version = textOf(document, 'version');
  list.root = list.add({
    key: '.',
    path: '',
    type: 'application',
    ...splitScope(fullName),
    version,
    purl: npmPurl(fullName, version, undefined),
  });
  const root: Node = { entry: document, ref: '', path: '', parent: null, inner: new Map() };
  const nodes = placeAll(root, list);
  for (const node of nodes) relate(node, list);
  relateProject(root, list, manifest);
}

/** Depth-bound by the reader of JSON; a list of work all the same. */
function placeAll(root: Node, list: PartsList): readonly Node[] {
  const nodes: Node[] = [];
  const work = [root];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const [name, entry] of Object.entries(objectOf(next.entry, 'dependencies') ?? {})) {
      const path = `${next.path}/dependencies/${escapeToken(name)}`;
      if (!isJsonObject(entry)) {
        list.find('inventory-entry', path, 'No object');
        continue;
      }
      const ref = addNode(name, entry, path, list);
      if (ref === null) continue;
      const node: Node = { entry, ref, path, parent: next, inner: new Map() };
      next.inner.set(name, node);
      nodes.push(node);
      work.push(node);
    }
  }
  return nodes;
}

function addNode(name: string, entry: JsonObject, path: string, list: PartsList): string | null {
  const given = textOf(entry, 'version');
  // `npm:real-name@1.0.0` stands where another name was asked for.
  const alias = /^npm:(@?[^@]+)@(.+)$/.exec(given ?? '');
  const fullName = alias?.[1] ?? name;
  const version = plainVersion(alias?.[2] ?? given);
  const resolved = textOf(entry, 'resolved') ?? (version === undefined ? given : undefined);
  const ref = list.add({
    key: path,
    path,
    ...splitScope(fullName),
    version,
    purl: npmPurl(fullName, version, resolved),
    hashes: integrityDigests(textOf(entry, 'integrity') ?? ''),
    development: entry.dev === true,
    optional: entry.optional === true,
  });
  if (ref !== null) list.stated(ref);
  return ref;
}

function relate(node: Node, list: PartsList): void {
  for (const name of namesIn(objectOf(node.entry, 'requires'))) {
    const target = lookUp(node, name);
    const path = `${node.path}/requires/${escapeToken(name)}`;
    if (target !== null) list.relate(node.ref, target.ref, path);
    else if (node.entry.optional !== true) list.find('inventory-dangling', path, shown(name));
  }
}

function lookUp(from: Node, name: string): Node | null {
  for (let node: Node | null = from; node !== null; node = node.parent) {
    const found = node.inner.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** The file does not say what the project names itself: its manifest does. */
function relateProject(root: Node, list: PartsList, manifest: JsonObject | undefined): void {
  if (manifest === undefined || list.root === null) return;
  const direct: string[] = [];
  for (const kind of LISTS) {
    for (const name of namesIn(objectOf(manifest, kind))) {
      const target = root.inner.get(name);
      if (target === undefined) continue;
      direct.push(target.ref);
      list.relate(list.root, target.ref, '');
    }
  }
  if (memberOf(manifest, 'name') !== undefined || direct.length > 0) list.direct(direct);
}

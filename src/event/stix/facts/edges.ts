/** Edges of an object to other ids. */
import { LIMITS } from '../../../core/limits.ts';
import type { Edge } from '../../../core/record.ts';
import { type StixMap, textOf } from '../findings.ts';

/** Every reference of the object, wherever it stands, and the name of a relationship. */
export function edgesOf(object: StixMap, type: string): Edge[] {
  const edges: Edge[] = [];
  addEdges(object, edges, 0);
  if (type === 'relationship') addRelation(object, edges);
  return edges;
}

/** Properties that end in _ref or _refs, and the extension definitions used. */
function addEdges(object: StixMap, edges: Edge[], depth: number): void {
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (typeof value === 'string') {
      if (name.endsWith('_ref')) addEdge(name, value, edges);
    } else if (typeof value === 'object' && value !== null && depth < LIMITS.json.depth) {
      if (Array.isArray(value)) addListed(name, value, edges, depth);
      else addNested(name, value as StixMap, edges, depth);
    }
  }
}

function addNested(name: string, value: StixMap, edges: Edge[], depth: number): void {
  if (name === 'extensions') {
    for (const key of Object.keys(value)) addEdge(name, key, edges);
  }
  addEdges(value, edges, depth + 1);
}

function addListed(name: string, list: readonly unknown[], edges: Edge[], depth: number): void {
  const references = name.endsWith('_refs');
  for (const item of list) {
    if (typeof item === 'string') {
      if (references) addEdge(name, item, edges);
    } else if (typeof item === 'object' && item !== null && depth < LIMITS.json.depth) {
      if (Array.isArray(item)) addListed(name, item, edges, depth + 1);
      else addEdges(item as StixMap, edges, depth + 1);
    }
  }
}

/** Ids only: keys of an observable container and names of predefined extensions lead nowhere. */
function addEdge(kind: string, target: string, edges: Edge[]): void {
  const at = target.length - 38;
  if (at > 0 && target.charCodeAt(at) === 45 && target.charCodeAt(at + 1) === 45) {
    edges.push({ kind, target });
  }
}

/** A relationship also gives its own name as an edge to its target. */
function addRelation(object: StixMap, edges: Edge[]): void {
  const name = textOf(object, 'relationship_type');
  const target = textOf(object, 'target_ref');
  if (name !== undefined && name !== '' && target !== undefined) addEdge(name, target, edges);
}

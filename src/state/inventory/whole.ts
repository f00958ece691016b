/** The parts of several files as one SBOM. */
import { LIMITS } from '../../core/limits.ts';
import type { Component, Relation, Sbom } from '../sbom/index.ts';
import type { Parts } from './model.ts';

export interface InventoryOptions {
  /** What the whole is about, e.g. the name of the folder, image or host. */
  readonly name: string;
  readonly version?: string;
  /** Type of the whole in the words of CycloneDX; default `application`. */
  readonly type?: string;
  readonly cpes?: readonly string[];
  /** When it is made, RFC 3339; default: not said. */
  readonly created?: string;
  /** Who or what makes it. */
  readonly tools?: readonly string[];
}

const ROOT = 'root';

/**
 * One document over all that was found: one file with a project of its own is that project;
 * otherwise the whole contains the projects, and the packages of files that name none.
 */
export function inventoryOfParts(parts: readonly Parts[], options: InventoryOptions): Sbom {
  const components: Component[] = [];
  const relations: Relation[] = [];
  const known = new Set<string>();
  const [only] = parts;
  const single = parts.length === 1 && only !== undefined && only.root !== null;
  const root = single ? (only.root ?? ROOT) : ROOT;
  if (!single) components.push(wholeOf(options));
  for (const part of parts) {
    const { root: project, dependenciesKnown } = part;
    for (const each of part.components) {
      if (components.length < LIMITS.sbom.components) components.push(each);
    }
    for (const each of part.relations) relations.push(each);
    for (const ref of dependenciesKnown) known.add(ref);
    if (single) continue;
    const tops = project === null ? topsOf(part) : [project];
    for (const to of tops) relations.push({ from: ROOT, to, kind: 'contains', path: '' });
  }
  const incomplete = parts.some(({ issues }) => issues.some(({ code }) => PARTIAL.has(code)));
  return {
    format: 'inventory',
    version: '1',
    identity: null,
    created: options.created ?? null,
    authors: [],
    tools: options.tools ?? [],
    root,
    components,
    relations,
    completeness: incomplete ? 'incomplete' : 'unknown',
    completenessOf: new Map(),
    dependenciesKnown: known,
  };
}

/** Findings after which something is missing. */
const PARTIAL: ReadonlySet<string> = new Set([
  'inventory-form',
  'inventory-size',
  'inventory-many',
  'inventory-entry',
  'inventory-incomplete',
  'inventory-include',
  'inventory-unread',
]);

function wholeOf({ name, version, type = 'application', cpes = [] }: InventoryOptions): Component {
  return {
    ref: ROOT,
    type,
    name,
    ...(version === undefined || version === '' ? {} : { version }),
    cpes,
    hashes: [],
    licenses: [],
    identifiers: [],
    path: '',
  };
}

/** Packages of a file without a project: all that it lists lie in the whole, unless in another. */
function topsOf({ components, relations }: Parts): readonly string[] {
  const inner = new Set(relations.filter(({ kind }) => kind === 'contains').map(({ to }) => to));
  return components.map(({ ref }) => ref).filter((ref) => !inner.has(ref));
}

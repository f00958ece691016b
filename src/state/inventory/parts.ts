/** Gathers what one file says, within the bounds, and never twice at one place. */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { buildPurl, formatPurl, type PurlComponents } from '../purl/index.ts';
import type { Component, Hash, Relation, Supplier } from '../sbom/index.ts';
import { type InventoryIssueCode, inventoryIssue, shown } from './issues.ts';
import type { Parts } from './model.ts';

/** One package as a reader finds it. */
export interface Found {
  /** What tells it from the others of its file: a key, a path, a name with its version. */
  readonly key: string;
  /** JSON pointer, or `line:12`. */
  readonly path: string;
  readonly type?: string;
  readonly group?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  readonly purl?: PurlComponents;
  readonly cpes?: readonly string[];
  readonly hashes?: readonly Hash[];
  readonly licenses?: readonly string[];
  readonly supplier?: Supplier;
  readonly identifiers?: Component['identifiers'];
  readonly development?: boolean;
  readonly optional?: boolean;
}

type Growing = { -readonly [Name in keyof Component]: Component[Name] };

/** The packages of one file, while they are read. */
export class PartsList {
  readonly #source: string;
  readonly #form: string;
  readonly #parts = new Map<string, Growing>();
  readonly #relations: Relation[] = [];
  readonly #needs = new Map<string, Set<string>>();
  readonly #known = new Set<string>();
  readonly #issues: Issue<InventoryIssueCode>[] = [];
  root: string | null = null;

  /** `source` is the path of the file, `form` what it is, as findings name it. */
  constructor(source: string, form: string) {
    this.#source = source;
    this.#form = form;
  }

  find(code: InventoryIssueCode, path: string, detail: string): void {
    if (this.#issues.length < LIMITS.shape.issues) {
      this.#issues.push(inventoryIssue(code, path, detail, this.#form));
    }
  }

  /** Its ref; null where it is none, stands there already, or is one too many. */
  add(found: Found): string | null {
    const { key, path, name, version = '', group = '' } = found;
    if (name === '' || name.length + version.length + group.length > LIMITS.inventory.nameChars) {
      this.find('inventory-entry', path, `The name is ${shown(name)}`);
      return null;
    }
    const ref = this.refOf(key);
    if (this.#parts.has(ref)) {
      this.find('inventory-repeated', path, shown(key));
      return null;
    }
    if (this.#parts.size >= LIMITS.sbom.components) {
      if (this.#parts.size === LIMITS.sbom.components) this.#tooMany(path);
      return null;
    }
    this.#parts.set(ref, this.#component(found, ref));
    return ref;
  }

  /** The ref that `add` gives for a key. */
  refOf(key: string): string {
    return `${this.#source}#${key}`;
  }

  has(ref: string): boolean {
    return this.#parts.has(ref);
  }

  get size(): number {
    return this.#parts.size;
  }

  /** The dependencies of this one are stated, even where it has none. */
  stated(ref: string): void {
    this.#known.add(ref);
  }

  /** Both must have been added; what was left out relates to nothing. */
  relate(from: string, to: string, path: string): void {
    if (!this.#parts.has(from) || !this.#parts.has(to)) return;
    const needs = this.#needs.get(from) ?? new Set();
    if (needs.has(to)) return;
    this.#needs.set(from, needs.add(to));
    this.#known.add(from);
    this.#relations.push({ from, to, kind: 'depends-on', path });
  }

  contains(whole: string, part: string, path: string): void {
    if (!this.#parts.has(whole) || !this.#parts.has(part)) return;
    this.#relations.push({ from: whole, to: part, kind: 'contains', path });
  }

  /** What the project names itself; all others become indirect. */
  direct(refs: Iterable<string>): void {
    for (const part of this.#parts.values()) if (part.ref !== this.root) part.direct = false;
    for (const ref of refs) {
      const part = this.#parts.get(ref);
      if (part !== undefined) part.direct = true;
    }
  }

  /**
   * Who is needed for what, where the file says it of the direct ones alone: what run time does not
   * reach is for development, and what only optional ones reach is optional.
   */
  purposes(runtime: Iterable<string>, optional: Iterable<string>, development: Iterable<string>) {
    const needed = this.#reach(runtime);
    const wished = this.#reach(optional);
    const built = this.#reach(development);
    for (const [ref, part] of this.#parts) {
      if (needed.has(ref) || ref === this.root) continue;
      if (wished.has(ref)) part.scope = 'optional';
      else if (built.has(ref)) {
        part.development = true;
        part.scope = 'excluded';
      }
    }
  }

  done(): Parts {
    return {
      source: this.#source,
      form: this.#form,
      root: this.root,
      components: [...this.#parts.values()],
      relations: this.#relations,
      dependenciesKnown: this.#known,
      issues: this.#issues,
    };
  }

  #reach(from: Iterable<string>): ReadonlySet<string> {
    const reached = new Set<string>(from);
    for (const ref of reached) for (const next of this.#needs.get(ref) ?? []) reached.add(next);
    return reached;
  }

  #component(found: Found, ref: string): Growing {
    const { path, name, version = '', group = '', purl, supplier } = found;
    const part: Growing = {
      ref,
      type: found.type ?? 'library',
      name,
      cpes: found.cpes ?? [],
      hashes: found.hashes ?? [],
      licenses: found.licenses ?? [],
      identifiers: found.identifiers ?? [],
      path,
      source: this.#source,
    };
    if (group !== '') part.group = group;
    if (version !== '') part.version = version;
    if (supplier !== undefined) part.supplier = supplier;
    if (found.optional === true) part.scope = 'optional';
    if (found.development === true) {
      part.development = true;
      part.scope = 'excluded';
    }
    const text = purl === undefined ? null : this.#purl(purl, path);
    if (text !== null) part.purl = text;
    return part;
  }

  #purl(components: PurlComponents, path: string): string | null {
    const built = buildPurl(components);
    if (built.ok) return formatPurl(built.value);
    this.find('inventory-purl', path, built.issues[0]?.message ?? shown(components.name ?? ''));
    return null;
  }

  #tooMany(path: string): void {
    if (this.#issues.some(({ code }) => code === 'inventory-many')) return;
    this.find('inventory-many', path, `More than ${LIMITS.sbom.components} packages`);
  }
}

/** What is said of a file of which nothing can be read. */
export function noParts(
  source: string,
  form: string,
  code: InventoryIssueCode,
  detail: string,
): Parts {
  const list = new PartsList(source, form);
  list.find(code, '', detail);
  return list.done();
}

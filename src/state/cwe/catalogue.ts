/** A catalogue in memory: entries, relations by view, what may be mapped to. */

import { LIMITS } from '../../core/limits.ts';
import { type CweIssue, cweIssue } from './check.ts';
import type { CweEntry, CweKind, CweUsage } from './entry.ts';

/** The view that holds all weaknesses by their research abstraction. */
export const RESEARCH_VIEW = '1000';

export interface CweAdvice {
  readonly usage: CweUsage | 'unknown';
  readonly rationale: string;
}

/** Entries by id; takes and gives ids as `CWE-79`. */
export class CweCatalogue {
  readonly #entries = new Map<string, CweEntry>();
  /** Children by parent and view, whichever end says so. */
  readonly #children = new Map<string, Set<string>>();
  readonly #parents = new Map<string, Set<string>>();

  constructor(entries: Iterable<CweEntry>) {
    for (const entry of entries)
      if (!this.#entries.has(entry.id)) this.#entries.set(entry.id, entry);
    for (const entry of this.#entries.values()) this.#link(entry);
  }

  #link(entry: CweEntry): void {
    for (const { nature, id, view } of entry.relations) {
      if (nature === 'ChildOf' || nature === 'Member_Of') this.#add(`CWE-${id}`, view, entry.id);
      if (nature === 'ParentOf' || nature === 'Has_Member') this.#add(entry.id, view, `CWE-${id}`);
    }
  }

  #add(parent: string, view: string, child: string): void {
    const children = this.#children.get(`${parent} ${view}`) ?? new Set();
    this.#children.set(`${parent} ${view}`, children.add(child));
    const parents = this.#parents.get(`${child} ${view}`) ?? new Set();
    this.#parents.set(`${child} ${view}`, parents.add(parent));
  }

  get size(): number {
    return this.#entries.size;
  }

  entry(id: string): CweEntry | null {
    return this.#entries.get(id) ?? null;
  }

  /** All entries of a kind, by number. */
  entries(kind?: CweKind): CweEntry[] {
    const all = [...this.#entries.values()].filter(
      (entry) => kind === undefined || entry.kind === kind,
    );
    return all.sort((a, b) => numberOf(a.id) - numberOf(b.id));
  }

  /** Direct children within a view, by number. */
  children(id: string, view: string = RESEARCH_VIEW): string[] {
    const found = [...(this.#children.get(`${id} ${view}`) ?? [])];
    return found.sort((a, b) => numberOf(a) - numberOf(b));
  }

  /** Direct parents within a view, the primary one first. */
  parents(id: string, view: string = RESEARCH_VIEW): string[] {
    const stated = (this.#entries.get(id)?.relations ?? []).filter(
      (relation) => relation.nature === 'ChildOf' && relation.view === view,
    );
    const primary = new Set(stated.filter(({ primary: first }) => first).map((r) => `CWE-${r.id}`));
    const found = [...(this.#parents.get(`${id} ${view}`) ?? [])];
    return found.sort(
      (a, b) => Number(primary.has(b)) - Number(primary.has(a)) || numberOf(a) - numberOf(b),
    );
  }

  /** All above an entry within a view, nearest first, each once. */
  ancestors(id: string, view: string = RESEARCH_VIEW): string[] {
    return this.#walk(id, (at) => this.parents(at, view));
  }

  /** All below an entry within a view, nearest first, each once. */
  descendants(id: string, view: string = RESEARCH_VIEW): string[] {
    return this.#walk(id, (at) => this.children(at, view));
  }

  /** What a view holds: for a view of a graph all below it, else its members. */
  members(view: string): string[] {
    return this.descendants(`CWE-${view}`, view);
  }

  #walk(id: string, next: (at: string) => readonly string[]): string[] {
    const seen = new Set([id]);
    for (const at of seen) for (const found of next(at)) seen.add(found);
    seen.delete(id);
    return [...seen];
  }

  /** Whether vulnerabilities may be mapped to the entry (Mapping_Notes; before 4.12 by its kind). */
  advice(id: string): CweAdvice | null {
    const entry = this.#entries.get(id);
    if (entry === undefined) return null;
    if (entry.usage !== undefined) {
      return { usage: entry.usage, rationale: entry.usageRationale ?? '' };
    }
    if (entry.kind !== 'weakness')
      return { usage: 'Prohibited', rationale: `It is a ${entry.kind}.` };
    if (entry.status === 'Deprecated' || entry.status === 'Obsolete') {
      return { usage: 'Prohibited', rationale: `It is ${entry.status.toLowerCase()}.` };
    }
    return { usage: 'unknown', rationale: '' };
  }

  /** Findings between entries: relations to nothing, circles. */
  check(): readonly CweIssue[] {
    return [...this.#dangling(), ...this.#circles()].slice(0, LIMITS.shape.issues);
  }

  #dangling(): CweIssue[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry.relations.flatMap(({ id, view }) =>
        [id, view]
          .filter((target) => target !== '' && !this.#entries.has(`CWE-${target}`))
          .map((target) =>
            cweIssue('cwe-relation-dangling', '', `${entry.id} to CWE-${target.slice(0, 9)}`),
          ),
      ),
    );
  }

  /** Every entry that lies on a circle of ChildOf in some view. Linear in the relations. */
  #circles(): CweIssue[] {
    const views = new Map<string, [child: string, parent: string][]>();
    for (const entry of this.#entries.values()) {
      for (const { nature, id, view } of entry.relations) {
        if (nature !== 'ChildOf') continue;
        const edges = views.get(view) ?? [];
        edges.push([entry.id, `CWE-${id}`]);
        views.set(view, edges);
      }
    }
    return [...views].flatMap(([view, edges]) => {
      const up = peeled(edges);
      const both = peeled(up.map(([child, parent]) => [parent, child] as const));
      const left = new Set(both.flatMap(([a, b]) => [a, b]));
      return [...left].map((id) => cweIssue('cwe-cycle', '', `${id} in view ${view.slice(0, 9)}`));
    });
  }
}

/** The edges that stay when nodes without an edge out are taken away until there is none. */
function peeled(
  edges: readonly (readonly [from: string, to: string])[],
): (readonly [string, string])[] {
  const out = new Map<string, number>();
  const into = new Map<string, string[]>();
  for (const [from, to] of edges) {
    out.set(from, (out.get(from) ?? 0) + 1);
    out.set(to, out.get(to) ?? 0);
    const list = into.get(to) ?? [];
    list.push(from);
    into.set(to, list);
  }
  const open = [...out].filter(([, count]) => count === 0).map(([node]) => node);
  const gone = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const from of into.get(node) ?? []) {
      const count = (out.get(from) ?? 0) - 1;
      out.set(from, count);
      if (count === 0) {
        gone.add(from);
        open.push(from);
      }
    }
  }
  return edges.filter(([from, to]) => !gone.has(from) && !gone.has(to));
}

function numberOf(id: string): number {
  return Number(id.slice(4));
}

/**
 * Which ids name one vulnerability. Every claim stays with its source and can be taken back; what a
 * cluster is follows from the claims alone, in whatever order they came and went.
 *
 * Only aliases of a source that speaks of one vulnerability join. A claim that names several CVE
 * ids bundles vulnerabilities: its names are edges. A cluster never holds two live CVE ids: where
 * claims would join them, each CVE keeps the ids that only it reaches, and what several reach
 * stands apart, with an issue.
 */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { isCve, normalId } from './id.ts';
import { ALIAS_ISSUES, type AliasIssueCode } from './issues.table.ts';

/** What one record says. */
export interface AliasClaim {
  /** Who says it, e.g. `osv:GHSA-aaaa-bbbb-cccc`; a later claim of the same source replaces. */
  readonly source: string;
  /** The id of the record's own vulnerability. */
  readonly subject: string;
  readonly aliases: readonly string[];
}

export interface AliasCluster {
  /** In normal form, sorted. */
  readonly ids: readonly string[];
  /** The live CVE id, where there is one. */
  readonly cve: string | null;
  /** The claims about these ids, those that join none among them, by source. */
  readonly claims: readonly AliasClaim[];
  readonly issues: readonly Issue<AliasIssueCode>[];
}

/** An id that is not joined: of a claim that bundles several vulnerabilities. */
export interface AliasEdge {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

interface Held {
  readonly claim: AliasClaim;
  /** Normal forms, the subject first, each once. */
  readonly ids: readonly string[];
  readonly joins: boolean;
}

export class AliasIndex {
  readonly #claims = new Map<string, Held>();
  readonly #byId = new Map<string, Set<string>>();
  readonly #rejected = new Set<string>();

  /** Takes a claim; the same source's earlier one goes. */
  put(claim: AliasClaim): void {
    this.remove(claim.source);
    const ids = [...new Set([claim.subject, ...claim.aliases].map(normalId))].filter(Boolean);
    const held = { claim, ids, joins: ids.filter(isCve).length < 2 };
    this.#claims.set(claim.source, held);
    for (const id of ids) this.#byId.set(id, (this.#byId.get(id) ?? new Set()).add(claim.source));
  }

  /** Takes back what a source said. */
  remove(source: string): void {
    const held = this.#claims.get(source);
    if (held === undefined) return;
    this.#claims.delete(source);
    for (const id of held.ids) {
      const sources = this.#byId.get(id);
      sources?.delete(source);
      if (sources?.size === 0) this.#byId.delete(id);
    }
  }

  /** A rejected CVE id is not live: it may share the cluster of the id that replaces it. */
  setRejected(cve: string, rejected: boolean): void {
    if (rejected) this.#rejected.add(normalId(cve));
    else this.#rejected.delete(normalId(cve));
  }

  /** The cluster of an id; an id that nobody names is alone. */
  cluster(id: string): AliasCluster {
    const wanted = normalId(id);
    const component = this.#reach(wanted, () => true);
    if (component === null) return this.#alone(wanted, 'alias-too-large');
    const cves = [...component].filter((each) => this.#isLive(each)).sort();
    if (cves.length < 2) return this.#clusterOf([...component], []);
    return this.#split(wanted, component, cves);
  }

  /** Every cluster, each once. */
  clusters(): AliasCluster[] {
    const seen = new Set<string>();
    const found: AliasCluster[] = [];
    for (const id of this.#byId.keys()) {
      if (seen.has(id)) continue;
      const cluster = this.cluster(id);
      for (const each of cluster.ids) seen.add(each);
      found.push(cluster);
    }
    return found;
  }

  /** What claims say without joining, by either end. */
  edges(id: string): AliasEdge[] {
    const wanted = normalId(id);
    return this.#heldOf(wanted)
      .filter(({ joins }) => !joins)
      .flatMap(({ claim, ids: [subject = '', ...others] }) =>
        others
          .filter((other) => subject === wanted || other === wanted)
          .map((to) => ({ source: claim.source, from: subject, to })),
      );
  }

  /** Ids within reach through joining claims; null beyond the bound. */
  #reach(start: string, passes: (id: string) => boolean): Set<string> | null {
    const seen = new Set([start]);
    for (const id of seen) {
      if (id !== start && !passes(id)) continue;
      for (const held of this.#heldOf(id)) {
        if (held.joins) for (const other of held.ids) seen.add(other);
      }
      if (seen.size > LIMITS.alias.clusterIds) return null;
    }
    return seen;
  }

  /** Several live CVE ids in reach of each other: each keeps what it alone reaches. */
  #split(wanted: string, component: ReadonlySet<string>, cves: readonly string[]): AliasCluster {
    // Each CVE is followed through the whole component: as many as one finds in practice.
    if (cves.length > LIMITS.alias.liveCves) return this.#alone(wanted, 'alias-too-large');
    const reachedBy = new Map<string, string[]>();
    for (const cve of cves) {
      for (const id of this.#reach(cve, (each) => !this.#isLive(each)) ?? []) {
        if (id !== cve && this.#isLive(id)) continue;
        reachedBy.set(id, [...(reachedBy.get(id) ?? []), cve]);
      }
    }
    const key = (id: string) => (reachedBy.get(id) ?? []).join(' ');
    const own = key(wanted);
    const alike = [...component].filter((id) => key(id) === own);
    const detail = cves.slice(0, 5).join(', ');
    if (!own.includes(' ')) return this.#clusterOf(alike, [issue('alias-two-cves', detail)]);
    // Contested ids that name each other stay together.
    const together = this.#reach(wanted, (id) => key(id) === own) ?? new Set([wanted]);
    const ids = [...together].filter((id) => key(id) === own);
    return this.#clusterOf(ids, [issue('alias-contested', detail)]);
  }

  #alone(id: string, code: AliasIssueCode): AliasCluster {
    return this.#clusterOf([id], [issue(code, id)]);
  }

  #clusterOf(ids: readonly string[], issues: readonly Issue<AliasIssueCode>[]): AliasCluster {
    const sorted = [...ids].sort();
    const claims = new Map<string, AliasClaim>();
    for (const id of sorted) {
      for (const { claim } of this.#heldOf(id)) claims.set(claim.source, claim);
    }
    const bySource = [...claims].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim);
    const cve = sorted.find((id) => this.#isLive(id)) ?? null;
    return { ids: sorted, cve, claims: bySource, issues };
  }

  #heldOf(id: string): Held[] {
    return [...(this.#byId.get(id) ?? [])].flatMap((source) => this.#claims.get(source) ?? []);
  }

  #isLive(id: string): boolean {
    return isCve(id) && !this.#rejected.has(id);
  }
}

function issue(code: AliasIssueCode, detail: string): Issue<AliasIssueCode> {
  const { clause, severity, meaning, remedy } = ALIAS_ISSUES[code];
  return { code, severity, clause, path: '', message: `${detail}: ${meaning} ${remedy}` };
}

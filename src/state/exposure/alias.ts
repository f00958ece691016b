/** Which claims are about one vulnerability: those whose records name each other. */
import { AliasIndex, isCve, normalId } from '../alias/index.ts';
import type { Claim } from './model.ts';

export interface Cluster {
  /** The CVE id where the cluster has exactly one, else the id of the first record. */
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  readonly claims: readonly Claim[];
}

export function clusterClaims(claims: readonly Claim[]): readonly Cluster[] {
  const index = new AliasIndex();
  for (const { source, record, aliases } of claims) {
    index.put({ source: `${source}:${record}`, subject: record, aliases });
  }
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { ids } = index.cluster(claim.record);
    const key = ids[0] ?? normalId(claim.record);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].map((group) => clusterOf(group, index));
}

function clusterOf(claims: readonly Claim[], index: AliasIndex): Cluster {
  const [first] = claims;
  const { ids, cve } = index.cluster(first?.record ?? '');
  const named = claims.flatMap((claim) => [claim.record, ...claim.aliases]).filter(notForeign(ids));
  return {
    vulnerability: cve ?? first?.record ?? '',
    aliases: [...new Set(named)].sort(),
    claims,
  };
}

/** A CVE id that is not of the cluster is named by an advisory that bundles several. */
function notForeign(ids: readonly string[]): (id: string) => boolean {
  return (id) => !isCve(id) || ids.includes(normalId(id));
}

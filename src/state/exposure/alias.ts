/** Which claims are about one vulnerability: those whose records name each other. */
import { AliasIndex, isCve, normalId } from '../alias/index.ts';
import { isDistribution } from '../osv/index.ts';
import type { Claim } from './model.ts';

export interface Cluster {
  /** The CVE id where the cluster has exactly one, else the id of the first record. */
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  readonly claims: readonly Claim[];
}

/** `rejected`: CVE ids that are not live any more. */
export function clusterClaims(
  claims: readonly Claim[],
  rejected: Iterable<string> = [],
): readonly Cluster[] {
  const named = claims.map((claim) => ({ claim, ids: idsOf(claim) }));
  const [alone, others] = apart(named);
  const clusters = alone.map(({ claim, ids }) => ({
    vulnerability: ids.find(isCve) ?? claim.record,
    aliases: ids,
    claims: [claim],
  }));
  if (others.length === 0) return clusters;
  const index = new AliasIndex();
  for (const id of rejected) index.setRejected(id, true);
  for (const { claim, ids } of others) {
    index.put({ source: `${claim.source}:${claim.record}`, subject: claim.record, aliases: ids });
  }
  const groups = new Map<string, Claim[]>();
  for (const { claim } of others) {
    const key = index.cluster(claim.record).ids[0] ?? normalId(claim.record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return [...clusters, ...[...groups.values()].map((group) => clusterOf(group, index))];
}

interface Named {
  readonly claim: Claim;
  readonly ids: readonly string[];
}

/** Its own ids; a distribution's record that packages one vulnerability is about that one. */
function idsOf({ record, aliases, upstream }: Claim): string[] {
  const [only, ...more] = upstream;
  const packaged =
    only !== undefined && more.length === 0 && isCve(normalId(only)) && isDistribution(record);
  return [...new Set([record, ...aliases, ...(packaged ? [only] : [])])];
}

/** Claims that share no id with another, and name one vulnerability, are clusters already. */
function apart(named: readonly Named[]): [alone: Named[], others: Named[]] {
  const times = new Map<string, number>();
  for (const { ids } of named) {
    for (const id of ids) times.set(normalId(id), (times.get(normalId(id)) ?? 0) + 1);
  }
  const isAlone = ({ ids }: Named) =>
    ids.every((id) => times.get(normalId(id)) === 1) &&
    ids.filter((id) => isCve(normalId(id))).length < 2;
  return [named.filter(isAlone), named.filter((each) => !isAlone(each))];
}

function clusterOf(claims: readonly Claim[], index: AliasIndex): Cluster {
  const [first] = claims;
  const { ids, cve } = index.cluster(first?.record ?? '');
  const named = claims.flatMap(idsOf).filter(notForeign(ids));
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

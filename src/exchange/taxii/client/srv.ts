/** Finding TAXII servers by a domain name: DNS SRV records (TAXII 2.1 §3.9, §8.4.2; RFC 2782). */
import { CybexError } from '../../../core/error.ts';

/** One SRV record, in the form of `resolveSrv` of `node:dns/promises`. */
export interface SrvRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

export type ResolveSrv = (name: string) => Promise<readonly SrvRecord[]>;

/**
 * Discovery addresses of a domain in the order in which to try them. The records come from the
 * given resolver, since there is none in a browser. Whoever answers for the domain's DNS chooses
 * these hosts: credentials should be given to them only when they are known otherwise.
 */
export async function serversOf(
  domain: string,
  resolveSrv: ResolveSrv,
  random: () => number = Math.random,
): Promise<readonly string[]> {
  if (!/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(domain)) {
    throw new CybexError('invalid-argument', `"${domain}" is not a domain name`);
  }
  const records = await resolveSrv(`_taxii2._tcp.${domain}`);
  // RFC 2782: a single record with the target "." says that the service is decidedly not there.
  const usable = records.filter(({ name }) => name !== '.' && name !== '');
  return inOrder(usable, random).map(({ name, port }) => {
    const host = name.replace(/\.$/, '');
    return `https://${host}${port === 443 ? '' : `:${port}`}/taxii2/`;
  });
}

/** Lowest priority first; within one priority by chance, in proportion to the weights. */
function inOrder(records: readonly SrvRecord[], random: () => number): SrvRecord[] {
  const priorities = [...new Set(records.map(({ priority }) => priority))].sort((a, b) => a - b);
  return priorities.flatMap((wanted) =>
    byWeight(
      records.filter(({ priority }) => priority === wanted),
      random,
    ),
  );
}

/** RFC 2782: weights of 0 stand first, so that they have a small chance only. */
function byWeight(records: readonly SrvRecord[], random: () => number): SrvRecord[] {
  const left = records.toSorted((a, b) => a.weight - b.weight);
  const ordered: SrvRecord[] = [];
  while (left.length > 0) {
    const sum = left.reduce((total, { weight }) => total + weight, 0);
    const mark = random() * sum;
    let running = 0;
    const index = left.findIndex(({ weight }) => {
      running += weight;
      return running >= mark;
    });
    ordered.push(...left.splice(Math.max(index, 0), 1));
  }
  return ordered;
}

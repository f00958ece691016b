/** What an OSV record says about the ids of its vulnerability. */
import type { JsonObject } from '../../core/json/value.ts';
import { textOf, textsOf } from '../../core/json/view.ts';
import type { AliasClaim } from '../alias/index.ts';
import { isDistribution } from './rules.ts';
import { OSV_SIGN } from './sniff.ts';

/**
 * The claim of a record: its aliases, and nothing of upstream and related. Null for a withdrawn
 * record, and for one of a distribution, which packages the vulnerabilities of others.
 */
export function aliasClaimOf(record: JsonObject): AliasClaim | null {
  const id = textOf(record, 'id');
  if (id === undefined || id === '' || textOf(record, 'withdrawn') !== undefined) return null;
  if (isDistribution(id)) return null;
  return { source: `${OSV_SIGN.format}:${id}`, subject: id, aliases: textsOf(record, 'aliases') };
}

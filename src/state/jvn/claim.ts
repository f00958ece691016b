/** What an entry of JVN iPedia says about the ids of its vulnerability. */
import type { AliasClaim } from '../alias/index.ts';
import type { JvnEntry } from './entry.ts';
import { cvesOf, JVN_FORMAT } from './facts.ts';

/** The claim of an entry; with several CVE ids it is one that joins nothing. */
export function aliasClaimOf(entry: JvnEntry): AliasClaim | null {
  if (entry.id === '') return null;
  return { source: `${JVN_FORMAT}:${entry.id}`, subject: entry.id, aliases: cvesOf(entry) };
}

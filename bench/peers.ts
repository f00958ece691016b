/**
 * Peers from the registries of Python and Go, in folders of their own, beside ours in the same run.
 * Neither the product nor its tests need them.
 */
import { benchCvssPeers } from './peers/cvss.ts';
import { benchPatternPeers } from './peers/pattern.ts';
import { benchStix } from './peers/stix.ts';
import { benchTaxii } from './peers/taxii.ts';
import type { Report } from './report.ts';

const GROUPS = {
  taxii: benchTaxii,
  stix: benchStix,
  cvss: benchCvssPeers,
  pattern: benchPatternPeers,
};

export interface PeerOptions {
  readonly rounds: number;
  /** Words of the command line; `taxii` or `stix` among them leaves out the other. */
  readonly words: readonly string[];
}

/** Where python3 or the registry is missing, this says so and measures nothing of that group. */
export async function benchPeers({ rounds, words }: PeerOptions, report: Report): Promise<void> {
  const named = Object.keys(GROUPS).some((name) => words.includes(name));
  for (const [name, group] of Object.entries(GROUPS)) {
    if (named && !words.includes(name)) continue;
    try {
      await group(rounds, report);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

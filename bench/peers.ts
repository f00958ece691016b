/**
 * Peers from the Python package registry, in a folder of their own, beside ours in the same run.
 * Neither the product nor its tests need them.
 */
import { benchStix } from './peers/stix.ts';
import { benchTaxii } from './peers/taxii.ts';
import type { Report } from './report.ts';

export interface PeerOptions {
  readonly rounds: number;
}

/** Where python3 or the registry is missing, this says so and measures nothing of that group. */
export async function benchPeers({ rounds }: PeerOptions, report: Report): Promise<void> {
  for (const group of [benchTaxii, benchStix]) {
    try {
      await group(rounds, report);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

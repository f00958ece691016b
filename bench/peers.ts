/** Peers from the Python registry, in a folder of their own, beside ours in the same run. */
import type { Report } from './report.ts';

export async function benchPeers(_options: { rounds: number }, _report: Report): Promise<void> {}

/** Where a scan and independent scanners, given the same data, do not find the same, and why. */

export interface ScanDivergence {
  /** Program and version, and how often it was of another mind. */
  readonly peer: string;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

/**
 * 18,787 hits of 3,600 seeded OSV records of eight ecosystems on three SBOMs (test/peers): 18,672
 * are the same, each of the others is of one of these rows.
 */
export const SCAN_DIVERGENCES: readonly ScanDivergence[] = [
  {
    peer: 'osv-scanner 1.9.2, offline (13 ours alone)',
    reference:
      'versions are listed as texts: Maven 1.0.0.RELEASE is not 1.0.0, RubyGems 1.2.0 not 1.2',
    ours: 'also listed where the ecosystem calls them equal',
    clause: 'OSV 1.7, Evaluation',
    why: 'Names of one release differ between an inventory and a list; a missed match is the greater harm.',
  },
  {
    peer: 'osv-scanner 1.9.2, offline (58 ours, 44 theirs alone)',
    reference: 'introduced and fixed at one version count in the order of the document',
    ours: 'in any order: what was open before closes there and opens again; with nothing open before it is empty',
    clause: 'OSV 1.7, affected[].ranges[].events',
    why: 'The events of a range are evaluated in the order of versions; such a range contradicts itself.',
  },
];

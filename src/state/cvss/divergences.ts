/** Where our reading of CVSS and other implementations differ, and why. */

export interface CvssDivergence {
  /** Case of the corpus cvss, or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const CVSS_DIVERGENCES: readonly CvssDivergence[] = [
  {
    case: 'v4.0-rounding-boundary.tsv',
    reference: 'one calculator: 0.1 less, e.g. 5.6 for a value of exactly 5.65',
    ours: '5.7, as the corpus expects',
    clause: 'CVSS 4.0 §8.2',
    why: 'The text says "rounded to one decimal place" and not how a half goes. Binary numbers miss some halves (5.6499999…); FIRST’s calculator therefore adds a millionth before it rounds half up. We compute in integers, see a half as a half and round it up: the same result without a margin.',
  },
];

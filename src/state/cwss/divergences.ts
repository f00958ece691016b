/** Where we read CWSS otherwise than somebody else, and why. */

export interface CwssDivergence {
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const CWSS_DIVERGENCES: readonly CwssDivergence[] = [
  {
    case: 'the example of §4.1, BI:C,0.9',
    reference: '92.6, with a vector whose Business Impact says Critical and weighs 0.9',
    ours: '92.6, with the warning cwss-weight-differs',
    clause: 'CWSS 1.0.1 §2.5, §4.1',
    why: 'The table gives Critical the weight 1.0, and only with it does the example reach its score: the weight in the vector is a slip. A weight of one’s own is written with Q.',
  },
  {
    case: null,
    reference: 'a public calculator: FC:D weighs 0.6',
    ours: '0.8',
    clause: 'CWSS 1.0.1 §2.3',
    why: 'The table of Finding Confidence gives Default 0.8; two other implementations agree.',
  },
];

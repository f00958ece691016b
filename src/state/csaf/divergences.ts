/** Where this checker and the test documents of the OASIS CSAF TC do not agree, and why. */

export interface CsafDivergence {
  /** File name of the case of the corpora, or null where they have none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const CSAF_DIVERGENCES: readonly CsafDivergence[] = [
  {
    case: 'oasis_csaf_tc-csaf_2_1-2024-6-1-27-08-02.json',
    reference: '6.1.27.8 at /vulnerabilities/0/product_status/known_not_affected/2',
    ours: '6.1.27.8 at known_not_affected/0 and known_not_affected/1 of that vulnerability',
    clause: 'CSAF 2.1 §6.1.27.8, §3.2.4.8',
    why: 'The only id of the vulnerability is bound to CSAFPID-9080702, the third product. The other two have none; the result file names the one that has. The places in the other two vulnerabilities agree.',
  },
  {
    case: null,
    reference: '2.0 schema: a CPE pattern whose alternatives are each anchored at one end only',
    ours: 'both ends of both alternatives are anchored',
    clause: 'CSAF 2.0 §3.1.3.3.1; CSAF 2.1 §3.1.10.3.1',
    why: 'Taken literally, the pattern of 2.0 accepts any text before a CPE 2.2 and after a CPE 2.3 name; the pattern of 2.1 corrects it.',
  },
];

/** Where this reader and the cases of purl-spec do not agree, and why. */

export interface PurlDivergence {
  /** The case's input, or null where there is none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const PURL_DIVERGENCES: readonly PurlDivergence[] = [
  {
    case: null,
    reference: 'golang: "the namespace shall be lowercased" (a note) and case_sensitive true',
    ours: 'the case is kept',
    clause: 'ECMA-427 §6, case_sensitive',
    why: 'The rule that programs read says that case counts, and Go modules do differ by case; to lower it would lose which module is meant.',
  },
  {
    case: null,
    reference: 'upper-case keys of qualifiers: refused in two cases, read in one',
    ours: 'an error beside the components with the key in lower case',
    clause: 'ECMA-427 §5.6.6',
    why: 'A key shall be in lower case, and "How to parse a PURL" lowers it: both are answered.',
  },
  {
    case: null,
    reference: 'a type that requires a namespace and has none is no package URL',
    ours: 'an error beside the components',
    clause: 'ECMA-427 §5.7',
    why: 'Inventories contain such (pkg:golang/stdlib@1.22.1); what they mean is not lost by the fault.',
  },
];

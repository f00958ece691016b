/** Where these parts and the corpora or peers do not agree, and why. */

export interface CpeDivergence {
  /** Case of the corpus cpe, or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

/** Readings that no case of the corpus shows. */
const READINGS: readonly CpeDivergence[] = [
  {
    case: null,
    reference: 'WFNs write a quoted hyphen alone, which binds to NA',
    ours: 'the formatted string keeps the backslash: \\-',
    clause: 'NISTIR 7695 §6.2.2.2',
    why: 'To the letter the value would change its meaning on the way; a warning says so.',
  },
  {
    case: null,
    reference: 'NVD does not say how versions in ranges are compared',
    ours: 'digits as numbers, words as texts, dev … rc before the release, other words after it',
    clause: 'NVD API 2.0, cpeMatch',
    why: 'One order for all products. Where the ecosystem is known, cybex/vers decides instead.',
  },
  {
    case: null,
    reference: 'nvdtools: a criterion whose version is NA matches every version',
    ours: 'it matches NA only',
    clause: 'NISTIR 7696 §6.1.1, table 6-2',
    why: 'NA and a value are disjoint.',
  },
];

export const CPE_DIVERGENCES: readonly CpeDivergence[] = [
  {
    case: 'cpe2_3_uri-053',
    reference: 'cpe:/a:foo~bar:big%7emoney_2010 is refused',
    ours: 'wfn:[part="a",vendor="foo\\~bar",product="big\\~money_2010",…]',
    clause: 'NISTIR 7695 §6.1.3.2, example 7',
    why: 'The clause reads this very URI: URIs of CPE 2.2 have tildes that are not encoded.',
  },
  ...['cpecomp2_3_fs-069', 'cpecomp2_3_uri-074', 'cpecomp2_3_wfn-080'].map((id) => ({
    case: id,
    reference: 'a part may be ?',
    ours: 'cpe-part',
    clause: 'NISTIR 7695 §5.3.3.1',
    why: 'A string of the part is one of a, o and h, and ANY and NA beside them.',
  })),
  ...READINGS,
];

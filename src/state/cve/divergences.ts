/** Where this reader and the published schema or its users do not agree, and why. */

export interface CveDivergence {
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const CVE_DIVERGENCES: readonly CveDivergence[] = [
  {
    case: null,
    reference: 'refuses 1996-02-29T00:00:00Z',
    ours: 'valid',
    clause: 'CVE Record Format, timestamp',
    why: 'The expression of the schema lists no leap year of the 20th century; the prose asks for RFC 3339, whose calendar has them.',
  },
  {
    case: null,
    reference: 'accepts an offset such as +99:99',
    ours: 'shape-form',
    clause: 'CVE Record Format, timestamp',
    why: 'RFC 3339 §5.6 has hours to 23 and minutes to 59.',
  },
  {
    case: null,
    reference: 'accepts any text that contains a CPE name',
    ours: 'cve-cpe-text',
    clause: 'CVE Record Format, product cpes',
    why: 'The expression is not anchored; the description wants a CPE name. A warning.',
  },
  {
    case: null,
    reference: 'accepts CVSS:3.1/AV:N, and metrics given twice',
    ours: 'cve-vector',
    clause: 'CVE Record Format, metrics; CVSS 3.1 §6',
    why: 'The expression knows the metrics only; a vector has each base metric once.',
  },
  {
    case: null,
    reference: 'refuses versionType at a single version in 5.0',
    ours: 'cve-version-type-early',
    clause: 'CVE Record Format, product versions (5.0)',
    why: 'A warning: the meaning is the one that 5.1 gives it, and the services took such records.',
  },
  {
    case: null,
    reference: 'several entries for one product: not defined',
    ours: 'entries of other numbering put aside; what lists the version before defaultStatus; the most serious counts',
    clause: 'CVE Record Format, product versions',
    why: 'defaultStatus is about versions "not otherwise listed", so that it cannot contradict a list. Linux records rely on it.',
  },
];

/** Findings on what a scan is given beside the documents. */
export type ExposureIssueCode = 'ignore-rule' | 'ignore-expired';

export const EXPOSURE_ISSUES: Readonly<
  Record<
    ExposureIssueCode,
    { readonly clause: string; readonly meaning: string; readonly remedy: string }
  >
> = {
  'ignore-rule': {
    clause: 'CYBEX',
    meaning: 'A rule that would hide findings is not complete, and is not applied.',
    remedy:
      'Give reason, author, expires (RFC 3339), and at least one of vulnerability, component, path, asset.',
  },
  'ignore-expired': {
    clause: 'CYBEX',
    meaning: 'A rule has ended, and what it hid is open again.',
    remedy: 'Mend what is open, or give a new rule with a new end.',
  },
};

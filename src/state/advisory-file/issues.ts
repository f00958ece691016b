/** Why a file of advisories is refused. */
export type AdvisoryFileIssueCode =
  | 'advisory-file-magic'
  | 'advisory-file-version'
  | 'advisory-file-cut'
  | 'advisory-file-digest';

export const INDEX_ISSUES: Readonly<
  Record<
    AdvisoryFileIssueCode,
    { readonly clause: string; readonly meaning: string; readonly remedy: string }
  >
> = {
  'advisory-file-magic': {
    clause: 'CYBEX index §1',
    meaning: 'The file is no index of advisories.',
    remedy: 'Name a file that cybex scan index build has written.',
  },
  'advisory-file-version': {
    clause: 'CYBEX index §1',
    meaning: 'The index was written by another version of the program.',
    remedy: 'Build it with this version, or scan with the one that wrote it.',
  },
  'advisory-file-cut': {
    clause: 'CYBEX index §1',
    meaning: 'The file ends before all that its head names.',
    remedy: 'Copy it again, whole; the copy was interrupted or the medium is full.',
  },
  'advisory-file-digest': {
    clause: 'CYBEX index §1',
    meaning: 'Bytes of the file are not those that were written.',
    remedy: 'Copy it again from where it was built, or build it anew.',
  },
};

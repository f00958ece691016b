/** What the clauses of CSAF ask of a checker, and which finding answers each. */
import type { CsafIssueCode } from './issues.ts';
import { CSAF_TESTS } from './tests/index.ts';
import { groupOf } from './tests/test.ts';

export interface CsafConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where the reader only has to accept something. */
  readonly codes: readonly CsafIssueCode[];
  /** What is done otherwise than the clause says, or not yet. */
  readonly note?: string;
}

const LEVELS = {
  mandatory: 'MUST',
  recommended: 'SHOULD',
  optional: 'SHOULD',
  informative: 'MAY',
} as const;

/** Tests that need more than the document. */
const NOTES: Readonly<Record<string, string>> = {
  '6.1.48': 'Of the namespace cvss, keys and values are checked; versions and order are not.',
  '6.1.50': 'The order of versions is checked for the VERS types that are supported here.',
  '6.1.60.2': 'Extensions whose package is not known here give a remark.',
  '6.1.60.3': 'Extensions whose package is not known here give a remark.',
  '6.2.33': 'Not run unless the present time is given.',
  '6.2.39.2': 'Translations are recorded for German; for other languages the test is not run.',
  '6.2.53': 'RVISC is known as far as its entries were published with the test documents.',
  '6.3.6': 'Not run unless a client for links is given.',
  '6.3.7': 'Not run unless a client for links is given.',
  '6.3.8': 'Not run unless a spell check is given.',
  '6.3.13': 'The newest known version is asked; the project publishes no dates of versions.',
  '6.3.16': 'Not run unless a grammar check is given.',
  '6.3.20': 'RVISC is known as far as its entries were published with the test documents.',
};

const SCHEMA_CODES: readonly CsafIssueCode[] = [
  'csaf-version-unknown',
  'csaf-schema-type',
  'csaf-schema-required',
  'csaf-schema-additional',
  'csaf-schema-enum',
  'csaf-schema-length',
  'csaf-schema-unique',
  'csaf-schema-pattern',
  'csaf-schema-format',
  'csaf-schema-number',
];

const TEST_ROWS = CSAF_TESTS.map(({ id, title, versions, code }): CsafConformanceRow => {
  const note = NOTES[id];
  return {
    clause: `CSAF ${versions.join(', ')} §${id}`,
    level: LEVELS[groupOf(id, versions.at(-1) ?? '2.1')],
    meaning: title,
    codes: [code],
    ...(note === undefined ? {} : { note }),
  };
});

export const CSAF_CONFORMANCE: readonly CsafConformanceRow[] = [
  {
    clause: 'CSAF 2.0, 2.1 §3',
    level: 'MUST',
    meaning: 'The document follows the JSON schema of its version and those it refers to.',
    codes: SCHEMA_CODES,
  },
  {
    clause: 'CSAF 2.0, 2.1 §5.1',
    level: 'MUST',
    meaning: 'The file name follows from the tracking id.',
    codes: [],
    note: 'csafFilename and isCsafFilename; a document alone has no file name.',
  },
  ...TEST_ROWS,
];

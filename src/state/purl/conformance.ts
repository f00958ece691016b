/** What the clauses of ECMA-427 ask, and which finding answers each. */
import type { PurlIssueCode } from './issues.ts';

export interface PurlConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where the reader only has to accept something. */
  readonly codes: readonly PurlIssueCode[];
  readonly note?: string;
}

export const PURL_CONFORMANCE: readonly PurlConformanceRow[] = [
  {
    clause: 'ECMA-427 §5.4',
    level: 'MUST',
    meaning: 'Components are UTF-8, percent-encoded save letters, digits, . - _ ~ and the colon.',
    codes: ['purl-encoding', 'purl-not-canonical'],
    note: 'A text that is encoded more or less than that is read; the canonical form is given.',
  },
  {
    clause: 'ECMA-427 §5.6.1',
    level: 'MUST',
    meaning: 'The scheme is pkg, followed by an unencoded colon.',
    codes: ['purl-scheme'],
    note: 'Slashes after the colon are ignored, and the case of the scheme, as the clause asks.',
  },
  {
    clause: 'ECMA-427 §5.6.2',
    level: 'MUST',
    meaning: 'The type is a letter and then letters, digits, full stops and hyphens, not encoded.',
    codes: ['purl-type', 'purl-type-other'],
  },
  {
    clause: 'ECMA-427 §5.6.3',
    level: 'MUST',
    meaning: 'The segments of a namespace are not empty and contain no slash.',
    codes: ['purl-segment'],
  },
  {
    clause: 'ECMA-427 §5.6.4',
    level: 'MUST',
    meaning: 'There is a name.',
    codes: ['purl-name-missing'],
  },
  {
    clause: 'ECMA-427 §5.6.6',
    level: 'MUST',
    meaning: 'Keys are unique and a lower-case letter followed by letters, digits, . - and _.',
    codes: ['purl-qualifier-key', 'purl-qualifier-duplicate'],
  },
  {
    clause: 'ECMA-427 §5.6.6',
    level: 'MUST',
    meaning: 'A qualifier without a value is as if it were not there.',
    codes: ['purl-qualifier-empty'],
  },
  {
    clause: 'ECMA-427 §5.6.7',
    level: 'MUST',
    meaning: 'The segments of a subpath are not empty, contain no slash, and are not . or ..',
    codes: ['purl-segment', 'purl-subpath-dots'],
  },
  {
    clause: 'ECMA-427 §5.7',
    level: 'MUST',
    meaning: 'A registered type follows its definition: namespace, case, forms, qualifiers.',
    codes: [
      'purl-namespace-required',
      'purl-namespace-prohibited',
      'purl-namespace-form',
      'purl-name-form',
      'purl-version-form',
      'purl-qualifier-required',
    ],
    note: 'All 42 definitions of August 2026.',
  },
  {
    clause: 'ECMA-427 §5.7',
    level: 'SHOULD',
    meaning: 'A type that is not registered is reported as a warning.',
    codes: ['purl-type-unknown'],
  },
  {
    clause: 'CYBEX limits',
    level: 'MUST',
    meaning: 'A package URL has at most 16,384 characters.',
    codes: ['purl-too-large'],
  },
];

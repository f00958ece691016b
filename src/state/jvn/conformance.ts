/** What JVNRSS and VULDEF ask, and which finding answers each. */
import type { JvnIssueCode } from './check.ts';

export interface JvnConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly JvnIssueCode[];
  readonly note?: string;
}

export const JVN_CONFORMANCE: readonly JvnConformanceRow[] = [
  {
    clause: 'JVNRSS 2.0',
    level: 'MUST',
    meaning: 'RSS 1.0 with title, link, rdf:about, and the module sec.',
    codes: ['jvn-root', 'jvn-title', 'jvn-link', 'jvn-status'],
  },
  {
    clause: 'JVNRSS 2.0, sec:identifier',
    level: 'MUST',
    meaning: 'The id of JVN iPedia.',
    codes: ['jvn-id'],
  },
  {
    clause: 'JVNRSS 2.0, sec:references',
    level: 'MUST',
    meaning: 'Source, id and address of CVE, CWE and others.',
    codes: ['jvn-reference', 'jvn-cve', 'jvn-cwe'],
  },
  {
    clause: 'JVNRSS 2.0, sec:cpe',
    level: 'MUST',
    meaning: 'CPE names of the products.',
    codes: ['jvn-cpe'],
  },
  {
    clause: 'JVNRSS 2.0, sec:cvss',
    level: 'MUST',
    meaning: 'Version, vector, score and severity, which agree.',
    codes: ['jvn-vector', 'jvn-score', 'jvn-score-form', 'jvn-severity'],
  },
  {
    clause: 'JVNRSS 2.0, dcterms',
    level: 'MUST',
    meaning: 'Times with zone.',
    codes: ['jvn-date', 'jvn-date-order'],
  },
  {
    clause: 'VULDEF 3, VulinfoData',
    level: 'MUST',
    meaning: 'Title, overview, affected items, impact, related items, dates.',
    codes: ['jvn-data', 'jvn-overview', 'jvn-affected', 'jvn-related', 'jvn-date'],
  },
  {
    clause: 'VULDEF 3, AffectedItem',
    level: 'MAY',
    meaning: 'Versions in words.',
    codes: [],
    note: 'Kept as written; a range in prose is not guessed.',
  },
];

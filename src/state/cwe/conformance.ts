/** What X.1524 and the CWE schema ask of who reads a catalogue. */
import type { CweIssueCode } from './check.ts';

export interface CweConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly CweIssueCode[];
  readonly note?: string;
}

export const CWE_CONFORMANCE: readonly CweConformanceRow[] = [
  {
    clause: 'CWE schema 7, Weakness_Catalog',
    level: 'MUST',
    meaning: 'Name, version and date of the catalogue.',
    codes: ['cwe-root', 'cwe-catalog-attribute'],
  },
  {
    clause: 'CWE schema 7, Weakness_Catalog',
    level: 'MUST',
    meaning: 'One space of ids for weaknesses, categories and views.',
    codes: ['cwe-id', 'cwe-id-repeated'],
  },
  {
    clause: 'CWE schema 7, WeaknessType',
    level: 'MUST',
    meaning: 'Name, description, status, abstraction and structure of the lists.',
    codes: [
      'cwe-name',
      'cwe-description',
      'cwe-status',
      'cwe-abstraction',
      'cwe-structure',
      'cwe-view-type',
    ],
  },
  {
    clause: 'CWE schema 7, RelatedWeaknessesType',
    level: 'MUST',
    meaning: 'Relations are per view, to entries that are there, without circles.',
    codes: [
      'cwe-nature',
      'cwe-relation-id',
      'cwe-relation-dangling',
      'cwe-relation-self',
      'cwe-cycle',
      'cwe-primary',
    ],
  },
  {
    clause: 'CWE schema 7, MappingNotesType',
    level: 'MUST',
    meaning: 'Usage says whether vulnerabilities may be mapped to the entry.',
    codes: ['cwe-usage', 'cwe-usage-kind'],
  },
  {
    clause: 'X.1524 §8',
    level: 'MUST',
    meaning:
      'A user finds what is related to a CWE identifier, and is told the version of the list.',
    codes: [],
    note: 'CweCatalogue and CweReleases.',
  },
];

/** Findings on CWE catalogues (ITU-T X.1524; CWE schema 7). */
import type { Severity } from '../../core/issue.ts';

export interface CweIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  type: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): CweIssueMeaning => ({ clause: `CWE schema 7, ${type}`, severity, meaning, remedy });

export const CWE_ISSUES = {
  'cwe-root': row(
    'Weakness_Catalog',
    'error',
    'The document is no CWE catalogue.',
    'Its root is Weakness_Catalog in the namespace http://cwe.mitre.org/cwe-7 (or 6).',
  ),
  'cwe-catalog-attribute': row(
    'Weakness_Catalog',
    'error',
    'The catalogue does not say its name, version or date.',
    'Give Name, Version and Date.',
  ),
  'cwe-id': row(
    'WeaknessType',
    'error',
    'The ID is no number.',
    'Write the number without the prefix CWE-.',
  ),
  'cwe-id-repeated': row(
    'Weakness_Catalog',
    'error',
    'Two entries have one ID: weaknesses, categories and views share one space.',
    'Give each its own.',
  ),
  'cwe-name': row('WeaknessType', 'error', 'The entry has no Name.', 'Give one.'),
  'cwe-status': row(
    'StatusEnumeration',
    'error',
    'The Status is missing or none of the list.',
    'Use Deprecated, Draft, Incomplete, Obsolete, Stable or Usable.',
  ),
  'cwe-abstraction': row(
    'AbstractionEnumeration',
    'error',
    'The Abstraction is missing or none of the list.',
    'Use Pillar, Class, Base, Variant or Compound.',
  ),
  'cwe-structure': row(
    'StructureEnumeration',
    'error',
    'The Structure is missing or none of the list.',
    'Use Simple, Chain or Composite.',
  ),
  'cwe-view-type': row(
    'ViewTypeEnumeration',
    'error',
    'The Type of the view is missing or none of the list.',
    'Use Graph, Explicit or Implicit.',
  ),
  'cwe-description': row(
    'WeaknessType',
    'error',
    'The entry has no description.',
    'Weaknesses have Description, categories Summary, views Objective.',
  ),
  'cwe-nature': row(
    'RelatedNatureEnumeration',
    'error',
    'The Nature of the relation is none of the list.',
    'Use ChildOf, ParentOf, StartsWith, CanFollow, CanPrecede, RequiredBy, Requires, CanAlsoBe or PeerOf.',
  ),
  'cwe-relation-id': row(
    'RelatedWeaknessesType',
    'error',
    'A relation names no entry or no view.',
    'Give CWE_ID and View_ID as numbers.',
  ),
  'cwe-relation-dangling': row(
    'RelatedWeaknessesType',
    'error',
    'A relation names an entry that the catalogue does not have.',
    'Correct the number, or add the entry.',
  ),
  'cwe-relation-self': row(
    'RelatedWeaknessesType',
    'error',
    'An entry is related to itself.',
    'Remove the relation.',
  ),
  'cwe-cycle': row(
    'RelatedWeaknessesType',
    'error',
    'Entries are each other’s ancestors in one view.',
    'Break the circle of ChildOf.',
  ),
  'cwe-primary': row(
    'OrdinalEnumeration',
    'warning',
    'An entry has several primary parents in one view.',
    'Leave Ordinal="Primary" at one of them.',
  ),
  'cwe-usage': row(
    'MappingNotesType',
    'error',
    'The Usage of the mapping notes is missing or none of the list.',
    'Use Allowed, Allowed-with-Review, Discouraged or Prohibited.',
  ),
  'cwe-usage-kind': row(
    'MappingNotesType',
    'warning',
    'A category, a view or a deprecated entry is not to be mapped to, and its usage says otherwise.',
    'Let Usage be Prohibited.',
  ),
} as const satisfies Record<string, CweIssueMeaning>;

/** What the SBOM formats ask, and which finding answers each. */
import type { ShapeIssueCode } from '../../core/shape/issues.ts';
import type { SbomIssueCode } from './issues.ts';

export interface SbomConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly (SbomIssueCode | ShapeIssueCode)[];
  readonly note?: string;
}

const SCHEMA: readonly ShapeIssueCode[] = [
  'shape-type',
  'shape-missing',
  'shape-unknown',
  'shape-word',
  'shape-form',
  'shape-length',
  'shape-count',
  'shape-repeated',
  'shape-range',
  'shape-alternative',
];

export const SBOM_CONFORMANCE: readonly SbomConformanceRow[] = [
  {
    clause: 'CycloneDX 1.2 to 1.7 (ECMA-424), JSON schema',
    level: 'MUST',
    meaning: 'Members, types, closed lists, forms and counts are those of the stated version.',
    codes: SCHEMA,
    note: '1.2 and 1.3 are read as their strict schemas have them: unknown members are errors.',
  },
  {
    clause: 'CycloneDX bom-ref',
    level: 'MUST',
    meaning: 'Every bom-ref is unique within the BOM.',
    codes: ['sbom-ref-repeated'],
  },
  {
    clause: 'CycloneDX dependencies',
    level: 'SHOULD',
    meaning: 'References lead to an element of the BOM or are BOM-Links.',
    codes: ['sbom-ref-dangling'],
  },
  {
    clause: 'CycloneDX serialNumber',
    level: 'SHOULD',
    meaning: 'Every BOM has a serial number.',
    codes: ['sbom-serial-missing'],
  },
  {
    clause: 'SPDX 2.3 §6 to §12',
    level: 'MUST',
    meaning: 'Fields, their cardinality, words and forms are those of the stated version.',
    codes: SCHEMA,
    note: 'Categories of external references are also taken with underscores, as 2.2 wrote them.',
  },
  {
    clause: 'SPDX 2.3 §5',
    level: 'MUST',
    meaning: 'A line of the tag-value form is a comment or a tag with its value.',
    codes: ['spdx-tag-line', 'spdx-text-unclosed', 'spdx-tag-place', 'spdx-tag-unknown'],
  },
  {
    clause: 'SPDX 2.3 §6.5',
    level: 'MUST',
    meaning: 'The document namespace is an absolute URI without fragment.',
    codes: ['spdx-namespace'],
  },
  {
    clause: 'SPDX 2.3 §7.2',
    level: 'MUST',
    meaning: 'Identifiers of elements are unique within the document.',
    codes: ['sbom-ref-repeated'],
  },
  {
    clause: 'SPDX 2.3 §7.9',
    level: 'MUST',
    meaning: 'The verification code is given if and only if the files were analysed.',
    codes: ['spdx-verification-code'],
    note: 'Its absence is reported where the package lists files.',
  },
  {
    clause: 'SPDX 2.3 §11.1',
    level: 'MUST',
    meaning: 'The ends of a relationship are elements, here or elsewhere, NONE or NOASSERTION.',
    codes: ['spdx-reference', 'sbom-ref-dangling', 'spdx-describes-nothing'],
  },
  {
    clause: 'SPDX 2.3 Annex D',
    level: 'MUST',
    meaning: 'Licence expressions follow the grammar and name known licences.',
    codes: ['sbom-licence'],
    note: 'A warning: lists of licences grow faster than programs.',
  },
  {
    clause: 'SPDX 3.0.1 serialization',
    level: 'MUST',
    meaning: 'One JSON object with the context of the standard; at most one SpdxDocument.',
    codes: ['spdx3-context', 'spdx3-document'],
    note: 'The context of 3.0.0 is taken too. Other forms of JSON-LD and of RDF are not read.',
  },
  {
    clause: 'SPDX 3.0.1 model, all profiles',
    level: 'MUST',
    meaning: 'Objects are of concrete classes, with their members, types and closed lists.',
    codes: ['spdx3-class', 'spdx3-member', 'spdx3-missing', 'spdx3-type', 'spdx3-word'],
    note: 'Classes named by an IRI are extensions of others and are not looked into.',
  },
  {
    clause: 'SPDX 3.0.1 Core, Element',
    level: 'MUST',
    meaning: 'Elements have IRIs of their own; references lead to elements of the class asked for.',
    codes: ['spdx3-id', 'sbom-ref-repeated', 'spdx3-reference', 'sbom-ref-dangling'],
    note: 'Elements of other documents stand in import; listed licences need not.',
  },
  {
    clause: 'SPDX 3.0.1 Security',
    level: 'MUST',
    meaning: 'Assessments begin at a vulnerability with the relationship of their class.',
    codes: ['spdx3-assessment'],
  },
  {
    clause: 'SPDX 3.0.1 SimpleLicensing',
    level: 'MUST',
    meaning: 'Licence expressions follow the grammar and name known licences, or own ones.',
    codes: ['sbom-licence'],
  },
];

/** Findings on SBOMs: what cannot be read, what contradicts itself, and what is poor. */
import type { Issue, Severity } from '../../core/issue.ts';

export type SbomIssueCode =
  | 'sbom-unrecognised'
  | 'sbom-version'
  | 'sbom-ref-repeated'
  | 'sbom-ref-dangling'
  | 'sbom-components-many'
  | 'sbom-licence'
  | 'sbom-serial-missing'
  | 'spdx-tag-unknown'
  | 'spdx-tag-line'
  | 'spdx-text-unclosed'
  | 'spdx-tag-place'
  | 'spdx-reference'
  | 'spdx-namespace'
  | 'spdx-verification-code'
  | 'spdx-describes-nothing'
  | 'spdx3-context'
  | 'spdx3-class'
  | 'spdx3-member'
  | 'spdx3-missing'
  | 'spdx3-type'
  | 'spdx3-word'
  | 'spdx3-id'
  | 'spdx3-reference'
  | 'spdx3-document'
  | 'spdx3-assessment'
  | QualityCode;

export type QualityCode =
  | 'quality-timestamp'
  | 'quality-author'
  | 'quality-root'
  | 'quality-supplier'
  | 'quality-version'
  | 'quality-identifier'
  | 'quality-dependencies'
  | 'quality-duplicate'
  | 'quality-dangling'
  | 'quality-incomplete'
  | 'quality-hash'
  | 'quality-licence';

interface Row {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const MINIMUM = 'NTIA minimum elements (2021)';

export const SBOM_ISSUES: Record<SbomIssueCode, Row> = {
  'sbom-unrecognised': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'This is neither CycloneDX nor SPDX.',
    remedy: 'Give CycloneDX 1.2 to 1.7 (JSON) or SPDX 2.2, 2.3 (JSON, tag-value) or 3.0 (JSON-LD).',
  },
  'sbom-version': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'The version of the format is not known here.',
    remedy: 'Write the document in one of the versions that the message names.',
  },
  'sbom-ref-repeated': {
    clause: 'CycloneDX bom-ref; SPDX 2.3 §7.2',
    severity: 'error',
    meaning: 'Two elements carry one identifier: a relation could mean either.',
    remedy: 'Give each element its own.',
  },
  'sbom-ref-dangling': {
    clause: 'CycloneDX dependencies; SPDX 2.3 §11.1',
    severity: 'warning',
    meaning: 'A relation names an element that the document does not have.',
    remedy: 'Add the element, or name the document that has it.',
  },
  'sbom-components-many': {
    clause: 'CYBEX limits',
    severity: 'error',
    meaning: 'The document has more components than the bound.',
    remedy: 'Split it by application.',
  },
  'sbom-licence': {
    clause: 'SPDX 2.3 Annex D',
    severity: 'warning',
    meaning:
      'A licence expression does not follow the grammar, or names a licence that is unknown.',
    remedy: 'Use identifiers of the SPDX licence list, AND, OR, WITH and parentheses.',
  },
  'sbom-serial-missing': {
    clause: 'CycloneDX serialNumber',
    severity: 'info',
    meaning: 'The BOM has no serial number: nobody can refer to it.',
    remedy: 'Give it a UUID and count its version up.',
  },
  'spdx-tag-unknown': {
    clause: 'SPDX 2.3 §5',
    severity: 'warning',
    meaning: 'The tag is none of SPDX; the line says nothing to anybody else.',
    remedy: 'Correct the tag.',
  },
  'spdx-tag-line': {
    clause: 'SPDX 2.3 §5',
    severity: 'error',
    meaning: 'The line is neither a comment nor a tag with a value.',
    remedy: 'Write "Tag: value"; a text of several lines stands between <text> and </text>.',
  },
  'spdx-text-unclosed': {
    clause: 'SPDX 2.3 §5',
    severity: 'error',
    meaning: 'A text of several lines never ends.',
    remedy: 'Close it with </text>.',
  },
  'spdx-tag-place': {
    clause: 'SPDX 2.3 §5',
    severity: 'error',
    meaning: 'The tag stands where its element has not begun yet.',
    remedy: 'Put it behind the tag that begins the element.',
  },
  'spdx-reference': {
    clause: 'SPDX 2.3 §6.3, §11.1',
    severity: 'error',
    meaning: 'An identifier is not of the form SPDXRef-… or DocumentRef-…:SPDXRef-….',
    remedy: 'Letters, digits, full stops and hyphens may follow the prefix.',
  },
  'spdx-namespace': {
    clause: 'SPDX 2.3 §6.5',
    severity: 'error',
    meaning: 'The document namespace is no absolute URI without fragment.',
    remedy: 'Use a URI of your own that no other document has, without #.',
  },
  'spdx-verification-code': {
    clause: 'SPDX 2.3 §7.8, §7.9',
    severity: 'error',
    meaning: 'The verification code does not fit whether the files were analysed.',
    remedy: 'Give it where filesAnalyzed is true, and leave it out where it is false.',
  },
  'spdx-describes-nothing': {
    clause: 'SPDX 2.3 §7.1, §11.1',
    severity: 'warning',
    meaning: 'The document does not say what it describes.',
    remedy: 'Add a relationship DESCRIBES from the document.',
  },
  'spdx3-context': {
    clause: 'SPDX 3.0.1 serialization',
    severity: 'error',
    meaning: 'The context is not the one of the standard: names could mean anything.',
    remedy: 'Write https://spdx.org/rdf/3.0.1/spdx-context.jsonld, as it stands.',
  },
  'spdx3-class': {
    clause: 'SPDX 3.0.1 model',
    severity: 'error',
    meaning: 'There is no such class, or it is abstract and stands in no document.',
    remedy: 'Write the name of a class as the context has it, e.g. software_Package.',
  },
  'spdx3-member': {
    clause: 'SPDX 3.0.1 model',
    severity: 'error',
    meaning: 'The class has no such member.',
    remedy: 'Take it out, or put it into an extension.',
  },
  'spdx3-missing': {
    clause: 'SPDX 3.0.1 model',
    severity: 'error',
    meaning: 'A member is missing that every object of the class has.',
    remedy: 'Add it.',
  },
  'spdx3-type': {
    clause: 'SPDX 3.0.1 model',
    severity: 'error',
    meaning: 'The value is not of the type that the member has.',
    remedy: 'Times are written as 2026-11-21T00:00:00Z; what may stand several times is a list.',
  },
  'spdx3-word': {
    clause: 'SPDX 3.0.1 vocabularies',
    severity: 'error',
    meaning: 'The word is not in the closed list of the member.',
    remedy: 'Take one that is.',
  },
  'spdx3-id': {
    clause: 'SPDX 3.0.1 Core, Element',
    severity: 'error',
    meaning: 'An element has no IRI as its spdxId.',
    remedy: 'Give it an absolute IRI of your own.',
  },
  'spdx3-reference': {
    clause: 'SPDX 3.0.1 model',
    severity: 'error',
    meaning: 'A reference leads to nothing, or to an object of another class.',
    remedy: 'Refer to an object of the class that the message names.',
  },
  'spdx3-document': {
    clause: 'SPDX 3.0.1 Core, SpdxDocument',
    severity: 'error',
    meaning: 'A file has at most one SpdxDocument.',
    remedy: 'Write each into a file of its own.',
  },
  'spdx3-assessment': {
    clause: 'SPDX 3.0.1 Security',
    severity: 'error',
    meaning: 'The assessment does not keep the constraints of its class.',
    remedy:
      'Begin at the vulnerability, use the type of relationship of the class, and give a reason why something is not affected.',
  },
  'quality-timestamp': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'The document does not say when it was made.',
    remedy: 'Give the time of creation.',
  },
  'quality-author': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'The document does not say who made it, nor with which tool.',
    remedy: 'Name the author or the tool.',
  },
  'quality-root': {
    clause: 'CISA framing (2024)',
    severity: 'warning',
    meaning: 'The document does not say what software it is about.',
    remedy: 'Name the primary component.',
  },
  'quality-supplier': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'A component has no supplier.',
    remedy: 'Name who supplies it; say so where it is unknown.',
  },
  'quality-version': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'A component has no version: no advisory can be matched to it.',
    remedy: 'Give the version.',
  },
  'quality-identifier': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'A component has no identifier that others use (purl, CPE, SWID, gitoid).',
    remedy: 'Give the package URL.',
  },
  'quality-dependencies': {
    clause: MINIMUM,
    severity: 'warning',
    meaning: 'The document does not say what depends on what.',
    remedy: 'Give the dependencies at least of the primary component.',
  },
  'quality-duplicate': {
    clause: 'CISA framing (2024)',
    severity: 'warning',
    meaning: 'The same component is listed twice.',
    remedy: 'List it once; several occurrences belong to its evidence.',
  },
  'quality-dangling': {
    clause: 'CISA framing (2024)',
    severity: 'info',
    meaning: 'A component stands alone: nothing depends on it and nothing contains it.',
    remedy: 'State its relation to the primary component.',
  },
  'quality-incomplete': {
    clause: 'CISA framing (2024)',
    severity: 'info',
    meaning: 'The document says that it is not complete, or does not say whether it is.',
    remedy: 'State the completeness (compositions in CycloneDX).',
  },
  'quality-hash': {
    clause: 'CISA framing (2024)',
    severity: 'info',
    meaning: 'A component has no digest.',
    remedy: 'Give the digest of what was shipped.',
  },
  'quality-licence': {
    clause: 'CISA framing (2024)',
    severity: 'info',
    meaning: 'A component has no licence.',
    remedy: 'Give the licence as an SPDX expression.',
  },
};

/** A finding with the clause and severity of its row; `detail` comes first. */
export function sbomIssue(code: SbomIssueCode, path: string, detail: string): Issue<SbomIssueCode> {
  const { clause, severity, meaning, remedy } = SBOM_ISSUES[code];
  return { code, severity, clause, path, message: `${detail}: ${meaning} ${remedy}` };
}

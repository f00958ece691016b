/** Findings on XML text: XML 1.0 (5th edition), Namespaces in XML 1.0, and what is refused here. */
import type { Issue, Severity } from '../issue.ts';
import { LIMITS } from '../limits.ts';

/** Every finding on XML text. */
export type XmlIssueCode =
  | 'xml-syntax'
  | 'xml-namespace'
  | 'xml-doctype'
  | 'xml-entity'
  | 'xml-encoding'
  | 'xml-encoding-name'
  | 'xml-encoding-conflict'
  | 'xml-bom-missing'
  | 'xml-depth'
  | 'xml-attributes'
  | 'xml-name'
  | 'xml-token'
  | 'xml-nodes'
  | 'xml-size';

/** A row of the table below. */
export interface XmlIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const BOUND = 'CYBEX limits';

/** What each finding rests on, means, and how to mend it. */
export const XML_ISSUES: Readonly<Record<XmlIssueCode, XmlIssueMeaning>> = {
  'xml-syntax': {
    clause: 'XML 1.0 §2.1',
    severity: 'error',
    meaning: 'The text is not well-formed XML.',
    remedy: 'Correct the text at the line and column given.',
  },
  'xml-namespace': {
    clause: 'Namespaces in XML 1.0 §4-§6',
    severity: 'error',
    meaning: 'A name uses a prefix that is not bound, or binds one that is reserved.',
    remedy: 'Declare the prefix with xmlns:PREFIX on the element or above it.',
  },
  'xml-doctype': {
    clause: 'CYBEX: no DTD',
    severity: 'error',
    meaning: 'The document has a document type declaration, which is refused.',
    remedy: 'Remove <!DOCTYPE …>; none of the formats read here needs one.',
  },
  'xml-entity': {
    clause: 'XML 1.0 §4.1',
    severity: 'error',
    meaning: 'An entity is referred to that XML does not define; none can be declared here.',
    remedy: 'Write the character itself, or &amp; &lt; &gt; &quot; &apos; or &#number;.',
  },
  'xml-encoding': {
    clause: 'XML 1.0 §4.3.3',
    severity: 'error',
    meaning: 'The bytes are not in the encoding of the document.',
    remedy: 'Save the file in the encoding that its XML declaration names.',
  },
  'xml-encoding-name': {
    clause: 'XML 1.0 §4.3.3',
    severity: 'error',
    meaning: 'The document names an encoding that is not read here.',
    remedy: 'Convert it to UTF-8; UTF-16, Shift_JIS, EUC-JP, ISO-8859-1 are read too.',
  },
  'xml-encoding-conflict': {
    clause: 'XML 1.0 §4.3.3',
    severity: 'error',
    meaning: 'The byte order mark and the XML declaration name two different encodings.',
    remedy: 'Let the declaration name the encoding that the file has.',
  },
  'xml-bom-missing': {
    clause: 'XML 1.0 §4.3.3',
    severity: 'warning',
    meaning: 'A document in UTF-16 must begin with a byte order mark.',
    remedy: 'Save it with a byte order mark, or in UTF-8.',
  },
  'xml-depth': {
    clause: BOUND,
    severity: 'error',
    meaning: 'Elements are nested deeper than the bound.',
    remedy: `Flatten the structure; ${LIMITS.xml.depth} levels are read.`,
  },
  'xml-attributes': {
    clause: BOUND,
    severity: 'error',
    meaning: 'An element has more attributes than the bound.',
    remedy: `${LIMITS.xml.attributesPerElement} attributes are read.`,
  },
  'xml-name': {
    clause: BOUND,
    severity: 'error',
    meaning: 'The name of an element or attribute is longer than the bound.',
    remedy: `Names of ${LIMITS.xml.nameChars} characters are read.`,
  },
  'xml-token': {
    clause: BOUND,
    severity: 'error',
    meaning: 'A start tag, text, comment or processing instruction is longer than the bound.',
    remedy: `Start tags have at most ${LIMITS.xml.tagChars}, others ${LIMITS.xml.textChars} characters.`,
  },
  'xml-nodes': {
    clause: BOUND,
    severity: 'error',
    meaning: 'The document or record has more elements, attributes and texts than the bound.',
    remedy: 'Split it.',
  },
  'xml-size': {
    clause: BOUND,
    severity: 'error',
    meaning: 'The document or record has more bytes than the bound.',
    remedy: 'Split it.',
  },
};

/** An issue with clause and severity of its row; `detail` comes first, the place last. */
export function xmlIssue(
  code: XmlIssueCode,
  path: string,
  detail: string,
  place?: { readonly line: number; readonly column: number },
): Issue<XmlIssueCode> {
  const { clause, severity, meaning, remedy } = XML_ISSUES[code];
  const said = detail === '' ? `${meaning} ${remedy}` : `${detail}: ${meaning} ${remedy}`;
  const where = place === undefined ? '' : ` (line ${place.line}, column ${place.column})`;
  return { code, severity, clause, path, message: `${said}${where}` };
}

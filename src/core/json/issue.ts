/** Findings on JSON text: RFC 8259, and RFC 7493 (I-JSON) where meanings would differ. */
import type { Issue, Severity } from '../issue.ts';
import { LIMITS } from '../limits.ts';

/** Every finding on JSON text. */
export type JsonIssueCode =
  | 'json-syntax'
  | 'json-encoding'
  | 'json-bom'
  | 'json-size'
  | 'json-depth'
  | 'json-keys'
  | 'json-duplicate-key'
  | 'json-lone-surrogate'
  | 'json-integer'
  | 'json-number-range'
  | 'json-proto-key';

/** A row of the table below. */
export interface JsonIssueMeaning {
  readonly clause: string;
  /** Severity unless the caller sets another. */
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

/** What each finding rests on, means, and how to mend it. */
export const JSON_ISSUES: Record<JsonIssueCode, JsonIssueMeaning> = {
  'json-syntax': {
    clause: 'RFC 8259 §2',
    severity: 'error',
    meaning: 'The text is not JSON.',
    remedy: 'Correct the text at the line and column given.',
  },
  'json-encoding': {
    clause: 'RFC 8259 §8.1',
    severity: 'error',
    meaning: 'The bytes are not UTF-8.',
    remedy: 'Send JSON in UTF-8; convert other encodings first.',
  },
  'json-bom': {
    clause: 'RFC 8259 §8.1',
    severity: 'warning',
    meaning: 'The text begins with a byte order mark, which a sender must not add.',
    remedy: 'Write the file as UTF-8 without a byte order mark.',
  },
  'json-size': {
    clause: 'CYBEX limits',
    severity: 'error',
    meaning: 'The text is longer than one record may be.',
    remedy: `Split it; one record may have ${LIMITS.json.recordBytes} bytes.`,
  },
  'json-depth': {
    clause: 'RFC 8259 §9',
    severity: 'error',
    meaning: 'Objects and arrays are nested deeper than the bound.',
    remedy: `Flatten the structure; ${LIMITS.json.depth} levels are read.`,
  },
  'json-keys': {
    clause: 'RFC 8259 §9',
    severity: 'error',
    meaning: 'An object has more members than the bound.',
    remedy: `Use a list or several objects; ${LIMITS.json.keysPerObject} members are read.`,
  },
  'json-duplicate-key': {
    clause: 'RFC 7493 §2.3',
    severity: 'error',
    meaning: 'An object has two members of one name: readers differ in which one counts.',
    remedy: 'Remove one of them.',
  },
  'json-lone-surrogate': {
    clause: 'RFC 7493 §2.1',
    severity: 'error',
    meaning: 'A string holds half of a surrogate pair, which is no character.',
    remedy: 'Write both halves, or the character itself in UTF-8.',
  },
  'json-integer': {
    clause: 'RFC 7493 §2.2',
    severity: 'warning',
    meaning: 'An integer lies outside ±(2^53 - 1): many readers round it.',
    remedy: 'Carry it as a string where the format allows.',
  },
  'json-number-range': {
    clause: 'RFC 7493 §2.2',
    severity: 'error',
    meaning: 'A number is larger than an IEEE 754 double can be.',
    remedy: 'Carry it as a string where the format allows.',
  },
  'json-proto-key': {
    clause: 'RFC 8259 §4',
    severity: 'warning',
    meaning: 'A member is named __proto__: legal, kept, and a known attack on careless readers.',
    remedy: 'Use another name.',
  },
};

/** An issue with the clause and the severity of its table row; `detail` comes first. */
export function jsonIssue(
  code: JsonIssueCode,
  path: string,
  detail: string,
  severities: Partial<Record<JsonIssueCode, Severity>> = {},
): Issue<JsonIssueCode> {
  const { clause, severity, meaning, remedy } = JSON_ISSUES[code];
  const message = detail === '' ? `${meaning} ${remedy}` : `${detail}: ${meaning} ${remedy}`;
  return { code, severity: severities[code] ?? severity, clause, path, message };
}

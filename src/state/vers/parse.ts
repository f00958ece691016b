/** Reads a VERS string from left to right (VERS, "How to parse and validate VERS"). */
import type { Parsed } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { excerpt, type VersIssue, type VersIssueCode, versIssue } from './issues.ts';
import { checkOrder } from './order.ts';
import { type Comparator, type Constraint, encodeVersion, type VersRange } from './range.ts';
import { versionScheme } from './schemes/registry.ts';

/**
 * Gives the range whenever its text can be read, also where a rule on the constraints is broken:
 * whether the range is valid say the issues. The constraints keep the order of the text.
 */
export function parseVers(text: string): Parsed<VersRange, VersIssueCode> {
  const issues = textIssues(text);
  if (issues.length > 0) return { ok: false, issues };
  const colon = text.indexOf(':');
  const scheme = text.slice(0, colon);
  if (colon < 0 || scheme !== 'vers') return refuse('vers-scheme', schemeMessage(scheme));
  const slash = text.indexOf('/', colon);
  const written = text.slice(colon + 1, slash < 0 ? text.length : slash);
  if (slash < 0 || !/^[A-Za-z][A-Za-z0-9.-]*$/.test(written)) {
    return refuse('vers-type', `"${excerpt(written)}" is no type followed by a slash.`);
  }
  const type = written.toLowerCase();
  if (type !== written) issues.push(versIssue('vers-type-case', `Write the type as ${type}.`));
  const constraints = readConstraints(text.slice(slash + 1), type, issues);
  if (constraints === null) return { ok: false, issues };
  const range: VersRange = { type, constraints };
  issues.push(...typeIssues(range));
  if (constraints !== '*') issues.push(...checkOrder(range));
  if (type === 'invalid') return { ok: false, issues };
  return { ok: true, value: range, issues };
}

function refuse(code: VersIssueCode, message: string): Parsed<VersRange, VersIssueCode> {
  return { ok: false, issues: [versIssue(code, message)] };
}

function schemeMessage(scheme: string): string {
  const hint = scheme.toLowerCase() === 'vers' ? ' in lower case' : '';
  return `The text does not begin with "vers:"${hint}.`;
}

function textIssues(text: string): VersIssue[] {
  if (text.length > LIMITS.vers.rangeChars) {
    return [versIssue('vers-too-large', `The range has ${text.length} characters.`)];
  }
  if (/[\t\n\v\f\r ]/.test(text)) {
    return [versIssue('vers-whitespace', 'White space is not permitted in a range.')];
  }
  return /[^\u0021-\u007e]/.test(text)
    ? [versIssue('vers-not-text', 'A range consists of printable ASCII characters.')]
    : [];
}

/** VERS §5.3.2 and §5.3.2.1, and the generic types all and none. */
function typeIssues({ type, constraints }: VersRange): VersIssue[] {
  if (type === 'invalid') {
    return [versIssue('vers-type-invalid', 'The type "invalid" is never valid.')];
  }
  if (type === 'all' || type === 'none') {
    return constraints === '*'
      ? []
      : [versIssue('vers-asterisk', `The type ${type} has only the form vers:${type}/*.`)];
  }
  if (versionScheme(type) !== null) return [];
  return [versIssue('vers-type-unknown', `The type ${excerpt(type)} is not known.`, 'warning')];
}

/** Null when the text cannot be read; the reason is then among the issues. */
function readConstraints(
  text: string,
  type: string,
  issues: VersIssue[],
): '*' | Constraint[] | null {
  if (text === '*') return '*';
  if (text === '') {
    issues.push(versIssue('vers-constraints-missing', 'There is no constraint.'));
    return null;
  }
  if (text.startsWith('|') || text.endsWith('|') || text.includes('||')) {
    issues.push(versIssue('vers-pipe', 'One pipe stands between two constraints, none elsewhere.'));
    return null;
  }
  const segments = text.split('|');
  if (segments.length > LIMITS.vers.constraints) {
    issues.push(versIssue('vers-too-large', `The range has ${segments.length} constraints.`));
    return null;
  }
  const read = segments.map((segment) => readConstraint(segment, type, issues));
  return read.every((constraint) => constraint !== null) ? read : null;
}

function readConstraint(segment: string, type: string, issues: VersIssue[]): Constraint | null {
  const written = /^(?:>=|<=|!=|<|>|=)?/.exec(segment)?.[0] ?? '';
  const comparator = (written || '=') as Comparator;
  const rest = segment.slice(written.length);
  if (written === '=')
    issues.push(versIssue('vers-equals', `"${excerpt(segment)}" begins with =.`));
  if (rest === '') {
    issues.push(versIssue('vers-version-missing', `"${excerpt(segment)}" has no version.`));
    return null;
  }
  if (rest === '*') {
    issues.push(versIssue('vers-asterisk', 'The asterisk stands beside other constraints.'));
    return null;
  }
  const version = decodeVersion(rest);
  if (version === null) {
    issues.push(versIssue('vers-encoding', `"${excerpt(rest)}" is not percent-encoded properly.`));
    return null;
  }
  issues.push(...encodingIssues(rest, version, type));
  return { comparator, version };
}

/** Percent-decoded exactly once; null for a bad sequence and for what is no printable text. */
function decodeVersion(text: string): string | null {
  if (!text.includes('%')) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return null;
  try {
    const version = decodeURIComponent(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are refused here
    return /[\u0000-\u001f\u007f]/.test(version) ? null : version;
  } catch {
    return null;
  }
}

function encodingIssues(written: string, version: string, type: string): VersIssue[] {
  if (/[<>=!*]/.test(written)) {
    return [
      versIssue('vers-encoding-needed', `"${excerpt(written)}" has an unencoded comparator.`),
    ];
  }
  if (type === 'datetime' && /[tz]/.test(version)) {
    return [versIssue('version-form', 'The T and Z of a datetime are in upper case.')];
  }
  if (encodeVersion(version) === written) return [];
  const message = `"${excerpt(written)}" is written ${excerpt(encodeVersion(version))}.`;
  // The colons of a time must stand as they are; elsewhere the two texts mean the same.
  return [versIssue('vers-encoding-canonical', message, type === 'datetime' ? 'error' : 'warning')];
}

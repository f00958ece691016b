/** Reads a package URL from right to left (purl-spec, "How to parse a PURL"). */
import type { Parsed } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { decode } from './encode.ts';
import { formatPurl } from './format.ts';
import { excerpt, type PurlIssue, type PurlIssueCode, purlIssue } from './issues.ts';
import type { Purl, RawPurl } from './model.ts';
import { applyRules } from './rules.ts';

export type ParsedPurl = Parsed<Purl, PurlIssueCode>;

const TYPE = /^[A-Za-z][A-Za-z0-9.-]*$/;

/**
 * Gives the components in canonical form whenever the text has a type and a name, also where a rule
 * of the type is broken: whether the package URL is valid say the issues.
 */
export function parsePurl(text: string): ParsedPurl {
  const issues: PurlIssue[] = [];
  const raw = split(text, issues);
  if (raw === null) return { ok: false, issues };
  const ruled = applyRules(raw);
  issues.push(...ruled.issues);
  return { ok: true, value: ruled.purl, issues };
}

/** Like `parsePurl`, with a finding where the text is not the canonical one. */
export function validatePurl(text: string, type?: string): ParsedPurl {
  const parsed = parsePurl(text);
  if (!parsed.ok) return parsed;
  const issues = [...parsed.issues];
  if (type !== undefined && type.toLowerCase() !== parsed.value.type) {
    const message = `The type is ${excerpt(parsed.value.type)}, not ${excerpt(type)}.`;
    issues.push(purlIssue('purl-type-other', message, '/type'));
  }
  const canonical = formatPurl(parsed.value);
  if (canonical !== text) {
    const message = `The canonical form is ${canonical}`;
    issues.push(purlIssue('purl-not-canonical', message, '', 'info'));
  }
  return { ok: true, value: parsed.value, issues };
}

/** Null when there is no type or no name, or something is not decodable. */
function split(text: string, issues: PurlIssue[]): RawPurl | null {
  if (text.length > LIMITS.purl.chars) {
    issues.push(purlIssue('purl-too-large', `The package URL has ${text.length} characters.`));
    return null;
  }
  const [beforeHash, hash] = splitRight(text, '#');
  const [beforeQuery, query] = splitRight(beforeHash, '?');
  const colon = beforeQuery.indexOf(':');
  if (colon < 0 || beforeQuery.slice(0, colon).toLowerCase() !== 'pkg') {
    issues.push(purlIssue('purl-scheme', `"${excerpt(text)}" does not begin with "pkg:".`));
    return null;
  }
  const rest = beforeQuery.slice(colon + 1).replace(/^\/+/, '');
  const slash = rest.indexOf('/');
  const type = slash < 0 ? rest : rest.slice(0, slash);
  if (!TYPE.test(type)) {
    issues.push(purlIssue('purl-type', `"${excerpt(type)}" is no type.`, '/type'));
    return null;
  }
  const [path, version] = splitVersion(slash < 0 ? '' : rest.slice(slash + 1));
  const named = readPath(path, version !== null, issues);
  const qualifiers = readQualifiers(query ?? '', issues);
  const subpath = readSubpath(hash ?? '', issues);
  const decoded = version === null ? '' : readText(version, '/version', issues);
  if (named === null || decoded === null || subpath === null) return null;
  return { type: type.toLowerCase(), ...named, version: decoded, qualifiers, subpath };
}

function splitRight(text: string, separator: string): [string, string | null] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** The last @ begins the version, save one that begins a segment before the last: an npm scope. */
function splitVersion(path: string): [string, string | null] {
  const at = path.lastIndexOf('@');
  if (at < 0) return [path, null];
  const scope = (at === 0 || path[at - 1] === '/') && path.indexOf('/', at) >= 0;
  return scope ? [path, null] : [path.slice(0, at), path.slice(at + 1)];
}

/** Namespace and name. A slash before the version leaves the name empty. */
function readPath(
  path: string,
  versioned: boolean,
  issues: PurlIssue[],
): Pick<RawPurl, 'namespace' | 'name'> | null {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.pop();
  if (last === undefined || (versioned && path.endsWith('/'))) {
    issues.push(purlIssue('purl-name-missing', 'There is no name.', '/name'));
    return null;
  }
  const name = readText(last, '/name', issues);
  const namespace = readSegments(segments, '/namespace', issues);
  return name === null || namespace === null ? null : { namespace, name };
}

function readText(text: string, path: string, issues: PurlIssue[]): string | null {
  const decoded = decode(text);
  if (decoded === null) {
    const message = `"${excerpt(text)}" is not percent-encoded properly.`;
    issues.push(purlIssue('purl-encoding', message, path));
  }
  return decoded;
}

function readSegments(
  segments: readonly string[],
  path: string,
  issues: PurlIssue[],
): string[] | null {
  const read: string[] = [];
  for (const segment of segments) {
    const decoded = readText(segment, path, issues);
    if (decoded === null) return null;
    if (decoded.includes('/')) {
      const message = `The segment "${excerpt(segment)}" contains a slash.`;
      issues.push(purlIssue('purl-segment', message, path));
    }
    read.push(...decoded.split('/').filter((part) => part !== ''));
  }
  return read;
}

function readSubpath(text: string, issues: PurlIssue[]): string[] | null {
  const segments = readSegments(
    text.split('/').filter((segment) => segment !== ''),
    '/subpath',
    issues,
  );
  return segments === null ? null : withoutDots(segments, issues);
}

/** Segments of dots would lead out of the package. */
export function withoutDots(segments: readonly string[], issues: PurlIssue[]): string[] {
  const kept = segments.filter((segment) => segment !== '.' && segment !== '..');
  if (kept.length < segments.length) {
    const message = 'Segments of one or two dots are dropped.';
    issues.push(purlIssue('purl-subpath-dots', message, '/subpath', 'warning'));
  }
  return kept;
}

function readQualifiers(text: string, issues: PurlIssue[]): Map<string, string> {
  const qualifiers = new Map<string, string>();
  if (text === '') return qualifiers;
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? pair : pair.slice(0, equals);
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (value === null) {
      const message = `The value of "${excerpt(key)}" is not percent-encoded properly.`;
      issues.push(purlIssue('purl-encoding', message, '/qualifiers'));
    } else {
      addQualifier(qualifiers, key, value, issues);
    }
  }
  return qualifiers;
}

/** ECMA-427 §5.6.6. Reports what is wrong; keeps what can be kept. */
export function addQualifier(
  qualifiers: Map<string, string>,
  key: string,
  value: string,
  issues: PurlIssue[],
): void {
  const lower = key.toLowerCase();
  if (!/^[a-z][a-z0-9._-]*$/.test(lower)) {
    const message = `"${excerpt(key)}" is no key.`;
    issues.push(purlIssue('purl-qualifier-key', message, '/qualifiers'));
    return;
  }
  const path = `/qualifiers/${lower}`;
  if (lower !== key) {
    issues.push(purlIssue('purl-qualifier-key', `Write the key as ${lower}.`, path));
  }
  if (value === '') {
    const message = `The qualifier ${lower} has no value.`;
    issues.push(purlIssue('purl-qualifier-empty', message, path, 'info'));
  } else if (qualifiers.has(lower)) {
    const message = `The key ${lower} occurs twice.`;
    issues.push(purlIssue('purl-qualifier-duplicate', message, path));
  } else {
    qualifiers.set(lower, value);
  }
}

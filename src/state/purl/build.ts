/** Makes a package URL of its components (purl-spec, "How to build a PURL"). */
import { LIMITS } from '../../core/limits.ts';
import { excerpt, type PurlIssue, purlIssue } from './issues.ts';
import type { PurlComponents } from './model.ts';
import { addQualifier, type ParsedPurl, withoutDots } from './parse.ts';
import { applyRules } from './rules.ts';

/**
 * Takes components that are not percent-encoded and brings them into canonical form. There is no
 * value without a type and a name; rules of the type that are broken are issues beside the value.
 */
export function buildPurl(components: PurlComponents): ParsedPurl {
  const issues: PurlIssue[] = [];
  const type = components.type ?? '';
  const name = trimSlashes(components.name ?? '');
  if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(type)) {
    issues.push(purlIssue('purl-type', `"${excerpt(type)}" is no type.`, '/type'));
  }
  if (name === '') issues.push(purlIssue('purl-name-missing', 'There is no name.', '/name'));
  const version = components.version ?? '';
  const size = name.length + version.length + (components.namespace?.length ?? 0);
  if (size > LIMITS.purl.chars) {
    issues.push(purlIssue('purl-too-large', `The components have ${size} characters.`));
  }
  if (issues.length > 0) return { ok: false, issues };
  const ruled = applyRules({
    type: type.toLowerCase(),
    namespace: segmentsOf(components.namespace),
    name,
    version,
    qualifiers: qualifiersOf(components.qualifiers, issues),
    subpath: withoutDots(segmentsOf(components.subpath), issues),
  });
  return { ok: true, value: ruled.purl, issues: [...issues, ...ruled.issues] };
}

function trimSlashes(text: string): string {
  return text.replace(/^\/+/, '').replace(/(?<!\/)\/+$/, '');
}

function segmentsOf(path: string | null | undefined): string[] {
  return (path ?? '').split('/').filter((segment) => segment !== '');
}

function qualifiersOf(
  given: PurlComponents['qualifiers'],
  issues: PurlIssue[],
): Map<string, string> {
  const qualifiers = new Map<string, string>();
  for (const [key, value] of Object.entries(given ?? {})) {
    if (value === null || value === undefined) continue;
    addQualifier(qualifiers, key, Array.isArray(value) ? value.join(',') : String(value), issues);
  }
  return qualifiers;
}

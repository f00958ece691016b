/** How much an SBOM is worth: the minimum elements, and what makes matching miss. */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { type QualityCode, type SbomIssueCode, sbomIssue } from './issues.ts';
import type { Component, Sbom } from './model.ts';

/** Findings on the document and on each component, at most `LIMITS.shape.issues`. */
export function qualityOf(sbom: Sbom): readonly Issue<SbomIssueCode>[] {
  const found: Issue<SbomIssueCode>[] = [];
  const find = (code: QualityCode, path: string, detail: string) => {
    if (found.length < LIMITS.shape.issues) found.push(sbomIssue(code, path, detail));
  };
  if (sbom.created === null) find('quality-timestamp', '', 'No time');
  if (sbom.authors.length + sbom.tools.length === 0) find('quality-author', '', 'No author');
  if (sbom.root === null) find('quality-root', '', 'No primary component');
  const several = sbom.components.length > 1;
  if (several && !sbom.relations.some(({ kind }) => kind === 'depends-on' || kind === 'contains')) {
    find('quality-dependencies', '', 'No dependencies');
  }
  if (sbom.completeness !== 'complete') find('quality-incomplete', '', sbom.completeness);
  const related = relatedRefs(sbom);
  const seen = new Map<string, string>();
  for (const component of sbom.components) {
    if (component.type === 'file') continue;
    minimumElements(component, find);
    const key = sameness(component);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, component.path);
    else find('quality-duplicate', component.path, `${component.name} stands at ${first} too`);
    if (several && !related.has(component.ref) && component.ref !== sbom.root) {
      find('quality-dangling', component.path, component.name);
    }
  }
  return found;
}

function minimumElements(
  {
    name,
    version,
    supplier,
    author,
    purl,
    cpes,
    swid,
    identifiers,
    hashes,
    licenses,
    path,
  }: Component,
  find: (code: QualityCode, path: string, detail: string) => void,
): void {
  if (version === undefined) find('quality-version', path, name);
  if (supplier === undefined && author === undefined) find('quality-supplier', path, name);
  const identified = purl ?? swid ?? cpes[0] ?? identifiers[0];
  if (identified === undefined) find('quality-identifier', path, name);
  if (hashes.length === 0) find('quality-hash', path, name);
  if (licenses.length === 0) find('quality-licence', path, name);
}

/** Elements that something depends on, contains or describes. */
function relatedRefs(sbom: Sbom): ReadonlySet<string> {
  const related = new Set<string>();
  for (const { to, kind } of sbom.relations) {
    if (kind === 'depends-on' || kind === 'contains' || kind === 'describes') related.add(to);
  }
  return related;
}

/** The same package by its URL, or the same name and version where it has none. */
function sameness({ purl, type, group, name, version }: Component): string {
  return purl ?? JSON.stringify([type, group ?? null, name, version ?? null]);
}

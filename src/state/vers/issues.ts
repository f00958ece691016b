/** Findings on versions and ranges. */
import type { Issue, Severity } from '../../core/issue.ts';
import { VERS_ISSUES } from './issues.table.ts';

export type VersIssueCode = keyof typeof VERS_ISSUES;
export type VersIssue = Issue<VersIssueCode>;

export function versIssue(
  code: VersIssueCode,
  message: string,
  severity: Severity = 'error',
  path = '',
): VersIssue {
  return { code, severity, clause: VERS_ISSUES[code].clause, path, message };
}

const EXCERPT = 60;

/** The beginning of a text that may be long, for a message. */
export function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`;
}

/** Why a version could not be read. */
export function versionIssue(scheme: string, version: string, longest: number): VersIssue {
  return version.length > longest
    ? versIssue('version-too-long', `A version has ${version.length} characters.`)
    : versIssue('version-invalid', `"${excerpt(version)}" is no version of the scheme ${scheme}.`);
}

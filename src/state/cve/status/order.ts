/** Which of two versions comes first: a port, filled with the orders of the ecosystems. */
import { versionScheme } from '../../vers/index.ts';

/** -1, 0 or 1 as `a` is before, equal to or after `b`; null where the scheme cannot say. */
export type VersionOrder = (scheme: string, a: string, b: string) => -1 | 0 | 1 | null;

/** The scheme of a versionType of a record; null for custom, git and what is not known. */
export function schemeOf(versionType: string | undefined): string | null {
  const name = versionType?.trim().toLowerCase() ?? '';
  return versionScheme(SAID.get(name) ?? name)?.name ?? null;
}

/** What CNAs write beside the names of the schemes. */
const SAID: ReadonlyMap<string, string> = new Map([
  ['semver 2.0.0', 'semver'],
  ['semver2', 'semver'],
  ['semantic', 'semver'],
]);

/** versionType `git`: versions are commits, whose order only the repository knows. */
export function isGit(versionType: string | undefined): boolean {
  return versionType?.toLowerCase() === 'git';
}

/** Seven or more digits of a commit's hash, which no release number is. */
export function isCommit(version: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(version) && /[a-f]/i.test(version) && !/^[0-9]+$/.test(version);
}

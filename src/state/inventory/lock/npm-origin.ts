/** Where a package of npm comes from, as its package URL tells it. */
import type { PurlComponents } from '../../purl/index.ts';

/** Name and scope of `@scope/name`. */
export function splitScope(name: string): { readonly group: string; readonly name: string } {
  const slash = name.startsWith('@') ? name.indexOf('/') : -1;
  return slash < 0
    ? { group: '', name }
    : { group: name.slice(0, slash), name: name.slice(slash + 1) };
}

/**
 * The package URL of a package of npm. A repository or a tarball outside of any registry is told by
 * a qualifier; a mirror of the registry (its path has `/-/`) serves the same packages.
 */
export function npmPurl(
  fullName: string,
  version: string | undefined,
  resolved: string | undefined,
): PurlComponents {
  const { group, name } = splitScope(fullName);
  return { type: 'npm', namespace: group, name, version, qualifiers: originOf(resolved) };
}

function originOf(resolved: string | undefined): Readonly<Record<string, string>> {
  if (resolved === undefined) return {};
  if (/^(?:git|git\+[a-z]+|github|gitlab|bitbucket):/.test(resolved)) return { vcs_url: resolved };
  const elsewhere = /^https?:/.test(resolved) && !resolved.includes('/-/');
  return elsewhere ? { download_url: resolved } : {};
}

/** A version that is one, and not the place of a package. */
export function plainVersion(version: string | undefined): string | undefined {
  return version !== undefined && /^[^:/]+$/.test(version) ? version : undefined;
}

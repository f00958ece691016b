/** When two names mean one package: the rule of each registry. */

export type NameRule =
  | 'exact'
  /** Case says nothing. */
  | 'lower'
  /** PEP 503: case says nothing, and runs of - _ . are one hyphen. */
  | 'pep503'
  /** crates.io: case says nothing, and - and _ are the same. */
  | 'crate'
  /** A repository: host and path without scheme, case and .git. */
  | 'repository';

/** The same text for all names of one package under the rule. Linear in the length. */
export function nameKey(rule: NameRule, name: string): string {
  switch (rule) {
    case 'exact':
      return name;
    case 'lower':
      return name.toLowerCase();
    case 'pep503':
      return name.toLowerCase().replace(/[-_.]+/g, '-');
    case 'crate':
      return name.toLowerCase().replaceAll('_', '-');
    case 'repository':
      return name
        .toLowerCase()
        .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
        .replace(/\/$/, '')
        .replace(/\.git$/, '');
  }
}

/**
 * Paths under which a Go module may be recorded. From major version 2 on the path ends in /vN, which
 * inventories often leave out; +incompatible versions have no such suffix (Go Modules Reference,
 * "Major version suffixes"). The path as given comes first.
 */
export function goModulePaths(path: string, version: string | null): readonly string[] {
  if (version === null || /^gopkg\.in\//.test(path) || /\/v\d+$/.test(path)) return [path];
  const major = /^v?(\d{1,9})\./.exec(version)?.[1];
  if (major === undefined || Number(major) < 2 || version.endsWith('+incompatible')) return [path];
  return [path, `${path}/v${major}`];
}

/** One table: type of package URL, ecosystem of OSV, rule of names, version scheme. */
import { buildPurl } from './build.ts';
import type { Purl } from './model.ts';
import { type NameRule, nameKey } from './names.ts';

export interface Ecosystem {
  /** Name in OSV records, without what follows a colon. */
  readonly osv: string;
  readonly type: string;
  /** Namespaces of the type that belong to it; absent where the namespace is part of the name. */
  readonly namespaces?: readonly string[];
  readonly names: NameRule;
  /** Scheme of cybex/vers; null where versions have no order. */
  readonly scheme: string | null;
  /** How namespace and name are joined in OSV; absent where only the name counts. */
  readonly join?: '/' | ':';
  /** Statements count for one release only, e.g. `Debian:12`. */
  readonly releases?: true;
}

const distribution = (
  osv: string,
  type: 'deb' | 'rpm' | 'apk',
  ...namespaces: readonly string[]
): Ecosystem => ({ osv, type, namespaces, names: 'exact', scheme: type, releases: true });

export const ECOSYSTEMS: readonly Ecosystem[] = [
  { osv: 'npm', type: 'npm', names: 'exact', scheme: 'npm', join: '/' },
  { osv: 'PyPI', type: 'pypi', names: 'pep503', scheme: 'pypi' },
  { osv: 'Go', type: 'golang', names: 'exact', scheme: 'golang', join: '/' },
  { osv: 'Maven', type: 'maven', names: 'exact', scheme: 'maven', join: ':' },
  { osv: 'NuGet', type: 'nuget', names: 'lower', scheme: 'nuget' },
  { osv: 'RubyGems', type: 'gem', names: 'exact', scheme: 'gem' },
  { osv: 'crates.io', type: 'cargo', names: 'crate', scheme: 'cargo' },
  { osv: 'Packagist', type: 'composer', names: 'lower', scheme: 'composer', join: '/' },
  { osv: 'Hex', type: 'hex', names: 'lower', scheme: 'hex', join: '/' },
  { osv: 'Pub', type: 'pub', names: 'lower', scheme: 'pub' },
  { osv: 'ConanCenter', type: 'conan', names: 'exact', scheme: 'conan' },
  { osv: 'CRAN', type: 'cran', names: 'exact', scheme: 'cran' },
  { osv: 'Hackage', type: 'hackage', names: 'exact', scheme: 'hackage' },
  { osv: 'SwiftURL', type: 'swift', names: 'repository', scheme: 'swift', join: '/' },
  { osv: 'GitHub Actions', type: 'github', names: 'lower', scheme: 'githubactions', join: '/' },
  { osv: 'Bitnami', type: 'bitnami', names: 'lower', scheme: 'bitnami' },
  { osv: 'Julia', type: 'julia', names: 'exact', scheme: 'julia' },
  { osv: 'opam', type: 'opam', names: 'exact', scheme: 'opam' },
  { osv: 'VSCode', type: 'vscode-extension', names: 'lower', scheme: 'semver', join: '/' },
  distribution('Debian', 'deb', 'debian'),
  distribution('Ubuntu', 'deb', 'ubuntu'),
  distribution('Echo', 'deb', 'echo'),
  distribution('Alpine', 'apk', 'alpine'),
  distribution('Alpaquita', 'apk', 'alpaquita'),
  distribution('BellSoft Hardened Containers', 'apk', 'bellsoft-hardened-containers'),
  distribution('MinimOS', 'apk', 'minimos'),
  distribution('Wolfi', 'apk', 'wolfi'),
  distribution('Chainguard', 'apk', 'chainguard'),
  distribution('Red Hat', 'rpm', 'redhat', 'rhel'),
  distribution('Rocky Linux', 'rpm', 'rocky', 'rocky-linux', 'rockylinux'),
  distribution('AlmaLinux', 'rpm', 'almalinux', 'alma'),
  distribution('SUSE', 'rpm', 'suse', 'sles'),
  distribution('openSUSE', 'rpm', 'opensuse'),
  distribution('openEuler', 'rpm', 'openeuler'),
  distribution('Mageia', 'rpm', 'mageia'),
  distribution('Photon OS', 'rpm', 'photon'),
  distribution('Azure Linux', 'rpm', 'azure-linux', 'azurelinux', 'mariner'),
];

/** Row of an OSV ecosystem, e.g. `Debian:12`; null when it is not in the table. */
export function ecosystemOf(osv: string): Ecosystem | null {
  const colon = osv.indexOf(':');
  const name = colon < 0 ? osv : osv.slice(0, colon);
  return ECOSYSTEMS.find((row) => row.osv === name) ?? null;
}

export interface EcosystemPackage {
  readonly ecosystem: Ecosystem;
  /** As OSV writes it, e.g. `org.apache.commons:commons-text`. */
  readonly name: string;
  /** Equal for all names of one package. */
  readonly key: string;
}

/** What OSV calls the package; null for types and namespaces without an ecosystem there. */
export function packageOfPurl(purl: Purl): EcosystemPackage | null {
  const ecosystem = ECOSYSTEMS.find(
    ({ type, namespaces }) =>
      type === purl.type &&
      (namespaces === undefined || namespaces.includes((purl.namespace ?? '').toLowerCase())),
  );
  if (ecosystem === undefined) return null;
  const { join, names } = ecosystem;
  const name =
    join === undefined || purl.namespace === null
      ? purl.name
      : `${purl.namespace}${join}${purl.name}`;
  return { ecosystem, name, key: nameKey(names, name) };
}

/** Package URL of a package of OSV, with the version if one is given; null without a row. */
export function purlOfPackage(osv: string, name: string, version?: string): Purl | null {
  const ecosystem = ecosystemOf(osv);
  if (ecosystem === null) return null;
  const { type, join, namespaces, names } = ecosystem;
  const path = names === 'repository' ? nameKey(names, name) : name;
  const at = join === undefined ? -1 : path.lastIndexOf(join);
  const built = buildPurl({
    type,
    namespace: namespaces?.[0] ?? (at < 0 ? null : path.slice(0, at)),
    name: at < 0 ? path : path.slice(at + 1),
    version,
  });
  return built.ok ? built.value : null;
}

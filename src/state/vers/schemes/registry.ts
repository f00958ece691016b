/** Every scheme by name, and the other names that formats and tools give it. */
import type { VersionScheme } from '../scheme.ts';
import { ALPM } from './alpm.ts';
import { APK } from './apk.ts';
import { COMPOSER } from './composer.ts';
import { CONAN } from './conan.ts';
import { CONDA } from './conda.ts';
import { DEB, OPAM } from './deb.ts';
import { DOTTED_SCHEMES } from './dotted.ts';
import { COCOAPODS, GEM } from './gem.ts';
import { GENTOO } from './gentoo.ts';
import { GOLANG } from './golang.ts';
import { JVM } from './jvm.ts';
import { LUAROCKS } from './luarocks.ts';
import { MAVEN } from './maven.ts';
import { NUGET } from './nuget.ts';
import { OPENSSL } from './openssl.ts';
import { PYPI } from './pypi.ts';
import { RPM } from './rpm.ts';
import { SEMVER_SCHEMES } from './semver.ts';
import { TEXT_SCHEMES } from './texts.ts';

export const SCHEMES: readonly VersionScheme[] = [
  ...SEMVER_SCHEMES,
  GOLANG,
  PYPI,
  MAVEN,
  GEM,
  COCOAPODS,
  NUGET,
  COMPOSER,
  CONAN,
  CONDA,
  LUAROCKS,
  DEB,
  OPAM,
  RPM,
  APK,
  ALPM,
  GENTOO,
  OPENSSL,
  JVM,
  ...DOTTED_SCHEMES,
  ...TEXT_SCHEMES,
];

const BY_NAME: ReadonlyMap<string, VersionScheme> = new Map(
  SCHEMES.map((scheme) => [scheme.name, scheme]),
);

/** Names of earlier drafts of VERS, of CVE's versionType and of package tools. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['alpine', 'apk'],
  ['arch', 'alpm'],
  ['archlinux', 'alpm'],
  ['pacman', 'alpm'],
  ['crates.io', 'cargo'],
  ['crates', 'cargo'],
  ['dart', 'pub'],
  ['debian', 'deb'],
  ['dpkg', 'deb'],
  ['ebuild', 'gentoo'],
  ['portage', 'gentoo'],
  ['go', 'golang'],
  ['java', 'jvm'],
  ['openjdk', 'jvm'],
  ['packagist', 'composer'],
  ['pep440', 'pypi'],
  ['python', 'pypi'],
  ['r', 'cran'],
  ['ruby', 'gem'],
  ['rubygems', 'gem'],
  ['swifturl', 'swift'],
]);

/** Scheme of that name or alias, whatever its case; null when it has no order that we know. */
export function versionScheme(name: string): VersionScheme | null {
  const wanted = name.toLowerCase();
  return BY_NAME.get(wanted) ?? BY_NAME.get(ALIASES.get(wanted) ?? '') ?? null;
}

/** VERS types that the VERS project lists (vers-spec, docs/types/vers-types.md). */

const PACKAGES =
  'alpm apk cargo composer cpan dart deb gem golang hackage maven npm nuget pypi rpm';
const GENERAL = 'all datetime generic intdot lexicographic none semver';
/** Types that the text names elsewhere, and for which the project has tests. */
const TESTED = 'conan gentoo nginx openssl';

const REGISTERED: ReadonlySet<string> = new Set(
  [PACKAGES, GENERAL, TESTED].flatMap((list) => list.split(' ')),
);

export function isRegisteredVers(type: string): boolean {
  return REGISTERED.has(type);
}

/** Where this reader and the corpora do not agree, and why. */

export interface VersDivergence {
  /** Case of a corpus (its text or id), or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

const native = (
  file: string,
  text: string,
  reference: string,
  ours: string,
  clause: string,
  why: string,
): VersDivergence => ({ case: `${file}_range_from_native: ${text}`, reference, ours, clause, why });

const UNIQUE = 'VERS §5.4: each version occurs once';
const ALTERNATE = 'VERS §5.4: lower and upper bounds alternate';
const TWICE = 'The expected range names a version twice and so is invalid; ours means the same.';
const SIMPLER =
  'The expected range repeats bounds of one direction and so is invalid; ours means the same as the native range.';
const PARTIAL =
  'A partial version means all versions that begin like it, so the expected range has too few or too many.';

const NPM_RANGES: readonly VersDivergence[] = [
  native(
    'npm',
    '<= 1.0',
    'vers:npm/<=1.0.0',
    'vers:npm/<1.1.0',
    'node-semver, "X-Ranges" and "Ranges"',
    PARTIAL,
  ),
  native(
    'npm',
    '<=2.1 >=1.1',
    'vers:npm/>=1.1.0|<=2.1.0',
    'vers:npm/>=1.1.0|<2.2.0',
    'node-semver, "X-Ranges" and "Ranges"',
    PARTIAL,
  ),
  native(
    'npm',
    '2.1 || 2.6',
    'vers:npm/2.1.0|2.6.0',
    'vers:npm/>=2.1.0|<2.2.0|>=2.6.0|<2.7.0',
    'node-semver, "X-Ranges"',
    PARTIAL,
  ),
  native(
    'npm',
    '>= 2.2.x',
    'vers:npm/>=2.2.0|<2.3.0',
    'vers:npm/>=2.2.0',
    'node-semver, "Ranges": >= is at least',
    PARTIAL,
  ),
  native(
    'npm',
    '>= 1.x',
    'vers:npm/>=1.0.0|<2.0.0',
    'vers:npm/>=1.0.0',
    'node-semver, "Ranges": >= is at least',
    PARTIAL,
  ),
  native(
    'npm',
    '2.0.x || 2.1.x',
    'vers:npm/>=2.0.0|<2.1.0|>=2.1.0|<2.2.0',
    'vers:npm/>=2.0.0|<2.2.0',
    UNIQUE,
    TWICE,
  ),
  native(
    'npm',
    '>= 0.2.0 <= 0.9.6 || ~0.8.0-pre',
    'vers:npm/>=0.2.0|>=0.8.0-pre|<0.8.0|>=0.8.0|<0.8.1|<=0.9.6',
    'vers:npm/>=0.2.0|<=0.9.6',
    ALTERNATE,
    SIMPLER,
  ),
  native(
    'npm',
    '^2.0.18 || ^3.0.16 || ^3.1.6 || ^4.0.8 || ^5.0.0-beta.5',
    'vers:npm/>=2.0.18|<3.0.0|>=3.0.16|>=3.1.6|<4.0.0|<4.0.0|>=4.0.8|>=5.0.0-beta.5|<5.0.0|<6.0.0',
    'vers:npm/>=2.0.18|<3.0.0|>=3.0.16|<4.0.0|>=4.0.8|<6.0.0',
    ALTERNATE,
    SIMPLER,
  ),
  native(
    'npm',
    '<2.0.18 || <3.0.16 || <3.1.6 || <4.0.8 || <5.0.0-beta.5',
    'vers:npm/<2.0.18|<3.0.16|<3.1.6|<4.0.8|<5.0.0-beta.5',
    'vers:npm/<5.0.0-beta.5',
    ALTERNATE,
    SIMPLER,
  ),
  native(
    'npm',
    '>=5.0.3 >=4.2.1',
    'vers:npm/>=4.2.1|>=5.0.3',
    'vers:npm/>=5.0.3',
    ALTERNATE,
    SIMPLER,
  ),
  native(
    'npm',
    '<2.0.1 || <1.1.7',
    'vers:npm/<1.1.7|<2.0.1',
    'vers:npm/<2.0.1',
    ALTERNATE,
    SIMPLER,
  ),
  native(
    'npm',
    '>= 5.2.1 <= 6.0.0 || >=6.0.0 <= 6.0.2',
    'vers:npm/>=5.2.1|<=6.0.0|>=6.0.0|<=6.0.2',
    'vers:npm/>=5.2.1|<=6.0.2',
    UNIQUE,
    TWICE,
  ),
  native(
    'npm',
    '1.1.2 1.2.2',
    'vers:npm/1.1.2|1.2.2',
    'vers:none/*',
    'node-semver, "Ranges": comparators joined by white space all hold',
    'No version is both 1.1.2 and 1.2.2.',
  ),
];

const OTHER_RANGES: readonly VersDivergence[] = [
  native(
    'conan',
    '',
    'vers:conan/',
    'vers:conan/*',
    'VERS §5.3.3: one or more constraints',
    'The expected range has no constraint and so is invalid; an empty native range admits all.',
  ),
  native(
    'conan',
    '<0.33.1||>0.33.1 <0.34.1',
    'vers:conan/<0.33.1|>0.33.1|<0.34.1',
    'vers:conan/!=0.33.1|<0.34.1',
    UNIQUE,
    TWICE,
  ),
  native(
    'nginx',
    '1.5.0+, 1.4.1+',
    'vers:nginx/>=1.4.1|<1.5.0|>=1.5.0',
    'vers:nginx/>=1.4.1',
    UNIQUE,
    TWICE,
  ),
];

const maven = (a: string, b: string): VersDivergence => ({
  case: `maven_version_cmp: {"input_scheme":"maven","versions":["${a}","${b}"]}`,
  reference: a === '2-1' ? `${a} before ${b}` : `${b} before ${a}`,
  ours: a === '2-1' ? `${b} before ${a}` : `${a} equals ${b}`,
  clause: 'Maven POM Reference, "Version Order Specification"',
  why: 'The order is ".qualifier" = "-qualifier" < "-number" < ".number", and zeros before a qualifier are dropped; the cases are of Maven before 3.9.',
});

const rows = (
  ids: readonly string[],
  reference: string,
  ours: string,
  clause: string,
  why: string,
): VersDivergence[] => ids.map((id) => ({ case: id, reference, ours, clause, why }));

const PACKAGES: readonly VersDivergence[] = [
  ...rows(
    [11, 12, 13, 14].map((number) => `maven:TestMavenVersion_Compare:${number}`),
    'jre11 and jdk17 at the end of a version are ignored',
    'they are qualifiers, which come after the release',
    'Maven POM Reference, "Version Order Specification"',
    'Only ga, final and release equal no qualifier; the order of Maven itself is wanted.',
  ),
  ...rows(
    ['pacman:TestPacmanVersionCompare:7'],
    '1.0.0alpha is after 1.0.0',
    '1.0.0alpha is before 1.0.0',
    'pacman, vercmp(8)',
    'vercmp(8) gives 1.0a < 1.0b < 1.0beta < 1.0p < 1.0pre < 1.0rc < 1.0.',
  ),
  ...rows(
    ['pacman:TestPacmanVersionCompare:10'],
    '1.0.0~rc1 is before 1.0.0',
    '1.0.0~rc1 is after 1.0.0',
    'pacman, vercmp(8)',
    'The tilde is a separator like any other to pacman; only rpm and dpkg give it a meaning.',
  ),
  ...rows(
    [
      ...[15, 16, 17, 18, 19].map((number) => `rpm:TestRpmVersion_Compare:${number}`),
      'rpm:TestRpmVersion_CompareWithConfig:17',
      ...[32, 36, 41, 42, 43, 44, 45].map((number) => `rpm:TestRpmVersion_Constraint:${number}`),
    ],
    'epochs are ignored when one version has none',
    'a missing epoch is 0',
    'rpm-version(7)',
    'rpm itself takes a missing epoch as 0, checked with rpm 4.18; the option missingEpoch gives the other answer.',
  ),
  ...rows(
    [49, 51].map((number) => `rpm:TestRpmVersion_Constraint:${number}`),
    '5.el8 and 5.el8.0.0 are equal',
    '5.el8 is before 5.el8.0.0',
    'rpm-version(7)',
    'The version with segments left comes later, checked with rpm 4.18.',
  ),
  ...rows(
    [95, 96].map((number) => `semantic:TestSemanticVersion_Constraint:${number}`),
    '1.0.0.alpha.beta equals 1.0.0-alpha-beta',
    'they differ',
    'Semantic Versioning 2.0.0 §9, §11.4',
    'alpha.beta are two identifiers, alpha-beta is one.',
  ),
];

const READINGS: readonly VersDivergence[] = [
  {
    case: null,
    reference: 'a range of exclusions only contains nothing',
    ours: 'it contains every other version',
    clause: 'VERS, "Checking if a version is contained within a range"',
    why: 'Read to the letter the procedure ends with "not in the range" when there is no bound; then the native range !=5 could not be written at all, which the cases of vers-spec do.',
  },
  {
    case: null,
    reference: 'pypi: <1.0 excludes the pre-releases of 1.0, >1.0 its post-releases',
    ours: 'they are compared in the order of versions',
    clause: 'VERS §5.3.3.1; PEP 440, "Exclusive ordered comparison"',
    why: 'A comparator of VERS includes all versions less or greater. For vulnerabilities the other reading would call 1.0rc1 clean where 1.0 is the fix.',
  },
  {
    case: null,
    reference: 'npm: ^1.2.3 is <2.0.0-0, and pre-releases match only beside their own release',
    ours: 'vers:npm/>=1.2.3|<2.0.0',
    clause: 'VERS §5.3.3.1; node-semver, "Prerelease Tags"',
    why: 'As all cases of vers-spec have it. What npm installs by default is a matter of its resolver, not of the order.',
  },
];

export const VERS_DIVERGENCES: readonly VersDivergence[] = [
  ...NPM_RANGES,
  ...OTHER_RANGES,
  maven('2-1', '2.0.a'),
  maven('2-1', '2.0.0.a'),
  maven('2.0.0.a', '2.0.a'),
  ...PACKAGES,
  ...READINGS,
];

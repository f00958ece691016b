/** Go modules: semantic versions with a leading v, pseudo-versions, and releases of Go itself. */
import { defineScheme, type VersionScheme } from '../scheme.ts';
import { compareSemver, isStrictSemver, parseSemver, type SemverKey } from './semver.ts';

/**
 * Go Modules Reference, "Versions". Databases leave out the v; the toolchain writes go1.24.1. A
 * pseudo-version is a pre-release in form, so that its time orders it; +incompatible is metadata.
 */
function parseGo(text: string): SemverKey | null {
  return parseSemver(text.replace(/^(?:v|go)(?=\d)/, ''));
}

const PSEUDO = /^v?\d+\.\d+\.\d+-(?:.*\.)?(\d{14})-([0-9a-f]{12})(?:\+incompatible)?$/;

export interface PseudoVersion {
  /** UTC, yyyymmddhhmmss. */
  readonly time: string;
  /** Beginning of the commit's id. */
  readonly revision: string;
}

/** Go Modules Reference, "Pseudo-versions": the commit that the version names, if it names one. */
export function pseudoVersion(version: string): PseudoVersion | null {
  const match = version.length > 256 ? null : PSEUDO.exec(version);
  return match === null ? null : { time: match[1] as string, revision: match[2] as string };
}

export const GOLANG: VersionScheme = defineScheme<SemverKey>({
  name: 'golang',
  clause: 'Go Modules Reference, "Versions"; Semantic Versioning 2.0.0 §11',
  parse: parseGo,
  compare: compareSemver,
  strict: (text) => text.startsWith('v') && isStrictSemver(text.slice(1)),
});

/** The order of the versions of one document, as a key that compares bytewise. */
import { timestampKey } from '../../../core/timestamp.ts';
import { readVersion } from '../model/version.ts';

/** Digits that one number of a version may have; numbers beyond compare by their length. */
const DIGITS = 64;

/**
 * The newer release comes last; at one instant the higher version (§3.2.1.12.8 of 2.0: integers or
 * Semantic Versioning), and of one version the draft comes first. The date leads, because a
 * publisher who goes over from one way of versioning to the other starts to count anew.
 */
export function versionKeyOf(released: string, version: string, draft: boolean): string {
  const { release, prerelease } = readVersion(version);
  const [major = '', minor = '0', patch = '0'] = release.split('.');
  const numbers = [major, minor, patch].map(numberKey).join('.');
  // SemVer §11: what has a pre-release part comes before what has none, `~` after all of its words.
  const early = prerelease.length === 0 ? '~' : prerelease.map(wordKey).join(' ');
  return `${timestampKey(released)} ${numbers} ${early}  ${draft ? 0 : 1}`;
}

/** Numbers of any length: the longer is the greater. */
function numberKey(text: string): string {
  const digits = text.replace(/^0+(?=.)/, '');
  return `${String(Math.min(digits.length, 999)).padStart(3, '0')}${digits.slice(0, DIGITS)}`;
}

/** SemVer §11: numbers come before words. */
function wordKey(word: string): string {
  return /^[0-9]+$/.test(word) ? `0${numberKey(word)}` : `1${word.slice(0, DIGITS)}`;
}

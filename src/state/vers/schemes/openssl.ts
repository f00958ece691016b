/** OpenSSL: 1.1.1w and before have letters, 3.0.0 and after are semantic versions. */
import { compareLists, compareNumerals, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface OpensslKey {
  readonly numbers: readonly Numeral[];
  /** Empty, or the letters of the patch: a … z, za, zb … */
  readonly letters: string;
  /** Empty for a release. */
  readonly pre: string;
  readonly preNumber: Numeral;
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)([a-z]*)(?:-(alpha|beta|pre|rc|dev)-?(\d*))?(?:\+.*)?$/;

function parseOpenssl(text: string): OpensslKey | null {
  const match = VERSION.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, major = '', minor = '', fix = '', letters = '', pre = '', number = ''] = match;
  return {
    numbers: [numeral(major), numeral(minor), numeral(fix)],
    letters,
    pre,
    preNumber: numeral(number || '0'),
  };
}

/** Names of pre-releases happen to order as words: alpha, beta, dev aside, pre, rc. */
const PRE: readonly string[] = ['dev', 'alpha', 'beta', 'pre', 'rc', ''];

function compareOpenssl(a: OpensslKey, b: OpensslKey): number {
  return (
    compareLists(a.numbers, b.numbers, compareNumerals) ||
    compareText(a.letters, b.letters) ||
    PRE.indexOf(a.pre) - PRE.indexOf(b.pre) ||
    compareNumerals(a.preNumber, b.preNumber)
  );
}

export const OPENSSL: VersionScheme = defineScheme<OpensslKey>({
  name: 'openssl',
  clause: 'OpenSSL release strategy; Semantic Versioning 2.0.0 §11 from 3.0.0',
  parse: parseOpenssl,
  compare: compareOpenssl,
});

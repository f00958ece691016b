/** Python packages: PEP 440 and its living form, the version specifiers specification. */
import { compareLists, compareNumerals, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface PypiKey {
  readonly epoch: Numeral;
  /** Without zeros at its end: 1.0 is 1. */
  readonly release: readonly Numeral[];
  readonly written: readonly Numeral[];
  readonly pre: readonly [phase: number, number: Numeral] | null;
  readonly post: Numeral | null;
  readonly dev: Numeral | null;
  readonly local: readonly (Numeral | string)[] | null;
}

/** Appendix B of PEP 440. */
const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d+)?)?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d+)?)?(?:[-_.]?(dev)[-_.]?(\d+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const PHASES: Readonly<Record<string, number>> = {
  a: 0,
  alpha: 0,
  b: 1,
  beta: 1,
  c: 2,
  rc: 2,
  pre: 2,
  preview: 2,
};
const PHASE_NAMES = ['a', 'b', 'rc'];

function parsePypi(text: string): PypiKey | null {
  const match = VERSION.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, epoch, release = '', phase, number, implicit, post, postNumber, dev, devNumber, local] =
    match;
  const written = release.split('.').map(numeral);
  return {
    epoch: numeral(epoch ?? '0'),
    release: withoutZeros(written),
    written,
    pre: phase === undefined ? null : [PHASES[phase] as number, numeral(number ?? '0')],
    post: implicit ? numeral(implicit) : post === undefined ? null : numeral(postNumber ?? '0'),
    dev: dev === undefined ? null : numeral(devNumber ?? '0'),
    local: local === undefined ? null : local.split(/[-_.]/).map(localSegment),
  };
}

function localSegment(word: string): Numeral | string {
  return /^\d+$/.test(word) ? numeral(word) : word;
}

function withoutZeros(release: readonly Numeral[]): Numeral[] {
  let end = release.length;
  while (end > 1 && release[end - 1] === 0) end--;
  return release.slice(0, end);
}

/** PEP 440, "Summary of permitted suffixes and relative ordering". */
function comparePublic(a: PypiKey, b: PypiKey): number {
  return (
    compareNumerals(a.epoch, b.epoch) ||
    compareLists(a.release, b.release, compareNumerals) ||
    comparePre(a, b) ||
    compareNumerals(a.post ?? -1, b.post ?? -1) ||
    compareDev(a.dev, b.dev)
  );
}

/** A development release of the release itself comes before its pre-releases. */
function comparePre(a: PypiKey, b: PypiKey): number {
  const x = prePhase(a);
  const y = prePhase(b);
  if (x !== y) return x - y;
  return a.pre === null || b.pre === null ? 0 : compareNumerals(a.pre[1], b.pre[1]);
}

function prePhase({ pre, post, dev }: PypiKey): number {
  if (pre !== null) return pre[0];
  return post === null && dev !== null ? -1 : PHASE_NAMES.length;
}

function compareDev(a: Numeral | null, b: Numeral | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compareNumerals(a, b);
}

function comparePypi(a: PypiKey, b: PypiKey): number {
  return comparePublic(a, b) || compareLocal(a.local, b.local);
}

/** PEP 440, "Local version identifiers": numbers after words, more segments after fewer. */
function compareLocal(a: PypiKey['local'], b: PypiKey['local']): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareLists(a, b, (x, y) => {
    if (typeof x === 'string') return typeof y === 'string' ? compareText(x, y) : -1;
    return typeof y === 'string' ? 1 : compareNumerals(x, y);
  });
}

/** PEP 440: a bound without a local label says nothing of the labels of candidates. */
function compareToBound(version: PypiKey, bound: PypiKey): number {
  return bound.local === null ? comparePublic(version, bound) : comparePypi(version, bound);
}

/** PEP 440, "Normalization". */
function normalPypi(text: string): string {
  const key = parsePypi(text);
  if (key === null) return text;
  const { epoch, written, pre, post, dev, local } = key;
  return [
    epoch === 0 ? '' : `${epoch}!`,
    written.join('.'),
    pre === null ? '' : `${PHASE_NAMES[pre[0]]}${pre[1]}`,
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local === null ? '' : `+${local.join('.')}`,
  ].join('');
}

export const PYPI: VersionScheme = defineScheme<PypiKey>({
  name: 'pypi',
  clause: 'PEP 440, "Version scheme"',
  parse: parsePypi,
  compare: comparePypi,
  compareToBound,
  normal: normalPypi,
});

/** Numbers of the release as they were written, e.g. [1, 4, 0]; null when it is no version. */
export function pypiRelease(text: string): { epoch: Numeral; release: readonly Numeral[] } | null {
  const key = text.length > 1024 ? null : parsePypi(text);
  return key === null ? null : { epoch: key.epoch, release: key.written };
}

/** Names of version ranges (2.1 §3.1.3.3.2): VERS and the like without scheme (vls). */
import type { VersionConstraint, VersPort } from '../ports.ts';

export interface RangeName {
  readonly kind: 'vers' | 'vls';
  /** Empty for vls. */
  readonly scheme: string;
  readonly constraints: readonly VersionConstraint[];
  /** What breaks the rules, without looking at the order of versions; null when nothing does. */
  readonly fault: string | null;
}

const VERS = /^vers:([^/]*)\/(.*)$/s;
const SCHEME = /^[a-z][a-z0-9.-]*$/;
const COMPARATOR = /^(?:!=|<=|>=|<|>|=)/;
/** Words by which people write ranges; a vls has no words beside its versions. */
const PROSE = /\s|^(?:all|after|before|earlier|later|prior|versions?|up|from|until)$/i;

/** Reads the name of a product_version_range; never fails, the fault says what is wrong. */
export function readRange(name: string): RangeName {
  const vers = VERS.exec(name);
  const kind = /^vers:/i.test(name) ? 'vers' : 'vls';
  const scheme = vers?.[1] ?? '';
  const body = vers === null ? name : (vers[2] as string);
  const faults: string[] = [];
  if (kind === 'vers' && !SCHEME.test(scheme)) faults.push('the VERS type is not in its form');
  if (/\s/.test(name)) faults.push('it contains white space');
  const constraints: VersionConstraint[] = [];
  for (const part of body.split('|')) {
    const { constraint, fault } = readConstraint(part.trim());
    if (fault !== null) faults.push(fault);
    if (constraint !== null) constraints.push(constraint);
  }
  faults.push(...shapeFaults(kind, scheme, constraints));
  return { kind, scheme, constraints, fault: faults[0] ?? null };
}

interface ReadConstraint {
  readonly constraint: VersionConstraint | null;
  readonly fault: string | null;
}

function readConstraint(part: string): ReadConstraint {
  if (part === '') return { constraint: null, fault: 'a constraint is empty' };
  if (part === '*') return { constraint: { comparator: '*', version: '' }, fault: null };
  const written = COMPARATOR.exec(part)?.[0] ?? '';
  const version = part.slice(written.length).trim();
  const comparator = (written === '' ? '=' : written) as VersionConstraint['comparator'];
  if (version === '') return { constraint: null, fault: `${written} is followed by no version` };
  const constraint = { comparator, version };
  if (written === '=') return { constraint, fault: 'the canonical form does not write =' };
  if (/[<>=!*|]/.test(version)) {
    return { constraint, fault: `the version ${version} has a character that must be quoted` };
  }
  if (PROSE.test(version)) return { constraint, fault: `${version} is no version` };
  return { constraint, fault: null };
}

function shapeFaults(
  kind: RangeName['kind'],
  scheme: string,
  constraints: readonly VersionConstraint[],
): string[] {
  const faults: string[] = [];
  const star = constraints.some(({ comparator }) => comparator === '*');
  if (kind === 'vls' && star) faults.push('* is not allowed without a VERS type');
  if (star && constraints.length > 1) faults.push('* stands alone');
  if (kind === 'vers' && (star !== (scheme === 'all') || (scheme === 'all' && !star))) {
    faults.push('all versions are written vers:all/*');
  }
  // Without a scheme, `<2|>2` may stand for `!=2`: nobody could simplify it by a rule.
  const key = ({ comparator, version }: VersionConstraint) =>
    kind === 'vers' ? version : `${comparator}${version}`;
  if (new Set(constraints.map(key)).size < constraints.length) {
    faults.push('a version stands in two constraints');
  }
  if (kind === 'vls' && constraints.length === 1 && constraints[0]?.comparator === '=') {
    faults.push('it is a single version');
  }
  const redundant = redundantPair(constraints);
  if (redundant !== null) faults.push(redundant);
  return faults;
}

/** In the canonical form no constraint follows from its neighbour; != is looked at apart. */
function redundantPair(constraints: readonly VersionConstraint[]): string | null {
  const steps = constraints.filter(({ comparator }) => comparator !== '!=' && comparator !== '*');
  for (let i = 1; i < steps.length; i++) {
    const [before, after] = [steps[i - 1] as VersionConstraint, steps[i] as VersionConstraint];
    const lower = (c: VersionConstraint) => c.comparator === '<' || c.comparator === '<=';
    const upper = (c: VersionConstraint) => c.comparator === '>' || c.comparator === '>=';
    if ((lower(before) || before.comparator === '=') && lower(after)) {
      return `${textOf(before)} follows from ${textOf(after)}`;
    }
    if (upper(before) && (upper(after) || after.comparator === '=')) {
      return `${textOf(after)} follows from ${textOf(before)}`;
    }
  }
  return null;
}

function textOf({ comparator, version }: VersionConstraint): string {
  return `${comparator === '=' ? '' : comparator}${version}`;
}

/** Order of two versions of the range; null where nobody can tell. */
export function compareIn(
  range: RangeName,
  a: string,
  b: string,
  vers: VersPort | undefined,
): -1 | 0 | 1 | null {
  if (range.kind === 'vls') return compareDotted(a, b);
  if (vers === undefined || !vers.isSupported(range.scheme)) return null;
  return vers.compare(range.scheme, unquote(a), unquote(b));
}

export function unquote(version: string): string {
  try {
    return decodeURIComponent(version);
  } catch {
    return version;
  }
}

const DOTTED = /^[vV]?([0-9]+(?:\.[0-9]+)*)$/;

/** Without a scheme only plain dotted numbers have an order. */
function compareDotted(a: string, b: string): -1 | 0 | 1 | null {
  const left = DOTTED.exec(a)?.[1]?.split('.');
  const right = DOTTED.exec(b)?.[1]?.split('.');
  if (left === undefined || right === undefined) return null;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = (left[i] ?? '0').replace(/^0+(?=.)/, '');
    const y = (right[i] ?? '0').replace(/^0+(?=.)/, '');
    if (x.length !== y.length) return x.length < y.length ? -1 : 1;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** True when the constraints stand in the order of their versions; null where nobody can tell. */
export function isSorted(range: RangeName, vers: VersPort | undefined): boolean | null {
  const steps = range.constraints.filter(({ comparator }) => comparator !== '*');
  for (let i = 1; i < steps.length; i++) {
    const order = compareIn(
      range,
      (steps[i - 1] as VersionConstraint).version,
      (steps[i] as VersionConstraint).version,
      vers,
    );
    if (order === null) return null;
    if (order > 0 || (order === 0 && range.kind === 'vers')) return false;
  }
  return true;
}

/** The version that the range names alone; undefined when it names more. */
export function singleVersion(range: RangeName): string | undefined {
  const [only, ...more] = range.constraints;
  return only?.comparator === '=' && more.length === 0 ? only.version : undefined;
}

/** True when nothing bounds the range above: its last including constraint is > or >=, or all. */
export function isUpperOpen(range: RangeName): boolean {
  const last = range.constraints.filter(({ comparator }) => comparator !== '!=').at(-1);
  return last !== undefined && ['>', '>=', '*'].includes(last.comparator);
}

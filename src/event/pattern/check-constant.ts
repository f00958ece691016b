/** Rules of the constants that a path is compared with (STIX 2.1 §9.6.1, §10.7). */
import { timestampFault } from '../../core/timestamp.ts';
import { excerpt, type Report } from './issues.ts';
import { regexFault } from './regex.ts';
import type { Comparison, Constant, ObjectPath, SetComparison, StringConstant } from './tree.ts';
import { constantsOf } from './walk.ts';

export function checkConstants(comparison: Comparison, report: Report): void {
  if (comparison.operator === 'IN') setIsHomogeneous(comparison, report);
  if (comparison.operator === 'MATCHES') regexIsWhole(comparison.value, report);
  if (!comparesWhole(comparison)) return;
  const algorithm = hashAlgorithm(comparison.path);
  for (const constant of constantsOf(comparison)) {
    timestampsAreTyped(constant, report);
    if (algorithm !== null) digestFits(constant, algorithm, report);
  }
}

/** §9.6.1 IN: constants of homogeneous data type. Numbers compare across integer and float. */
function setIsHomogeneous(comparison: SetComparison, report: Report): void {
  const { values } = comparison;
  const [first, ...others] = values;
  if (first === undefined) {
    report('set-empty', 'warning', 'Nothing is in an empty set.', comparison.at);
    return;
  }
  const other = others.find((value) => family(value) !== family(first));
  if (other === undefined) return;
  const message = `The set has ${first.kind} and ${other.kind} constants.`;
  report('set-types', 'error', message, other.at);
}

/** Types that §9.2 lets be compared with the same properties. */
function family(constant: Constant): string {
  if (constant.kind === 'integer' || constant.kind === 'float') return 'number';
  if (constant.kind === 'binary' || constant.kind === 'hex') return 'octets';
  return constant.kind;
}

/** §9.6.1 MATCHES: a regular expression of PCRE. */
function regexIsWhole(constant: StringConstant, report: Report): void {
  const fault = regexFault(constant.value);
  if (fault !== null) report('regex-invalid', 'error', fault, constant.at);
}

/** Operators whose constant is a whole value, not a part or a pattern of one. */
function comparesWhole(comparison: Comparison): boolean {
  return (
    comparison.operator === '=' || comparison.operator === '!=' || comparison.operator === 'IN'
  );
}

/** §9.2: only a timestamp constant is comparable with a timestamp. */
function timestampsAreTyped(constant: Constant, report: Report): void {
  if (constant.kind !== 'string' || timestampFault(constant.value) !== null) return;
  report(
    'timestamp-string',
    'info',
    'A timestamp property needs t before the string.',
    constant.at,
  );
}

/** Hexadecimal digits of each digest, by its name without hyphens in upper case. */
const DIGEST_DIGITS: ReadonlyMap<string, readonly number[]> = new Map([
  ['MD5', [32]],
  ['MD6', [32, 40, 56, 64, 96, 128]],
  ['RIPEMD160', [40]],
  ['SHA1', [40]],
  ['SHA224', [56]],
  ['SHA256', [64]],
  ['SHA384', [96]],
  ['SHA512', [128]],
  ['SHA3224', [56]],
  ['SHA3256', [64]],
  ['SHA3384', [96]],
  ['SHA3512', [128]],
  ['WHIRLPOOL', [128]],
]);

/** The name after `hashes` in the path, as the table above has it. */
function hashAlgorithm(path: ObjectPath): string | null {
  for (const [i, step] of path.steps.entries()) {
    const next = path.steps[i + 1];
    if (step.kind !== 'key' || step.name !== 'hashes') continue;
    if (next?.kind === 'key') return next.name.replaceAll('-', '').toUpperCase();
  }
  return null;
}

/** §10.7: the string for an algorithm is a valid digest of it. */
function digestFits(constant: Constant, algorithm: string, report: Report): void {
  if (constant.kind !== 'string') return;
  const { value } = constant;
  const digits = DIGEST_DIGITS.get(algorithm);
  const fits =
    digits === undefined
      ? algorithm !== 'SSDEEP' || /^[a-zA-Z0-9/+:.]{1,148}$/.test(value)
      : digits.includes(value.length) && /^[0-9a-fA-F]+$/.test(value);
  if (fits) return;
  report('hash-invalid', 'error', `${excerpt(value)} is no ${algorithm} digest.`, constant.at);
}

/** The flags of `cybex scan`, read and checked: what is not understood is wrong use. */
import { CybexError } from '../core/error.ts';
import { type ReadPolicy, readPolicy, readPolicyFile } from '../state/exposure-report/index.ts';
import { readGivenFile } from './given-file.ts';
import { SCAN_FORMATS, type ScanFormat } from './scan-output.ts';

export const ACCEPTABLE = ['no-identity', 'no-version', 'no-ecosystem'] as const;

export interface ScanFlags {
  readonly advisories: readonly string[];
  readonly index: string | null;
  readonly kev: readonly string[];
  readonly epss: string | null;
  readonly vex: readonly string[];
  readonly trust: readonly string[];
  readonly ignores: string | null;
  readonly distro: string | null;
  readonly format: ScanFormat;
  readonly output: string | null;
  readonly author: string | null;
  readonly policy: Extract<ReadPolicy, { ok: true }>;
  readonly maxAge: number | null;
  readonly accept: readonly (typeof ACCEPTABLE)[number][];
}

type Options = Readonly<Record<string, unknown>>;

/** Throws CybexError `invalid-argument` for what is not possible. */
export async function scanFlags(options: Options, json: boolean): Promise<ScanFlags> {
  const advisories = texts(options.advisories);
  const index = text(options.index);
  if (advisories.length === 0 && index === null) {
    throw new CybexError('invalid-argument', 'There is nothing to hold the components against.', {
      remedy: 'Name advisories with --advisories PATH, or an index with --index FILE.',
    });
  }
  const given = text(options.format) ?? (json ? 'json' : 'table');
  const format = oneOf('--format', given, SCAN_FORMATS);
  const author = text(options.author);
  if (format === 'openvex' && author === null) {
    throw new CybexError('invalid-argument', 'An OpenVEX document says who states it.', {
      remedy: 'Name the person or organisation with --author NAME.',
    });
  }
  return {
    advisories,
    index,
    kev: texts(options.kev),
    epss: text(options.epss),
    vex: texts(options.vex),
    trust: [...texts(options.trust), ...texts(options.supplier)],
    ignores: text(options.ignores),
    distro: text(options.distro),
    format,
    output: text(options.output),
    author,
    policy: policyOf(text(options.failOn) ?? 'any'),
    maxAge: ageOf(text(options.maxAge)),
    accept: texts(options.accept).map((each) => oneOf('--accept', each, ACCEPTABLE)),
  };
}

/** The policy itself, or `@FILE` with one a line. */
function policyOf(given: string): Extract<ReadPolicy, { ok: true }> {
  const file = given.startsWith('@') ? given.slice(1) : null;
  const read = file === null ? readPolicy(given) : readPolicyFile(readGivenFile(file));
  if (read.ok) return read;
  const remedy = 'For example: --fail-on "kev or cvss3>=high and fixable"; docs/guide/match.md.';
  throw new CybexError('invalid-argument', `--fail-on: ${read.message}`, { remedy });
}

/** Seconds of `12h`, `7d`, `4w`; without an end for `never`, null where nothing is given. */
function ageOf(given: string | null): number | null {
  if (given === null) return null;
  if (given === 'never') return Number.POSITIVE_INFINITY;
  const match = /^(\d{1,5})(h|d|w)$/.exec(given);
  if (match === null) {
    throw new CybexError('invalid-argument', `--max-age ${given}: write 12h, 7d, 4w or never.`);
  }
  const unit = match[2] === 'h' ? 3_600 : match[2] === 'd' ? 86_400 : 604_800;
  return Number(match[1]) * unit;
}

function oneOf<const T extends string>(flag: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found !== undefined) return found;
  throw new CybexError('invalid-argument', `${flag} ${given}: one of ${allowed.join(', ')}.`);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

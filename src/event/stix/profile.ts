/** Options of a check, compiled once. */
import type { CodecOptions } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import { selectChecks } from './checks.ts';

/** What a pattern says of itself; `event/pattern` fills this in by default (see pattern.ts). */
export interface PatternReport {
  readonly issues: readonly Issue[];
  /** Object types and first properties named by the pattern's paths. */
  readonly paths: readonly { readonly type: string; readonly property: string }[];
}

/** Reads a STIX pattern of the given version of the language, `2.0` or `2.1`. */
export type PatternChecker = (pattern: string, version: string) => PatternReport;

export interface StixOptions extends CodecOptions {
  /** Refuse custom object types. */
  readonly strictTypes?: boolean;
  /** Refuse custom properties. */
  readonly strictProperties?: boolean;
  /** Read every object as this version, whatever its spec_version. */
  readonly version?: '2.0' | '2.1';
  /** Also ask for what the interoperability profile asks for. */
  readonly interop?: boolean;
  /** Replaces the check of STIX patterns; null leaves patterns unread. */
  readonly checkPattern?: PatternChecker | null;
}

export interface Profile {
  readonly strict: boolean;
  readonly strictTypes: boolean;
  readonly strictProperties: boolean;
  readonly interop: boolean;
  readonly version: '2.0' | '2.1' | null;
  readonly checks: ReadonlySet<string>;
  readonly checkPattern: PatternChecker | null;
}

/** Options with every default filled in. */
export function profileOf(options: StixOptions, checkPattern: PatternChecker | null): Profile {
  return {
    strict: options.strict ?? false,
    strictTypes: options.strictTypes ?? false,
    strictProperties: options.strictProperties ?? false,
    interop: options.interop ?? false,
    version: options.version ?? null,
    checks: selectChecks(options.disabled, options.enabled),
    checkPattern: options.checkPattern === undefined ? checkPattern : options.checkPattern,
  };
}

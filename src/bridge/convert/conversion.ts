/** What every conversion takes and gives. */
import type { Issue, Loss } from '../../core/issue.ts';
import type { JsonObject } from '../../core/json/value.ts';
import type { Identifier } from '../../event/stix/types.ts';
import type { SourceFormat } from './recognise.ts';

/** What the caller says; nothing is read from a clock. */
export interface ConvertOptions {
  /** Time of the result, RFC 3339; by default the last change of the source. */
  readonly now?: string | undefined;
  /** UUID in which ids of the result are made; by default that of this converter. */
  readonly namespace?: string | undefined;
  /** `created_by_ref` of STIX objects; by default they have none. */
  readonly createdBy?: Identifier<'identity'> | undefined;
}

/** A result; without `output` the issues say why. */
export interface Converted {
  /** Format of the output with its version, e.g. `stix-2.1`. */
  readonly format: string;
  readonly output?: string;
  /** Every value of the source that the output does not carry, by its place there. */
  readonly losses: readonly Loss[];
  /** Why there is no output, or what our checker finds wrong with it. */
  readonly issues: readonly Issue[];
}

/** One pair of formats. */
export interface Conversion {
  readonly from: readonly SourceFormat[];
  readonly to: TargetFormat;
  /** `input` is the text of the document, for who reads it himself. */
  readonly run: (
    document: JsonObject,
    options: ConvertOptions,
    input: string | Uint8Array,
  ) => Converted;
}

/** Formats that conversions end with, and the version that is written. */
export const TARGET_FORMATS = {
  stix: 'stix-2.1',
  csaf: 'csaf-2.1',
  openvex: 'openvex-0.2.0',
  cve: 'cve-5.2',
} as const;

export type TargetFormat = keyof typeof TARGET_FORMATS;

/** Namespace of ids where the caller gives none. */
export const CONVERT_NAMESPACE = '2650a936-7bab-4fa6-8c5c-2d4260ccd929';

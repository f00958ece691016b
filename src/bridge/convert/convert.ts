/** One document into another format, with a report of what could not be carried. */
import type { Issue } from '../../core/issue.ts';
import { isJsonObject, readJson } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { type BridgeIssueCode, bridgeIssue } from '../issues.ts';
import {
  type Conversion,
  type Converted,
  type ConvertOptions,
  TARGET_FORMATS,
  type TargetFormat,
} from './conversion.ts';
import { recognise, type SourceFormat } from './recognise.ts';
import { TO_CSAF } from './to-csaf.ts';
import { TO_CVE } from './to-cve.ts';
import { TO_OPENVEX } from './to-openvex.ts';
import { TO_STIX } from './to-stix.ts';

/** Every pair. */
export const CONVERSIONS: readonly Conversion[] = [
  ...TO_STIX,
  ...TO_CSAF,
  ...TO_CVE,
  ...TO_OPENVEX,
];

/** True where some conversion leads from the one to the other, with or without their versions. */
export function canConvert(from: string | undefined, to: string): boolean {
  return CONVERSIONS.some(
    (row) =>
      isTarget(row.to, to) && (from === undefined || row.from.some((each) => isNamed(each, from))),
  );
}

function isTarget(format: TargetFormat, wanted: string): boolean {
  return format === wanted || TARGET_FORMATS[format] === wanted;
}

function isNamed(format: SourceFormat, wanted: string): boolean {
  return format === wanted || format.startsWith(`${wanted}-`);
}

/**
 * Converts one document. What cannot be converted gives issues and no output; what is wrong with
 * the result is found by our own checker of its format.
 */
export function convert(
  input: string | Uint8Array,
  to: string,
  options: ConvertOptions & { readonly from?: string | undefined } = {},
): Converted {
  const read = readJson(input, { maxBytes: LIMITS.document.bytes });
  if (!read.ok) return refused(to, read.issues);
  const document = read.value;
  const format = recognise(document);
  if (!isJsonObject(document) || format === null) return unfit(to, 'bridge-unrecognised', '');
  const { from } = options;
  if (from !== undefined && !isNamed(format, from)) {
    return unfit(to, 'bridge-format', `It is ${format}, not ${from}`);
  }
  const row = CONVERSIONS.find((each) => isTarget(each.to, to) && each.from.includes(format));
  if (row === undefined) return unfit(to, 'bridge-pair', `${format} to ${to}`);
  const converted = row.run(document, options, input);
  return { ...converted, issues: [...read.issues, ...converted.issues] };
}

function unfit(to: string, code: BridgeIssueCode, detail: string): Converted {
  return refused(to, [bridgeIssue(code, detail)]);
}

function refused(to: string, issues: readonly Issue[]): Converted {
  return { format: to, losses: [], issues };
}

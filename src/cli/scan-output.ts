/** The report as a document of the format that was asked for. */
import { writeFileSync } from 'node:fs';
import { CybexError } from '../core/error.ts';
import { locate } from '../core/json/index.ts';
import {
  type OpenVexOptions,
  type ScanReport,
  toCsv,
  toCycloneDx,
  toJson,
  toOpenVex,
  toSarif,
} from '../state/exposure-report/index.ts';
import type { Context } from './context.ts';
import { scanTable } from './scan-table.ts';
import { scanWords } from './scan-words.ts';

export const SCAN_FORMATS = ['table', 'json', 'sarif', 'cyclonedx', 'openvex', 'csv'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

export interface ScanOutput {
  readonly format: ScanFormat;
  /** Null: standard output. */
  readonly output: string | null;
  /** The SBOM as text, where its places are JSON pointers. */
  readonly text: string | null;
  /** Who states what the OpenVEX says; null where nobody was named. */
  readonly author: string | null;
  readonly rules: NonNullable<OpenVexOptions['rules']>;
}

export function writeReport(context: Context, report: ScanReport, how: ScanOutput): void {
  const { format, output } = how;
  const width = output === null && process.stdout.isTTY ? process.stdout.columns : undefined;
  const document = format === 'table' ? scanTable(report, width) : documentOf(report, format, how);
  if (document === null) context.print.note(scanWords().nothingToState);
  else if (output === null) context.print.document(document);
  else {
    writeGivenFile(output, document);
    context.print.note(scanWords().written(output));
  }
}

/** Null where the format has no document without findings. */
function documentOf(
  report: ScanReport,
  format: Exclude<ScanFormat, 'table'>,
  { text, author, rules }: ScanOutput,
): string | null {
  switch (format) {
    case 'json':
      return JSON.stringify(toJson(report));
    case 'csv':
      return toCsv(report);
    case 'sarif':
      return pretty(toSarif(report, { placeOf: placesIn(text) }));
    case 'cyclonedx':
      return pretty(toCycloneDx(report));
    case 'openvex':
      return pretty(toOpenVex(report, { author: author ?? '', rules }));
  }
}

function pretty(document: object | null): string | null {
  return document === null ? null : JSON.stringify(document, null, 2);
}

/** Looking for a place reads the text once: in a large SBOM with many findings none is looked for. */
const LOOKED_THROUGH_CHARS = 200_000_000;

function placesIn(text: string | null): (path: string) => { line: number; column: number } | null {
  const known = new Map<string, { line: number; column: number } | null>();
  let read = 0;
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    if (text === null || read + text.length > LOOKED_THROUGH_CHARS) return null;
    read += text.length;
    const place = locate(text, path);
    known.set(path, place);
    return place;
  };
}

function writeGivenFile(file: string, text: string): void {
  try {
    writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CybexError('invalid-argument', `${file} cannot be written (${code}).`, { cause });
  }
}

/** Any VEX: recognised, checked, read into statements. */
import type { Issue } from '../../core/issue.ts';
import { textOf } from '../../core/json/member.ts';
import { readJson } from '../../core/json/read.ts';
import { isJsonObject, type JsonObject } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import { checkShape } from '../../core/shape/shape.ts';
import { isCsaf, readCsafVex } from './csaf.ts';
import { readCycloneDxVex } from './cyclonedx.ts';
import { vexIssue } from './issues.ts';
import type { VexStatement } from './model.ts';
import { OPENVEX_CONTEXT, OPENVEX_SHAPE, readOpenVex } from './openvex.ts';

export interface ReadVex {
  readonly format: VexStatement['format'] | 'unknown';
  /** Version of the format, as far as it says one. */
  readonly version: string;
  readonly document: JsonObject | null;
  readonly statements: readonly VexStatement[];
  readonly issues: readonly Issue[];
}

export function readVex(input: string | Uint8Array): ReadVex {
  const json = readJson(input, { maxBytes: LIMITS.document.bytes });
  if (!json.ok) return { ...unknown('JSON'), issues: json.issues };
  const read = readVexDocument(json.value as JsonObject);
  return { ...read, issues: [...json.issues, ...read.issues] };
}

/** The same for a document that is read already. */
export function readVexDocument(document: JsonObject): ReadVex {
  if (!isJsonObject(document)) return unknown('The document is no JSON object');
  const context = textOf(document, '@context');
  if (context?.startsWith(OPENVEX_CONTEXT)) return openVex(document, context);
  if (isCsaf(document)) return { ...EMPTY, format: 'csaf', document, ...readCsafVex(document) };
  if (textOf(document, 'bomFormat') === 'CycloneDX') {
    const version = textOf(document, 'specVersion') ?? '';
    const statements = readCycloneDxVex(document);
    return { ...EMPTY, format: 'cyclonedx', version, document, statements };
  }
  return unknown('There is neither an OpenVEX context nor a CSAF version nor bomFormat');
}

/** What all the documents say; those that are no VEX say nothing. Each is read once. */
export function vexStatementsOf(documents: readonly JsonObject[]): readonly VexStatement[] {
  return documents.flatMap((document) => readVexDocument(document).statements);
}

/** 0.2.0 is judged by its schema; what is older, by what it says. */
function openVex(document: JsonObject, context: string): ReadVex {
  const version = context.slice(OPENVEX_CONTEXT.length).replace(/^\/?v?/, '') || '0.0.1';
  const { statements, issues } = readOpenVex(document);
  const older = version === '0.0.1';
  const shape = older
    ? [vexIssue('vex-older', '/@context', context)]
    : checkShape(OPENVEX_SHAPE, document, 'OpenVEX 0.2.0');
  const known = older || version === '0.2.0';
  const strange = known ? [] : [vexIssue('vex-context', '/@context', `"${context}"`)];
  return {
    format: 'openvex',
    version,
    document,
    statements,
    issues: [...strange, ...shape, ...issues],
  };
}

const EMPTY: Omit<ReadVex, 'format'> = { version: '', document: null, statements: [], issues: [] };

function unknown(detail: string): ReadVex {
  return { ...EMPTY, format: 'unknown', issues: [vexIssue('vex-unrecognised', '', detail)] };
}

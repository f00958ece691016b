/** `cybex scan`: what of this bill of materials is hit. No network, nothing stored. */
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { isJsonObject, type JsonObject, readJson } from '../core/json/index.ts';
import { LIMITS } from '../core/limits.ts';
import { microsToTimestamp } from '../core/timestamp.ts';
import { type Finding, type ScanResult, scan } from '../state/exposure/index.ts';
import { readSbom, type Sbom } from '../state/sbom/index.ts';
import { vexStatementsOf } from '../state/vex/index.ts';
import type { Context } from './context.ts';
import { inputFiles, openInput } from './input.ts';
import type { ExitCode } from './print.ts';
import { table } from './print.ts';

interface ScanFlags {
  readonly advisories: readonly string[];
  readonly vex: readonly string[];
  readonly supplier: readonly string[];
  readonly ignores?: string;
  readonly distro?: string;
}

export async function runScan(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const flags = options as unknown as ScanFlags;
  const sbom = await sbomOf(context, file);
  const advisories = await documentsOf(context, flags.advisories);
  const vex = vexStatementsOf([...(await documentsOf(context, flags.vex)), ...advisories]);
  const result = scan(sbom, advisories, {
    vex,
    trust: { suppliers: flags.supplier },
    ignores: flags.ignores === undefined ? [] : await rulesOf(flags.ignores),
    time: microsToTimestamp(systemClock().now()),
    ...(flags.distro === undefined ? {} : { distro: flags.distro }),
  });
  for (const { message, path } of result.issues) context.print.note(`${path}: ${message}`);
  context.print.data({ file, advisories: advisories.length, ...result }, () => textOf(result));
  return exitOf(context, result);
}

/** Nothing that cannot be decided and nothing without data is a clean 0. */
function exitOf(context: Context, result: ScanResult): ExitCode {
  const { matches, undecidable, unidentified } = result;
  context.print.note(
    `${matches.length} affected, ${result.suppressed.length} closed, ` +
      `${undecidable.length} undecidable, ${unidentified.length} without data or identity`,
  );
  if (matches.length > 0) return 1;
  return undecidable.length + unidentified.length > 0 ? 3 : 0;
}

async function sbomOf(context: Context, file: string): Promise<Sbom> {
  const { sbom, issues } = readSbom(await bytesOf(file));
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (sbom === null) {
    throw new CybexError('invalid-argument', `${file}: ${errors[0]?.message ?? 'no SBOM'}`);
  }
  if (errors.length > 0) {
    context.print.note(`${file}: ${errors.length} errors, read as far as it can be; cybex check`);
  }
  return sbom;
}

async function documentsOf(context: Context, paths: readonly string[]): Promise<JsonObject[]> {
  const documents: JsonObject[] = [];
  for (const file of inputFiles(paths)) {
    const read = readJson(await bytesOf(file), { maxBytes: LIMITS.document.bytes });
    if (!read.ok) {
      context.print.note(`${file}: ${read.issues[0]?.message ?? 'not JSON'}`);
      continue;
    }
    const whole: readonly unknown[] = Array.isArray(read.value) ? read.value : [read.value];
    for (const each of whole) if (isJsonObject(each as never)) documents.push(each as JsonObject);
    context.print.progress(`${documents.length} documents`);
  }
  return documents;
}

async function rulesOf(file: string): Promise<readonly object[]> {
  const read = readJson(await bytesOf(file));
  const rules = read.ok && Array.isArray(read.value) ? (read.value as readonly unknown[]) : null;
  if (rules === null) throw new CybexError('invalid-argument', `${file} is no list of rules.`);
  return rules.filter((each) => typeof each === 'object' && each !== null);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openInput(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function textOf({ matches, suppressed, undecidable, unidentified }: ScanResult): string {
  const row = (finding: Omit<Finding, 'status'> & { readonly status: string }) => [
    finding.status,
    finding.vulnerability,
    nameOf(finding.component),
    finding.fixedIn.join(', ') || '-',
    (finding.paths[0] ?? []).join(' > '),
  ];
  const rows = [
    ...matches.map(row),
    ...undecidable.map(row),
    ...suppressed.map(row),
    ...unidentified.map(({ component, reason }) => [reason, '-', nameOf(component), '-', '']),
  ];
  return table(['status', 'vulnerability', 'component', 'fixed in', 'path'], rows);
}

function nameOf({ name, version, purl }: Finding['component']): string {
  return purl ?? `${name} ${version ?? ''}`.trim();
}

/** `cybex csaf new | fix | bump | name`: nothing is sent, and a file is written only where asked. */
import { statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import type { Issue } from '../core/issue.ts';
import { hasErrors } from '../core/issue.ts';
import { getPointer, isJsonObject, type JsonObject, readJson } from '../core/json/index.ts';
import { LIMITS } from '../core/limits.ts';
import { microsToTimestamp } from '../core/timestamp.ts';
import {
  authorCsaf,
  bumpCsaf,
  type CsafAdvisoryInput,
  type CsafVulnerabilityInput,
  csafFilename,
  fixCsaf,
  fromRecord,
} from '../state/csaf/index.ts';
import type { Context } from './context.ts';
import { type AdvisoryForm, readForm, readProducts } from './csaf-form.ts';
import { inputFiles, openInput } from './input.ts';
import type { ExitCode } from './print.ts';

type Options = Readonly<Record<string, unknown>>;
type Work = (context: Context, options: Options, words: readonly string[]) => Promise<ExitCode>;

export const CSAF_WORK: Readonly<Record<'new' | 'fix' | 'bump' | 'name', Work>> = {
  new: runNew,
  fix: runFix,
  bump: runBump,
  name: runName,
};

/** Seconds are enough for a date of release. */
function now(): string {
  return microsToTimestamp(systemClock().now()).replace(/\.\d+Z$/, 'Z');
}

async function runNew(
  context: Context,
  options: Options,
  files: readonly string[],
): Promise<ExitCode> {
  const input = await inputOf(context, options, files);
  const made = authorCsaf(input, { now: now() });
  for (const { path, reason } of made.losses) context.print.note(`${path}: ${reason}`);
  tell(context, made.issues);
  const { output, filename, losses, issues } = made;
  const file = typeof options.out === 'string' ? targetOf(options.out, filename) : null;
  if (file !== null) writeFileSync(file, output);
  context.print.data(
    {
      file: file ?? filename,
      losses,
      issues,
      ...(file === null ? { document: made.document } : {}),
    },
    () => (file === null ? output.trimEnd() : `${file}: written`),
  );
  return hasErrors(issues) ? 1 : 0;
}

function targetOf(path: string, filename: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, filename) : path;
}

/** Flags, then the form, then what the records say. */
async function inputOf(
  context: Context,
  options: Options,
  files: readonly string[],
): Promise<CsafAdvisoryInput> {
  const form: AdvisoryForm = typeof options.form === 'string' ? readForm(options.form) : {};
  const records = [];
  for (const file of files.length === 0 ? [] : inputFiles(files)) {
    const record = fromRecord(await documentOf(file));
    for (const { path, reason } of record.losses.list)
      context.print.note(`${file}${path}: ${reason}`);
    if (record.format !== null) records.push(record);
  }
  const given =
    typeof options.products === 'string' ? readProducts(options.products) : form.products;
  const flag = (name: string) =>
    typeof options[name] === 'string' ? { [name]: options[name] } : {};
  const title = options.title ?? form.title ?? records[0]?.vulnerability.title ?? records[0]?.id;
  const flags = ['csaf', 'category', 'id', 'tlp', 'status', 'lang', 'baseUrl'].map(flag);
  const input = {
    ...form,
    ...Object.assign({}, ...flags),
    title,
    publisher: {
      ...form.publisher,
      ...(typeof options.publisher === 'string' ? { name: options.publisher } : {}),
      ...(typeof options.namespace === 'string' ? { namespace: options.namespace } : {}),
    },
    products: given ?? records.flatMap(({ products }) => products),
    vulnerabilities: joined(
      form.vulnerabilities ?? [],
      records.map(({ vulnerability }) => vulnerability),
    ),
  };
  complete(input);
  return input;
}

/** A vulnerability of the form and a record of the same CVE are one; the form goes before. */
function joined(
  stated: readonly CsafVulnerabilityInput[],
  records: readonly CsafVulnerabilityInput[],
): CsafVulnerabilityInput[] {
  const left = [...records];
  const made = stated.map((item) => {
    const at = left.findIndex(({ cve }) => cve !== undefined && cve === item.cve);
    return at < 0 ? item : { ...left.splice(at, 1)[0], ...item };
  });
  return [...made, ...left];
}

function complete(
  input: Readonly<Record<string, unknown>>,
): asserts input is typeof input & CsafAdvisoryInput {
  const publisher = input.publisher as Readonly<Record<string, unknown>>;
  const missing = [
    input.id === undefined ? '--id' : '',
    input.title === undefined ? '--title' : '',
    publisher.name === undefined ? '--publisher' : '',
    publisher.namespace === undefined ? '--namespace' : '',
  ].filter((name) => name !== '');
  if (missing.length === 0) return;
  const remedy = 'Give them as flags, or in the file of --form.';
  throw new CybexError('invalid-argument', `An advisory needs ${missing.join(', ')}.`, { remedy });
}

async function runFix(
  context: Context,
  options: Options,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const tests = Array.isArray(options.tests) ? { tests: options.tests as string[] } : {};
  const { output, fixes, issues } = fixCsaf(await bytesOf(file), tests);
  for (const { id, path, what } of fixes) context.print.note(`${id} ${path}: ${what}`);
  tell(context, issues);
  context.print.note(`${fixes.length} mended, ${issues.length} left`);
  if (output === undefined) return 1;
  finish(context, options, file, output, { fixes, issues });
  return hasErrors(issues) ? 1 : 0;
}

async function runBump(
  context: Context,
  options: Options,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const { summary, level, status } = options as {
    summary: string;
    level?: 'major' | 'minor' | 'patch';
    status?: 'draft' | 'interim' | 'final';
  };
  const made = bumpCsaf(await documentOf(file), {
    now: now(),
    summary,
    ...(level === undefined ? {} : { level }),
    ...(status === undefined ? {} : { status }),
  });
  if (made === null)
    throw new CybexError('invalid-argument', `${file} has no version to count on.`);
  context.print.note(`${file}: version ${made.version}`);
  finish(context, options, file, made.output, { version: made.version });
  return 0;
}

/** Back to the file where it is asked for, else to stdout. */
function finish(
  context: Context,
  options: Options,
  file: string,
  output: string,
  facts: Readonly<Record<string, unknown>>,
): void {
  const write = options.write === true && file !== '-';
  if (write && file.endsWith('.gz')) {
    throw new CybexError('invalid-argument', 'A compressed file is not written back.');
  }
  if (write) writeFileSync(file, output);
  const document = write ? {} : { document: JSON.parse(output) as unknown };
  context.print.data({ file, ...facts, ...document }, () =>
    write ? `${file}: written` : output.trimEnd(),
  );
}

async function runName(
  context: Context,
  _options: Options,
  files: readonly string[],
): Promise<ExitCode> {
  let unnamed = 0;
  for (const file of inputFiles(files)) {
    const id = getPointer(await documentOf(file), '/document/tracking/id');
    if (typeof id !== 'string' || id === '') {
      context.print.note(`${file}: it has no tracking id`);
      unnamed++;
      continue;
    }
    const name = csafFilename(id);
    const right = file === '-' || basename(file, '.gz') === name;
    context.print.data({ file, name, right }, () => name);
    if (!right) context.print.note(`${file}: not that name`);
  }
  return unnamed > 0 ? 1 : 0;
}

function tell(context: Context, issues: readonly Issue[]): void {
  for (const { severity, path, message, clause } of issues.slice(0, 50)) {
    if (severity !== 'info') context.print.note(`${severity} ${path}: ${message} (${clause})`);
  }
}

async function documentOf(file: string): Promise<JsonObject> {
  const read = readJson(await bytesOf(file), { maxBytes: LIMITS.csaf.documentBytes });
  if (read.ok && isJsonObject(read.value)) return read.value;
  const reason = read.ok ? 'it is no JSON object' : (read.issues[0]?.message ?? 'it is not JSON');
  throw new CybexError('invalid-argument', `${file}: ${reason}`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') inputFiles([file]);
  const pieces: Uint8Array[] = [];
  for await (const piece of openInput(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

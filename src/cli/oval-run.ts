/** `cybex oval eval` and `analyse`: definitions over a host, or over what was collected from one. */
import { writeFileSync } from 'node:fs';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { hasErrors, type Issue } from '../core/issue.ts';
import {
  collectOval,
  type EvaluateOptions,
  evaluateOval,
  type OvalCharacteristics,
  type OvalDocument,
  type OvalEvaluation,
  readCharacteristics,
  readOvalDocument,
  readOvalVariables,
  writeCharacteristics,
  writeResults,
} from '../state/oval/index.ts';
import type { Context } from './context.ts';
import { inputFiles, openInput } from './input.ts';
import { localHost } from './oval-host.ts';
import { type ExitCode, table } from './print.ts';

type Options = Readonly<Record<string, unknown>>;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : undefined);

/** Over system characteristics; throws CybexError `invalid-argument` for unusable files. */
export async function analyseOval(
  context: Context,
  options: Options,
  file: string,
): Promise<ExitCode> {
  const given = await givenDefinitions(options, file);
  const characteristics = await givenCharacteristics(String(options.characteristics));
  return report(context, options, given, characteristics);
}

/** On this host; throws CybexError `invalid-argument` for unusable files. */
export async function evaluateHere(
  context: Context,
  options: Options,
  file: string,
): Promise<ExitCode> {
  const given = await givenDefinitions(options, file);
  const { document, evaluate } = given;
  const host = localHost({
    paths: texts(options.paths) ?? [],
    dpkg: text(options.dpkg),
    rpm: text(options.rpm),
  });
  const characteristics = collectOval(document, host, evaluate);
  const written = text(options.characteristics);
  if (written !== undefined) write(written, writeCharacteristics(characteristics, { document }));
  return report(context, options, given, characteristics);
}

interface Given {
  readonly document: OvalDocument;
  readonly issues: readonly Issue[];
  readonly evaluate: EvaluateOptions;
}

async function givenDefinitions(options: Options, file: string): Promise<Given> {
  const { document, issues } = await readOvalDocument(openGiven(file));
  if (document === null) throw unusable(file, 'definitions', issues);
  const definitions = texts(options.id);
  const unknown = definitions?.find((id) => !document.definitions.has(id));
  if (unknown !== undefined) {
    throw new CybexError('invalid-argument', `There is no definition ${unknown} in ${file}.`);
  }
  const externals = await givenValues(text(options.variables));
  const evaluate = {
    now: Math.floor(systemClock().now() / 1000),
    ...(definitions === undefined ? {} : { definitions }),
    ...(externals === undefined ? {} : { externals }),
  };
  return { document, issues, evaluate };
}

async function givenValues(file: string | undefined) {
  if (file === undefined) return undefined;
  const { values, issues } = await readOvalVariables(openGiven(file));
  if (hasErrors(issues)) throw unusable(file, 'variables', issues);
  return values;
}

async function givenCharacteristics(file: string): Promise<OvalCharacteristics> {
  const { characteristics, issues } = await readCharacteristics(openGiven(file));
  if (characteristics === null) throw unusable(file, 'system characteristics', issues);
  return characteristics;
}

function openGiven(file: string) {
  const [only] = inputFiles([file]);
  return openInput(only ?? file);
}

function unusable(file: string, what: string, issues: readonly Issue[]): CybexError {
  const first = issues.find(({ severity }) => severity === 'error');
  const why = first === undefined ? '' : ` ${first.message} [${first.code}]`;
  return new CybexError('invalid-argument', `${file} holds no ${what} of OVAL 5.${why}`);
}

function write(file: string, document: string): void {
  try {
    writeFileSync(file, document, { mode: 0o600 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CybexError('invalid-argument', `${file} cannot be written (${code}).`, { cause });
  }
}

/** Results for people or programs, and the results document where it was asked for. */
function report(
  context: Context,
  options: Options,
  { document, issues, evaluate }: Given,
  characteristics: OvalCharacteristics,
): ExitCode {
  const evaluation = evaluateOval(document, characteristics, evaluate);
  const written = text(options.results);
  if (written !== undefined) {
    const { now } = evaluate;
    write(written, writeResults({ document, characteristics, evaluation, now }));
  }
  const wrong = issues.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    context.print.note(`The definitions have ${wrong.length} errors; see cybex oval check.`);
  }
  const wanted = evaluate.definitions ?? [...document.definitions.keys()];
  const rows = wanted.map((id) => rowOf(id, document, evaluation));
  context.print.data(rows, () =>
    table(
      ['definition', 'result', 'class', 'title'],
      rows.map(({ id, result, class: kind, title }) => [id, result, kind, title]),
    ),
  );
  for (const [id, { result, messages }] of evaluation.tests) {
    if (result === 'error' || result === 'not evaluated') {
      context.print.note(`${id}: ${result}. ${messages.join(' ')}`);
    }
  }
  return exitOf(rows);
}

interface Row {
  readonly id: string;
  readonly version: string;
  readonly class: string;
  readonly title: string;
  readonly result: string;
}

function rowOf(id: string, document: OvalDocument, { definitions }: OvalEvaluation): Row {
  const definition = document.definitions.get(id);
  return {
    id,
    version: definition?.version ?? '',
    class: definition?.class ?? '',
    title: definition?.title ?? '',
    result: definitions.get(id)?.result ?? 'error',
  };
}

/** What a true result means is for the class to say: a vulnerability that is there is a finding. */
function isFinding({ class: kind, result }: Row): boolean {
  if (kind === 'compliance') return result === 'false';
  return result === 'true' && (kind === 'vulnerability' || kind === 'patch');
}

/** Findings first; what could not be decided is never a clean end. */
function exitOf(rows: readonly Row[]): ExitCode {
  if (rows.some(isFinding)) return 1;
  const undecided = ['error', 'unknown', 'not evaluated'];
  return rows.some(({ result }) => undecided.includes(result)) ? 3 : 0;
}

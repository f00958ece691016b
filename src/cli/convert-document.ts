/** `cybex convert`: the result on stdout, what was lost on stderr. Nothing is stored or sent. */
import { writeFileSync } from 'node:fs';
import { type Converted, type ConvertOptions, canConvert, convert } from '../bridge/index.ts';
import { CybexError } from '../core/error.ts';
import { hasErrors } from '../core/issue.ts';
import { parseTimestamp } from '../core/timestamp.ts';
import { isUuid } from '../core/uuid.ts';
import type { Context } from './context.ts';
import { FindingWriter, Whereabouts } from './finding.ts';
import { inputFiles, openInput } from './input.ts';
import { messages } from './language.ts';
import { type ExitCode, table } from './print.ts';

interface Flags {
  readonly to: string;
  readonly from?: string;
  readonly losses?: string;
  readonly strict?: boolean;
  readonly now?: string;
  readonly namespace?: string;
  readonly createdBy?: string;
}

export async function runConvert(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  [given = '-']: readonly string[],
): Promise<ExitCode> {
  const flags = options as unknown as Flags;
  checkFlags(flags);
  const [file = given] = inputFiles([given]);
  const input = await bytesOf(file);
  const { to, from, now, namespace } = flags;
  const createdBy = flags.createdBy as ConvertOptions['createdBy'];
  const converted = convert(input, to, { from, now, namespace, createdBy });
  if (flags.losses !== undefined) writeLosses(flags.losses, converted);
  await report(context, file, input, converted);
  return exitOf(converted, flags.strict === true);
}

/** What would be a fault of the call, not of the document. */
function checkFlags({ from, to, now, namespace, createdBy }: Flags): void {
  const wrong = (message: string) => new CybexError('invalid-argument', message);
  if (!canConvert(from, to)) {
    throw wrong(`There is no conversion ${from === undefined ? '' : `from ${from} `}to ${to}.`);
  }
  if (now !== undefined && !parseTimestamp(now, { offsets: true }).ok) {
    throw wrong(`--now ${now} is no time of RFC 3339, e.g. 2026-11-22T00:00:00Z.`);
  }
  if (namespace !== undefined && !isUuid(namespace)) throw wrong(`${namespace} is no UUID.`);
  if (createdBy !== undefined && !isIdentity(createdBy)) {
    throw wrong(`${createdBy} is not the id of an identity (identity--UUID).`);
  }
}

function isIdentity(text: string): boolean {
  return text.startsWith('identity--') && isUuid(text.slice('identity--'.length));
}

async function report(
  context: Context,
  file: string,
  input: Uint8Array,
  converted: Converted,
): Promise<void> {
  const { losses, issues, output } = converted;
  const findings = await FindingWriter.open();
  const whereabouts = new Whereabouts();
  for (const issue of issues) {
    const place = output === undefined ? whereabouts.of(input, issue.path) : null;
    context.print.note(findings.text(file, place, issue));
  }
  if (losses.length > 0) {
    const rows = losses.map(({ path, reason }) => [path === '' ? '/' : path, reason]);
    const { lost, lostBecause } = messages();
    context.print.note(table([lost(losses.length), lostBecause], rows));
  }
  if (output === undefined && !context.print.json) return;
  context.print.data({ file, ...converted }, () => output ?? '');
}

function writeLosses(file: string, { losses }: Converted): void {
  try {
    writeFileSync(file, `${JSON.stringify(losses, null, 2)}\n`);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CybexError('invalid-argument', `${file} cannot be written (${code}).`, { cause });
  }
}

/** A result that our checker finds wrong, and none at all, are findings. */
function exitOf({ output, losses, issues }: Converted, strict: boolean): ExitCode {
  if (output === undefined || hasErrors(issues)) return 1;
  return strict && losses.length > 0 ? 1 : 0;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openInput(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

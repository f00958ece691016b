/** `cybex check`: is it valid? Every finding with place and clause; nothing is stored or sent. */
import { Command } from 'commander';
import { CHECKED, codecByName, codecBySniff } from '../../flow/codecs.ts';
import { formatUnknown } from '../../flow/issues.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { FindingWriter, Whereabouts } from '../finding.ts';
import { inputFiles, openInput } from '../input.ts';
import { messages } from '../language.ts';
import type { ExitCode } from '../print.ts';

interface Verdict {
  readonly file: string;
  readonly format: string;
  readonly valid: boolean;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Check documents against their standard, without a hub.')
    .argument('<file...>', 'files, folders, .gz, or - for stdin')
    .option('--format <name>', 'format, when it cannot be recognised')
    .option('--strict', 'findings on SHOULD clauses count as errors')
    .action(action(runCheck));
}

/** `cybex check`; the options are `format` and `strict`. */
export async function runCheck(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Promise<ExitCode> {
  let invalid = 0;
  const findings = await FindingWriter.open();
  for (const file of inputFiles(files)) {
    const verdict = await checkFile(context, findings, file, options);
    if (!verdict.valid) invalid++;
    context.print.data(verdict, () => verdictText(verdict));
  }
  return invalid > 0 ? 1 : 0;
}

async function checkFile(
  context: Context,
  findings: FindingWriter,
  file: string,
  options: Readonly<Record<string, unknown>>,
): Promise<Verdict> {
  const source = openInput(file)[Symbol.asyncIterator]();
  const first = await source.next();
  const head = first.done ? new Uint8Array(0) : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  const codec =
    typeof options.format === 'string'
      ? codecByName(CHECKED, options.format)
      : codecBySniff(CHECKED, head.subarray(0, 4096));
  const counts = { records: 0, errors: 0, warnings: 0 };
  if (codec === null) {
    const named = typeof options.format === 'string' ? options.format : undefined;
    const finding = formatUnknown(CHECKED, named);
    if (context.print.json) context.print.data({ file, ...finding }, () => '');
    else context.print.note(findings.text(file, null, finding));
    return { file, format: 'unknown', valid: false, ...counts, errors: 1 };
  }
  const whereabouts = new Whereabouts();
  for await (const piece of codec.records(whole(), { strict: options.strict === true })) {
    whereabouts.pass(piece.gap);
    if (piece.record) counts.records++;
    for (const issue of piece.issues) {
      if (issue.severity === 'error') counts.errors++;
      else if (issue.severity === 'warning') counts.warnings++;
      const place = whereabouts.of(piece.bytes, issue.path);
      const path = piece.path + issue.path;
      if (context.print.json) context.print.data({ file, ...place, ...issue, path }, () => '');
      else context.print.note(findings.text(file, place, { ...issue, path }));
    }
    if (piece.bytes) whereabouts.pass(piece.bytes);
    context.print.progress(`${file}: ${counts.records}`);
  }
  return { file, format: codec.format, valid: counts.errors === 0, ...counts };
}

function verdictText({ file, format, valid, records, errors, warnings }: Verdict): string {
  const { verdict, counted } = messages();
  return `${file}: ${verdict(valid)} ${format}, ${counted(records, errors, warnings)}`;
}

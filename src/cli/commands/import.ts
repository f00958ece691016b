/** `cybex import`: files, folders, `.gz` and `-` into a collection, with who sees it at the end. */
import { Command } from 'commander';
import type { Tlp } from '../../core/label.ts';
import { TLP_LEVELS } from '../../core/label.ts';
import type { HubConnection } from '../connect.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { FindingWriter } from '../finding.ts';
import { inputFiles, openInput } from '../input.ts';
import { messages } from '../language.ts';
import type { ExitCode } from '../print.ts';

interface Report {
  readonly status: string;
  readonly parcel: string;
  readonly bytes: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly relabelled: number;
  readonly refused: number;
  readonly unmarked: number;
  readonly labels: Readonly<Partial<Record<Tlp, number>>>;
  readonly issues: readonly {
    readonly message: string;
    readonly code: string;
    readonly severity: string;
  }[];
  readonly collection: { readonly id: string; readonly title: string; readonly unmarked: Tlp };
}

interface Item {
  readonly id: string;
  readonly path: string;
  readonly outcome: string;
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly clause: string;
    readonly path: string;
    readonly message: string;
  }[];
}

interface Line {
  readonly progress?: {
    readonly bytes: number;
    readonly stored: number;
    readonly duplicate: number;
    readonly refused: number;
  };
  readonly item?: Item;
  readonly report?: Report;
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Put information in: STIX, CVE, OSV, CSAF, OpenVEX, NVD, JVN, CWE, KEV, of any size.',
    )
    .argument('<file...>', 'files, folders, .gz, or - for stdin')
    .requiredOption('--collection <id>', 'collection id or alias')
    .option('--tlp <level>', `TLP for what carries no TLP marking: ${TLP_LEVELS.join(', ')}`)
    .option('--format <name>', 'format, when it cannot be recognised')
    .option('--from <time>', 'embargo: nobody else sees it before this time (RFC 3339)')
    .option('--until <time>', 'nobody else sees it from this time on')
    .option('--organisation <id>', 'deliver for this organisation (site administrator)')
    .option('--strict', 'findings on SHOULD clauses count as errors')
    .option('--tolerant', 'for published catalogues: errors on which nothing rests are warnings')
    .option('--dry-run', 'say what would happen, store nothing')
    .action(action(runImport));
}

async function runImport(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Promise<ExitCode> {
  return context.withHub(async (hub) => {
    let faulty = 0;
    const findings = await FindingWriter.open();
    const send = (file: string) => importFile(context, hub, findings, options, file);
    for await (const [file, report] of atOnce(inputFiles(files), send)) {
      context.print.data({ file, ...report }, () =>
        reportText(file, report, text(options.tlp)?.toUpperCase()),
      );
      // An empty file is refused as a whole, without a piece that could lie in quarantine.
      if (report.refused > 0 || report.issues.some(({ severity }) => severity === 'error'))
        faulty++;
    }
    return faulty > 0 ? 1 : 0;
  });
}

/** Files under way at a time: each waits for the disk three times, and they share its syncs. */
const AT_ONCE = 8;

/** Sends files some at a time and gives what came of each in their order. */
async function* atOnce<Result>(
  files: readonly string[],
  send: (file: string) => Promise<Result>,
): AsyncGenerator<[file: string, result: Result]> {
  const under: [file: string, result: Promise<Result>][] = [];
  for (const file of files) {
    const result = send(file);
    // Its error is told where it is awaited, in the order of the files.
    result.catch(() => {});
    under.push([file, result]);
    if (under.length < AT_ONCE) continue;
    const [first, done] = under.shift() as [string, Promise<Result>];
    yield [first, await done];
  }
  for (const [file, result] of under) yield [file, await result];
}

async function importFile(
  context: Context,
  hub: HubConnection,
  findings: FindingWriter,
  options: Readonly<Record<string, unknown>>,
  file: string,
): Promise<Report> {
  const began = performance.now();
  let report: Report | undefined;
  const lines = hub.lines<Line>({
    method: 'POST',
    path: '/import',
    query: {
      collection: text(options.collection),
      tlp: text(options.tlp)?.toUpperCase(),
      format: text(options.format),
      from: text(options.from),
      until: text(options.until),
      organisation: text(options.organisation),
      strict: options.strict === true,
      tolerant: options.tolerant === true,
      dry_run: options.dryRun === true,
      source: file,
    },
    stream: openInput(file),
  });
  for await (const line of lines) {
    if (line.progress) context.print.progress(progressText(file, line.progress, began));
    if (line.item?.outcome === 'refused') noteRefusal(context, findings, file, line.item);
    report = line.report ?? report;
  }
  if (report === undefined) throw new Error(`${file}: the hub gave no report`);
  return report;
}

function noteRefusal(context: Context, findings: FindingWriter, file: string, item: Item): void {
  for (const issue of item.issues) {
    if (issue.severity !== 'error') continue;
    const finding = { ...issue, path: item.path + issue.path };
    context.print.note(findings.text(file, null, finding));
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function progressText(
  file: string,
  progress: NonNullable<Line['progress']>,
  began: number,
): string {
  const { bytes, stored, duplicate, refused } = progress;
  const rate = Math.round(((stored + duplicate) * 1000) / (performance.now() - began));
  const megabytes = (bytes / 1e6).toFixed(1);
  return `${file}: ${stored} + ${duplicate} (${refused}) · ${megabytes} MB · ${rate}/s`;
}

function reportText(file: string, report: Report, tlp: string | undefined): string {
  const words = messages();
  const counts = [
    `${report.stored} ${words.stored}`,
    `${report.duplicate} ${words.duplicate}`,
    ...(report.relabelled > 0 ? [`${report.relabelled} ${words.relabelled}`] : []),
    `${report.refused} ${words.refused}`,
  ];
  const sees = TLP_LEVELS.filter((tlp) => report.labels[tlp]).map(
    (tlp) => `  ${tlp} (${report.labels[tlp]}): ${words.whoSees[tlp]}`,
  );
  const unmarked = tlp ?? report.collection.unmarked;
  return [
    `${file} → ${report.collection.title}: ${counts.join(', ')}.`,
    ...report.issues.map(({ message, code }) => `  ${message} [${code}]`),
    ...(report.unmarked > 0 ? [words.unmarked(report.unmarked, unmarked)] : []),
    ...(sees.length > 0 ? [`${words.whoSeesTitle}:`, ...sees] : []),
    ...(report.unmarked > 0 && unmarked !== 'CLEAR' ? [words.publish] : []),
  ].join('\n');
}

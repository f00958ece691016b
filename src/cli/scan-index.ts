/** `cybex scan index`: advisories of the world in one file that can be carried anywhere. */
import { closeSync, fstatSync, renameSync, rmSync } from 'node:fs';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { microsToTimestamp, timestampFault } from '../core/timestamp.ts';
import { VERSION } from '../index.ts';
import { AdvisoryFile, AdvisoryFileWriter, type FileHead } from '../state/advisory-file/index.ts';
import { type DataSource, SourceLedger, sourceName } from '../state/exposure-report/index.ts';
import type { Context } from './context.ts';
import { columns, type ExitCode } from './print.ts';
import { opened, SpillFile, sourceOf, writeAll } from './scan-index-files.ts';
import { type Gathered, gather } from './scan-index-input.ts';
import { scanWords } from './scan-words.ts';

type Options = Readonly<Record<string, unknown>>;

/** Opens an index to read from it; the file is closed when the process ends. */
export function openIndex(file: string): AdvisoryFile {
  return new AdvisoryFile(sourceOf(file).source);
}

export async function buildIndex(context: Context, options: Options): Promise<ExitCode> {
  const { output } = options;
  if (typeof output !== 'string') {
    throw new CybexError('invalid-argument', 'Where the index is to be written is not said.', {
      remedy: 'Name the file with -o FILE.',
    });
  }
  const from = (options.from ?? []) as readonly string[];
  return written(context, output, (writer) => gather(context, from, writer), asOf(options));
}

/** The records of an index with those of the delta, of which the newer editions count. */
export async function updateIndex(
  context: Context,
  options: Options,
  [file = '']: readonly string[],
): Promise<ExitCode> {
  const { source, close } = sourceOf(file);
  try {
    const old = new AdvisoryFile(source);
    const fill = (writer: AdvisoryFileWriter) => {
      writer.add(old.catalogues(), old.epss());
      return gather(context, (options.delta ?? []) as readonly string[], writer, old);
    };
    const output = typeof options.output === 'string' ? options.output : file;
    return await written(context, output, fill, asOf(options));
  } finally {
    close();
  }
}

export async function showIndex(
  context: Context,
  options: Options,
  [file = '']: readonly string[],
): Promise<ExitCode> {
  const { source, close } = sourceOf(file);
  try {
    const index = new AdvisoryFile(source);
    if (options.verify === true) {
      index.verify((blocks) => context.print.progress(`${blocks} / ${index.head.blocks}`));
    }
    const { sections: _, witnesses: __, ...said } = index.head;
    const verified = options.verify === true;
    context.print.data({ file, bytes: source.bytes, verified, ...said }, () =>
      headText(file, source.bytes, index.head, verified),
    );
    return 0;
  } finally {
    close();
  }
}

async function written(
  context: Context,
  output: string,
  fill: (writer: AdvisoryFileWriter) => Promise<Gathered>,
  date: string | null,
): Promise<ExitCode> {
  const began = performance.now();
  const spill = new SpillFile(`${output}.spill`);
  const part = `${output}.part`;
  try {
    const writer = new AdvisoryFileWriter(spill);
    const { ledger, counts, unreadable } = await fill(writer);
    const target = opened(part, 'w');
    const head = writer.finish(
      { write: (offset, bytes) => void writeAll(target, bytes, offset) },
      {
        tool: `cybex ${VERSION}`,
        made: microsToTimestamp(systemClock().now()),
        sources: dated(ledger, date),
        unreadable: { count: unreadable.length, names: unreadable.slice(0, 20) },
      },
      (done) => context.print.progress(`${done} / ${writer.records}`),
    );
    const { size } = fstatSync(target);
    closeSync(target);
    renameSync(part, output);
    const seconds = (performance.now() - began) / 1_000;
    const { sections: _, witnesses: __, ...said } = head;
    context.print.data({ file: output, bytes: size, ...counts, seconds, ...said }, () =>
      [headText(output, size, head, false), scanWords().built(counts, seconds)].join('\n'),
    );
    for (const name of head.unreadable.names) context.print.note(`${scanWords().unread}: ${name}`);
    return unreadable.length > 0 ? 1 : 0;
  } finally {
    spill.close();
    rmSync(part, { force: true });
  }
}

/** Sources with the day on which they were fetched, where the operator says it. */
function dated(ledger: SourceLedger, date: string | null): readonly DataSource[] {
  if (date === null) return ledger.list();
  const later = new SourceLedger();
  for (const source of ledger.list()) {
    later.add(source);
    later.add({ ...source, date, count: 0 });
  }
  return later.list();
}

function asOf({ asOf: given }: Options): string | null {
  if (typeof given !== 'string') return null;
  const time = /^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T00:00:00Z` : given;
  if (timestampFault(time, { offsets: true }) === null) return time;
  throw new CybexError('invalid-argument', `--as-of ${given} is no day and no time (RFC 3339).`);
}

function headText(file: string, bytes: number, head: FileHead, verified: boolean): string {
  const words = scanWords();
  const rows = head.sources.map(({ date, count, ...source }) => [
    `  ${sourceName({ ...source, date, count })}`,
    String(count),
    date === null ? words.undated : words.newest(date),
  ]);
  return [
    words.indexHead(file, head.records, (bytes / 1e6).toFixed(1), head.made),
    ...columns(rows),
    ...(verified ? [words.verified] : []),
  ].join('\n');
}

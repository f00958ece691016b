/** `cybex preview --as PEER`: what a peer gets and, for the rest, the rule. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { table } from '../print.ts';

interface Line {
  readonly record?: {
    readonly id: string;
    readonly title: string;
    readonly tlp: string;
    readonly gets: boolean;
    readonly rules: readonly string[];
  };
  readonly total?: {
    readonly gets: number;
    readonly withheld: number;
    readonly rules: Readonly<Record<string, number>>;
  };
}

export function previewCommand(): Command {
  return new Command('preview')
    .description('What another party gets over a feed, and why not the rest.')
    .requiredOption('--as <who>', 'organisation, person, peer or service; or anonymous')
    .option('--collection <id>', 'only this collection')
    .option('--limit <count>', 'look at so many records at most', '100000')
    .addHelpText('after', '\nExample:\n  cybex preview --as anonymous')
    .action(action(preview));
}

async function preview(
  context: Context,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { print } = context;
  await context.withHub(async (hub) => {
    const rows: string[][] = [];
    let total: Line['total'];
    const lines = hub.lines<Line>({
      method: 'GET',
      path: '/preview',
      query: {
        as: String(options.as),
        collection: typeof options.collection === 'string' ? options.collection : undefined,
        limit: String(options.limit),
      },
    });
    for await (const line of lines) {
      if (print.json) print.data(line, () => '');
      else if (line.record) rows.push(row(line.record));
      total = line.total ?? total;
    }
    if (print.json || total === undefined) return;
    const { gets, withheld } = total;
    const summary = `${gets} given, ${withheld} withheld`;
    print.data(total, () => `${table(['', 'tlp', 'rule', 'title', 'id'], rows)}\n${summary}`);
  });
}

function row({ gets, tlp, rules, title, id }: NonNullable<Line['record']>): string[] {
  return [gets ? 'gets' : 'withheld', tlp, rules.join(' '), title.slice(0, 40), id];
}

/** `cybex preview --as PEER`: what a peer gets and, for the rest, the rule. */
import { Command } from 'commander';
import { POLICY_RULES, type RuleId } from '../../policy/index.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { language, messages } from '../language.ts';
import { table } from '../print.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly tlp: string;
  readonly gets: boolean;
  readonly rules: readonly string[];
}

interface Total {
  readonly gets: number;
  readonly withheld: number;
  readonly rules: Readonly<Record<string, number>>;
}

interface Line {
  readonly record?: Row;
  readonly total?: Total;
}

export function previewCommand(): Command {
  return new Command('preview')
    .description('What another party gets over a feed, and why not the rest.')
    .requiredOption('--as <who>', 'organisation, person, peer or service; or anonymous')
    .option('--collection <id>', 'only this collection')
    .option('--limit <count>', 'look at so many records at most', '100000')
    .option('--list', 'one line per record')
    .action(action(preview));
}

async function preview(
  context: Context,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { print } = context;
  await context.withHub(async (hub) => {
    const examples = new Map<string, Row>();
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
      const { record, total } = line;
      if (record) noteExamples(examples, record);
      if (print.json) print.data(line, () => '');
      else if (record && options.list === true) print.data(record, () => recordText(record));
      else if (total) print.data(total, () => totalText(String(options.as), total, examples));
    }
  });
}

/** The least id of each rule: the same example whatever order the positions of a house give. */
function noteExamples(examples: Map<string, Row>, row: Row): void {
  if (row.gets) return;
  for (const rule of row.rules) {
    const kept = examples.get(rule);
    if (kept === undefined || isBetterExample(row, kept)) examples.set(rule, row);
  }
}

/** One with a title says more than one without. */
function isBetterExample(row: Row, kept: Row): boolean {
  const named = (candidate: Row) => candidate.title !== '';
  return named(row) === named(kept) ? row.id < kept.id : named(row);
}

/** Columns of fixed width: the list may be longer than memory would like. */
function recordText({ gets, tlp, rules, title, id }: Row): string {
  const verdict = gets ? 'gets' : 'withheld';
  return `${verdict.padEnd(9)} ${tlp.padEnd(13)} ${id}  ${title.slice(0, 60)}  ${rules.join(' ')}`.trimEnd();
}

function totalText(who: string, total: Total, examples: ReadonlyMap<string, Row>): string {
  const { gets, withheld } = total;
  const summary = messages().preview(who, gets, gets + withheld);
  const rows = Object.entries(total.rules)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => [String(count), rule, exampleText(examples.get(rule)), reason(rule)]);
  if (rows.length === 0) return summary;
  return `${summary}\n\n${table([...messages().previewColumns], rows)}`;
}

function exampleText(row: Row | undefined): string {
  return row === undefined ? '' : (row.title || row.id).slice(0, 40);
}

/** Why a rule withholds, in the reader's language. */
function reason(rule: string): string {
  if (rule === 'no-grant') return messages().noGrant;
  const text = Object.hasOwn(POLICY_RULES, rule) ? POLICY_RULES[rule as RuleId].says.deny : null;
  return text?.[language()] ?? '';
}

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
    const examples = new Map<string, string>();
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

function noteExamples(examples: Map<string, string>, { gets, rules, title, id }: Row): void {
  if (gets) return;
  for (const rule of rules) if (!examples.get(rule)) examples.set(rule, title || id);
}

/** Columns of fixed width: the list may be longer than memory would like. */
function recordText({ gets, tlp, rules, title, id }: Row): string {
  const verdict = gets ? 'gets' : 'withheld';
  return `${verdict.padEnd(9)} ${tlp.padEnd(13)} ${id}  ${title.slice(0, 60)}  ${rules.join(' ')}`.trimEnd();
}

function totalText(who: string, total: Total, examples: ReadonlyMap<string, string>): string {
  const { gets, withheld } = total;
  const summary = messages().preview(who, gets, gets + withheld);
  const rows = Object.entries(total.rules)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => [
      String(count),
      rule,
      (examples.get(rule) ?? '').slice(0, 40),
      reason(rule),
    ]);
  if (rows.length === 0) return summary;
  return `${summary}\n\n${table([...messages().previewColumns], rows)}`;
}

/** Why a rule withholds, in the reader's language. */
function reason(rule: string): string {
  if (rule === 'no-grant') return messages().noGrant;
  const text = Object.hasOwn(POLICY_RULES, rule) ? POLICY_RULES[rule as RuleId].says.deny : null;
  return text?.[language()] ?? '';
}

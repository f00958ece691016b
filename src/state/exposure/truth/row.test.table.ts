/**
 * How the truth table is written: one line a row, `component | statement | verdict | reason`, under
 * a head with the package that both are about. It was written before the engine that it judges.
 */

/** `silent`: the data speak of the ecosystem and release, and say nothing about this component. */
export type Verdict =
  | 'affected'
  | 'not_affected'
  | 'fixed'
  | 'under_investigation'
  | 'undecidable'
  | 'candidate'
  | 'ignored'
  | 'no_data'
  | 'silent';

export interface Row {
  readonly group: string;
  readonly component: string;
  readonly statement: string;
  readonly verdict: Verdict;
  /** Code of what is undecidable or without data. */
  readonly code: string | null;
  readonly reason: string;
}

const VERDICTS: readonly string[] = [
  'affected',
  'not_affected',
  'fixed',
  'under_investigation',
  'undecidable',
  'candidate',
  'ignored',
  'no_data',
  'silent',
];

/** The rows of a text; a verdict may have a code after a colon, as in `undecidable:version`. */
export function rows(group: string, text: string): Row[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('--'))
    .map((line) => {
      const cells = line.split(' | ').map((cell) => cell.trim());
      const [component = '', statement = '', said = '', reason = ''] = cells;
      const [verdict = '', code = null] = said.split(':');
      if (cells.length !== 4 || reason === '' || !VERDICTS.includes(verdict)) {
        throw new Error(`${group}: no row: ${line}`);
      }
      return { group, component, statement, verdict: verdict as Verdict, code, reason };
    });
}

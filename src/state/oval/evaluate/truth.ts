/** Results of many made one, by the tables. */
import {
  type OvalCheck,
  type OvalExistence,
  type OvalFlag,
  type OvalOperator,
  type OvalResult,
  type OvalSetOperator,
  type OvalStatus,
  RESULT_WORDS,
} from '../words.ts';
import {
  CHECK_TABLES,
  EXISTENCE_TABLES,
  FLAG_ORDER,
  OPERATOR_TABLES,
  SET_TABLES,
} from './truth.table.ts';

interface Row {
  readonly holds: readonly ((count: number) => boolean)[];
  readonly result: OvalResult;
}

const COUNTS: Readonly<Record<string, (count: number) => boolean>> = {
  '0': (count) => count === 0,
  '1': (count) => count === 1,
  '0+': () => true,
  '1+': (count) => count >= 1,
  '2+': (count) => count >= 2,
  '0,1': (count) => count <= 1,
  odd: (count) => count % 2 === 1,
  even: (count) => count % 2 === 0,
};

const read = new Map<string, readonly Row[]>();

function rowsOf(table: string): readonly Row[] {
  let rows = read.get(table);
  if (rows === undefined) {
    rows = table.trim().split('\n').map(readRow);
    read.set(table, rows);
  }
  return rows;
}

function readRow(line: string): Row {
  const [counts = '', result = ''] = line.split('|');
  const holds = counts
    .trim()
    .split(/ +/)
    .map((each) => COUNTS[each] as (count: number) => boolean);
  return { holds, result: result.trim() as OvalResult };
}

/** The result of the first row that holds; without any count there is nothing to say. */
function resultOf(table: string, counts: readonly number[], otherwise: OvalResult): OvalResult {
  for (const { holds, result } of rowsOf(table)) {
    if (holds.every((test, i) => test(counts[i] ?? 0))) return result;
  }
  return otherwise;
}

function count(results: Iterable<OvalResult>): number[] {
  const counts = RESULT_WORDS.map(() => 0);
  for (const result of results) {
    const at = RESULT_WORDS.indexOf(result);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/** Results bound by an operator; of none there is no result to speak of: unknown. */
export function byOperator(operator: OvalOperator, results: readonly OvalResult[]): OvalResult {
  if (results.length === 0) return 'unknown';
  return resultOf(OPERATOR_TABLES[operator], count(results), 'error');
}

/** Results under a check; of none: unknown. */
export function byCheck(check: OvalCheck, results: readonly OvalResult[]): OvalResult {
  if (results.length === 0) return 'unknown';
  return resultOf(CHECK_TABLES[check], count(results), 'error');
}

const STATUS_ORDER: readonly OvalStatus[] = ['exists', 'does not exist', 'error', 'not collected'];

/** Whether as many exist as a check of existence asks for. */
export function byExistence(existence: OvalExistence, statuses: readonly OvalStatus[]): OvalResult {
  const counts = STATUS_ORDER.map((wanted) => statuses.filter((each) => each === wanted).length);
  return resultOf(EXISTENCE_TABLES[existence], counts, 'error');
}

/** OVAL Common Schema: a negated true is false and the other way round; others stay. */
export function negate(result: OvalResult): OvalResult {
  if (result === 'true') return 'false';
  return result === 'false' ? 'true' : result;
}

const SHORT: Readonly<Record<string, OvalFlag>> = {
  E: 'error',
  C: 'complete',
  I: 'incomplete',
  DNE: 'does not exist',
  NC: 'not collected',
  NA: 'not applicable',
};

/** The flag of a set of two. */
export function setFlag(operator: OvalSetOperator, first: OvalFlag, second: OvalFlag): OvalFlag {
  const row = SET_TABLES[operator].trim().split('\n')[FLAG_ORDER.indexOf(second)] ?? '';
  return SHORT[row.split(/ +/)[FLAG_ORDER.indexOf(first)] ?? ''] ?? 'error';
}

/** Flags that decide over all others, strongest first (concat function of the Definitions Schema). */
const STRENGTH: readonly OvalFlag[] = [
  'error',
  'not applicable',
  'not collected',
  'does not exist',
  'incomplete',
  'complete',
];

/** The flag of a function over its components. */
export function functionFlag(flags: readonly OvalFlag[]): OvalFlag {
  return STRENGTH.find((flag) => flags.includes(flag)) ?? 'error';
}

/** The result of a conformance run: totals, exit code, and a table for a person. */
import { CybexError } from '../../../core/error.ts';
import type { Level } from './clauses.ts';
import type { CheckRow, Result } from './verdict.ts';

export interface CheckSummary {
  readonly server: string;
  readonly collection: string;
  readonly totals: Readonly<Record<Level, Readonly<Record<Result, number>>>>;
  /** Rows of level MUST and SHOULD that failed. */
  readonly findings: number;
  /** True when the server was reached over HTTPS; else §8.2.2 was not looked at. */
  readonly secure: boolean;
  /** Ids of test objects that the server did not take away. */
  readonly left: readonly string[];
}

export interface RunPlace {
  readonly server: string;
  readonly collection: string;
  readonly left: readonly string[];
}

export function summarise(rows: readonly CheckRow[], place: RunPlace): CheckSummary {
  const count = (level: Level) => {
    const ofLevel = rows.filter((row) => row.level === level);
    const of = (result: Result) => ofLevel.filter((row) => row.result === result).length;
    return { pass: of('pass'), fail: of('fail'), 'not-applicable': of('not-applicable') };
  };
  const totals = { MUST: count('MUST'), SHOULD: count('SHOULD'), ADVICE: count('ADVICE') };
  return {
    ...place,
    totals,
    findings: totals.MUST.fail + totals.SHOULD.fail,
    secure: place.server.startsWith('https:'),
  };
}

/** Exit code of a finished run: 0 nothing found, 1 findings. Advice is not a finding. */
export function exitCodeOf(summary: CheckSummary): 0 | 1 {
  return summary.findings === 0 ? 0 : 1;
}

/** Exit code of a run that threw: 2 wrong use, 3 the server could not be reached. */
export function exitCodeOfError(error: unknown): 2 | 3 {
  const wrongUse = ['invalid-argument', 'unauthenticated'];
  return error instanceof CybexError && wrongUse.includes(error.code) ? 2 : 3;
}

export type Language = 'en' | 'ja';

interface Words {
  readonly result: Readonly<Record<Result, string>>;
  readonly headings: readonly [result: string, level: string, clause: string, requirement: string];
  readonly reason: string;
  readonly totals: (summary: CheckSummary) => string;
  readonly nothing: string;
  readonly insecure: string;
  readonly left: (ids: readonly string[]) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    result: { pass: 'pass', fail: 'FAIL', 'not-applicable': 'n/a' },
    headings: ['Result', 'Level', 'Clause', 'Requirement'],
    reason: 'why',
    totals: ({ totals: { MUST, SHOULD, ADVICE } }) =>
      `MUST ${MUST.pass} pass, ${MUST.fail} fail, ${MUST['not-applicable']} not applicable; ` +
      `SHOULD ${SHOULD.pass} / ${SHOULD.fail} / ${SHOULD['not-applicable']}; ` +
      `advice ${ADVICE.pass} / ${ADVICE.fail} / ${ADVICE['not-applicable']}`,
    nothing: 'No findings.',
    insecure: 'Reached over plain HTTP: HTTPS and TLS (§8.2.2) were not looked at.',
    left: (ids) => `${ids.length} test objects could not be taken away: ${ids.join(', ')}`,
  },
  ja: {
    result: { pass: '適合', fail: '不適合', 'not-applicable': '対象外' },
    headings: ['結果', '水準', '条項', '要求事項'],
    reason: '理由',
    totals: ({ totals: { MUST, SHOULD, ADVICE } }) =>
      `MUST 適合 ${MUST.pass}、不適合 ${MUST.fail}、対象外 ${MUST['not-applicable']}、` +
      `SHOULD ${SHOULD.pass} / ${SHOULD.fail} / ${SHOULD['not-applicable']}、` +
      `助言 ${ADVICE.pass} / ${ADVICE.fail} / ${ADVICE['not-applicable']}`,
    nothing: '不適合はありません。',
    insecure: '平文の HTTP で接続したため、HTTPS と TLS (§8.2.2) は確認していません。',
    left: (ids) => `試験用オブジェクト ${ids.length} 件を削除できませんでした: ${ids.join(', ')}`,
  },
};

/** One line of the table; a second one with the reason, and the request, where there is one. */
export function rowText(row: CheckRow, language: Language = 'en'): string {
  const words = WORDS[language];
  const cells = [words.result[row.result], row.level, row.clause];
  const line = `${columns(cells)}${row.id}: ${row.requirement}`;
  if (row.reason === undefined || row.result === 'pass') return line;
  const [shown] = row.evidence;
  const request = shown === undefined ? '' : ` [${shown.request} → ${shown.status}]`;
  return `${line}\n${columns(['', '', ''])}${words.reason}: ${row.reason}${request}`;
}

export function headingText(language: Language = 'en'): string {
  const [result, level, clause, requirement] = WORDS[language].headings;
  return `${columns([result, level, clause])}${requirement}`;
}

export function summaryText(summary: CheckSummary, language: Language = 'en'): string {
  const words = WORDS[language];
  return [
    words.totals(summary),
    ...(summary.findings === 0 ? [words.nothing] : []),
    ...(summary.secure ? [] : [words.insecure]),
    ...(summary.left.length === 0 ? [] : [words.left(summary.left)]),
  ].join('\n');
}

/** The whole report as text. */
export function reportText(
  rows: readonly CheckRow[],
  summary: CheckSummary,
  language: Language = 'en',
): string {
  const lines = rows.map((row) => rowText(row, language));
  return [headingText(language), ...lines, '', summaryText(summary, language), ''].join('\n');
}

const WIDTHS = [8, 8, 22];

function columns(cells: readonly string[]): string {
  return cells.map((cell, index) => pad(cell, WIDTHS[index] ?? 0)).join('');
}

/** Pads to terminal columns: Japanese characters take two. */
function pad(text: string, width: number): string {
  const taken = [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

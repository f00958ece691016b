/** `cybex score`: scores of vectors, what they rest on, and what a change would do; without a hub. */
import { createInterface } from 'node:readline';
import { CybexError } from '../core/error.ts';
import type { Issue } from '../core/issue.ts';
import {
  type CvssDriver,
  type CvssScore,
  changeCvss,
  explainCvss,
  formatCvss,
  parseCvss,
  scoreCvss,
} from '../state/cvss/index.ts';
import { type CwssScore, scoreCwss } from '../state/cwss/index.ts';
import type { Context } from './context.ts';
import { FindingWriter } from './finding.ts';
import type { ExitCode } from './print.ts';
import { columns } from './print.ts';

/** What is asked of every vector. */
interface Question {
  readonly changes: Readonly<Record<string, string>> | null;
  readonly explain: boolean;
}

interface WhatIf {
  readonly vector: string;
  readonly score: number;
  readonly severity: string;
  readonly delta: number;
}

interface Answer {
  readonly vector: string;
  readonly score: CvssScore | CwssScore | null;
  readonly whatIf?: WhatIf;
  readonly drivers?: readonly CvssDriver[];
  readonly issues: readonly Issue[];
}

export async function runScore(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Promise<ExitCode> {
  const question: Question = {
    changes: typeof options.if === 'string' ? changesOf(options.if) : null,
    explain: options.explain === true,
  };
  const findings = await FindingWriter.open();
  let faulty = 0;
  for await (const vector of vectorsOf(words)) {
    const answer = answerOf(vector, question);
    if (answer.issues.some(({ severity }) => severity === 'error')) faulty++;
    if (!context.print.json) {
      for (const issue of answer.issues) context.print.note(findings.text(vector, null, issue));
    }
    if (context.print.json) context.print.data(plain(answer), () => '');
    else if (answer.score !== null) context.print.data(null, () => answerText(answer));
  }
  return faulty > 0 ? 1 : 0;
}

/** Words of the command line; `-` stands for the lines of stdin that are not empty. */
async function* vectorsOf(words: readonly string[]): AsyncGenerator<string> {
  for (const word of words) {
    if (word !== '-') yield word;
    else {
      for await (const line of createInterface({ input: process.stdin })) {
        if (line.trim() !== '') yield line;
      }
    }
  }
}

function changesOf(text: string): Record<string, string> {
  const pairs = text.split('/').map((piece): [string, string] => {
    const [name = '', code = '', ...more] = piece.split(':');
    if (name === '' || code === '' || more.length > 0) {
      throw new CybexError('invalid-argument', `--if takes metric:value, not "${piece}"`, {
        remedy: 'Write it as in a vector: --if E:U/MAV:A',
      });
    }
    return [name, code];
  });
  return Object.fromEntries(pairs);
}

function answerOf(vector: string, { changes, explain }: Question): Answer {
  if (isCwss(vector)) {
    const scored = scoreCwss(vector);
    return { vector, score: scored.ok ? scored.value : null, issues: scored.issues };
  }
  const scored = scoreCvss(vector);
  if (!scored.ok) return { vector, score: null, issues: scored.issues };
  const explained = explain ? explainCvss(vector) : null;
  const changed = changes === null ? null : whatIf(vector, scored.value.score, changes);
  return {
    vector,
    score: scored.value,
    ...(changed?.answer ? { whatIf: changed.answer } : {}),
    ...(explained?.ok ? { drivers: explained.value } : {}),
    issues: [...scored.issues, ...(changed?.issues ?? [])],
  };
}

/** Factors of CWSS carry a weight behind a comma, which no vector of CVSS has. */
function isCwss(vector: string): boolean {
  return /(?:^|[(/])TI:[A-Z]+(?:[,/]|$)/.test(vector);
}

function whatIf(
  vector: string,
  before: number,
  changes: Readonly<Record<string, string>>,
): { answer?: WhatIf; issues: readonly Issue[] } {
  const parsed = parseCvss(vector);
  const changed = parsed.ok ? changeCvss(parsed.value, changes) : parsed;
  if (!changed.ok) return { issues: changed.issues };
  const scored = scoreCvss(changed.value);
  if (!scored.ok) return { issues: scored.issues };
  const { score, severity } = scored.value;
  const delta = (Math.round(score * 10) - Math.round(before * 10)) / 10;
  return { answer: { vector: formatCvss(changed.value), score, severity, delta }, issues: [] };
}

/** One flat object a vector; the score's members lie beside the vector. */
function plain({ vector, score, ...rest }: Answer): object {
  return { vector, ...(score ?? { score: null }), ...rest };
}

function answerText({ vector, score, whatIf: changed, drivers }: Answer): string {
  const lines: string[] = [];
  if (score !== null && 'version' in score) {
    lines.push(`${score.score.toFixed(1)}  ${score.severity}  ${score.name}  ${vector}`);
    if (score.version === '4.0') lines.push(`  macro vector ${score.macroVector}`);
    else {
      const { base, temporal, environmental, impact, exploitability } = score;
      lines.push(
        `  base ${base.toFixed(1)}  temporal ${temporal.toFixed(1)}  environmental ${environmental.toFixed(1)}  impact ${impact.toFixed(1)}  exploitability ${exploitability.toFixed(1)}`,
      );
    }
  } else if (score !== null) {
    lines.push(`${score.score.toFixed(1)}  CWSS  ${vector}`);
    const { base, attackSurface, environmental } = score;
    lines.push(`  base ${base}  attack surface ${attackSurface}  environmental ${environmental}`);
  }
  if (changed) {
    const sign = changed.delta > 0 ? '+' : '';
    lines.push(
      `  if  ${changed.score.toFixed(1)}  ${changed.severity}  ${sign}${changed.delta.toFixed(1)}  ${changed.vector}`,
    );
  }
  if (drivers) lines.push(...driverLines(drivers));
  return lines.join('\n');
}

function driverLines(drivers: readonly CvssDriver[]): string[] {
  const rows = drivers.map(({ metric, value, title, valueTitle, cost, alternatives }) => [
    '',
    `${metric}:${value}`,
    `${title}: ${valueTitle}`,
    cost.toFixed(1),
    alternatives.map((other) => `${other.value} ${other.score.toFixed(1)}`).join(', '),
  ]);
  return columns([['', 'metric', '', 'costs', 'else'], ...rows]);
}

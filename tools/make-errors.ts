/** Makes docs/errors.md: every code that a stranger may meet, from the tables of the modules. */
import { ERROR_CODES } from '../src/core/error.ts';
import { finish, isProgram } from './document.ts';
import { cell, code, table } from './markdown.ts';
import { type FoundTable, findTables, textOf, titleOf } from './tables.ts';

export const ERRORS_DOCUMENT = 'docs/errors.md';

const HEAD = `# Codes

Made by \`npm run docs\` from the tables in \`src\`; do not edit.

A code never changes its meaning. **Errors** are of the operating world or of wrong use, and end what
was asked. **Findings** are about input: they come in lists, with severity, clause, place and message,
and one of severity error means that the record is not accepted.`;

/** The text of docs/errors.md. */
export async function errorsDocument(): Promise<string> {
  const tables = await findTables('ISSUES');
  return `${[HEAD, errorCodes(), ...tables.map(findings)].join('\n\n')}\n`;
}

function errorCodes(): string {
  const rows = Object.entries(ERROR_CODES).map(([name, row]) => [
    code(name),
    cell(row.meaning),
    cell(row.remedy),
  ]);
  return `## Errors\n\n${table(['code', 'what it means', 'what helps'], rows)}`;
}

function findings(found: FoundTable): string {
  const rows = Object.entries(found.value as Record<string, unknown>);
  const extra = ['status', 'level', 'check'].filter((member) =>
    rows.some(([, row]) => textOf(row, member) !== ''),
  );
  const headers = ['code', ...extra, 'clause', 'what is wrong', 'what to do'];
  const lines = rows.map(([name, row]) => [
    code(name),
    ...extra.map((member) => cell(textOf(row, member))),
    ...['clause', 'meaning', 'remedy'].map((member) => cell(required(found, name, row, member))),
  ]);
  return `## ${titleOf(found)}\n\n${table(headers, lines)}`;
}

function required(found: FoundTable, name: string, row: unknown, member: string): string {
  const text = textOf(row, member);
  if (text === '') throw new Error(`${found.name} in ${found.room}: ${name} has no ${member}`);
  return text;
}

if (isProgram(import.meta.url)) finish(ERRORS_DOCUMENT, await errorsDocument());

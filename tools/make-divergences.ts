/**
 * Makes the tables in docs/divergences.md: where a case, a reference or an open clause is read
 * otherwise than one might expect. What stands outside the markers is written by hand and stays.
 */
import { finish, isProgram, readDocument } from './document.ts';
import { cell, part, replacePart, table } from './markdown.ts';
import { type FoundTable, findTables, textOf, titleOf } from './tables.ts';

export const DIVERGENCES_DOCUMENT = 'docs/divergences.md';

const HEAD = `# Divergences

Where we differ from a reference implementation, from a case of a published suite, or from one
possible reading of a clause, and why. The tables are made by \`npm run docs\` from the
\`*_DIVERGENCES\` tables in \`src\`; text outside their markers is written by hand.`;

/** The text of docs/divergences.md, given the present one. */
export async function divergencesDocument(present: string): Promise<string> {
  const tables = await findTables('DIVERGENCES');
  const content = tables.map(section).join('\n\n');
  return replacePart(present, 'tables', content) ?? `${HEAD}\n\n${part('tables', content)}\n`;
}

function section(found: FoundTable): string {
  const rows = found.value as readonly Record<string, unknown>[];
  const members = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => members.map((member) => cell(textOf(row, member))));
  return `## ${titleOf(found)}\n\n${table(members, lines)}`;
}

if (isProgram(import.meta.url)) {
  finish(DIVERGENCES_DOCUMENT, await divergencesDocument(readDocument(DIVERGENCES_DOCUMENT)));
}

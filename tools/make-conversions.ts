/** Makes docs/conversions.md: what each conversion carries and loses, from the bridges' own tables. */

import type { Mapping } from '../src/bridge/index.ts';
import { CONVERSION_MAPPINGS } from '../src/bridge/index.ts';
import { finish, isProgram } from './document.ts';
import { cell, code, table } from './markdown.ts';

export const CONVERSIONS_DOCUMENT = 'docs/conversions.md';

const HEAD = `# Conversions

Made by \`npm run docs\` from the tables in \`src/bridge\`; do not edit. What becomes of each part of a
document when it is converted into another format; why: [decision 5](adr/0005-projections.md).

The tables say it in general. The report that comes with each result (\`losses\`, \`cybex convert
--losses\`) says it of this document: every value that the result does not carry, by its JSON pointer
in the source. It is made by walking the source after the conversion, so that nothing can be
forgotten: what nobody took is in the report. \`*\` is any entry of a list; a row holds for everything
below its place for which no row says more; what no row names is lost.`;

export function conversionsDocument(): string {
  return `${[HEAD, ...CONVERSION_MAPPINGS.map(section)].join('\n\n')}\n`;
}

function section({ from, to, rows }: Mapping): string {
  const named = rows.filter(({ path }) => path !== '');
  const lines = named.map((row) => [
    code(row.path),
    row.to === undefined ? '' : cell(row.to),
    row.lost === undefined ? '' : cell(row.lost),
  ]);
  return `## ${from} to ${to}\n\n${table(['in the source', 'goes to', 'is lost, and why'], lines)}`;
}

if (isProgram(import.meta.url)) finish(CONVERSIONS_DOCUMENT, conversionsDocument());

/**
 * Makes docs/conformance.md: the clauses from the tables of the modules, and how often our verdict
 * is that of the published case lists. Without the corpora the second part stays as it is.
 */
import { type CaseList, corporaFolder } from './agreement.ts';
import { patternAgreement } from './agreement-pattern.ts';
import { stixAgreement } from './agreement-stix.ts';
import { taxiiAgreement } from './agreement-taxii.ts';
import { finish, isProgram, readDocument } from './document.ts';
import { cell, code, part, replacePart, table } from './markdown.ts';
import { type FoundTable, findTables, textOf, titleOf } from './tables.ts';

export const CONFORMANCE_DOCUMENT = 'docs/conformance.md';

const HEAD = `# Conformance

Made by \`npm run docs\` from the tables in \`src\` and from published case lists; do not edit. What a
clause asks, and the finding (see [errors.md](errors.md)) when it is broken. Where we read a clause
otherwise than somebody else: [divergences.md](divergences.md).`;

/** The text of docs/conformance.md, given the present one. */
export async function conformanceDocument(present: string): Promise<string> {
  const clauses = (await findTables('CONFORMANCE')).map(section).join('\n\n');
  const corpora = corporaFolder();
  const base =
    replacePart(present, 'clauses', clauses) ??
    [HEAD, part('clauses', clauses), part('agreement', '')].join('\n\n').concat('\n');
  if (corpora === null) return base;
  const lists = [
    ...patternAgreement(corpora),
    ...stixAgreement(corpora),
    ...taxiiAgreement(corpora),
  ];
  return replacePart(base, 'agreement', agreement(lists)) ?? base;
}

function section(found: FoundTable): string {
  const rows = found.value as readonly unknown[];
  const lines = rows.map((row) => [
    cell(textOf(row, 'clause')),
    cell(textOf(row, 'level')),
    cell([textOf(row, 'meaning'), textOf(row, 'note')].filter(Boolean).join(' ')),
    codes(row),
  ]);
  return `## ${titleOf(found)}\n\n${table(['clause', 'level', 'what it asks', 'findings'], lines)}`;
}

function codes(row: unknown): string {
  const names = textOf(row, 'codes') || textOf(row, 'code');
  return names.split(', ').filter(Boolean).map(code).join(', ');
}

function agreement(lists: readonly CaseList[]): string {
  const rows = lists.map(({ name, total, disagreements }) => {
    const agreed = total - disagreements.length;
    return [code(name), `${agreed} of ${total}`, `${((100 * agreed) / total).toFixed(1)} %`];
  });
  const cases = lists.flatMap(({ name, disagreements }) =>
    disagreements.map(({ id, expected, ours }) => [
      code(name),
      code(id),
      cell(expected),
      cell(ours),
    ]),
  );
  return [
    '## Agreement with published case lists',
    table(['list', 'agreed', 'share'], rows),
    '### Every case of disagreement',
    cases.length === 0 ? 'None.' : table(['list', 'case', 'expected', 'ours'], cases),
  ].join('\n\n');
}

if (isProgram(import.meta.url)) {
  finish(CONFORMANCE_DOCUMENT, await conformanceDocument(readDocument(CONFORMANCE_DOCUMENT)));
}

/** Every code that a caller can meet, with clause, meaning and remedy. */
import { ERROR_CODES } from '../../core/error.ts';
import type { IssueMeaning } from '../issue-tables.ts';
import type { Html, Sheet } from './html.ts';
import { html, page } from './html.ts';
import { PAGE_WORDS } from './words.ts';

type Table = readonly [title: string, rows: Readonly<Record<string, IssueMeaning>>];

export async function errorsPage(sheet: Omit<Sheet, 'heading' | 'path'>): Promise<string> {
  // The tables of every standard: not held by a hub that nobody asks for this page.
  const { ISSUE_TABLES } = await import('../issue-tables.ts');
  const words = PAGE_WORDS[sheet.language];
  const tables: Table[] = [[words.operation, ERROR_CODES], ...ISSUE_TABLES];
  const named = new Set<string>();
  const body = html`<p class="notice">${words.errorsAre}</p>
<ul>${tables.map(([title], index) => html`<li><a href="#t${index}">${title}</a></li>`)}</ul>
${tables.map(([title, rows], index) => section(title, `t${index}`, rows, named))}`;
  return page({ ...sheet, heading: words.errors, path: '/docs/errors' }, body);
}

/** A code that two tables have leads to the first of them. */
function section(title: string, id: string, rows: Table[1], named: Set<string>): Html {
  const items = Object.entries(rows).map(([code, { clause = '', meaning, remedy }]) => {
    const anchor = named.has(code) ? `${id}-${code}` : code;
    named.add(code);
    const badge = clause === '' ? '' : html` <span class="badge">${clause}</span>`;
    return html`<dt id="${anchor}"><code>${code}</code>${badge}</dt>
<dd>${text(meaning)} ${text(remedy)}</dd>`;
  });
  return html`<section><h2 id="${id}">${title}</h2><dl class="list">${items}</dl></section>`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

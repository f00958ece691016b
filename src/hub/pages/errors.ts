/** Every code that a caller can meet, with clause, meaning and remedy. */
import { ISSUE_TABLES } from '../issue-tables.ts';
import { html, page } from './html.ts';
import type { PageLanguage } from './words.ts';
import { PAGE_WORDS } from './words.ts';

export function errorsPage(language: PageLanguage, base: string): string {
  const sections = ISSUE_TABLES.map(
    ([title, rows]) =>
      html`<section><h2>${title}</h2><dl>${Object.entries(rows).map(([code, row]) => {
        const { clause = '', meaning = '', remedy = '' } = row;
        return html`<dt id="${code}"><code>${code}</code></dt>
<dd>${text(meaning)} ${text(remedy)} <span class="badge">${clause}</span></dd>`;
      })}</dl></section>`,
  );
  const title = PAGE_WORDS[language].errors;
  return page(
    language,
    title,
    base,
    html`<header><h1>${title}</h1></header><main>${sections}</main>`,
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Every code that a caller can meet, with clause, meaning and remedy. */
import { JSON_ISSUES } from '../../core/json/index.ts';
import { PATTERN_ISSUES } from '../../event/pattern/index.ts';
import { STIX_ISSUES } from '../../event/stix/index.ts';
import { TAXII_ISSUES } from '../../exchange/taxii/index.ts';
import { POLICY_ISSUES } from '../../policy/index.ts';
import { html, page } from './html.ts';
import type { PageLanguage } from './words.ts';
import { PAGE_WORDS } from './words.ts';

interface Meaning {
  readonly clause?: string;
  readonly meaning?: unknown;
  readonly remedy?: unknown;
}

const TABLES: readonly (readonly [string, Readonly<Record<string, object>>])[] = [
  ['TAXII 2.1', TAXII_ISSUES],
  ['STIX 2.1', STIX_ISSUES],
  ['STIX patterns', PATTERN_ISSUES],
  ['JSON', JSON_ISSUES],
  ['Policy', POLICY_ISSUES],
];

export function errorsPage(language: PageLanguage, base: string): string {
  const sections = TABLES.map(
    ([title, rows]) =>
      html`<section><h2>${title}</h2><dl>${Object.entries(rows).map(([code, row]) => {
        const { clause = '', meaning = '', remedy = '' } = row as Meaning;
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

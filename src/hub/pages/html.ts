/** Pages without a script: everything that came from outside is text, escaped in one place. */
import { VERSION } from '../../index.ts';
import type { PageLanguage } from './words.ts';
import { PAGE_WORDS } from './words.ts';

export type Html = { readonly html: string };
type Part = Html | string | number | readonly Part[];

/** Template tag: what is put in is escaped unless it is Html already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    text += render(part) + (strings[index + 1] ?? '');
  });
  return { html: text };
}

function render(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** No script at all, no frame, no foreign origin; the style sheet is our own file. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'private, no-store',
  vary: 'accept-language, authorization',
};

export interface Sheet {
  readonly language: PageLanguage;
  /** Path part of the public URL. */
  readonly base: string;
  /** Name of this exchange point. */
  readonly house: string;
  /** Heading of this page; the start page has the name of the house. */
  readonly heading?: string;
  /** Path of this page below the base, for the way to the other language. */
  readonly path: string;
}

/** A whole document: the same head and ways on every page. */
export function page(sheet: Sheet, body: Html): string {
  const { language, base, house, heading } = sheet;
  const words = PAGE_WORDS[language];
  const title = heading === undefined ? house : `${heading} · ${house}`;
  const document = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" type="image/svg+xml" href="${base}/assets/icon.svg">
<link rel="stylesheet" href="${base}/assets/page.css"></head>
<body><a class="skip" href="#content">${words.skip}</a>
<header class="wide-bar"><div class="column bar">${nameOf(sheet)}${ways(sheet)}</div></header>
<main id="content" class="column" tabindex="-1">${heading === undefined ? '' : html`<h1 class="page">${heading}</h1>`}
${body}</main>
<footer><div class="column bar"><span>CYBEX ${VERSION}</span><span>ITU-T X.1500</span></div></footer></body></html>
`;
  return document.html;
}

/** The name is the heading of the start page, and the way back to it from the others. */
function nameOf({ base, house, heading }: Sheet): Html {
  const icon = html`<img src="${base}/assets/icon.svg" alt="" width="32" height="32">`;
  if (heading === undefined) return html`<h1 class="name">${icon}${house}</h1>`;
  return html`<a class="name" href="${base}/">${icon}${house}</a>`;
}

function ways({ language, base, path }: Sheet): Html {
  const words = PAGE_WORDS[language];
  const [other, name] = language === 'ja' ? ['en', 'English'] : ['ja', '日本語'];
  return html`<nav aria-label="${words.ways}"><a href="${base}/docs">${words.docs}</a>
<a href="${base}/docs/errors">${words.errors}</a>
<a href="${base}${path}?lang=${other}" lang="${other}" hreflang="${other}">${name}</a></nav>`;
}

/** What stands behind the browser's own question for a user name and a password. */
import type { Sheet } from './html.ts';
import { html, page } from './html.ts';
import { PAGE_WORDS } from './words.ts';

export function signInPage(sheet: Omit<Sheet, 'heading' | 'path'>): string {
  const words = PAGE_WORDS[sheet.language];
  const body = html`<p class="notice">${words.signInHow}</p>
<p><a href="${sheet.base}/sign-in">${words.again}</a></p>`;
  return page({ ...sheet, heading: words.signIn, path: '/sign-in' }, body);
}

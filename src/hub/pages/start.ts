/** The start page: collections, newest records, health; what the visitor may see and no more. */
import type { Principal } from '../../core/principal.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import { VERSION } from '../../index.ts';
import type { Collection, CollectionCount, RecordView } from '../../store/port.ts';
import { recordsOf, rightsOf } from '../access.ts';
import type { Arrived } from '../http/caller.ts';
import type { Hub } from '../hub.ts';
import type { Html } from './html.ts';
import { html, page } from './html.ts';
import type { PageLanguage } from './words.ts';
import { PAGE_WORDS } from './words.ts';

const NEWEST = 20;

export async function startPage(
  hub: Hub,
  { caller, directory }: Arrived,
  language: PageLanguage,
  base: string,
): Promise<string> {
  const { principal } = caller;
  const words = PAGE_WORDS[language];
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const offered = directory.collections.filter(
    (collection) => rightsOf(principal, collection).read || rightsOf(principal, collection).write,
  );
  const readable = offered.filter((row) => rightsOf(principal, row).read).map(({ id }) => id);
  const counts = new Map((await reader.counts(readable)).map((row) => [row.collection, row]));
  const newest = await recordsOf(reader, {
    collections: readable,
    order: 'newest',
    limit: NEWEST,
  });
  const signedIn = principal.kind !== 'anonymous';
  const body = html`<header><h1>${hub.settings.title}</h1><nav>
<a href="${base}/docs">${words.docs}</a><a href="${base}/docs/errors">${words.errors}</a>
<a href="?lang=${language === 'ja' ? 'en' : 'ja'}">${language === 'ja' ? 'English' : '日本語'}</a></nav></header>
<p>${signedIn ? words.signedIn : words.anonymous}
${signedIn ? '' : html`<a href="${base}/sign-in">${words.signIn}</a>`}</p>
<main>${collections(offered, counts, words)}${records(newest.records, words)}${health(hub, principal, words)}
<h2>${words.tryNext}</h2>
<pre>curl -s -H 'Accept: application/taxii+json;version=2.1' http://localhost:${hub.settings.port}/taxii2/
npx cybex preview --as anonymous
npx cybex check fixtures/stix/valid/*.json</pre></main>
<footer><p>CYBEX ${VERSION}</p></footer>`;
  return page(language, hub.settings.title, base, body);
}

type Words = (typeof PAGE_WORDS)[PageLanguage];

function collections(
  rows: readonly Collection[],
  counts: ReadonlyMap<string, CollectionCount>,
  words: Words,
): Html {
  if (rows.length === 0) return html`<h2>${words.collections}</h2><p>${words.none}</p>`;
  return html`<h2>${words.collections}</h2><table><thead><tr><th scope="col">${words.title}</th>
<th scope="col" class="number">${words.objects}</th><th scope="col" class="wide">id</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><td>${row.title} ${row.sample ? html`<span class="badge">${words.sample}</span>` : ''}</td>
<td class="number">${counts.get(row.id)?.objects ?? 0}</td><td class="wide id"><code>${row.id}</code></td></tr>`,
)}</tbody></table>`;
}

function records(rows: readonly RecordView[], words: Words): Html {
  if (rows.length === 0) return html`<h2>${words.newest}</h2><p>${words.none}</p>`;
  return html`<h2>${words.newest}</h2><table><thead><tr><th scope="col">TLP</th>
<th scope="col">${words.type}</th><th scope="col">${words.title}</th>
<th scope="col" class="wide">${words.added}</th></tr></thead><tbody>
${rows.map(
  ({ label, type, title, id, added }) => html`<tr>
<td><span class="tlp tlp-${label.tlp.replace('+', '-')}">TLP:${label.tlp}</span></td><td>${type}</td>
<td class="id">${title || id}</td><td class="wide">${microsToTimestamp(added)}</td></tr>`,
)}</tbody></table>`;
}

/** Memory and time tell how much goes on here, also with what the visitor may not see. */
function health(hub: Hub, { roles }: Principal, words: Words): Html {
  const state = hub.ready() ? words.ready : words.notReady;
  const own = html`<h2>${words.health}</h2><dl><dt>${words.health}</dt><dd>${state}</dd>`;
  if (!roles.includes('operator')) return html`${own}</dl>`;
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  return html`${own}<dt>${words.uptime}</dt><dd>${Math.round(process.uptime())}</dd>
<dt>${words.memory}</dt><dd>${megabytes}</dd></dl>`;
}

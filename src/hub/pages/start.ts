/** The start page: collections, newest records, health; what the visitor may see and no more. */
import type { Principal } from '../../core/principal.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type { Collection, CollectionCount, RecordView } from '../../store/port.ts';
import { recordsOf, rightsOf } from '../access.ts';
import type { DirectoryIndex } from '../directory.ts';
import type { Arrived } from '../http/caller.ts';
import type { Hub } from '../hub.ts';
import type { Html, Sheet } from './html.ts';
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
  const sheet: Sheet = { language, base, house: hub.settings.title, path: '/' };
  return page(
    sheet,
    html`${whoYouAre(principal, directory, base, words)}${facts(hub, principal, [...counts.values()], words)}
<h2>${words.collections}</h2>${collections(offered, counts, words)}
<h2>${words.newest}</h2>${records(newest.records, words)}
<h2>${words.tryNext}</h2>${commands(hub)}`,
  );
}

type Words = (typeof PAGE_WORDS)[PageLanguage];

function whoYouAre(
  { kind, id, organisation }: Principal,
  directory: DirectoryIndex,
  base: string,
  words: Words,
): Html {
  if (kind !== 'anonymous') {
    const name = directory.personById.get(id)?.name ?? id;
    const home = directory.organisations.find((row) => row.id === organisation)?.name ?? '';
    return html`<p class="notice">${words.signedIn(name, home)}</p>`;
  }
  return html`<p class="notice">${words.anonymous} <a href="${base}/sign-in">${words.signIn}</a></p>`;
}

/** Memory and time tell how much goes on here, also with what the visitor may not see. */
function facts(
  hub: Hub,
  { roles }: Principal,
  counts: readonly CollectionCount[],
  words: Words,
): Html {
  const [mark, state] = hub.ready() ? ['good', words.ready] : ['bad', words.notReady];
  const objects = counts.reduce((sum, row) => sum + row.objects, 0);
  const own = html`<div><dt>${words.health}</dt><dd class="${mark}">${state}</dd></div>
<div><dt>${words.yours}</dt><dd>${objects}</dd></div>`;
  if (!roles.includes('operator')) return html`<dl class="facts">${own}</dl>`;
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  const minutes = Math.floor(process.uptime() / 60);
  return html`<dl class="facts">${own}
<div><dt>${words.uptime}</dt><dd>${Math.floor(minutes / 60)} h ${minutes % 60} min</dd></div>
<div><dt>${words.memory}</dt><dd>${megabytes} MB</dd></div></dl>`;
}

function collections(
  rows: readonly Collection[],
  counts: ReadonlyMap<string, CollectionCount>,
  words: Words,
): Html {
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  return html`<table><thead><tr><th scope="col">${words.title}</th>
<th scope="col" class="number">${words.objects}</th><th scope="col" class="wide">${words.id}</th></tr></thead><tbody>
${rows.map(
  ({ id, title, sample }) => html`<tr>
<td class="text">${title} ${sample ? html`<span class="badge">${words.sample}</span>` : ''}</td>
<td class="number" data-objects-of="${id}">${counts.get(id)?.objects ?? 0}</td>
<td class="wide"><code>${id}</code></td></tr>`,
)}</tbody></table>`;
}

function records(rows: readonly RecordView[], words: Words): Html {
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  return html`<table><thead><tr><th scope="col">TLP</th><th scope="col">${words.type}</th>
<th scope="col">${words.title}</th><th scope="col" class="wide">${words.added}</th></tr></thead><tbody>
${rows.map(
  ({ label, type, title, id, added }) => html`<tr>
<td><span class="tlp tlp-${label.tlp.replace('+', '-')}">TLP:${label.tlp}</span></td><td>${type}</td>
<td class="text">${title ? title : html`<span class="untitled">${id}</span>`}</td>
<td class="wide time">${instant(added)}</td></tr>`,
)}</tbody></table>`;
}

/** To the second for the eye, exactly for a program. */
function instant(added: number): Html {
  const exact = microsToTimestamp(added);
  return html`<time datetime="${exact}">${exact.slice(0, 10)} ${exact.slice(11, 19)} UTC</time>`;
}

function commands(hub: Hub): Html {
  const accept = "-H 'Accept: application/taxii+json;version=2.1'";
  return html`<pre tabindex="0"><code>curl -s ${accept} ${hub.address()}/taxii2/
npx cybex preview --as anonymous
npx cybex check fixtures/stix/invalid/ipv4.octet.json</code></pre>`;
}

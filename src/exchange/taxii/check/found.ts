/** Finding the API root and the collection to look at, and putting test objects into it. */
import { CybexError } from '../../../core/error.ts';
import { randomUuid } from '../../../core/uuid.ts';
import { apiRootUrl, below, discoveryUrl } from '../client/url.ts';
import type { Bench, Posted, Target, World } from './bench.ts';
import { type Exchange, listOf, type Probe } from './probe.ts';
import type { AnswerRules } from './rules.ts';
import type { CheckOptions } from './run.ts';
import { makeSamples } from './samples.ts';
import { post, seedPlace, surveyPosted } from './seed.ts';
import { surveyExisting } from './survey.ts';

/** Asks the way to the collection under test; posts the test objects where that is permitted. */
export async function makeBench(
  probe: Probe,
  rules: AnswerRules,
  options: CheckOptions,
): Promise<Bench> {
  const discovery = await probe.send(discoveryUrl(options.url));
  if (discovery.status === 401 && (options.auth ?? 'none') !== 'none') {
    throw new CybexError('unauthenticated', `${discovery.url.href} refuses these credentials`);
  }
  const root = await findRoot(probe, discovery, options.apiRoot);
  const collections = await probe.send(below(root.url, 'collections'));
  const found = await findTarget(probe, collections, options);
  const posted: Posted[] = [];
  let world: Promise<World> | undefined;
  const bench: Bench = {
    probe,
    rules,
    discovery,
    root,
    collections,
    target: found ?? nowhere(collections),
    hasTarget: found !== undefined,
    writes: options.writeCollection !== undefined,
    samples: makeSamples(probe.options.clock.now()),
    posted,
    created: new Set(),
    statusTimeoutMs: options.statusTimeoutMs ?? 30_000,
    world() {
      world ??= bench.writes
        ? surveyPosted(seedPlace(bench), posted)
        : surveyExisting(probe, bench.target.url);
      return world;
    },
    memo: new Map(),
  };
  if (bench.writes) await seed(bench, posted);
  return bench;
}

async function seed(bench: Bench, posted: Posted[]): Promise<void> {
  for (const objects of bench.samples.envelopes) {
    for (const { id } of objects) bench.created.add(id);
    posted.push(await post(seedPlace(bench), objects));
  }
}

async function findRoot(
  probe: Probe,
  discovery: Exchange,
  wanted: string | undefined,
): Promise<Exchange> {
  const { default: byDefault, api_roots } = discovery.json ?? {};
  const roots = Array.isArray(api_roots) ? api_roots : [];
  const candidates = wanted === undefined ? [byDefault, ...roots] : [wanted];
  const urls = candidates
    .filter((candidate) => typeof candidate === 'string')
    .flatMap((candidate) => addressesOf(candidate, discovery.url));
  let last: Exchange | undefined;
  for (const url of urls) {
    last = await probe.send(url);
    if (last.status === 200) return last;
  }
  if (last !== undefined) return last;
  throw new CybexError(
    'invalid-argument',
    `${discovery.url.href} answers ${discovery.status} and names no API root`,
    { remedy: 'check the address, or name the API root' },
  );
}

/**
 * A server behind a proxy may advertise addresses that only it can reach, or plain HTTP: the same
 * path on the host that answered is tried then. That the advertised one is wrong is a row.
 */
function addressesOf(advertised: string, discovery: URL): readonly URL[] {
  const url = apiRootUrl(advertised, discovery);
  if (url.origin === discovery.origin) return [url];
  const here = apiRootUrl(url.pathname, discovery);
  return url.protocol === 'https:' ? [url, here] : [here];
}

async function findTarget(
  probe: Probe,
  collections: Exchange,
  options: CheckOptions,
): Promise<Target | undefined> {
  const list = listOf(collections, 'collections');
  const wanted = options.writeCollection ?? options.readCollection;
  if (wanted === undefined) return firstWithContent(probe, collections, list);
  const info = list.find(({ id, alias }) => id === wanted || alias === wanted);
  if (info === undefined) {
    const ids = list.map(({ id, title }) => `${String(id)} (${String(title)})`);
    const answered = `${collections.url.href} answers ${collections.status}`;
    throw new CybexError('invalid-argument', `there is no collection ${wanted}`, {
      remedy: ids.length === 0 ? `${answered} and lists none` : `choose one of: ${ids.join(', ')}`,
    });
  }
  const rights = options.writeCollection === undefined ? ['can_read'] : ['can_read', 'can_write'];
  const lacking = rights.find((right) => info[right] !== true);
  if (lacking !== undefined) {
    throw new CybexError(
      'invalid-argument',
      `${wanted} has ${lacking} false for these credentials`,
    );
  }
  return targetOf(collections, info);
}

/** Collections whose content is asked for. */
const ASKED = 20;

async function firstWithContent(
  probe: Probe,
  collections: Exchange,
  list: readonly Record<string, unknown>[],
): Promise<Target | undefined> {
  const readable = list.filter(({ can_read }) => can_read === true).slice(0, ASKED);
  for (const info of readable) {
    const target = targetOf(collections, info);
    const manifest = await probe.send(below(target.url, 'manifest'));
    if (listOf(manifest, 'objects').length > 0) return target;
  }
  const [first] = readable;
  return first === undefined ? undefined : targetOf(collections, first);
}

function targetOf(collections: Exchange, info: Record<string, unknown>): Target {
  const id = String(info.id);
  return { id, url: below(collections.url, id), info };
}

function nowhere(collections: Exchange): Target {
  return targetOf(collections, { id: randomUuid() });
}

/** limit, more and next (TAXII 2.1 §3.4, §3.5). */
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { withParameters } from '../client/url.ts';
import {
  ask,
  type Bench,
  type Checks,
  difference,
  instantOf,
  ownRows,
  type Parameters,
  recordKey,
  since,
  statedVersion,
  typeOf,
  type World,
} from './bench.ts';
import { type Exchange, listOf } from './probe.ts';
import { onWorld, richest } from './reading.ts';
import { extraIdentity } from './samples.ts';
import { post, seedPlace } from './seed.ts';
import { fail, pass, skip, type Verdict, verdict } from './verdict.ts';
import { type Walk, walk } from './walk.ts';

const ALL = ['match[version]', 'all'] as const;

/** Page sizes: every place between two objects becomes the end of a page at least once. */
function sizes(world: World): readonly number[] {
  const count = world.known.length;
  return count <= 20 ? [1, 2, 3, 5] : [Math.ceil(count / 40), Math.ceil(count / 12) + 1];
}

/** The walks on which most rows of this file rest. */
async function walks(bench: Bench, world: World, resource: string): Promise<readonly Walk[]> {
  const filters = [ALL, ...since(world)];
  const done: Walk[] = [];
  for (const limit of sizes(world)) {
    done.push(await walk(bench, world, { path: [resource], filters, limit }));
  }
  return done;
}

function walkProblem(found: Walk, expected: readonly string[]): string | null {
  return found.broken ?? difference(expected, found.keys);
}

async function exactlyOnce(bench: Bench, world: World, resource: string): Promise<Verdict> {
  const expected = world.known.map(recordKey);
  for (const [index, found] of (await walks(bench, world, resource)).entries()) {
    const problem = walkProblem(found, expected);
    if (problem === null) continue;
    return fail(`limit=${sizes(world)[index]}: ${problem}`, ...found.pages.slice(-2).reverse());
  }
  return pass();
}

export const LIMIT: Checks<'limit'> = {
  'limit.honoured': onWorld(async (bench, world) => {
    for (const resource of ['objects', 'manifest']) {
      for (const { pages } of await walks(bench, world, resource)) {
        const over = pages.find((page) => listOf(page, 'objects').length > limitOf(page));
        if (over !== undefined) return fail('more objects than limit', over);
      }
    }
    return pass();
  }),
  'limit.fits': onWorld(async (bench, world) => {
    const limit = String(world.known.length + 50);
    const answer = await ask(bench, ['objects'], [ALL, ['limit', limit], ...since(world)]);
    if (answer.json?.more !== true) {
      const given = ownRows(world, answer).length;
      const missing = world.known.length - given;
      return verdict(missing === 0 ? null : `${missing} objects are left out silently`, answer);
    }
    const all = listOf(answer, 'objects').length;
    // Others may write at the same time, and the server may have a smaller limit of its own.
    return all < world.known.length
      ? pass(`the server gives ${all} at most`)
      : fail('more is true, and there is no more', answer);
  }),
};

function limitOf(page: Exchange): number {
  return Number(page.url.searchParams.get('limit') ?? Number.POSITIVE_INFINITY);
}

export const PAGING: Checks<'paging'> = {
  'paging.exactly-once': onWorld((bench, world) => exactlyOnce(bench, world, 'objects')),
  'paging.more': onWorld(async (bench, world) => {
    for (const { pages, keys, broken } of await walks(bench, world, 'objects')) {
      const last = pages.at(-1);
      if (broken !== undefined || last === undefined || last.json?.more === true) continue;
      const missing = new Set(world.known.map(recordKey));
      for (const key of keys) missing.delete(key);
      const behind = await behindLast(bench, world, last);
      if (missing.size > 0 && behind > 0) {
        return fail(`more is not true, but ${behind} objects follow`, last);
      }
    }
    return pass();
  }),
  'paging.next-accepted': onWorld(async (bench, world) => {
    let tokens = 0;
    for (const resource of ['objects', 'manifest']) {
      for (const { pages } of await walks(bench, world, resource)) {
        tokens += pages.filter((page) => page.url.searchParams.has('next')).length;
        const refused = pages.find(
          (page) => page.url.searchParams.has('next') && page.status !== 200,
        );
        if (refused === undefined) continue;
        const before = pages[pages.indexOf(refused) - 1];
        const last = before?.headers.get('x-taxii-date-added-last') ?? 'unknown';
        const reason = `it answers ${refused.status}; the page before ended at ${last}`;
        return fail(reason, refused, ...(before === undefined ? [] : [before]));
      }
    }
    return pass(tokens === 0 ? 'the server gives no next' : `${tokens} tokens`);
  }),
  'paging.by-date': onWorld(byDate),
  'paging.filtered': onWorld(async (bench, world) => {
    const types = new Map<string, number>();
    for (const { type } of world.known) types.set(type, (types.get(type) ?? 0) + 1);
    const [type] = [...types].reduce((best, one) => (one[1] > best[1] ? one : best));
    const expected = world.known.filter((one) => one.type === type).map(recordKey);
    const limit = expected.length <= 20 ? 2 : Math.ceil(expected.length / 12);
    const filters: Parameters = [['match[type]', type], ALL, ...since(world)];
    const found = await walk(bench, world, { path: ['objects'], filters, limit });
    return verdict(walkProblem(found, expected), ...found.pages.slice(-2).reverse());
  }),
  'paging.manifest': onWorld((bench, world) => exactlyOnce(bench, world, 'manifest')),
  'paging.object': onWorld(async (bench, world) => {
    const versions = richest(world);
    const filters = [ALL, ...since(world)];
    const path = ['objects', versions[0]?.id ?? ''];
    const found = await walk(bench, world, { path, filters, limit: 1 });
    return verdict(walkProblem(found, versions.map(recordKey)), ...found.pages.slice(-2).reverse());
  }),
  'paging.versions': onWorld(async (bench, world) => {
    const versions = richest(world);
    const path = ['objects', versions[0]?.id ?? '', 'versions'];
    const found = await walk(bench, world, { path, filters: since(world), limit: 1 });
    return verdict(walkProblem(found, versions.map(recordKey)), ...found.pages.slice(-2).reverse());
  }),
  'paging.writes-between': onWorld(writesBetween),
  'paging.next-bound': onWorld(nextBound),
  'paging.next-without-more': onWorld(async (bench, world) => {
    for (const { pages } of await walks(bench, world, 'objects')) {
      const odd = pages.find(({ json }) => json?.more !== true && json?.next !== undefined);
      if (odd !== undefined) return fail('next without more', odd);
    }
    return pass();
  }),
};

/** Objects added after the last one of a page, or at its very time but not on it. */
async function behindLast(bench: Bench, world: World, page: Exchange): Promise<number> {
  const last = page.headers.get('x-taxii-date-added-last');
  if (last === null) return 0;
  const before = microsToTimestamp(instantOf(last) - 1);
  const answer = await ask(bench, ['objects'], [ALL, ['added_after', before]]);
  const on = new Set(ownRows(world, page).map((row) => `${String(row.id)} ${statedVersion(row)}`));
  return ownRows(world, answer).filter((row) => !on.has(`${String(row.id)} ${statedVersion(row)}`))
    .length;
}

/** §3.5 offers this as the other way; it loses objects where a page ends within one time. */
async function byDate(bench: Bench, world: World): Promise<Verdict> {
  const expected = world.known.map(recordKey);
  const filters = [ALL, ...since(world)];
  // Only pages that can hold all objects of one time: no smaller one can be gone on from by time.
  const tie = largestTie(world);
  for (const limit of new Set(sizes(world).map((size) => Math.max(size, tie)))) {
    const found = await walk(bench, world, { path: ['objects'], filters, limit, by: 'date' });
    const problem = found.broken ?? difference(expected, [...new Set(found.keys)]);
    if (problem !== null)
      return fail(`limit=${limit}: ${problem}`, ...found.pages.slice(-2).reverse());
  }
  return pass();
}

/** Server-side cursors by offset or by count go wrong here. */
async function writesBetween(bench: Bench, world: World): Promise<Verdict> {
  const late = extraIdentity(bench.samples, 'added between two pages');
  const expected = world.known.map(recordKey);
  let posted = false;
  const found = await walk(bench, world, {
    path: ['objects'],
    filters: [ALL, ...since(world)],
    limit: Math.ceil(expected.length / 3),
    async between() {
      if (posted) return;
      posted = true;
      bench.created.add(late.id);
      await post(seedPlace(bench), [late]);
    },
  });
  return verdict(walkProblem(found, expected), ...found.pages.slice(-2).reverse());
}

function largestTie(world: World): number {
  const counts = new Map<number, number>();
  for (const { added } of world.known) {
    counts.set(instantOf(added), (counts.get(instantOf(added)) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

async function nextBound(bench: Bench, world: World): Promise<Verdict> {
  const [one] = world.known;
  const other = world.known.find(({ type }) => type !== one?.type);
  if (one === undefined || other === undefined) return skip('all objects are of one type');
  const filters = (type: string): Parameters => [['match[type]', type], ALL, ...since(world)];
  const largest = world.known.filter(({ type }) => type === one.type).length > 1 ? one : other;
  const foreign = largest === one ? other : one;
  const first = await ask(bench, ['objects'], [...filters(largest.type), ['limit', '1']]);
  const next = first.json?.next;
  if (typeof next !== 'string') return pass('the server gives no next', first);
  const url = withParameters(new URL(first.url.href.split('?')[0] ?? ''), [
    ...filters(foreign.type),
    ['limit', '1'],
    ['next', next],
  ]);
  const answer = await bench.probe.send(url);
  if (answer.status >= 400 && answer.status < 500) return pass(undefined, answer);
  const stranger = listOf(answer, 'objects').find(({ id }) => typeOf(String(id)) !== foreign.type);
  const problem = stranger === undefined ? null : `${String(stranger.id)} is outside the filter`;
  return verdict(answer.status === 200 ? problem : `it answers ${answer.status}`, answer, first);
}

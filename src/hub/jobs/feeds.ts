/**
 * Pulling from other exchange points and pushing to them. A pull keeps the place behind every page
 * that is durable here; a push goes by our own positions and as the peer, so that it sends exactly
 * what the peer could have read. Whatever breaks, the next run goes on from there.
 */
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { cutBytes } from '../../core/json/index.ts';
import { TLP_LEVELS } from '../../core/label.ts';
import { TAXII_21 } from '../../core/media-type.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type { FeedCursor, TaxiiAuth, TaxiiClient } from '../../exchange/taxii/index.ts';
import { createTaxiiClient } from '../../exchange/taxii/index.ts';
import { journey } from '../../flow/index.ts';
import { VERSION } from '../../index.ts';
import type { Cursor } from '../../store/port.ts';
import { principalOf } from '../directory.ts';
import type { Hub } from '../hub.ts';
import type { JobHandle } from './jobs.ts';

const auth = z.union([
  z.literal('none'),
  z.object({ basic: z.object({ user: z.string(), password: z.string() }) }),
  z.object({ bearer: z.string() }),
]);

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');

export const feedSchema = z.object({
  name,
  /** Discovery address of the other side. */
  url: z.url(),
  /** Absent: the other side's default API root. */
  apiRoot: z.string().optional(),
  /** Id or alias over there. */
  collection: z.string(),
  auth: auth.default('none'),
  /** Id of the collection here. */
  into: z.string(),
  /** Organisation whose delivery it is here. */
  organisation: z.string(),
  tlp: z.enum(TLP_LEVELS).optional(),
  /** 0: only by hand. */
  everySeconds: z.number().int().min(0).default(900),
  allowPrivate: z.boolean().default(false),
});
export type Feed = z.output<typeof feedSchema>;

export const peerSchema = z.object({
  name,
  url: z.url(),
  apiRoot: z.string().optional(),
  collection: z.string(),
  auth: auth.default('none'),
  /** Collection here that is pushed. */
  from: z.string(),
  /** Person, peer or service here as whom the peer would read. */
  as: z.string(),
  everySeconds: z.number().int().min(0).default(60),
  allowPrivate: z.boolean().default(false),
});
export type Peer = z.output<typeof peerSchema>;

export interface FeedState {
  readonly name: string;
  readonly direction: 'pull' | 'push';
  readonly lastAttempt?: string;
  readonly lastSuccess?: string;
  /** Objects in the last run that were new on the receiving side. */
  readonly fresh: number;
  readonly failed: number;
  readonly why?: string;
  /** Stale or empty: nothing came for ten periods, or the last run failed. */
  readonly alarm: boolean;
}

interface Progress {
  readonly cursor?: FeedCursor;
  readonly place?: Cursor;
  readonly state?: FeedState;
  readonly attemptAt: number;
}

export async function feeds(hub: Hub): Promise<readonly Feed[]> {
  const kept = await hub.house.operations.kept('feed/');
  return [...kept.values()].map((value) => feedSchema.parse(value));
}

export async function peers(hub: Hub): Promise<readonly Peer[]> {
  const kept = await hub.house.operations.kept('peer/');
  return [...kept.values()].map((value) => peerSchema.parse(value));
}

export async function feedStates(hub: Hub): Promise<readonly FeedState[]> {
  const kept = await hub.house.operations.kept('progress/');
  const now = hub.clock.now();
  const periods = new Map<string, number>();
  for (const feed of await feeds(hub)) periods.set(feed.name, feed.everySeconds);
  return [...kept.values()].flatMap((value) => {
    const { state, attemptAt } = value as Progress;
    if (state === undefined) return [];
    const period = (periods.get(state.name) ?? 0) * 1_000_000;
    const stale = period > 0 && now - attemptAt > 10 * period;
    return [{ ...state, alarm: state.alarm || stale }];
  });
}

export async function pullDueFeeds(hub: Hub): Promise<void> {
  for (const feed of await feeds(hub)) {
    if (!(await isDue(hub, `pull/${feed.name}`, feed.everySeconds))) continue;
    await pull(hub, feed).catch(() => {});
  }
}

export async function pushDuePeers(hub: Hub): Promise<void> {
  for (const peer of await peers(hub)) {
    if (!(await isDue(hub, `push/${peer.name}`, peer.everySeconds))) continue;
    await push(hub, peer).catch(() => {});
  }
}

async function isDue(hub: Hub, key: string, everySeconds: number): Promise<boolean> {
  if (everySeconds === 0) return false;
  const { attemptAt } = await progressOf(hub, key);
  return hub.clock.now() - attemptAt >= everySeconds * 1_000_000;
}

/** One run of a feed, to its present end. Resolves with what came. */
export function pull(hub: Hub, feed: Feed): Promise<FeedState> {
  return hub.jobs.run('pull', feed.name, (job) =>
    noting(hub, `pull/${feed.name}`, { name: feed.name, direction: 'pull' }, (progress, note) =>
      pullPages(hub, feed, job, progress, note),
    ),
  );
}

export function push(hub: Hub, peer: Peer): Promise<FeedState> {
  return hub.jobs.run('push', peer.name, (job) =>
    noting(hub, `push/${peer.name}`, { name: peer.name, direction: 'push' }, (progress, note) =>
      pushPages(hub, peer, job, progress, note),
    ),
  );
}

type Note = (change: Partial<Progress>) => Promise<void>;
interface Tally {
  fresh: number;
  failed: number;
}

/** Keeps the attempt, the place and the outcome, whether the run ends well or not. */
async function noting(
  hub: Hub,
  key: string,
  about: Pick<FeedState, 'name' | 'direction'>,
  run: (progress: Progress, note: Note) => Promise<Tally>,
): Promise<FeedState> {
  const attemptAt = hub.clock.now();
  const lastAttempt = microsToTimestamp(attemptAt);
  let progress: Progress = { ...(await progressOf(hub, key)), attemptAt };
  const note: Note = async (change) => {
    progress = { ...progress, ...change };
    await hub.house.operations.keep(`progress/${key}`, progress);
  };
  const before = progress.state;
  try {
    const { fresh, failed } = await run(progress, note);
    const lastSuccess = microsToTimestamp(hub.clock.now());
    const state = { ...about, lastAttempt, lastSuccess, fresh, failed, alarm: failed > 0 };
    await note({ state });
    return state;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const lastSuccess = before?.lastSuccess;
    const state: FeedState = {
      ...about,
      lastAttempt,
      ...(lastSuccess === undefined ? {} : { lastSuccess }),
      fresh: 0,
      failed: 0,
      why,
      alarm: true,
    };
    await note({ state });
    throw error;
  }
}

async function progressOf(hub: Hub, key: string): Promise<Progress> {
  const kept = await hub.house.operations.kept(`progress/${key}`);
  return (kept.get(`progress/${key}`) as Progress | undefined) ?? { attemptAt: 0 };
}

/** For an address that the operator typed: consent is given with it, or by setting for all. */
export function fetchTyped(hub: Hub, allowPrivate: boolean): typeof fetch {
  return hub.outbound.fetchFor({ allowPrivate: allowPrivate || hub.settings['allow-private'] });
}

export function clientFor(
  hub: Hub,
  other: { readonly url: string; readonly auth: TaxiiAuth; readonly allowPrivate: boolean },
  signal?: AbortSignal,
): TaxiiClient {
  const allowPrivate = other.allowPrivate || hub.settings['allow-private'];
  return createTaxiiClient({
    url: other.url,
    auth: other.auth,
    fetch: fetchTyped(hub, allowPrivate),
    userAgent: `cybex/${VERSION}`,
    // The hub's own door refuses what is not https, and says what its operator can do.
    allowInsecure: true,
    ...(signal === undefined ? {} : { signal }),
  });
}

const OPEN = Buffer.from('{"objects":[');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']}');

/** The objects as one envelope again, each byte of them as it came. */
function* envelope(objects: readonly { readonly bytes: Uint8Array }[]): Generator<Uint8Array> {
  yield OPEN;
  for (const [index, { bytes }] of objects.entries()) {
    if (index > 0) yield COMMA;
    yield bytes;
  }
  yield CLOSE;
}

async function pullPages(
  hub: Hub,
  feed: Feed,
  job: JobHandle,
  progress: Progress,
  note: Note,
): Promise<Tally> {
  const client = clientFor(hub, feed, job.signal);
  const apiRoot = (await client.apiRoot(feed.apiRoot)).url;
  const tally = { fresh: 0, failed: 0 };
  let done = 0;
  const pages = client.pages({
    apiRoot,
    collection: feed.collection,
    ...(progress.cursor === undefined ? {} : { cursor: progress.cursor }),
  });
  for await (const page of pages) {
    if (page.items.length > 0) {
      const report = await journey(
        {
          head: {
            mediaType: TAXII_21,
            principal: `feed:${feed.name}`,
            organisation: feed.organisation,
            channel: 'pull',
            collection: feed.into,
            source: feed.url,
            ...(feed.tlp === undefined ? {} : { unmarkedTlp: feed.tlp }),
          },
          source: envelope(page.items),
          format: 'stix',
          signal: job.signal,
          onItem: ({ id, outcome, issues }) => {
            if (outcome === 'refused') job.fail(`${id}: ${issues[0]?.message ?? 'refused'}`);
          },
        },
        hub.flow,
        hub.offer,
      );
      tally.fresh += report.stored + report.relabelled;
      tally.failed += report.refused;
      done += page.items.length;
    }
    // Kept only after the page is durable: a crash in between gives duplicates, never a loss.
    await note({ cursor: page.cursor });
    job.progress({ done, failed: tally.failed });
  }
  return tally;
}

const PUSH_PAGE = 100;

async function pushPages(
  hub: Hub,
  peer: Peer,
  job: JobHandle,
  progress: Progress,
  note: Note,
): Promise<Tally> {
  const directory = await hub.directory.current();
  const person = directory.personById.get(peer.as);
  if (person === undefined) {
    throw new CybexError('absent', `The peer ${peer.name} is to read as ${peer.as}, who is gone.`);
  }
  const principal = principalOf(person, directory, 'token');
  const reader = hub.house.readerFor({ principal, channel: 'feed' });
  const client = clientFor(hub, peer, job.signal);
  const apiRoot = (await client.apiRoot(peer.apiRoot)).url;
  const tally = { fresh: 0, failed: 0 };
  let { place } = progress;
  let done = 0;
  for (;;) {
    const page = await reader.objects({
      collection: peer.from,
      match: { versions: ['all'] },
      limit: PUSH_PAGE,
      ...(place === undefined ? {} : { after: place }),
    });
    if (page.last === undefined) return tally;
    const objects = bodies(page.body);
    await hub.house.writer.deliver({
      principal: principal.id,
      collection: peer.from,
      filter: 'push',
      through: page.last.position,
    });
    const report = await client.add({ apiRoot, collection: peer.collection }, objects);
    tally.fresh += report.success;
    tally.failed += report.failure;
    for (const { id, message } of report.failures) job.fail(`${id}: ${message ?? 'refused'}`);
    done += page.count;
    place = page.last;
    await note({ place });
    job.progress({ done, failed: tally.failed });
    if (!page.more) return tally;
  }
}

/** The page's objects apart again, byte for byte. */
function bodies(joined: Uint8Array): Uint8Array[] {
  const array = Buffer.concat([Buffer.from('['), joined, Buffer.from(']')]);
  return cutBytes(array).flatMap((piece) => (piece.kind === 'element' ? [piece.bytes] : []));
}

/** Other exchange points: feeds that are pulled, peers that are pushed to. */
import type { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import type { Feed, Peer } from '../jobs/feeds.ts';
import {
  clientFor,
  feedSchema,
  feedStates,
  feeds,
  peerSchema,
  peers,
  pull,
  push,
} from '../jobs/feeds.ts';
import { writableCollection } from './deliveries.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const feedBody = feedSchema.partial({ organisation: true });

export const EXCHANGE_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/feeds',
    summary: 'Feeds and peers with their last success, what was new, and alarms.',
    standing: 'operator',
    answer: async ({ hub }) => ({
      json: {
        feeds: (await feeds(hub)).map(withoutSecret),
        peers: (await peers(hub)).map(withoutSecret),
        states: await feedStates(hub),
      },
    }),
  }),
  route({
    method: 'POST',
    path: '/feeds',
    summary: 'Add or change a feed that is pulled.',
    standing: 'operator',
    body: feedBody,
    answer: putFeed,
  }),
  route({
    method: 'POST',
    path: '/feeds/:name/pull',
    summary: 'Pull a feed now, to its present end.',
    standing: 'operator',
    answer: async ({ hub, parameters }) => {
      const feed = named(await feeds(hub), 'feed', parameters.name);
      return { json: await pull(hub, feed) };
    },
  }),
  route({
    method: 'POST',
    path: '/feeds/test',
    summary: 'Ask another side what it offers; nothing is stored.',
    standing: 'operator',
    body: feedSchema.pick({ url: true, auth: true, allowPrivate: true }),
    answer: async ({ hub, body }) => {
      const client = clientFor(hub, body);
      const discovery = await client.discovery();
      const roots = await Promise.all(
        discovery.apiRoots.map(async (url: string) => ({
          url,
          collections: await client.collections(url),
        })),
      );
      return { json: { title: discovery.title, roots } };
    },
  }),
  route({
    method: 'DELETE',
    path: '/feeds/:name',
    summary: 'Forget a feed; what it brought stays.',
    standing: 'operator',
    answer: (call) => forget(call, 'feed', 'pull'),
  }),
  route({
    method: 'POST',
    path: '/peers',
    summary: 'Add or change a peer that is pushed to.',
    standing: 'operator',
    body: peerSchema,
    answer: putPeer,
  }),
  route({
    method: 'POST',
    path: '/peers/:name/push',
    summary: 'Push to a peer now, up to the present end.',
    standing: 'operator',
    answer: async ({ hub, parameters }) => {
      const peer = named(await peers(hub), 'peer', parameters.name);
      return { json: await push(hub, peer) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/peers/:name',
    summary: 'Forget a peer; what it has got stays with it.',
    standing: 'operator',
    answer: (call) => forget(call, 'peer', 'push'),
  }),
];

function withoutSecret<T extends { readonly auth: unknown }>(row: T): object {
  return { ...row, auth: row.auth === 'none' ? 'none' : 'set' };
}

function named<T extends { readonly name: string }>(
  rows: readonly T[],
  kind: 'feed' | 'peer',
  name?: string,
): T {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined) {
    throw new CybexError('absent', `There is no ${kind} ${name}.`, {
      remedy: `cybex ${kind} list`,
    });
  }
  return row;
}

async function putFeed(call: Call<unknown, z.output<typeof feedBody>>): Promise<Answer> {
  const { body, hub, principal } = call;
  const into = writableCollection(call, body.into).id;
  const feed: Feed = { ...body, into, organisation: body.organisation ?? principal.organisation };
  await keep(call, `feed/${feed.name}`, 'feed.put', feed);
  return { json: withoutSecret(feed), status: (await feeds(hub)).length > 0 ? 200 : 201 };
}

async function putPeer(call: Call<unknown, Peer>): Promise<Answer> {
  const { body, directory } = call;
  const from = directory.collections.find(({ id, alias }) => [id, alias].includes(body.from));
  if (from === undefined) throw new CybexError('absent', `There is no collection ${body.from}.`);
  if (from.sample) throw new CybexError('invalid-argument', 'The sample is not given to peers.');
  const person = directory.persons.find(({ id, name }) => [id, name].includes(body.as));
  if (person === undefined) throw new CybexError('absent', `There is nobody called ${body.as}.`);
  const peer: Peer = { ...body, from: from.id, as: person.id };
  await keep(call, `peer/${peer.name}`, 'peer.put', peer);
  return { json: withoutSecret(peer) };
}

async function keep(
  { hub, principal }: Call<unknown, unknown>,
  key: string,
  action: string,
  value: Feed | Peer,
): Promise<void> {
  await hub.house.operations.keep(key, value);
  await hub.house.writer.audit({
    principal: principal.id,
    organisation: principal.organisation,
    action,
    subject: value.name,
    outcome: 'done',
    detail: { url: value.url, collection: value.collection },
  });
}

async function forget(
  { hub, parameters, principal }: Call<unknown, unknown>,
  kind: 'feed' | 'peer',
  direction: 'pull' | 'push',
): Promise<Answer> {
  const name = parameters.name ?? '';
  const rows: readonly { readonly name: string }[] =
    kind === 'feed' ? await feeds(hub) : await peers(hub);
  named(rows, kind, name);
  await hub.house.operations.forget(`${kind}/${name}`);
  await hub.house.operations.forget(`progress/${direction}/${name}`);
  await hub.house.writer.audit({
    principal: principal.id,
    organisation: principal.organisation,
    action: `${kind}.remove`,
    subject: name,
    outcome: 'done',
    detail: {},
  });
  return { json: { removed: name } };
}

/** The first peer in five minutes: one block to hand over, one command to accept it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type {
  Collection,
  Credential,
  DirectoryChange,
  Organisation,
  Person,
} from '../../store/port.ts';
import { newToken, tokenSecret } from '../auth/credential.ts';
import { clientFor, fetchTyped } from '../jobs/feeds.ts';
import { change, nameSchema } from './directory-change.ts';
import { joinHouse } from './organisations.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const inviteBody = z.object({
  name: nameSchema.describe('The other organisation.'),
  collections: z.array(z.string()).min(1).describe('Ids or aliases that it may read.'),
  write: z.boolean().default(false).describe('It may also write into them.'),
  outsider: z.boolean().default(false).describe('It joins no community.'),
  url: z.url().optional().describe('Address under which it reaches this hub, if it is another.'),
});

/** What is handed over: everything that the other side needs, and a secret. */
export const invitationSchema = z.object({
  cybex: z.literal('invitation'),
  from: z.string(),
  discovery: z.url(),
  collections: z.array(z.object({ id: z.string(), title: z.string(), apiRoot: z.string() })),
  user: z.string(),
  token: z.string(),
  issued: z.string(),
});
export type Invitation = z.output<typeof invitationSchema>;

const examineBody = z.object({
  invitation: invitationSchema,
  allowPrivate: z.boolean().default(false),
});

export const INVITE_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/peers/invite',
    summary: 'Make an organisation, a peer and a token, and give the block to hand over.',
    standing: 'site-admin',
    body: inviteBody,
    answer: invite,
  }),
  route({
    method: 'POST',
    path: '/peers/examine',
    summary: 'Try an invitation: connection, clock, rights and what would come. Nothing is stored.',
    standing: 'operator',
    body: examineBody,
    answer: examine,
  }),
];

async function invite(call: Call<unknown, z.output<typeof inviteBody>>): Promise<Answer> {
  const { body, directory, hub } = call;
  const collections = body.collections.map((wanted) => {
    const found = directory.collections.find(({ id, alias }) => [id, alias].includes(wanted));
    if (found === undefined) throw new CybexError('absent', `There is no collection ${wanted}.`);
    if (found.sample) throw new CybexError('invalid-argument', 'The sample is not given to peers.');
    return found;
  });
  const known = directory.organisations.find(({ name }) => name === body.name);
  const organisation = known?.id ?? randomUUID();
  const peer = randomUUID();
  const token = newToken();
  const user = `peer-${peer.slice(0, 8)}`;
  const join: DirectoryChange[] = known
    ? []
    : [
        { put: 'organisation', value: newcomer(organisation, body.name) },
        ...(body.outsider ? [] : joinHouse(directory.communities, organisation)),
      ];
  await change(call, 'peer.invite', peer, [
    ...join,
    { put: 'person', value: peerOf(peer, organisation, body) },
    { put: 'credential', value: credentialOf(peer, user, token, body.name, hub.clock.now()) },
    ...collections.map(
      (row): DirectoryChange => ({
        put: 'collection',
        value: granted(row, organisation, body.write),
      }),
    ),
  ]);
  const invitation: Invitation = {
    cybex: 'invitation',
    from: hub.settings.title,
    discovery: `${(body.url ?? hub.address()).replace(/\/$/, '')}/taxii2/`,
    collections: collections.map(({ id, title, apiRoot }) => ({ id, title, apiRoot })),
    user,
    token,
    issued: microsToTimestamp(hub.clock.now()),
  };
  return { json: invitation, status: 201 };
}

function newcomer(id: string, name: string): Organisation {
  return { id, name, clients: [], sample: false, operator: false };
}

function peerOf(id: string, organisation: string, body: z.output<typeof inviteBody>): Person {
  const roles: Person['roles'] = body.write ? ['reader', 'contributor'] : ['reader'];
  return { id, kind: 'peer', name: body.name, organisation, roles };
}

function credentialOf(
  principal: string,
  userName: string,
  token: string,
  name: string,
  created: Micros,
): Credential {
  return {
    id: randomUUID(),
    principal,
    kind: 'token',
    secret: tokenSecret(token),
    userName,
    scope: ['taxii'],
    created,
    revoked: false,
    note: `invitation of ${name}`,
  };
}

function granted(collection: Collection, organisation: string, write: boolean): Collection {
  const others = collection.grants.filter(({ subject }) => subject !== organisation);
  const grant = { subjectKind: 'organisation' as const, subject: organisation, read: true, write };
  return { ...collection, grants: [...others, grant] };
}

async function examine(call: Call<unknown, z.output<typeof examineBody>>): Promise<Answer> {
  const { hub, body } = call;
  const { invitation, allowPrivate } = body;
  const auth = { basic: { user: invitation.user, password: invitation.token } };
  const client = clientFor(hub, { url: invitation.discovery, auth, allowPrivate });
  const discovery = await client.discovery();
  const seen = await Promise.all(
    discovery.apiRoots.map(async (root) => ({ root, collections: await client.collections(root) })),
  );
  const wanted = new Set(invitation.collections.map(({ id }) => id));
  const offers = await Promise.all(
    seen.flatMap(({ root, collections }) =>
      collections
        .filter(({ id }) => wanted.has(id))
        .map(async ({ id, title, canRead, canWrite }) => ({
          root,
          id,
          title,
          canRead,
          canWrite,
          firstPage: canRead ? await firstPage(client, root, id) : 0,
        })),
    ),
  );
  const skew = await clockSkewSeconds(hub, invitation.discovery, allowPrivate);
  return {
    json: {
      title: discovery.title,
      secure: invitation.discovery.startsWith('https:'),
      clockSkewSeconds: skew,
      offers,
      missing: [...wanted].filter((id) => !offers.some((offer) => offer.id === id)),
    },
  };
}

async function firstPage(
  client: ReturnType<typeof clientFor>,
  apiRoot: string,
  collection: string,
): Promise<number> {
  for await (const page of client.manifest({ apiRoot, collection, limit: 100 })) {
    return page.items.length;
  }
  return 0;
}

/** By the Date header, to the second; null when the other side sends none. */
async function clockSkewSeconds(
  hub: Call<unknown, unknown>['hub'],
  url: string,
  allowPrivate: boolean,
): Promise<number | null> {
  const answer = await fetchTyped(hub, allowPrivate)(url, { method: 'HEAD' });
  const date = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(date) ? null : Math.round(date / 1000 - Math.floor(hub.clock.now() / 1e6));
}

/** Collections: what is offered together, with floor, default and grants. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type { Collection } from '../../store/port.ts';
import { rightsOf } from '../access.ts';
import { change, nameSchema, removal, tlpSchema, uuidSchema } from './directory-change.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const audience = z
  .object({
    organisations: z.array(z.string()).default([]),
    communities: z.array(z.string()).default([]),
    persons: z.array(z.string()).default([]),
  })
  .nullable();

const grant = z.object({
  subjectKind: z.enum(['anyone', 'authenticated', 'organisation', 'community', 'principal']),
  subject: z.string().default(''),
  read: z.boolean().default(true),
  write: z.boolean().default(false),
});

const collectionBody = z.object({
  id: uuidSchema.optional(),
  apiRoot: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .default('main'),
  alias: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .optional(),
  title: nameSchema,
  description: z.string().max(2000).default(''),
  floor: z
    .object({
      tlp: tlpSchema,
      audience: audience.default(null),
      pap: z.enum(['CLEAR', 'GREEN', 'AMBER', 'RED']).optional(),
    })
    .default({ tlp: 'CLEAR', audience: null }),
  unmarked: tlpSchema.default('AMBER'),
  grants: z.array(grant).default([]),
  projection: z
    .boolean()
    .optional()
    .describe('Whether STIX is made of other formats for feeds; true when absent.'),
});

export const COLLECTION_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/collections',
    summary: 'Collections that you may read or write, with what you may see of them.',
    standing: 'anyone',
    answer: listCollections,
  }),
  route({
    method: 'POST',
    path: '/collections',
    summary: 'Add or change a collection.',
    standing: 'site-admin',
    body: collectionBody,
    answer: putCollection,
  }),
  removal('collections', 'collection'),
];

async function listCollections(call: Call<unknown, unknown>): Promise<Answer> {
  const { hub, directory, principal } = call;
  const administers = principal.roles.includes('site-admin');
  const rows = directory.collections
    .map((collection) => ({ collection, rights: rightsOf(principal, collection) }))
    .filter(({ rights }) => administers || rights.read || rights.write);
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const readableIds = rows
    .filter(({ rights }) => rights.read)
    .map(({ collection }) => collection.id);
  const counts = new Map((await reader.counts(readableIds)).map((row) => [row.collection, row]));
  return {
    json: {
      collections: rows.map(({ collection, rights }) => {
        const { grants, floor, ...shown } = collection;
        const count = counts.get(collection.id);
        return {
          ...shown,
          ...(administers ? { floor, grants } : floorOf(floor)),
          can_read: rights.read,
          can_write: rights.write,
          objects: count?.objects ?? 0,
          formats: count?.formats ?? {},
          ...(count?.newest === undefined ? {} : { newest: microsToTimestamp(count.newest) }),
        };
      }),
    },
  };
}

/** Whom a floor names is for its members to know (R20); that it names somebody, for every reader. */
function floorOf({ audience, ...floor }: Collection['floor']): object {
  return { floor, restricted: audience !== null };
}

async function putCollection(
  call: Call<unknown, z.output<typeof collectionBody>>,
): Promise<Answer> {
  const { body, directory } = call;
  const id = body.id ?? randomUUID();
  const known = directory.collectionById.get(id);
  const twin = directory.collections.find((row) => row.id !== id && row.alias === body.alias);
  if (body.alias !== undefined && twin) {
    throw new CybexError('conflict', `The alias ${body.alias} is taken.`);
  }
  const value: Collection = { ...body, id, sample: known?.sample ?? false };
  const root = directory.apiRoots.some(({ path }) => path === body.apiRoot);
  await change(call, 'collection.put', id, [
    ...(root
      ? []
      : [
          {
            put: 'apiRoot' as const,
            value: { path: body.apiRoot, title: body.apiRoot, description: '' },
          },
        ]),
    { put: 'collection', value },
  ]);
  return { json: value, status: known ? 200 : 201 };
}

/** Records as their reader may see them: list, search, one, its versions and conflicts. */
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import { CODECS, mediaTypeOf } from '../../flow/index.ts';
import type { Cursor, Reader, RecordView } from '../../store/port.ts';
import { recordsOf, rightsOf } from '../access.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const PAGE_MAX = 1000;

const listQuery = z.object({
  collection: z
    .string()
    .optional()
    .describe('Collection id or alias; all readable ones if absent.'),
  id: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional().describe('Formats to look in, e.g. `cve,osv`; all if absent.'),
  text: z.string().max(1000).optional().describe('Words to find; Japanese is found by its parts.'),
  value: z.string().optional().describe('An observable or an id elsewhere, e.g. CVE-2021-44228.'),
  points_at: z.string().optional().describe('Records with a reference to this id.'),
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50),
  cursor: z.string().optional(),
});

const oneQuery = z.object({
  format: z.string().optional().describe('Where the id stands in several formats.'),
});

export const RECORD_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/records',
    summary: 'List or search records that you may see, newest first.',
    standing: 'anyone',
    query: listQuery,
    answer: listRecords,
  }),
  route({
    method: 'GET',
    path: '/collections/:collection/records/:id',
    summary: 'The exact bytes of one record (its last version that you may see).',
    standing: 'anyone',
    query: oneQuery,
    answer: oneRecord,
  }),
  route({
    method: 'GET',
    path: '/conflicts',
    summary: 'Creators that contradict themselves: same id and version, other content.',
    standing: 'signed-in',
    answer: listConflicts,
  }),
];

async function listRecords(call: Call<z.output<typeof listQuery>, unknown>): Promise<Answer> {
  const { hub, principal, query } = call;
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const page = await recordsOf(reader, {
    collections: readable(call, query.collection),
    ...(query.id === undefined ? {} : { id: query.id }),
    ...(query.type === undefined ? {} : { type: query.type }),
    ...(query.format === undefined ? {} : { formats: query.format.split(',') }),
    ...(query.text === undefined ? {} : { text: query.text }),
    ...(query.value === undefined ? {} : { value: query.value }),
    ...(query.points_at === undefined ? {} : { pointsAt: query.points_at }),
    order: query.order,
    limit: query.limit,
    ...(query.cursor === undefined ? {} : { after: readCursor(query.cursor) }),
  });
  return {
    json: {
      records: page.records.map(summary),
      more: page.more,
      ...(page.more && page.last ? { cursor: writeCursor(page.last) } : {}),
    },
  };
}

async function listConflicts(call: Call<unknown, unknown>): Promise<Answer> {
  const { hub, principal, directory } = call;
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const found = await reader.conflicts(PAGE_MAX);
  const whole = await hub.directory.current();
  const withheld = whole.collections.length !== directory.collections.length;
  const conflicts = withheld ? await withoutTheSample(call, reader, found) : [...found];
  // In an order of their own: the store's would tell which object it met first, seen or unseen.
  conflicts.sort((a, b) => (`${a.id} ${a.version}` < `${b.id} ${b.version}` ? -1 : 1));
  return { json: { conflicts } };
}

/** The reader knows grants; that the sample is withheld from this caller is known here. */
async function withoutTheSample(
  call: Call<unknown, unknown>,
  reader: Reader,
  found: Awaited<ReturnType<Reader['conflicts']>>,
) {
  const collections = readable(call);
  const conflicts = [];
  for (const conflict of found) {
    const { id, version } = conflict;
    const query = { collections, id, order: 'newest', limit: PAGE_MAX } as const;
    const { records } = await recordsOf(reader, query);
    const here = records.filter((record) => record.version === version).length;
    if (here > 1) conflicts.push({ ...conflict, variants: Math.min(here, conflict.variants) });
  }
  return conflicts;
}

async function oneRecord(call: Call<z.output<typeof oneQuery>, unknown>): Promise<Answer> {
  const { hub, principal, parameters, query } = call;
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const [collection] = readable(call, parameters.collection ?? '');
  // The last version, and its best variant; what came last may be an older one.
  const ids = [parameters.id ?? ''];
  if (collection === undefined) throw absentRecord();
  const wanted = query.format ?? (await formatOf(reader, collection, ids[0] ?? ''));
  if (wanted === undefined) throw absentRecord();
  const last = { collection, format: wanted, match: { ids }, limit: 1 };
  const [row] = (await reader.manifest(last)).rows;
  if (row === undefined) throw absentRecord();
  const { version, specVersion, format, added } = row;
  const match = { ids, versions: [{ version }], specVersions: [specVersion] };
  const { body, count } = await reader.objects({ ...last, match });
  if (count === 0) throw absentRecord();
  return {
    bytes: body,
    type: mediaTypeOf(format, specVersion),
    headers: { 'x-cybex-added': microsToTimestamp(added) },
  };
}

/** The format in which an id is visible; of several the first that the house names. */
async function formatOf(
  reader: Reader,
  collection: string,
  id: string,
): Promise<string | undefined> {
  const query = { collections: [collection], id, order: 'newest', limit: PAGE_MAX } as const;
  const found = new Set((await recordsOf(reader, query)).records.map(({ format }) => format));
  return CODECS.find(({ format }) => found.has(format))?.format;
}

function absentRecord(): CybexError {
  return new CybexError('absent', 'There is no such record.');
}

/** Ids of the collections in question that the caller may read; an unreadable one is no one. */
export function readable(call: Call<unknown, unknown>, wanted?: string): readonly string[] {
  const { directory, principal } = call;
  return directory.collections
    .filter(
      (collection) => wanted === undefined || [collection.id, collection.alias].includes(wanted),
    )
    .filter((collection) => rightsOf(principal, collection).read)
    .map(({ id }) => id);
}

function summary(record: RecordView): object {
  return {
    id: record.id,
    type: record.type,
    format: record.format,
    spec_version: record.specVersion,
    version: record.version,
    title: record.title,
    tlp: record.label.tlp,
    owner: record.label.owner,
    collection: record.collection,
    added: microsToTimestamp(record.added),
    variants: record.variants,
    withdrawn: record.withdrawn,
  };
}

/** Positions are no secret here: a signed-in reader sees `added` of each record anyway. */
function writeCursor({ position, tie }: Cursor): string {
  return `${position.toString(36)}-${tie.toString(36)}`;
}

function readCursor(text: string): Cursor {
  const match = /^([0-9a-z]{1,12})-([0-9a-z]{1,12})$/.exec(text);
  if (match === null)
    throw new CybexError('invalid-argument', 'cursor: not one that was given out');
  return {
    position: Number.parseInt(match[1] ?? '', 36),
    tie: Number.parseInt(match[2] ?? '', 36),
  };
}

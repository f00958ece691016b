/**
 * "What does peer X get, and why not the rest?" Asked before anything is sent. The answer names
 * only records that the asker may see himself: a preview is no way around the policy.
 */
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import type { Principal } from '../../core/principal.ts';
import { ANONYMOUS } from '../../core/principal.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import { decide } from '../../policy/index.ts';
import type { Cursor, RecordView } from '../../store/port.ts';
import { recordsOf, rightsOf } from '../access.ts';
import type { DirectoryIndex } from '../directory.ts';
import { principalOf } from '../directory.ts';
import { directoryFor } from '../sample/audience.ts';
import { readable } from './records.ts';
import type { Call, Route } from './route.ts';
import { route } from './route.ts';

const PAGE = 200;

const previewQuery = z.object({
  as: z.string().describe('Person, peer, service or organisation by id or name; or `anonymous`.'),
  collection: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1_000_000).default(100_000),
});

export const PREVIEW_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/preview',
    summary: 'What another principal gets of the records that you see, and the rule for the rest.',
    standing: 'signed-in',
    query: previewQuery,
    answer: async (call) => ({ lines: preview(call) }),
  }),
];

async function* preview(
  call: Call<z.output<typeof previewQuery>, unknown>,
): AsyncGenerator<object> {
  const { hub, directory, query } = call;
  const other = otherPrincipal(call, directory, query.as);
  // Who is not signed in is shown as one who tries the hub out at this machine.
  const offered = directoryFor(other, directory, true);
  const time = microsToTimestamp(hub.clock.now());
  yield { as: { kind: other.kind, id: other.id, organisation: other.organisation } };
  let gets = 0;
  let withheld = 0;
  const reasons = new Map<string, number>();
  for await (const record of visible(call, query.limit)) {
    const line = verdict(record, other, offered, time);
    if (line.gets) gets++;
    else withheld++;
    for (const rule of line.gets ? [] : line.rules) reasons.set(rule, (reasons.get(rule) ?? 0) + 1);
    yield { record: line };
  }
  yield { total: { gets, withheld, rules: Object.fromEntries(reasons) } };
}

async function* visible(
  call: Call<z.output<typeof previewQuery>, unknown>,
  limit: number,
): AsyncGenerator<RecordView> {
  const { hub, principal, query } = call;
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const collections = readable(call, query.collection);
  if (query.collection !== undefined && collections.length === 0) {
    throw new CybexError('absent', `There is no collection ${query.collection}.`, {
      remedy: 'cybex collection list',
    });
  }
  let after: Cursor | undefined;
  for (let left = limit; left > 0; left -= PAGE) {
    const page = await recordsOf(reader, {
      collections,
      order: 'oldest',
      limit: Math.min(PAGE, left),
      ...(after === undefined ? {} : { after }),
    });
    yield* page.records;
    if (!page.more || page.last === undefined) return;
    after = page.last;
  }
}

interface Verdict {
  readonly id: string;
  /** Feeds carry `stix`; what is of another format is had by the native API. */
  readonly format: string;
  readonly title: string;
  readonly collection: string;
  readonly tlp: string;
  readonly gets: boolean;
  /** Ids of the rules that deny; empty when it is given. */
  readonly rules: readonly string[];
}

function verdict(
  record: RecordView,
  other: Principal,
  directory: DirectoryIndex,
  time: string,
): Verdict {
  const { id, format, title, label, collection: collectionId } = record;
  const collection = directory.collectionById.get(collectionId);
  const granted = collection !== undefined && rightsOf(other, collection).read;
  const decision = decide(other, 'read', label, { channel: 'feed', time });
  const denying = decision.rules.filter(({ effect }) => effect === 'deny').map((rule) => rule.id);
  return {
    id,
    format,
    title,
    collection: collectionId,
    tlp: label.tlp,
    gets: granted && decision.allow,
    rules: granted ? denying : ['no-grant', ...denying],
  };
}

/** The operator previews anyone; others their own organisation's people and the anonymous. */
function otherPrincipal(
  { principal }: Call<unknown, unknown>,
  directory: DirectoryIndex,
  wanted: string,
): Principal {
  if (wanted === 'anonymous') return ANONYMOUS;
  const administers = principal.roles.includes('site-admin');
  const person = directory.persons.find(
    (row) =>
      (row.id === wanted || row.name === wanted) &&
      (administers || row.organisation === principal.organisation),
  );
  if (person) return principalOf(person, directory, 'token');
  const organisation = directory.organisations.find(
    (row) =>
      (row.id === wanted || row.name === wanted) &&
      (administers || row.id === principal.organisation),
  );
  if (organisation === undefined) {
    throw new CybexError('absent', `There is nobody called ${wanted} here.`, {
      remedy: 'cybex org list, cybex person list, cybex peer list',
    });
  }
  const member = {
    id: organisation.id,
    kind: 'peer' as const,
    name: organisation.name,
    organisation: organisation.id,
    roles: ['reader'] as const,
  };
  return principalOf(member, directory, 'token');
}

/** Putting information in: import with progress, and what did not get in. */
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { TLP_LEVELS } from '../../core/label.ts';
import type { Principal } from '../../core/principal.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type { DeliveredItem } from '../../flow/index.ts';
import { journey } from '../../flow/index.ts';
import type { Collection, QuarantineRow } from '../../store/port.ts';
import { rightsOf } from '../access.ts';
import { LOCAL_OPERATOR } from '../directory.ts';
import { tellingOf } from './import-lines.ts';
import { lines } from './lines.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const importQuery = z.object({
  collection: z.string().describe('Collection id or alias.'),
  tlp: z.enum(TLP_LEVELS).optional().describe('For records without a TLP marking.'),
  format: z.string().optional().describe('Recognised from the content when absent.'),
  from: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Embargo: nobody else sees it before.'),
  until: z.iso.datetime({ offset: true }).optional().describe('Nobody else sees it from then on.'),
  organisation: z.string().optional().describe('For whom (operator only).'),
  strict: z.stringbool().default(false).describe('Findings on SHOULD clauses count as errors.'),
  tolerant: z
    .stringbool()
    .default(false)
    .describe('Errors of published catalogues on which nothing rests count as warnings.'),
  dry_run: z.stringbool().default(false),
  items: z.stringbool().default(false).describe('One line per record, not only the refused ones.'),
  source: z.string().max(500).optional(),
});

export const DELIVERY_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/import',
    summary: 'Import a delivery of any size; JSON Lines tell progress, refusals and the report.',
    standing: 'contributor',
    query: importQuery,
    body: 'bytes',
    answer: importDelivery,
  }),
  route({
    method: 'GET',
    path: '/quarantine',
    summary: 'What was not accepted, with the reasons; kept byte for byte.',
    standing: 'operator',
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    answer: async ({ hub, query, principal }) => {
      const rows = await hub.house.operations.quarantine(query.limit, query.after);
      return { json: { quarantine: rows.map((row) => quarantined(row, principal)) } };
    },
  }),
  route({
    method: 'GET',
    path: '/parcels/:id',
    summary: 'A delivery as it came, byte for byte. Local socket only.',
    standing: 'operator',
    answer: async ({ hub, parameters, principal }) => {
      // RED lies in it too: over the network it is for the persons that it names (R3).
      if (principal.id !== LOCAL_OPERATOR) {
        throw new CybexError('forbidden', 'Only over the local socket of the hub.');
      }
      const parcel = await hub.house.operations.parcel(parameters.id ?? '');
      // The operator runs the house; what other organisations sent is theirs (R22).
      if (parcel === null || parcel.organisation !== principal.organisation) {
        throw new CybexError('absent', 'There is no such parcel.');
      }
      return { stream: hub.house.operations.reassemble(parcel.id), type: parcel.mediaType };
    },
  }),
];

/**
 * The operator sees that something of another organisation was refused, where and by which rule,
 * so that he can ask; what it says is that organisation's own (R22). The bytes, whose marking
 * nobody has read, stay on the machine (R3).
 */
function quarantined(row: QuarantineRow, principal: Principal): object {
  const { organisation } = principal;
  const { bytes, received, issues, id, ...rest } = row;
  const at = { ...rest, received: microsToTimestamp(received), size: bytes.length };
  if (row.organisation === organisation) {
    const here = principal.id === LOCAL_OPERATOR;
    return { ...at, id, issues, ...(here ? { bytes: Buffer.from(bytes).toString('base64') } : {}) };
  }
  const message = 'What another organisation sent is its own to read.';
  const rules = issues.map(({ code, severity, clause }) => ({ code, severity, clause, message }));
  return { ...at, id: '', issues: rules };
}

async function importDelivery(call: Call<z.output<typeof importQuery>, unknown>): Promise<Answer> {
  const { query } = call;
  if (query.strict && query.tolerant) {
    throw new CybexError('invalid-argument', 'strict and tolerant exclude each other.');
  }
  const collection = writableCollection(call, query.collection);
  const out = lines<unknown>();
  void run(call, collection, out.put).then(out.end, out.fail);
  return { lines: out.read() };
}

async function run(
  call: Call<z.output<typeof importQuery>, unknown>,
  collection: Collection,
  put: (line: unknown) => void,
): Promise<void> {
  const { hub, principal, query, stream } = call;
  const organisation = actingFor(call, query.organisation);
  const told = tellingOf(collection, rightsOf(principal, collection).read);
  await hub.jobs.run('import', query.source ?? collection.title, async (job) => {
    put({ job: job.id });
    const report = await journey(
      {
        head: {
          mediaType: 'application/json',
          principal: principal.id,
          organisation,
          channel: 'import',
          collection: collection.id,
          ...(query.tlp === undefined ? {} : { unmarkedTlp: query.tlp }),
          ...(query.source === undefined ? {} : { source: query.source }),
        },
        source: stream,
        ...(query.format === undefined ? {} : { format: query.format }),
        options: { strict: query.strict, tolerant: query.tolerant },
        ...(query.from === undefined ? {} : { from: query.from }),
        ...(query.until === undefined ? {} : { until: query.until }),
        dryRun: query.dry_run,
        signal: AbortSignal.any([job.signal, call.signal]),
        onProgress: (progress) => {
          const { stored, duplicate, refused, bytes } = progress;
          job.progress({ done: stored + duplicate, failed: refused, bytes });
          put({ progress: told.progress(progress) });
        },
        onItem: (item) => {
          hub.metrics.records.inc({ outcome: item.outcome });
          if (item.outcome === 'refused') job.fail(`${item.id || item.path}: ${firstError(item)}`);
          if (query.items || item.issues.length > 0) put({ item: told.item(item) });
        },
      },
      hub.flow,
      hub.offer,
    );
    put({ report: told.report(report) });
  });
}

function firstError({ issues }: DeliveredItem): string {
  return issues.find(({ severity }) => severity === 'error')?.message ?? 'refused';
}

export function writableCollection(call: Call<unknown, unknown>, wanted: string): Collection {
  const { directory, principal } = call;
  const collection = directory.collections.find(
    (row) => row.id === wanted || (row.alias !== undefined && row.alias === wanted),
  );
  if (collection && rightsOf(principal, collection).write) return collection;
  const readable = collection && rightsOf(principal, collection).read;
  if (readable) throw new CybexError('forbidden', 'You may read this collection, not write to it.');
  throw new CybexError('absent', `There is no collection ${wanted} that you may write to.`, {
    remedy: 'cybex collection list',
  });
}

/** The operator may bring something in for another organisation; nobody else may. */
function actingFor({ directory, principal }: Call<unknown, unknown>, wanted?: string): string {
  if (wanted === undefined || wanted === principal.organisation) return principal.organisation;
  const organisation = directory.organisations.find(
    ({ id, name }) => id === wanted || name === wanted,
  );
  if (!organisation || !principal.roles.includes('site-admin')) {
    throw new CybexError(
      'forbidden',
      'Only a site administrator imports for another organisation.',
    );
  }
  return organisation.id;
}

/** Running the hub: state, jobs, audit, backup, integrity. */
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import type { Principal } from '../../core/principal.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import { VERSION } from '../../index.ts';
import type { AuditRow } from '../../store/port.ts';
import { LOCAL_OPERATOR } from '../directory.ts';
import { backupTo, lastBackup } from '../jobs/backup.ts';
import { feedStates } from '../jobs/feeds.ts';
import type { JobView } from '../jobs/jobs.ts';
import { removeSample } from '../sample/remove.ts';
import { lines } from './lines.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

export const OPERATE_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/status',
    summary: 'The state of this hub: store, backup, feeds, quarantine, memory.',
    standing: 'operator',
    answer: status,
  }),
  route({
    method: 'GET',
    path: '/jobs',
    summary: 'Running and recent jobs: done, failed, why, rate.',
    standing: 'operator',
    answer: async ({ hub }) => ({ json: { jobs: hub.jobs.list().map(jobLine) } }),
  }),
  route({
    method: 'GET',
    path: '/jobs/:id/events',
    summary: 'Every state of one job until it ends, as JSON Lines.',
    standing: 'operator',
    answer: async ({ hub, parameters }) => {
      const id = parameters.id ?? '';
      if (hub.jobs.get(id) === null) throw new CybexError('absent', 'There is no such job.');
      async function* events() {
        for await (const view of hub.jobs.events(id)) yield jobLine(view);
      }
      return { lines: events() };
    },
  }),
  route({
    method: 'DELETE',
    path: '/jobs/:id',
    summary: 'Cancel a running job; what it did stays.',
    standing: 'operator',
    answer: async ({ hub, parameters }) => {
      hub.jobs.cancel(parameters.id ?? '');
      return { json: { cancelled: parameters.id } };
    },
  }),
  route({
    method: 'GET',
    path: '/audit',
    summary: 'The audit trail as JSON Lines, or as RFC 5424 syslog lines.',
    standing: 'operator',
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(100_000).default(1000),
      form: z.enum(['json', 'syslog']).default('json'),
    }),
    answer: async ({ hub, query, principal }) => {
      const trail = await hub.house.operations.auditTrail(query.after, query.limit);
      const rows = trail.map((row) => auditedFor(row, principal));
      if (query.form === 'json') {
        return { lines: each(rows.map((row) => ({ ...row, at: microsToTimestamp(row.at) }))) };
      }
      const text = rows.map((row) => `${syslogLine(row)}\n`).join('');
      return { bytes: Buffer.from(text), type: 'text/plain; charset=utf-8' };
    },
  }),
  route({
    method: 'POST',
    path: '/backup',
    summary: 'Write one consistent file while the hub goes on, and verify it.',
    standing: 'operator',
    body: z.object({
      to: z.string().refine(isAbsolute, 'must be an absolute path'),
      keep: z.number().int().min(1).max(10_000).optional(),
    }),
    answer: async (call) => {
      const out = lines<unknown>();
      void backupTo(call.hub, call.body, out.put).then(out.end, out.fail);
      return { lines: out.read() };
    },
  }),
  route({
    method: 'DELETE',
    path: '/sample',
    summary: 'Remove the sample exchange: its collection, organisations and records.',
    standing: 'site-admin',
    answer: async ({ hub, principal }) => ({
      json: { records: await removeSample(hub, principal) },
    }),
  }),
  route({
    method: 'POST',
    path: '/integrity',
    summary: 'Check store, indexes, memberships and log leaves; lists what is wrong.',
    standing: 'operator',
    answer: async ({ hub }) => ({ json: { problems: await hub.house.operations.integrity() } }),
  }),
];

const RECORD_ID = /\b[a-z0-9-]+--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/**
 * Who did what is the operator's to know; to which records, hidden ones among them, is not (R17,
 * R22), save for who sits at the machine and has the store itself.
 */
function auditedFor(row: AuditRow, { id }: Principal): AuditRow {
  if (id === LOCAL_OPERATOR) return row;
  const withheld = (text: string) => text.replace(RECORD_ID, 'a record');
  const detail = JSON.parse(withheld(JSON.stringify(row.detail))) as AuditRow['detail'];
  return { ...row, subject: withheld(row.subject), detail };
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

async function status({ hub, directory }: Call<unknown, unknown>): Promise<Answer> {
  const state = await hub.house.operations.state();
  return {
    json: {
      version: VERSION,
      now: microsToTimestamp(hub.clock.now()),
      node: process.version,
      address: hub.address(),
      data: hub.dataDirectory,
      store: hub.house.kind,
      ...state,
      lastPosition: microsToTimestamp(state.lastPosition),
      organisations: directory.organisations.length,
      collections: directory.collections.length,
      sample: directory.collections.some((collection) => collection.sample),
      backup: await lastBackup(hub),
      feeds: await feedStates(hub),
      jobs: hub.jobs.list().filter((job) => job.state === 'running').length,
      memoryBytes: process.memoryUsage().rss,
      seconds: Math.round(process.uptime()),
    },
  };
}

function jobLine(view: JobView): object {
  return {
    ...view,
    started: microsToTimestamp(view.started),
    ...(view.ended === undefined ? {} : { ended: microsToTimestamp(view.ended) }),
  };
}

/** RFC 5424: facility 13 (log audit), severity 6 or 4; structured data under our own name. */
function syslogLine(row: AuditRow): string {
  const priority = 13 * 8 + (row.outcome === 'done' ? 6 : 4);
  const field = (value: string) => value.replace(/[\\"\]]/g, '\\$&').replace(/[\r\n]/g, ' ');
  const data = [
    `principal="${field(row.principal)}"`,
    `organisation="${field(row.organisation)}"`,
    `subject="${field(row.subject)}"`,
    `outcome="${row.outcome}"`,
  ].join(' ');
  return `<${priority}>1 ${microsToTimestamp(row.at)} - cybex - ${field(row.action).slice(0, 32)} [audit@32473 ${data}] ${field(JSON.stringify(row.detail))}`;
}

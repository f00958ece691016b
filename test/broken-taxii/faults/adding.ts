/** Faults in POST and status. */
import {
  answering,
  edit,
  type FaultRow,
  isManifest,
  isPost,
  type Json,
  objectsOf,
  refuse,
  STATUS,
} from '../fault-writing.ts';
import type { Fault } from '../server.ts';

export const ADDING: readonly FaultRow[] = [
  {
    what: 'POST is answered 200',
    rows: ['post.accepted'],
    answer(_request, answer) {
      if (answer.status === 202) answer.status = 200;
    },
  },
  {
    what: 'a status never becomes complete',
    rows: ['status.complete'],
    household: { pendingPolls: Number.POSITIVE_INFINITY },
  },
  {
    what: 'a status counts one too few',
    rows: ['status.counts'],
    answer: answering(STATUS, (json) => {
      json.success_count = Number(json.success_count) - 1;
    }),
  },
  {
    what: 'a status has no pending_count',
    rows: ['post.status-members'],
    answer: answering(STATUS, (json) => {
      delete json.pending_count;
    }),
  },
  {
    what: 'the id of a status is a number',
    rows: ['post.status-id'],
    answer: answering(
      (_request, { status }) => status === 202,
      (json) => {
        json.id = '17';
      },
    ),
  },
  {
    what: 'a status cannot be asked for',
    rows: ['status.retrieved'],
    answer({ path }, answer) {
      if (path.includes('/status/')) refuse(answer, 404);
    },
  },
  {
    what: 'a status names the time of adding as version',
    rows: ['status.details'],
    answer: answering(STATUS, (json) => {
      for (const entry of (json.successes ?? []) as Json[]) entry.version = json.request_timestamp;
    }),
  },
  {
    what: 'a duplicate is a failure',
    rows: ['post.duplicate'],
    ...failingDuplicates(),
  },
  {
    what: 'a duplicate is listed twice',
    rows: ['post.duplicate-once'],
    answer: answering(
      (request) => isManifest(request) && request.query.has('match[id]'),
      (json) => {
        if (objectsOf(json).length === 3) objectsOf(json).push(objectsOf(json)[0] as Json);
      },
    ),
  },
  {
    what: 'what is reported as stored is not there',
    rows: ['post.partial'],
    answer(request, answer) {
      const isBad = isPost(request) && request.body.includes('yesterday');
      if (isBad) request.headers.bad = 'yes';
      if (/\/objects\/identity--/.test(request.path) && answer.text.includes('good beside bad')) {
        refuse(answer, 404);
      }
    },
  },
  {
    what: 'a body above max_content_length is taken',
    rows: ['post.above-limit'],
    answer: answering(
      ({ path }) => path === '/taxii2/api1/',
      (json) => {
        json.max_content_length = 10_000;
      },
    ),
  },
  {
    what: 'a body below max_content_length is 413',
    rows: ['post.below-limit'],
    answer: answering(
      ({ path }) => path === '/taxii2/api1/',
      (json) => {
        json.max_content_length = 100_000;
      },
    ),
  },
  {
    what: 'POST to an unknown collection is taken',
    rows: ['post.unknown-collection'],
    answer(request, answer) {
      if (isPost(request) && answer.status === 404) {
        Object.assign(answer, { status: 202, text: '{}' });
      }
    },
  },
];

function failingDuplicates(): Fault {
  const known = new Set<string>();
  return {
    answer(request, answer) {
      if (answer.status !== 202) return;
      const { objects } = JSON.parse(request.body.toString()) as { objects: Json[] };
      edit(answer, (json) => {
        const failed = objects.filter((object) => known.has(JSON.stringify(object))).length;
        for (const object of objects) known.add(JSON.stringify(object));
        if (failed === 0) return;
        json.success_count = objects.length - failed;
        json.failure_count = failed;
        delete json.successes;
      });
    },
  };
}

/** Faults in limit, more and next. */
import {
  answering,
  asking,
  edit,
  type FaultRow,
  isList,
  isObjects,
  objectsOf,
  refuse,
  WHOLE_SECOND,
} from '../fault-writing.ts';
import type { Fault } from '../server.ts';

export const PAGING: readonly FaultRow[] = [
  {
    what: 'next forgets where it was within one time',
    rows: ['paging.exactly-once'],
    times: 'tied',
    house: asking(({ after, ...query }) =>
      after === undefined ? query : { ...query, addedAfter: after.position },
    ),
  },
  {
    what: 'more is false on the second page already',
    rows: ['paging.exactly-once', 'paging.more'],
    answer: answering(
      (request) => isList(request) && request.query.has('next'),
      (json) => {
        json.more = false;
        delete json.next;
      },
    ),
  },
  {
    what: 'next is not looked at beside added_after',
    rows: ['paging.exactly-once', 'paging.manifest'],
    request({ query }) {
      if (query.has('added_after')) query.delete('next');
    },
  },
  {
    what: 'next beside added_after is refused',
    rows: ['paging.next-accepted', 'paging.exactly-once'],
    answer({ query }, answer) {
      if (query.has('added_after') && query.has('next')) refuse(answer, 400);
    },
  },
  {
    what: 'next is refused after a page that ended at a whole second',
    rows: ['paging.next-accepted'],
    times: 'whole-second',
    ...refusesWholeSeconds(),
  },
  {
    what: 'a page begins with the last object of the page before',
    rows: ['paging.exactly-once'],
    house: asking(({ after, ...query }) =>
      after === undefined ? query : { ...query, after: { position: after.position - 1, tie: 0 } },
    ),
  },
  {
    what: 'next is an offset from the end, which writers move',
    rows: ['paging.writes-between'],
    ...offsetsFromTheEnd(),
  },
  {
    what: 'limit is not looked at',
    rows: ['limit.honoured'],
    request: ({ query }) => query.delete('limit'),
  },
  {
    what: 'what fits into limit is cut, without more',
    rows: ['limit.fits', 'objects.all'],
    answer: answering(isObjects, (json) => {
      if (json.more !== true && objectsOf(json).length > 8) objectsOf(json).splice(-5);
    }),
  },
  {
    what: 'more is true for ever',
    rows: ['limit.fits'],
    answer: answering(isList, (json) => {
      if (objectsOf(json).length > 0) json.more = true;
    }),
  },
  {
    what: 'next serves other filters than it was made for',
    rows: ['paging.next-bound'],
    ...nextOfAnyFilter(),
  },
  {
    what: 'next that was never given is the first page',
    rows: ['query.next-malformed'],
    request({ query }) {
      if (query.get('next') === 'never-given') query.delete('next');
    },
  },
  {
    what: 'next without more',
    rows: ['paging.next-without-more'],
    answer: answering(isObjects, (json) => {
      json.next ??= 'again';
    }),
  },
  {
    what: 'added_after on the way loses the rest of a time',
    rows: ['paging.by-date'],
    // One more than at the last time: whoever goes on by time passes over it.
    house: asking((query) =>
      query.addedAfter === undefined || query.after !== undefined || query.limit > 100
        ? query
        : { ...query, addedAfter: query.addedAfter + (query.addedAfter % 2 === 0 ? 1 : 1_000_000) },
    ),
  },
  {
    what: 'one object does not page',
    rows: ['paging.object'],
    answer: answering(
      ({ path, query }) => /\/objects\/[^/]+\/$/.test(path) && query.has('limit'),
      (json) => {
        json.more = false;
        delete json.next;
      },
    ),
  },
  {
    what: 'the versions of one object do not page',
    rows: ['paging.versions'],
    answer: answering(
      ({ path, query }) => path.endsWith('/versions/') && query.has('limit'),
      (json) => {
        json.more = false;
        delete json.next;
      },
    ),
  },
];

/** As OpenTAXII does, which reads its own token back with a format that demands a fraction. */
function refusesWholeSeconds(): Fault {
  const bad = new Set<unknown>();
  return {
    answer(request, answer) {
      if (bad.has(request.query.get('next'))) return refuse(answer, 400);
      const whole = answer.headers['x-taxii-date-added-last']?.endsWith(WHOLE_SECOND);
      if (isList(request) && whole) edit(answer, ({ next }) => void bad.add(next));
    },
  };
}

function offsetsFromTheEnd(): Fault {
  return {
    house: (house, household) => ({
      ...house,
      objects(query) {
        if (query.after === undefined) return house.objects(query);
        const records = household.records.get(query.collection) ?? [];
        const last = records.at(-1)?.added ?? 0;
        // Each object added after the walk began moves the place by one.
        const started = records
          .filter((record) => !Buffer.from(record.bytes).includes('between'))
          .at(-1);
        const moved = records.filter(({ added }) => added > (started?.added ?? last)).length;
        const places = records.map(({ added, tie }) => ({ position: added, tie }));
        const at = places.findIndex(({ position }) => position === query.after?.position);
        return house.objects({ ...query, after: places[at + moved] ?? query.after });
      },
    }),
  };
}

/** Keeps tokens as places alone. */
function nextOfAnyFilter(): Fault {
  const made = new Map<string, string>();
  return {
    request(request) {
      const next = request.query.get('next');
      if (next !== null && made.has(next)) request.query = new URLSearchParams(made.get(next));
    },
    answer(request, answer) {
      edit(answer, ({ next }) => {
        if (typeof next !== 'string') return;
        const query = new URLSearchParams(request.query);
        query.set('next', next);
        made.set(next, query.toString());
      });
    },
  };
}

/** Faults in added_after, order and the date-added headers. */
import {
  answering,
  asking,
  type FaultRow,
  isManifest,
  isObjects,
  objectsOf,
  refuse,
  WHOLE_SECOND,
} from '../fault-writing.ts';

export const DATES: readonly FaultRow[] = [
  {
    what: 'added_after includes its own time',
    rows: ['added-after.exclusive'],
    house: asking((query) =>
      query.addedAfter === undefined ? query : { ...query, addedAfter: query.addedAfter - 1 },
    ),
  },
  {
    what: 'added_after is taken in milliseconds',
    rows: ['added-after.before'],
    house: asking((query) =>
      query.addedAfter === undefined
        ? query
        : { ...query, addedAfter: Math.ceil(query.addedAfter / 1000) * 1000 },
    ),
  },
  {
    what: 'added_after at a whole second is refused',
    rows: ['added-after.whole-second'],
    answer({ query }, answer) {
      if (query.get('added_after')?.endsWith(WHOLE_SECOND)) refuse(answer, 400);
    },
  },
  {
    what: 'added_after is not looked at',
    rows: ['added-after.future', 'objects.empty', 'added-after.exclusive'],
    request: ({ query }) => query.delete('added_after'),
  },
  {
    what: 'objects are sorted by modified',
    rows: ['objects.sorted'],
    answer: answering(isObjects, (json) => {
      objectsOf(json).sort((a, b) => (String(a.modified) < String(b.modified) ? -1 : 1));
    }),
  },
  {
    what: 'the manifest is sorted by id',
    rows: ['manifest.sorted'],
    answer: answering(isManifest, (json) => {
      objectsOf(json).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    }),
  },
  {
    what: 'no date-added headers',
    rows: ['headers.present', 'headers.equal'],
    answer(_request, { headers }) {
      delete headers['x-taxii-date-added-first'];
      delete headers['x-taxii-date-added-last'];
    },
  },
  {
    what: 'no date-added headers on an empty page',
    rows: ['headers.present'],
    answer(_request, { headers, text }) {
      if (text !== '{}') return;
      delete headers['x-taxii-date-added-first'];
      delete headers['x-taxii-date-added-last'];
    },
  },
  {
    what: 'the date-added headers are swapped',
    rows: ['headers.equal'],
    answer(_request, { headers }) {
      const { 'x-taxii-date-added-first': first, 'x-taxii-date-added-last': last } = headers;
      if (first === undefined || last === undefined) return;
      headers['x-taxii-date-added-first'] = last;
      headers['x-taxii-date-added-last'] = first;
    },
  },
  {
    what: 'times have milliseconds',
    rows: ['answers.timestamps'],
    answer(_request, { headers }) {
      for (const name of ['x-taxii-date-added-first', 'x-taxii-date-added-last']) {
        const value = headers[name];
        if (value !== undefined) headers[name] = value.replace(/\d{3}Z$/, 'Z');
      }
    },
  },
];

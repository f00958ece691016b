/** Faults in match fields and malformed queries. */
import {
  answering,
  asking,
  type FaultRow,
  isManifest,
  isObjects,
  objectsOf,
  refuse,
} from '../fault-writing.ts';
import type { Fault } from '../server.ts';

export const FILTERS: readonly FaultRow[] = [
  {
    what: 'match[id] is not looked at in lists',
    rows: ['filter.id', 'filter.ids'],
    request(request) {
      if (isObjects(request)) request.query.delete('match[id]');
    },
  },
  {
    what: 'match[version]=all gives the last version',
    rows: ['filter.version-all', 'objects.all', 'object.version-filter'],
    request({ query, method }) {
      if (method === 'GET' && query.get('match[version]') === 'all') query.delete('match[version]');
    },
  },
  {
    what: 'match[spec_version]=2.1 is refused',
    rows: ['filter.spec-version'],
    answer({ query }, answer) {
      if (query.get('match[spec_version]') === '2.1') refuse(answer, 400);
    },
  },
  {
    what: 'an unknown match field is a server error',
    rows: ['filter.unknown-field'],
    answer({ query }, answer) {
      if (query.has('match[x_test]')) refuse(answer, 500);
    },
  },
  {
    what: 'two ids in match[id] are a server error',
    rows: ['filter.ids', 'answers.no-5xx'],
    answer({ query }, answer) {
      if (query.get('match[id]')?.includes(',')) refuse(answer, 500);
    },
  },
  {
    what: 'of several types the first counts',
    rows: ['filter.types'],
    request({ query }) {
      const type = query.get('match[type]');
      if (type !== null) query.set('match[type]', type.split(',')[0] ?? '');
    },
  },
  {
    what: 'match[type] is not looked at',
    rows: ['filter.type', 'filter.combined', 'paging.filtered'],
    request: ({ query }) => query.delete('match[type]'),
  },
  {
    what: 'match fields are joined by OR',
    rows: ['filter.combined'],
    request({ query }) {
      if (query.has('match[id]') && query.has('match[type]')) query.delete('match[type]');
    },
  },
  {
    what: 'a type without objects is refused',
    rows: ['filter.type-known'],
    answer({ query }, answer) {
      if (query.get('match[type]')?.includes('incident')) refuse(answer, 400);
    },
  },
  {
    what: 'without match[version] every version is given',
    rows: ['filter.version-default', 'object.by-id'],
    request(request) {
      if (request.method === 'GET' && !request.query.has('match[version]')) {
        request.query.set('match[version]', 'all');
      }
    },
  },
  {
    what: 'last is the version added last',
    rows: ['filter.version-last'],
    answer: answering(
      (request) => isObjects(request) && request.query.get('match[version]') === 'last',
      (json) => {
        const versioned = objectsOf(json).find((object) =>
          /three versions/.test(String(object.name)),
        );
        const modified = Date.parse(String(versioned?.modified)) - 100_000;
        if (versioned !== undefined) versioned.modified = new Date(modified).toISOString();
      },
    ),
  },
  {
    what: 'first gives the last version',
    rows: ['filter.version-first', 'object.version-filter', 'filter.version-list'],
    house: asking((query) => ({
      ...query,
      match: {
        ...query.match,
        ...(query.match.versions?.includes('first') ? { versions: ['last'] } : {}),
      },
    })),
  },
  {
    what: 'a version by its timestamp is not found',
    rows: ['filter.version-value', 'filter.version-list'],
    answer: answering(
      ({ method, query }) => method === 'GET' && /Z$/.test(query.get('match[version]') ?? ''),
      (json) => {
        delete json.objects;
      },
    ),
  },
  {
    what: 'match[spec_version] is not looked at',
    rows: ['filter.spec-version-other'],
    request: ({ query }) => query.delete('match[spec_version]'),
  },
  {
    what: 'without match[spec_version] every form is given',
    rows: ['filter.spec-version-default'],
    request(request) {
      if (!request.query.has('match[spec_version]') && isObjects(request)) {
        request.query.set('match[spec_version]', '2.0,2.1');
      }
    },
  },
  {
    what: 'an object taken in STIX 2.0 is not kept',
    rows: ['filter.spec-version-former'],
    answer: answering(
      ({ query }) => query.get('match[spec_version]') === '2.0',
      (json) => {
        delete json.objects;
      },
    ),
  },
  {
    what: 'the manifest does not filter',
    rows: ['filter.manifest'],
    request(request) {
      if (isManifest(request)) request.query.delete('match[type]');
    },
  },
  {
    what: 'percent-encoded commas do not separate',
    rows: ['query.encoding'],
    ...plainCommasOnly(),
  },
  {
    what: 'limit=0 is taken',
    rows: ['query.limit-malformed'],
    request({ query }) {
      if (query.get('limit') === '0') query.delete('limit');
    },
  },
  {
    what: 'added_after that is no time is not looked at',
    rows: ['query.added-after-malformed'],
    request({ query }) {
      if (query.get('added_after') === 'yesterday') query.delete('added_after');
    },
  },
  {
    what: 'of a repeated match field the first counts',
    rows: ['query.repeated'],
    request({ query }) {
      if (query.getAll('match[type]').length > 1) query.set('match[type]', 'tool');
    },
  },
  {
    what: 'match[version]=all,last is taken',
    rows: ['query.version-combined'],
    request({ query }) {
      if (query.get('match[version]') === 'all,last') query.set('match[version]', 'all');
    },
  },
];

function plainCommasOnly(): Fault {
  return {
    answer(request, answer) {
      const coded = request.headers['x-raw-query']?.includes('%2C') ?? false;
      if (!coded || !isObjects(request) || !request.query.has('added_after')) return;
      if (request.query.get('match[version]') !== 'all' || request.query.has('limit')) return;
      if ((request.query.get('match[id]') ?? '').includes(',')) answer.text = '{}';
    },
  };
}

/** Faults in discovery, API root and collections. */
import { answering, type FaultRow, isIn, type Json, refuse } from '../fault-writing.ts';
import { type PlainRequest, READ_ONLY } from '../server.ts';

export const INFORMATION: readonly FaultRow[] = [
  {
    what: 'discovery has no title',
    rows: ['discovery.title'],
    answer: answering(isDiscovery, (json) => {
      delete json.title;
    }),
  },
  {
    what: 'the default API root is not listed',
    rows: ['discovery.default'],
    answer: answering(isDiscovery, (json) => {
      json.default = `${String(json.default)}?`;
    }),
  },
  {
    what: 'an API root is a plain HTTP address',
    rows: ['discovery.api-root-urls'],
    answer: answering(isDiscovery, (json) => {
      json.api_roots = ['http://127.0.0.1/taxii2/api1/'];
      json.default = 'http://127.0.0.1/taxii2/api1/';
    }),
  },
  {
    what: 'the API root is 404',
    rows: ['api-root.exists'],
    answer({ path }, answer) {
      if (path === '/taxii2/api1/') refuse(answer, 404);
    },
  },
  {
    what: 'the API root has no title',
    rows: ['api-root.title'],
    answer: answering(isRoot, (json) => {
      delete json.title;
    }),
  },
  {
    what: 'the versions of the API root have no version',
    rows: ['api-root.versions'],
    answer: answering(isRoot, (json) => {
      json.versions = ['application/taxii+json'];
    }),
  },
  {
    what: 'max_content_length is a string',
    rows: ['api-root.max-content-length'],
    answer: answering(isRoot, (json) => {
      json.max_content_length = String(json.max_content_length);
    }),
  },
  {
    what: 'can_read is a string',
    rows: ['collections.members'],
    answer: answering(isCollections, (json) => {
      for (const collection of (json.collections ?? []) as Json[]) {
        if (collection.id === READ_ONLY) collection.can_read = 'true';
      }
    }),
  },
  {
    what: 'collection ids are names',
    rows: ['collections.ids'],
    answer: answering(isCollections, (json) => {
      for (const collection of (json.collections ?? []) as Json[]) {
        if (collection.id === READ_ONLY) collection.id = 'read-only';
      }
    }),
  },
  {
    what: 'collections come in another order each time',
    rows: ['collections.order'],
    answer: answering(isCollections, (json) => {
      turn += 1;
      if (turn % 2 === 0) ((json.collections ?? []) as Json[]).reverse();
    }),
  },
  {
    what: 'a collection alone has another title',
    rows: ['collections.single'],
    answer: answering(
      ({ path }) => /\/collections\/[^/]+\/$/.test(path),
      (json) => {
        json.title = 'Another';
      },
    ),
  },
  {
    what: 'an alias leads nowhere',
    rows: ['collections.alias'],
    answer(request, answer) {
      if (isIn('/read-write/', request)) refuse(answer, 404);
    },
  },
  {
    what: 'discovery lies elsewhere',
    rows: ['discovery.place'],
    answer({ path }, answer) {
      if (path === '/taxii2/') answer.status = 203;
    },
  },
];

let turn = 0;

function isDiscovery({ path }: PlainRequest): boolean {
  return path === '/taxii2/';
}

function isRoot({ path }: PlainRequest): boolean {
  return path === '/taxii2/api1/';
}

function isCollections({ path }: PlainRequest): boolean {
  return path.endsWith('/collections/');
}

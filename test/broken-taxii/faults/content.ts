/** Faults in what lists, manifests, versions and envelopes hold. */
import {
  answering,
  type FaultRow,
  isList,
  isManifest,
  isObjects,
  objectsOf,
  refuse,
} from '../fault-writing.ts';

export const CONTENT: readonly FaultRow[] = [
  {
    what: 'objects without modified are left out',
    rows: ['objects.all', 'manifest.equals-objects'],
    answer: answering(isObjects, (json) => {
      const objects = objectsOf(json).filter(({ modified }) => modified !== undefined);
      if (objects.length > 0) json.objects = objects;
    }),
  },
  {
    what: 'objects are written anew with microseconds',
    rows: ['objects.content'],
    answer: answering(isObjects, (json) => {
      for (const object of objectsOf(json)) {
        if (typeof object.modified === 'string') {
          object.modified = object.modified.replace('Z', '000Z');
        }
      }
    }),
  },
  {
    what: 'the manifest leaves out tools',
    rows: ['manifest.equals-objects'],
    answer: answering(isManifest, (json, { query }) => {
      if (query.has('match[id]')) return;
      const objects = objectsOf(json).filter(({ id }) => !String(id).startsWith('tool--'));
      if (objects.length > 0) json.objects = objects;
    }),
  },
  {
    what: 'manifest records without date_added',
    rows: ['manifest.members'],
    answer: answering(isManifest, (json) => {
      for (const record of objectsOf(json)) delete record.date_added;
    }),
  },
  {
    what: 'the manifest says another media type than the collection',
    rows: ['manifest.media-type'],
    answer: answering(isManifest, (json) => {
      for (const record of objectsOf(json)) record.media_type = 'application/stix+json;version=2.2';
    }),
  },
  {
    what: 'the manifest gives created as version',
    rows: ['manifest.version'],
    answer: answering(isManifest, (json) => {
      for (const record of objectsOf(json)) record.version = '2001-01-01T00:00:00.000Z';
    }),
  },
  {
    what: 'the manifest is refused for Accept with two media types',
    rows: ['manifest.accept'],
    answer(request, answer) {
      if (request.headers.accept?.includes('stix')) refuse(answer, 406);
    },
  },
  {
    what: 'versions lists the last version alone',
    rows: ['versions.list'],
    answer: answering(
      ({ path }) => path.endsWith('/versions/'),
      (json) => {
        if (Array.isArray(json.versions)) json.versions = json.versions.slice(-1);
      },
    ),
  },
  {
    what: 'the version of what has no modified is the time of adding',
    rows: ['versions.unversioned'],
    answer: answering(
      ({ path }) => path.endsWith('/versions/') && path.includes('marking-definition'),
      (json, _request, { headers }) => {
        json.versions = [headers['x-taxii-date-added-last']];
      },
    ),
  },
  {
    what: 'an object by its id comes without envelope',
    rows: ['object.by-id', 'answers.envelope'],
    answer: answering(
      ({ method, path }) => method === 'GET' && /\/objects\/[^/]+\/$/.test(path),
      (json) => {
        const [object] = objectsOf(json);
        if (object === undefined) return;
        delete json.objects;
        Object.assign(json, object, { objects: undefined, more: 'no' });
      },
    ),
  },
  {
    what: 'a STIX bundle instead of an envelope',
    rows: ['answers.envelope'],
    answer: answering(isObjects, (json) => {
      json.type = 'bundle';
    }),
  },
  {
    what: 'more is a string',
    rows: ['answers.envelope'],
    answer: answering(isObjects, (json) => {
      if (json.more === false) json.more = 'false';
    }),
  },
  {
    what: 'an empty page has an empty list',
    rows: ['answers.lists', 'objects.empty'],
    answer(request, answer) {
      if (isList(request) && answer.text === '{}') answer.text = '{"objects":[]}';
    },
  },
  {
    what: 'the media type is application/json',
    rows: ['answers.media-type'],
    answer(request, { headers }) {
      if (isObjects(request)) headers['content-type'] = 'application/json';
    },
  },
  {
    what: 'the media type has no version',
    rows: ['answers.media-type', 'accept.highest'],
    answer(_request, { headers }) {
      headers['content-type'] = 'application/taxii+json';
    },
  },
  {
    what: 'an answer is cut off',
    rows: ['answers.json'],
    answer(request, answer) {
      if (isManifest(request)) answer.text = answer.text.slice(0, -1);
    },
  },
];

/** Faults in errors, negotiation, methods and paths. */
import { answering, type FaultRow, isList, isPost, refuse } from '../fault-writing.ts';

export const ERRORS: readonly FaultRow[] = [
  {
    what: 'http_status is a number',
    rows: ['answers.errors'],
    answer: answering(
      (_request, { status }) => status >= 400,
      (json) => {
        json.http_status = Number(json.http_status);
      },
    ),
  },
  {
    what: 'errors have no title',
    rows: ['answers.errors'],
    answer: answering(
      (_request, { status }) => status >= 400,
      (json) => {
        delete json.title;
      },
    ),
  },
  {
    what: 'an unknown collection is an empty one',
    rows: ['collections.unknown-objects'],
    answer(request, answer) {
      if (!isList(request) || answer.status !== 404) return;
      Object.assign(answer, { status: 200, text: '{}' });
    },
  },
  {
    what: 'an unknown collection is 403',
    rows: ['collections.unknown', 'collections.unknown-objects'],
    answer(request, answer) {
      if (answer.status === 404 && request.path.includes('/collections/')) refuse(answer, 403);
    },
  },
  {
    what: 'an unknown API root is 400',
    rows: ['api-root.unknown'],
    answer({ path }, answer) {
      if (path.includes('/none-')) refuse(answer, 400);
    },
  },
  {
    what: 'an unknown object is a server error',
    rows: ['object.unknown', 'versions.unknown', 'answers.no-5xx'],
    answer({ method, path }, answer) {
      if (method === 'GET' && path.includes('/objects/identity--') && answer.status === 404) {
        refuse(answer, 500);
      }
    },
  },
  {
    what: 'an unknown status is an empty one',
    rows: ['status.unknown'],
    answer({ path }, answer) {
      if (path.includes('/status/') && answer.status === 404) {
        Object.assign(answer, { status: 200, text: '{}' });
      }
    },
  },
  {
    what: 'a body that is no envelope is a server error',
    rows: ['post.malformed'],
    answer(request, answer) {
      if (isPost(request) && answer.status === 422) refuse(answer, 500);
    },
  },
  {
    what: 'no 406 at all',
    rows: ['accept.other-type', 'accept.other-version'],
    request({ headers }) {
      headers.accept = 'application/taxii+json;version=2.1';
    },
  },
  {
    what: 'Accept without version is 406',
    rows: ['accept.no-version', 'post.accept'],
    answer({ headers }, answer) {
      if (headers.accept === 'application/taxii+json') refuse(answer, 406);
    },
  },
  {
    what: 'Accept with a space is 406',
    rows: ['accept.version'],
    answer({ headers }, answer) {
      if (headers.accept === 'application/taxii+json; version=2.1') refuse(answer, 406);
    },
  },
  {
    what: 'Accept with two media ranges is 406',
    rows: ['accept.list'],
    answer({ headers }, answer) {
      if (headers.accept?.includes(',')) refuse(answer, 406);
    },
  },
  {
    what: 'no 415 at all',
    rows: ['post.other-type'],
    request(request) {
      if (isPost(request)) request.headers['content-type'] = 'application/taxii+json;version=2.1';
    },
  },
  {
    what: 'Content-Type with a space is 415',
    rows: ['post.content-type'],
    answer(request, answer) {
      const type = request.headers['content-type'];
      if (isPost(request) && type?.includes('; ')) refuse(answer, 415);
    },
  },
  {
    what: 'HEAD is refused',
    rows: ['method.head'],
    answer({ method }, answer) {
      if (method === 'HEAD') refuse(answer, 400);
    },
  },
  {
    what: '405 does not say what is allowed',
    rows: ['method.unsupported'],
    answer(_request, { status, headers }) {
      if (status === 405) delete headers.allow;
    },
  },
  {
    what: 'a path without its last slash is a server error',
    rows: ['url.no-slash'],
    answer({ path }, answer) {
      if (!path.endsWith('/')) refuse(answer, 500);
    },
  },
];

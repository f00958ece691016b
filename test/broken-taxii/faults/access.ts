/** Faults in authentication and rights. */
import { type FaultRow, isIn, isList, isPost, refuse } from '../fault-writing.ts';
import { READ_ONLY, READ_WRITE, WRITE_ONLY } from '../server.ts';

export const ACCESS: readonly FaultRow[] = [
  {
    what: 'without credentials the answer is 403',
    rows: ['auth.missing', 'auth.wrong'],
    answer(_request, answer) {
      if (answer.status === 401) refuse(answer, 403);
    },
  },
  {
    what: 'wrong credentials are a server error',
    rows: ['auth.wrong'],
    answer({ headers }, answer) {
      if (answer.status === 401 && headers.authorization !== undefined) refuse(answer, 500);
    },
  },
  {
    what: 'posting needs no credentials',
    rows: ['auth.missing'],
    answer(request, answer) {
      if (isPost(request) && answer.status === 401) refuse(answer, 422);
    },
  },
  {
    what: '401 names no scheme',
    rows: ['auth.challenge'],
    answer(_request, { headers }) {
      delete headers['www-authenticate'];
    },
  },
  {
    what: 'without credentials an unknown collection is 404, an existing one 401',
    rows: ['auth.before-existence'],
    answer(request, answer) {
      const known = [READ_WRITE, READ_ONLY, WRITE_ONLY].some((id) => isIn(id, request));
      if (answer.status === 401 && request.path.includes('/objects/') && !known)
        refuse(answer, 404);
    },
  },
  {
    what: 'what may not be read is an empty list',
    rows: ['rights.read'],
    answer(request, answer) {
      if (isList(request) && answer.status === 403) {
        Object.assign(answer, { status: 200, text: '{}' });
      }
    },
  },
  {
    what: 'can_write is false and POST is taken',
    rows: ['rights.write'],
    answer(request, answer) {
      if (isPost(request) && answer.status === 403) {
        Object.assign(answer, { status: 202, text: '{}' });
      }
    },
  },
  {
    what: 'can_write is true and POST is refused',
    rows: ['rights.write', 'post.accepted'],
    answer(request, answer) {
      if (isPost(request) && answer.status === 202) refuse(answer, 403);
    },
  },
  {
    what: 'DELETE in a collection that may be read alone is 404',
    rows: ['rights.delete'],
    answer(request, answer) {
      if (request.method === 'DELETE' && isIn(READ_ONLY, request)) refuse(answer, 404);
    },
  },
];

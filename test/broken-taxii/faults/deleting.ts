/** Faults in DELETE. */
import { type FaultRow, isManifest } from '../fault-writing.ts';
import type { Fault } from '../server.ts';

export const DELETING: readonly FaultRow[] = [
  {
    what: 'DELETE leaves the object where it is',
    rows: ['delete.gone', 'delete.unlisted', 'delete.version', 'delete.version-gone'],
    house: (house) => ({ ...house, remove: async () => ({ kind: 'removed', count: 1 }) }),
  },
  {
    what: 'DELETE of one version takes them all',
    rows: ['delete.version'],
    request({ method, query }) {
      if (method === 'DELETE') query.delete('match[version]');
    },
  },
  {
    what: 'DELETE is answered without media type',
    rows: ['delete.answer'],
    answer({ method }, { headers, status }) {
      if (method === 'DELETE' && status === 200) headers['content-type'] = 'text/plain';
    },
  },
  {
    what: 'DELETE of an unknown object is 200',
    rows: ['delete.unknown'],
    answer(request, answer) {
      if (request.method === 'DELETE' && answer.status === 404) answer.status = 200;
    },
  },
  {
    what: 'a deleted object stays in the manifest',
    rows: ['delete.unlisted'],
    ...manifestKeeps(),
  },
];

function manifestKeeps(): Fault {
  const kept = new Map<string, string>();
  return {
    answer(request, answer) {
      const id = request.query.get('match[id]');
      if (!isManifest(request) || id === null) return;
      if (answer.text === '{}') answer.text = kept.get(id) ?? '{}';
      else kept.set(id, answer.text);
    },
  };
}

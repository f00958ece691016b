/**
 * The sample exchange: two organisations, one community, collections of its own, every TLP level.
 * It goes through the same nine stages as everything else.
 */
import { createReadStream } from 'node:fs';
import { journey } from '../../flow/index.ts';
import type { Collection, DirectoryChange, Grant } from '../../store/port.ts';
import { LOCAL_OPERATOR } from '../directory.ts';
import type { Hub } from '../hub.ts';
import {
  SAMPLE_COLLECTION,
  SAMPLE_COMMUNITY,
  SAMPLE_DELIVERIES,
  SAMPLE_ORGANISATIONS,
} from './table.ts';

const DATA = new URL('../../../../data/sample/', import.meta.url);

export async function addSample(hub: Hub): Promise<void> {
  const { organisations } = await hub.directory.current();
  const operator = organisations.find((organisation) => organisation.operator)?.id ?? '';
  await hub.directory.change(arrangement(operator), {
    principal: LOCAL_OPERATOR,
    organisation: operator,
    action: 'sample.add',
    subject: SAMPLE_COLLECTION,
    outcome: 'done',
    detail: {},
  });
  for (const { organisation, file } of SAMPLE_DELIVERIES) {
    await journey(
      {
        head: {
          mediaType: 'application/json',
          principal: LOCAL_OPERATOR,
          organisation,
          channel: 'sample',
          collection: SAMPLE_COLLECTION,
          source: file,
        },
        source: createReadStream(new URL(file, DATA)),
        format: 'stix',
      },
      hub.flow,
    );
  }
}

function arrangement(operator: string): DirectoryChange[] {
  const members = SAMPLE_ORGANISATIONS.map(({ id }) => id);
  return [
    ...SAMPLE_ORGANISATIONS.map(
      ({ id, name }): DirectoryChange => ({
        put: 'organisation',
        // As a client of both, whoever tries this hub out sees what is AMBER too.
        value: { id, name, clients: [operator], sample: true, operator: false },
      }),
    ),
    {
      put: 'community',
      value: {
        id: SAMPLE_COMMUNITY,
        name: 'Sample community',
        owner: members[0] ?? '',
        version: 1,
        members: [...members, operator],
      },
    },
    { put: 'apiRoot', value: { path: 'sample', title: 'Sample exchange', description: '' } },
    { put: 'collection', value: openCollection([operator, ...members]) },
  ];
}

function reading(subject: string): Grant {
  return { subjectKind: 'organisation', subject, read: true, write: false };
}

function openCollection(readers: readonly string[]): Collection {
  return {
    id: SAMPLE_COLLECTION,
    apiRoot: 'sample',
    alias: 'sample',
    title: 'Sample exchange / サンプル',
    description: 'Made-up information with reserved names only. cybex sample remove takes it away.',
    floor: { tlp: 'CLEAR', audience: null },
    unmarked: 'AMBER',
    grants: [
      { subjectKind: 'anyone', subject: '', read: true, write: false },
      ...readers.map(reading),
    ],
    sample: true,
  };
}

/**
 * The sample exchange: two organisations, one community, one collection of its own, every TLP
 * level. It goes through the same nine stages as everything else.
 */
import { createReadStream } from 'node:fs';
import { journey } from '../../flow/index.ts';
import type { Collection, DirectoryChange } from '../../store/port.ts';
import { LOCAL_OPERATOR } from '../directory.ts';
import type { Hub } from '../hub.ts';

interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
  /** What it delivers, below data/sample. */
  readonly file: string;
}

const ORGANISATIONS: readonly SampleOrganisation[] = [
  {
    id: '3f0c1c52-6f0e-4d3b-9a57-1f0a6f5f2a01',
    name: 'Aozora Bank CSIRT (sample)',
    file: 'aozora-bank-csirt.json',
  },
  {
    id: '8a41d7be-2c3c-4c86-b1f5-63c4f2f0bb02',
    name: 'Example Telecom ISAC (sample)',
    file: 'example-telecom-isac.json',
  },
];

const COMMUNITY = '5d2b7f6a-90c4-4a53-8e4e-7b1f7a1c4c03';
const COLLECTION = 'b7b6a6f0-4c0e-4f6c-8d7e-2a9e6d3b5d04';
const DATA = new URL('../../../../data/sample/', import.meta.url);

export async function addSample(hub: Hub): Promise<void> {
  const { organisations } = await hub.directory.current();
  const operator = organisations.find((organisation) => organisation.operator)?.id ?? '';
  await hub.directory.change(arrangement(operator), {
    principal: LOCAL_OPERATOR,
    organisation: operator,
    action: 'sample.add',
    subject: COLLECTION,
    outcome: 'done',
    detail: {},
  });
  for (const { id, file } of ORGANISATIONS) {
    await journey(
      {
        head: {
          mediaType: 'application/json',
          principal: LOCAL_OPERATOR,
          organisation: id,
          channel: 'sample',
          collection: COLLECTION,
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
  const members = ORGANISATIONS.map(({ id }) => id);
  const collection: Collection = {
    id: COLLECTION,
    apiRoot: 'sample',
    alias: 'sample',
    title: 'Sample exchange / サンプル',
    description: 'Made-up information with reserved names only. cybex sample remove takes it away.',
    floor: { tlp: 'CLEAR', audience: null },
    unmarked: 'AMBER',
    grants: [
      { subjectKind: 'anyone', subject: '', read: true, write: false },
      ...members.map((subject) => ({
        subjectKind: 'organisation' as const,
        subject,
        read: true,
        write: true,
      })),
    ],
    sample: true,
  };
  return [
    ...ORGANISATIONS.map(
      ({ id, name }): DirectoryChange => ({
        put: 'organisation',
        value: { id, name, clients: [], sample: true, operator: false },
      }),
    ),
    {
      put: 'community',
      value: {
        id: COMMUNITY,
        name: 'Sample community',
        owner: members[0] ?? '',
        version: 1,
        members: [...members, operator].filter((id) => id !== ''),
      },
    },
    { put: 'apiRoot', value: { path: 'sample', title: 'Sample exchange', description: '' } },
    { put: 'collection', value: collection },
  ];
}

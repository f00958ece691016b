import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkDirectory,
  consequences,
  type DirectoryRow,
  directoryFrom,
  rowOf,
} from './directory.ts';
import type { Collection, Community, DirectoryChange, Organisation } from './port.ts';

const organisation: Organisation = {
  id: 'org-a',
  name: 'A',
  clients: ['org-c'],
  sample: false,
  operator: true,
};
const community: Community = {
  id: '2a5f5a9c-7a6c-4bb3-a3c4-2f6a6f0f7f11',
  name: 'one',
  owner: 'org-a',
  version: 1,
  members: ['org-a'],
};
const collection: Collection = {
  id: '91a7b528-80eb-42ed-a74d-c6fbd5a26116',
  apiRoot: 'api1',
  title: 'All',
  description: '',
  floor: { tlp: 'CLEAR', audience: null },
  unmarked: 'AMBER',
  grants: [],
  sample: false,
};
const changes: DirectoryChange[] = [
  { put: 'organisation', value: organisation },
  { put: 'community', value: community },
  { put: 'collection', value: collection },
  { put: 'apiRoot', value: { path: 'api1', title: 'One', description: '' } },
];
const before = directoryFrom(changes.map(rowOf) as DirectoryRow[], 4);

test('rows give back the directory they came from', () => {
  assert.deepEqual(before.organisations, [organisation]);
  assert.deepEqual(before.communities, [community]);
  assert.deepEqual(before.collections, [collection]);
  assert.equal(before.apiRoots[0]?.path, 'api1');
  assert.equal(before.policyEpoch, 4);
  assert.deepEqual(rowOf({ remove: 'person', id: 'x' }), { kind: 'person', id: 'x', body: null });
});

test('a new member, a new client and a changed floor each leave an outbox row', () => {
  const members = ['org-a', 'org-b', 'org-d'];
  assert.deepEqual(consequences(before, [{ put: 'community', value: { ...community, members } }]), [
    { kind: 'membership', subject: 'org-b', organisation: community.id },
    { kind: 'membership', subject: 'org-d', organisation: community.id },
  ]);
  const clients = ['org-e'];
  assert.deepEqual(
    consequences(before, [{ put: 'organisation', value: { ...organisation, clients } }]),
    [{ kind: 'membership', subject: 'org-e', organisation: 'org-a' }],
  );
  const floor = { tlp: 'GREEN' as const, audience: null };
  assert.deepEqual(consequences(before, [{ put: 'collection', value: { ...collection, floor } }]), [
    { kind: 'floor', subject: collection.id, organisation: '' },
  ]);
});

test('what widens nothing leaves nothing', () => {
  assert.deepEqual(
    consequences(before, [
      { put: 'collection', value: { ...collection, title: 'Other' } },
      { put: 'collection', value: { ...collection, id: '52892447-4d7e-4f70-b94d-d7f22742ff63' } },
      { put: 'community', value: { ...community, members: [] } },
      { remove: 'community', id: community.id },
    ]),
    [],
  );
});

test('one name means one collection within an API root, and ids are UUIDs', () => {
  const other = { ...collection, id: '52892447-4d7e-4f70-b94d-d7f22742ff63' };
  const check = (...collections: Collection[]) => checkDirectory({ ...before, collections });
  check(collection, other);
  check({ ...collection, alias: 'a' }, { ...other, alias: 'a', apiRoot: 'api2' });
  check({ ...collection, alias: collection.id });
  for (const wrong of [
    [
      { ...collection, alias: 'a' },
      { ...other, alias: 'a' },
    ],
    [collection, { ...other, alias: collection.id }],
  ]) {
    assert.throws(() => check(...wrong), { code: 'conflict' });
  }
  assert.throws(() => check({ ...collection, id: 'c' }), { code: 'invalid-argument' });
  const communities = [{ ...community, id: 'group' }];
  assert.throws(() => checkDirectory({ ...before, communities }), { code: 'invalid-argument' });
});

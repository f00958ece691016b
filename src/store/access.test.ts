import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANONYMOUS, type Principal } from '../core/principal.ts';
import { mayRead, resolvePrincipal, viewEpoch } from './access.ts';
import type { Collection, Directory, Grant } from './port.ts';

const organisation = (id: string, clients: string[] = []) => ({
  id,
  name: id,
  clients,
  sample: false,
  operator: false,
});
const directory: Directory = {
  policyEpoch: 1,
  organisations: [organisation('org-a'), organisation('org-b', ['org-a'])],
  communities: [
    { id: 'c1', name: 'one', owner: 'org-b', version: 1, members: ['org-a', 'org-b'] },
    { id: 'c2', name: 'two', owner: 'org-b', version: 1, members: ['org-b'] },
    { id: 'c3', name: 'empty', owner: 'org-b', version: 1, members: [] },
  ],
  persons: [
    { id: 'alice', kind: 'person', name: 'Alice', organisation: 'org-a', roles: ['reader'] },
  ],
  credentials: [],
  collections: [],
  apiRoots: [],
};
const alice: Principal = {
  kind: 'person',
  id: 'alice',
  organisation: 'org-a',
  communities: ['c2'],
  clients: [],
  roles: ['reader', 'operator'],
};

test('communities and clients are those of the directory, not those of the request', () => {
  const resolved = resolvePrincipal(alice, directory);
  assert.deepEqual(resolved.communities, ['c1']);
  assert.deepEqual(resolved.clients, ['org-b']);
});

test('a role that was taken away is gone, and none is gained', () => {
  assert.deepEqual(resolvePrincipal(alice, directory).roles, ['reader']);
  assert.deepEqual(resolvePrincipal({ ...alice, roles: [] }, directory).roles, []);
});

test('who is no longer in the directory is anonymous', () => {
  assert.equal(resolvePrincipal({ ...alice, id: 'bob' }, directory), ANONYMOUS);
  assert.equal(resolvePrincipal({ ...alice, organisation: 'org-x' }, directory), ANONYMOUS);
  assert.equal(resolvePrincipal({ ...alice, organisation: 'org-b' }, directory), ANONYMOUS);
  const peer: Principal = { ...alice, kind: 'organisation', id: 'org-a' };
  assert.equal(resolvePrincipal(peer, directory).organisation, 'org-a');
  assert.deepEqual(
    resolvePrincipal({ ...ANONYMOUS, communities: ['c1'] }, directory).communities,
    [],
  );
});

test('a collection is read by whom a grant names', () => {
  const collection = (grant: Omit<Grant, 'write'>): Collection => ({
    id: '91a7b528-80eb-42ed-a74d-c6fbd5a26116',
    apiRoot: 'api1',
    title: '',
    description: '',
    floor: { tlp: 'CLEAR', audience: null },
    unmarked: 'AMBER',
    grants: [{ ...grant, write: true }],
    sample: false,
  });
  const resolved = resolvePrincipal(alice, directory);
  const cases: [Omit<Grant, 'write'>, boolean, boolean][] = [
    [{ subjectKind: 'anyone', subject: '', read: true }, true, true],
    [{ subjectKind: 'anyone', subject: '', read: false }, false, false],
    [{ subjectKind: 'authenticated', subject: '', read: true }, true, false],
    [{ subjectKind: 'organisation', subject: 'org-a', read: true }, true, false],
    [{ subjectKind: 'organisation', subject: '', read: true }, false, false],
    [{ subjectKind: 'community', subject: 'c1', read: true }, true, false],
    [{ subjectKind: 'community', subject: 'c2', read: true }, false, false],
    [{ subjectKind: 'principal', subject: 'alice', read: true }, true, false],
    [{ subjectKind: 'principal', subject: 'anonymous', read: true }, false, false],
  ];
  for (const [grant, forAlice, forAnyone] of cases) {
    assert.equal(mayRead(resolved, collection(grant)), forAlice, JSON.stringify(grant));
    assert.equal(mayRead(ANONYMOUS, collection(grant)), forAnyone, JSON.stringify(grant));
  }
});

test('a view epoch changes with the own entitlements and with nothing else', () => {
  const secret = Buffer.alloc(32, 1);
  const before = viewEpoch(secret, resolvePrincipal(alice, directory), true);
  const otherCommunity = {
    ...directory,
    policyEpoch: 2,
    communities: directory.communities.map((each) =>
      each.id === 'c2' ? { ...each, version: 2, members: ['org-b', 'org-c'] } : each,
    ),
  };
  assert.equal(viewEpoch(secret, resolvePrincipal(alice, otherCommunity), true), before);
  const joined = {
    ...directory,
    communities: directory.communities.map((each) =>
      each.id === 'c2' ? { ...each, members: ['org-a'] } : each,
    ),
  };
  assert.notEqual(viewEpoch(secret, resolvePrincipal(alice, joined), true), before);
  assert.notEqual(viewEpoch(secret, resolvePrincipal(alice, directory), false), before);
  assert.notEqual(viewEpoch(Buffer.alloc(32, 2), resolvePrincipal(alice, directory), true), before);
});

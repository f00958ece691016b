import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Label } from '../../core/label.ts';
import { ANONYMOUS, type Principal } from '../../core/principal.ts';
import {
  isAuthenticated,
  isClientOf,
  isCommunityId,
  isCommunityMember,
  isNamedMember,
  isNamedOrganisation,
  isNamedPerson,
  isOwner,
} from './relation.ts';

const COMMUNITY = 'c0000000-0000-4000-8000-000000000001';
const reader: Principal = {
  kind: 'person',
  id: 'p',
  organisation: 'org-a',
  communities: [COMMUNITY],
  clients: ['org-b'],
  roles: [],
};

test('a community has a UUID: numbers, names and empty texts name nobody (R20)', () => {
  assert.ok(isCommunityId(COMMUNITY));
  for (const id of ['', '0', '17', 'all', '*', `{${COMMUNITY}}`, `${COMMUNITY} `, 'x'.repeat(36)]) {
    assert.equal(isCommunityId(id), false, id);
    const audience = { organisations: [], communities: [id], persons: [] };
    assert.equal(isNamedMember({ ...reader, communities: [id] }, audience), false, id);
    assert.equal(isCommunityMember({ ...reader, communities: [id] }), false, id);
  }
});

test('the empty id equals nothing', () => {
  const ownerless: Label = { tlp: 'GREEN', audience: null, owner: '', unknown: [] };
  const nameless = { organisations: [''], communities: [''], persons: [''] };
  const claims: Principal = {
    ...reader,
    id: '',
    organisation: '',
    communities: [''],
    clients: [''],
  };
  for (const principal of [ANONYMOUS, claims, { ...claims, organisation: 'org-a' }]) {
    assert.equal(isOwner(principal, ownerless), false);
    assert.equal(isNamedPerson(principal, nameless), false);
    assert.equal(isNamedOrganisation(principal, nameless), false);
    assert.equal(isNamedMember(principal, nameless), false);
    assert.equal(isClientOf(principal, ''), false);
  }
});

test('who is anonymous, without organisation or unproved is nobody in particular', () => {
  assert.ok(isAuthenticated(reader));
  const audience = { organisations: ['org-a'], communities: [COMMUNITY], persons: ['p'] };
  const owned: Label = { tlp: 'AMBER', audience, owner: 'org-a', unknown: [] };
  const nobodies: readonly Principal[] = [
    { ...reader, kind: 'anonymous' },
    { ...reader, organisation: '' },
    { ...reader, assurance: 'none' },
  ];
  for (const principal of nobodies) {
    assert.equal(isAuthenticated(principal), false);
    assert.equal(isOwner(principal, owned), false);
    assert.equal(isNamedPerson(principal, audience), false);
    assert.equal(isNamedOrganisation(principal, audience), false);
    assert.equal(isNamedMember(principal, audience), false);
    assert.equal(isCommunityMember(principal), false);
    assert.equal(isClientOf(principal, 'org-b'), false);
  }
});

test('only a person is a named person', () => {
  const audience = { organisations: [], communities: [], persons: ['p'] };
  assert.ok(isNamedPerson(reader, audience));
  for (const kind of ['organisation', 'peer', 'service'] as const) {
    assert.equal(isNamedPerson({ ...reader, kind }, audience), false);
  }
});

/**
 * What an empty house gets: its operator's organisation, the house community, a first collection,
 * an administrator token, and the sample exchange when it is wanted. No default password.
 */
import { randomUUID } from 'node:crypto';
import type { Role } from '../core/principal.ts';
import type {
  AuditEntry,
  Collection,
  Community,
  DirectoryChange,
  Organisation,
  Person,
} from '../store/port.ts';
import { newToken, tokenSecret } from './auth/credential.ts';
import { LOCAL_OPERATOR } from './directory.ts';
import type { Hub } from './hub.ts';
import { addSample } from './sample/add.ts';

export interface FirstStart {
  readonly created: boolean;
  readonly sample: boolean;
  /** Null when it was given by a setting, or when this is not the first start. */
  readonly adminToken: string | null;
}

export const HOUSE_COMMUNITY = 'House community';

const EVERY_ROLE: readonly Role[] = [
  'reader',
  'contributor',
  'org-admin',
  'operator',
  'site-admin',
];

export async function firstStart(
  hub: Hub,
  { sample }: { readonly sample: boolean },
): Promise<FirstStart> {
  const directory = await hub.directory.current();
  if (directory.organisations.some(({ operator }) => operator)) {
    return { created: false, sample: false, adminToken: null };
  }
  const given = hub.settings['admin-token'];
  const token = given ?? newToken();
  await hub.directory.change(foundation(hub, token), entry('house.found', 'the house'));
  if (sample) await addSample(hub);
  return { created: true, sample, adminToken: given === undefined ? token : null };
}

function foundation(hub: Hub, token: string): DirectoryChange[] {
  const organisation: Organisation = {
    id: randomUUID(),
    name: hub.settings.title,
    clients: [],
    sample: false,
    operator: true,
  };
  const community: Community = {
    id: randomUUID(),
    name: HOUSE_COMMUNITY,
    owner: organisation.id,
    version: 1,
    members: [organisation.id],
  };
  const person = (id: string, name: string): Person => ({
    id,
    kind: 'person',
    name,
    organisation: organisation.id,
    roles: EVERY_ROLE,
  });
  const administrator = person(randomUUID(), 'administrator');
  const collection: Collection = {
    id: randomUUID(),
    apiRoot: 'main',
    alias: 'main',
    title: 'Main collection',
    description: 'What this exchange point offers to those who sign in.',
    floor: { tlp: 'CLEAR', audience: null },
    unmarked: 'AMBER',
    grants: [
      { subjectKind: 'authenticated', subject: '', read: true, write: false },
      { subjectKind: 'organisation', subject: organisation.id, read: true, write: true },
    ],
    sample: false,
  };
  return [
    { put: 'organisation', value: organisation },
    { put: 'community', value: community },
    { put: 'person', value: person(LOCAL_OPERATOR, 'local operator') },
    { put: 'person', value: administrator },
    { put: 'credential', value: adminCredential(hub, administrator.id, token) },
    { put: 'apiRoot', value: { path: 'main', title: hub.settings.title, description: '' } },
    { put: 'collection', value: collection },
  ];
}

function adminCredential(hub: Hub, principal: string, token: string) {
  return {
    id: randomUUID(),
    principal,
    kind: 'token' as const,
    secret: tokenSecret(token),
    userName: 'administrator',
    scope: ['taxii', 'api', 'admin'] as const,
    created: hub.clock.now(),
    revoked: false,
    note: 'first administrator token',
  };
}

/** A lost administrator token: every administrator credential ends, one new one is made. */
export async function resetAdminToken(hub: Hub): Promise<string> {
  const directory = await hub.directory.current();
  const operator = directory.organisations.find((organisation) => organisation.operator);
  const administrator = directory.persons.find(
    ({ id, organisation, roles }) =>
      id !== LOCAL_OPERATOR && organisation === operator?.id && roles.includes('site-admin'),
  );
  const token = newToken();
  const principal = administrator?.id ?? LOCAL_OPERATOR;
  const ended = directory.credentials
    .filter((credential) => credential.scope.includes('admin'))
    .map(
      (credential): DirectoryChange => ({
        put: 'credential',
        value: { ...credential, revoked: true },
      }),
    );
  await hub.directory.change(
    [...ended, { put: 'credential', value: adminCredential(hub, principal, token) }],
    entry('token.reset-admin', principal),
  );
  return token;
}

function entry(action: string, subject: string): AuditEntry {
  return {
    principal: LOCAL_OPERATOR,
    organisation: '',
    action,
    subject,
    outcome: 'done',
    detail: {},
  };
}

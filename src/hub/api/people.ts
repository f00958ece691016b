/** Persons, peers and services, and the credentials they show. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import { timestampToMicros } from '../../core/timestamp.ts';
import type { Credential, Person } from '../../store/port.ts';
import { rightsOf } from '../access.ts';
import { newToken, passwordSecret, tokenSecret } from '../auth/credential.ts';
import type { DirectoryIndex } from '../directory.ts';
import { LOCAL_OPERATOR, principalOf } from '../directory.ts';
import { resetAdminToken } from '../first-start.ts';
import { change, mustBeOrganisation, nameSchema, removal, uuidSchema } from './directory-change.ts';
import type { Answer, Call, Route } from './route.ts';
import { route } from './route.ts';

const role = z.enum(['reader', 'contributor', 'org-admin', 'operator', 'site-admin']);

const personBody = z.object({
  id: z.string().min(1).max(200).optional(),
  kind: z.enum(['person', 'organisation', 'peer', 'service']).default('person'),
  name: nameSchema,
  organisation: uuidSchema,
  roles: z.array(role).default(['reader']),
});

const tokenBody = z.object({
  person: z
    .string()
    .optional()
    .describe('Id of who it is for; absent: a new service of `organisation`.'),
  organisation: uuidSchema.optional(),
  name: nameSchema.default('token'),
  kind: z.enum(['token', 'password', 'certificate']).default('token'),
  secret: z.string().optional().describe('Password, or SHA-256 fingerprint of a certificate.'),
  roles: z.array(role).default(['reader', 'contributor']),
  scope: z.array(z.enum(['taxii', 'api', 'admin'])).default(['taxii']),
  expires: z.string().optional().describe('RFC 3339.'),
});

export const PERSON_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/persons',
    summary: 'Persons, peers and services of your organisation; all for the operator.',
    standing: 'org-admin',
    answer: async ({ directory, principal }) => ({
      json: { persons: directory.persons.filter((row) => administers(principal, row)) },
    }),
  }),
  route({
    method: 'POST',
    path: '/persons',
    summary: 'Add or change a person, peer or service.',
    standing: 'org-admin',
    body: personBody,
    answer: async (call) => {
      mustBeKnown(call, call.body.id);
      const value: Person = { ...call.body, id: call.body.id ?? randomUUID() };
      mayGive(call, value);
      mustBeOrganisation(call, value.organisation);
      await change(call, 'person.put', value.id, [{ put: 'person', value }]);
      return { json: value, status: 201 };
    },
  }),
  removal('persons', 'person'),
  route({
    method: 'GET',
    path: '/tokens',
    summary: 'Credentials of those you administer, without their secrets.',
    standing: 'org-admin',
    answer: async ({ directory, principal }) => ({
      json: {
        tokens: directory.credentials
          .filter(({ principal: id }) => {
            const person = directory.personById.get(id);
            return person !== undefined && administers(principal, person);
          })
          .map(({ secret: _secret, ...rest }) => rest),
      },
    }),
  }),
  route({
    method: 'POST',
    path: '/tokens',
    summary: 'Create a credential. The secret is in this answer and nowhere else.',
    standing: 'org-admin',
    body: tokenBody,
    answer: createToken,
  }),
  route({
    method: 'POST',
    path: '/tokens/reset-admin',
    summary: 'End every administrator credential and make a new one. Local socket only.',
    standing: 'site-admin',
    answer: async ({ hub, principal }) => {
      if (principal.id !== LOCAL_OPERATOR) {
        throw new CybexError(
          'forbidden',
          'Only on the machine of the hub: cybex token reset-admin',
        );
      }
      return { json: { token: await resetAdminToken(hub) }, status: 201 };
    },
  }),
  route({
    method: 'DELETE',
    path: '/tokens/:id',
    summary: 'Revoke a credential; it stops at once.',
    standing: 'org-admin',
    answer: async (call) => {
      const { directory, parameters, principal } = call;
      const credential = directory.credentials.find(({ id }) => id === parameters.id);
      const person = credential && directory.personById.get(credential.principal);
      if (!credential || !person || !administers(principal, person)) {
        throw new CybexError('absent', 'There is no such credential.');
      }
      await change(call, 'token.revoke', credential.id, [
        { put: 'credential', value: { ...credential, revoked: true } },
      ]);
      return { json: { revoked: credential.id } };
    },
  }),
];

/** A site administrator for all; an organisation's administrator for its own people. */
function administers(principal: Call<unknown, unknown>['principal'], person: Person): boolean {
  if (principal.roles.includes('site-admin')) return true;
  return principal.roles.includes('org-admin') && person.organisation === principal.organisation;
}

/** An organisation's administrator names ids of its own people only: others' are not told from free ones. */
function mustBeKnown({ principal, directory }: Call<unknown, unknown>, id?: string): void {
  if (id === undefined || principal.roles.includes('site-admin')) return;
  const existing = directory.personById.get(id);
  if (existing === undefined || !administers(principal, existing)) {
    throw new CybexError('absent', 'There is no such person.');
  }
}

/** Nobody gives away more than he has: roles above one's own, or into another organisation. */
function mayGive({ principal, directory }: Call<unknown, unknown>, person: Person): void {
  const existing = directory.personById.get(person.id);
  const allowed =
    administers(principal, person) && (existing === undefined || administers(principal, existing));
  const above = person.roles.some(
    (wanted) =>
      (wanted === 'operator' || wanted === 'site-admin') && !principal.roles.includes(wanted),
  );
  if (!allowed || above) {
    throw new CybexError(
      'forbidden',
      'You may give roles only within your organisation, up to your own.',
    );
  }
}

async function createToken(call: Call<unknown, z.output<typeof tokenBody>>): Promise<Answer> {
  const { body, directory, hub, principal } = call;
  const known = body.person === undefined ? undefined : directory.personById.get(body.person);
  if (body.person !== undefined && (known === undefined || !administers(principal, known))) {
    throw new CybexError('absent', 'There is no such person.');
  }
  const person: Person = known ?? {
    id: randomUUID(),
    kind: 'service',
    name: body.name,
    organisation: body.organisation ?? principal.organisation,
    roles: body.roles,
  };
  mayGive(call, person);
  mustBeOrganisation(call, person.organisation);
  if (body.scope.includes('admin') && !call.caller.scope.includes('admin')) {
    throw new CybexError('forbidden', 'Only an administrator gives the admin scope.');
  }
  const token = newToken();
  const value: Credential = {
    id: randomUUID(),
    principal: person.id,
    kind: body.kind,
    secret: await secretFor(body, token),
    userName: body.kind === 'certificate' ? '' : `${slug(person.name)}-${person.id.slice(0, 8)}`,
    scope: body.scope,
    created: hub.clock.now(),
    ...(body.expires === undefined ? {} : { expires: expiry(body.expires) }),
    revoked: false,
    note: body.name,
  };
  await change(call, 'token.create', value.id, [
    ...(known ? [] : [{ put: 'person' as const, value: person }]),
    { put: 'credential', value },
  ]);
  const { secret: _secret, ...shown } = value;
  const given = body.kind === 'token' ? { token } : {};
  return {
    json: {
      ...shown,
      ...given,
      organisation: person.organisation,
      discovery: `${hub.address()}/taxii2/`,
      collections: offeredTo(person, directory),
    },
    status: 201,
  };
}

/** What its holder will find: no more than he may know. */
function offeredTo(person: Person, directory: DirectoryIndex): object[] {
  const holder = principalOf(person, directory, 'token');
  return directory.collections.flatMap((collection) => {
    const { read, write } = rightsOf(holder, collection);
    const { id, title, apiRoot } = collection;
    return read || write ? [{ id, title, apiRoot, can_read: read, can_write: write }] : [];
  });
}

async function secretFor(body: z.output<typeof tokenBody>, token: string): Promise<string> {
  if (body.kind === 'token') return tokenSecret(token);
  if (body.kind === 'password' && (body.secret?.length ?? 0) >= 12) {
    return passwordSecret(body.secret ?? '');
  }
  const fingerprint = body.secret?.replaceAll(':', '').toLowerCase() ?? '';
  if (body.kind === 'certificate' && /^[0-9a-f]{64}$/.test(fingerprint)) return fingerprint;
  throw new CybexError(
    'invalid-argument',
    'secret: a password of at least 12 characters, or the SHA-256 fingerprint of a certificate',
  );
}

function expiry(text: string): number {
  const micros = timestampToMicros(text, 'floor');
  if (micros === null) throw new CybexError('invalid-argument', 'expires: not an RFC 3339 time');
  return micros;
}

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || 'user';
}

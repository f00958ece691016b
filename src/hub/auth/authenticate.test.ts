/** Who gets in, with what, and that nobody else does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../../core/clock.ts';
import type { CybexError } from '../../core/error.ts';
import type { Credential, Directory, Person } from '../../store/port.ts';
import { indexed } from '../directory.ts';
import { Authenticator } from './authenticate.ts';
import { newToken, passwordSecret, tokenSecret } from './credential.ts';

const ORGANISATION = 'a0000000-0000-4000-8000-000000000001';
const FINGERPRINT = 'ab'.repeat(32);
const HOUR = 3_600_000_000;

async function household() {
  const token = newToken();
  const credential = (id: string, change: Partial<Credential>): Credential => ({
    id,
    principal: 'hana',
    kind: 'token',
    secret: tokenSecret(newToken()),
    userName: '',
    scope: ['taxii'],
    created: 0,
    revoked: false,
    note: '',
    ...change,
  });
  const person: Person = {
    id: 'hana',
    kind: 'person',
    name: 'Hana',
    organisation: ORGANISATION,
    roles: ['reader'],
  };
  const directory: Directory = {
    policyEpoch: 1,
    organisations: [
      { id: ORGANISATION, name: 'O', clients: [], sample: false, operator: true },
      { id: 'big', name: 'Big', clients: [ORGANISATION], sample: false, operator: false },
    ],
    communities: [
      { id: 'c', name: 'C', owner: ORGANISATION, version: 1, members: [ORGANISATION] },
      { id: 'd', name: 'D', owner: 'big', version: 1, members: ['big'] },
    ],
    persons: [person],
    credentials: [
      credential('token', { secret: tokenSecret(token), userName: 'hana-token', expires: HOUR }),
      credential('revoked', { secret: tokenSecret('revoked'), revoked: true }),
      credential('gone', { secret: tokenSecret('gone'), principal: 'nobody' }),
      credential('password', {
        kind: 'password',
        secret: await passwordSecret('correct horse battery'),
        userName: 'Hana',
      }),
      credential('certificate', { kind: 'certificate', secret: FINGERPRINT }),
    ],
    collections: [],
    apiRoots: [],
  };
  const clock = fixedClock(0);
  const authenticator = new Authenticator(clock);
  const ask = (authorization?: string, certificate?: string, address = '192.0.2.1') =>
    authenticator.authenticate(
      {
        address,
        local: false,
        ...(authorization === undefined ? {} : { authorization }),
        ...(certificate === undefined ? {} : { certificate }),
      },
      indexed(directory),
    );
  return { token, clock, ask };
}

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

test('a bearer token, the same token as a Basic password, a password and a certificate get in', async () => {
  const { token, ask } = await household();
  const ways: readonly (readonly [string | undefined, string | undefined, string])[] = [
    [`Bearer ${token}`, undefined, 'token'],
    [`bearer ${token}`, undefined, 'token'],
    [basic('hana-token', token), undefined, 'token'],
    [basic('HANA-TOKEN', token), undefined, 'token'],
    [basic('hana', 'correct horse battery'), undefined, 'password'],
    [undefined, FINGERPRINT, 'certificate'],
  ];
  for (const [header, certificate, assurance] of ways) {
    const { principal } = await ask(header, certificate);
    assert.equal(principal.id, 'hana', header);
    assert.equal(principal.assurance, assurance);
  }
});

test('memberships come from the directory: communities, and whose client one is', async () => {
  const { token, ask } = await household();
  const { principal } = await ask(`Bearer ${token}`);
  assert.deepEqual(principal.communities, ['c']);
  assert.deepEqual(principal.clients, ['big']);
});

test('nothing shown is the anonymous, an unknown certificate too', async () => {
  const { ask } = await household();
  assert.equal((await ask()).principal.kind, 'anonymous');
  assert.equal((await ask(undefined, 'cd'.repeat(32))).principal.kind, 'anonymous');
});

const WRONG: readonly string[] = [
  'Bearer wrong',
  'Bearer ',
  'Bearer revoked',
  'Bearer gone',
  'Digest x',
  'Basic !!!',
  basic('hana', ''),
  basic('hana', 'wrong password'),
  basic('nobody', 'correct horse battery'),
  basic('', ''),
];

for (const header of WRONG) {
  test(`wrong credentials never fall back to anonymous: ${header}`, async () => {
    const { ask } = await household();
    await assert.rejects(ask(header), (error: CybexError) => error.code === 'unauthenticated');
  });
}

test('a token ends with its expiry', async () => {
  const { token, clock, ask } = await household();
  clock.advance(HOUR);
  await assert.rejects(ask(`Bearer ${token}`), { code: 'unauthenticated' });
});

test('failures are braked by name and by address, however the name is spelt', async () => {
  const { ask } = await household();
  for (let failure = 0; failure < 6; failure++) {
    const name = failure % 2 === 0 ? 'Hana' : 'ｈａｎａ';
    await ask(basic(name, `wrong ${failure}`), undefined, `192.0.2.${failure}`).catch(() => {});
  }
  await assert.rejects(ask(basic('hana', 'correct horse battery'), undefined, '192.0.2.99'), {
    code: 'too-many-requests',
  });
});

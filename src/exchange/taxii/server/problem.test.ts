import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError, type ErrorCode } from '../../../core/error.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import { TAXII_ISSUES, type TaxiiIssueCode } from './issues.ts';
import { NOBODY } from './memory.test.house.ts';
import { problemOf, problemResponse } from './problem.ts';
import {
  type AskParts,
  ask,
  collectionUrl,
  OPEN,
  objectsUrl,
  testHousehold,
} from './server.test.fixture.ts';

const SECRET = 'collection «secret» of beta at /var/db';

const BY_ERROR: Readonly<Record<ErrorCode, readonly [number, TaxiiIssueCode]>> = {
  absent: [404, 'not-found'],
  forbidden: [403, 'forbidden'],
  unauthenticated: [401, 'unauthenticated'],
  'invalid-argument': [500, 'internal'],
  'too-large': [413, 'too-large'],
  'too-many-requests': [429, 'too-many-requests'],
  'quota-exhausted': [507, 'quota-exhausted'],
  'storage-full': [507, 'storage-full'],
  unavailable: [503, 'unavailable'],
  stale: [503, 'unavailable'],
  conflict: [409, 'conflict'],
  'schema-newer': [500, 'internal'],
  'schema-mismatch': [500, 'internal'],
  locked: [503, 'unavailable'],
  'not-acceptable': [406, 'not-acceptable'],
  'unsupported-media-type': [415, 'unsupported-media-type'],
  unsupported: [500, 'internal'],
  peer: [500, 'internal'],
  internal: [500, 'internal'],
};

const failing = (error: unknown): Pick<AskParts, 'around'> => ({
  around: (house) => ({ ...house, collections: () => Promise.reject(error) }),
});

test('every error of the house has its status, and its message stays inside', async () => {
  for (const [code, [status, issue]] of Object.entries(BY_ERROR)) {
    const error = new CybexError(code as ErrorCode, SECRET, { remedy: SECRET });
    const answer = await ask(testHousehold(), 'GET', objectsUrl(OPEN), failing(error));
    assert.deepEqual([answer.status, answer.json.error_code], [status, issue], code);
    assert.doesNotMatch(JSON.stringify([answer.text, answer.headers]), /secret|var/);
    const waits = [429, 503, 507].includes(status);
    assert.equal('retry-after' in answer.headers, waits, code);
    if (waits) assert.ok(Number(answer.headers['retry-after']) >= 1);
    assert.equal(answer.headers['www-authenticate'] !== undefined, status === 401);
  }
});

test('the wait that the house names is the one that is told, in whole seconds', () => {
  for (const [retryAfter, told] of [
    [0, '1'],
    [0.2, '1'],
    [17, '17'],
    [17.2, '18'],
  ] as const) {
    const { headers } = problemOf(new CybexError('too-many-requests', '', { retryAfter }));
    assert.deepEqual(headers, { 'retry-after': told });
  }
});

test('anything thrown becomes 500 with the id of the request, and the operator is told', async () => {
  for (const thrown of [new TypeError(SECRET), SECRET, null, undefined, { code: 'absent' }]) {
    const faults: unknown[] = [];
    const answer = await ask(testHousehold(), 'GET', objectsUrl(OPEN), {
      ...failing(thrown),
      options: { onFault: (error, request) => faults.push([error, request.id]) },
    });
    assert.equal(answer.status, 500);
    assert.equal(answer.json.error_id, 'request-1');
    assert.doesNotMatch(answer.text, /secret/);
    assert.deepEqual(faults, [[thrown, 'request-1']]);
  }
});

test('only our own faults are told to the operator and carry an error_id', async () => {
  const faults: unknown[] = [];
  const options = { onFault: (error: unknown) => faults.push(error) };
  const answer = await ask(testHousehold(), 'GET', objectsUrl(OPEN), {
    ...failing(new CybexError('absent', '')),
    options,
  });
  assert.equal('error_id' in answer.json, false);
  assert.deepEqual(faults, []);
});

test('an error message has the members of §3.6.1 with their types, for every code', () => {
  for (const [code, row] of Object.entries(TAXII_ISSUES)) {
    const context = { challenges: ['Basic'], errorDocs: 'https://x.example/e', requestId: 'r' };
    const response = problemResponse({ code: code as TaxiiIssueCode }, context);
    const message = JSON.parse(Buffer.concat(response.body ?? []).toString());
    assert.equal(response.status, row.status);
    assert.equal(response.headers['content-type'], TAXII_21);
    assert.equal(response.headers['cache-control'], 'no-store');
    const { details, error_id, ...texts } = message;
    assert.deepEqual(texts, {
      title: row.title,
      description: row.meaning,
      error_code: code,
      http_status: String(row.status),
      external_details: `https://x.example/e#${code}`,
    });
    assert.equal(error_id, row.status >= 500 ? 'r' : undefined);
    assert.deepEqual(details, { clause: row.clause, remedy: row.remedy });
    assert.equal('www-authenticate' in response.headers, row.status === 401);
  }
});

test('a refusal repeats nothing but what the caller sent', async () => {
  const household = testHousehold();
  const url = `${collectionUrl(OPEN)}objects/?limit=abc%3Cscript%3E`;
  const answer = await ask(household, 'GET', url);
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.json.details.parameter, 'limit');
  assert.doesNotMatch(answer.text, /<script|abc/);
});

test('401 names every challenge; without challenges the header is absent', async () => {
  const url = objectsUrl(OPEN);
  const usual = await ask(testHousehold(), 'GET', url, { caller: NOBODY });
  assert.equal(
    usual.headers['www-authenticate'],
    'Basic realm="TAXII", charset="UTF-8", Bearer realm="TAXII"',
  );
  const own = await ask(testHousehold(), 'GET', url, {
    caller: NOBODY,
    options: { challenges: ['Bearer'] },
  });
  assert.equal(own.headers['www-authenticate'], 'Bearer');
  const none = await ask(testHousehold(), 'GET', url, {
    caller: NOBODY,
    options: { challenges: [] },
  });
  assert.equal('www-authenticate' in none.headers, false);
});

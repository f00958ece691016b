import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptsGzip, isEnvelopeType, negotiate, quality, weight } from './media.ts';
import {
  ABSENT,
  ask,
  collectionUrl,
  OPEN,
  objectsUrl,
  ROOT,
  stix,
  testHousehold,
} from './server.test.fixture.ts';

const TAXII = 'application/taxii+json';

const ACCEPT: readonly (readonly [string | undefined, 'taxii' | 'none', string])[] = [
  [undefined, 'none', 'missing: §3.1 requires the header'],
  ['', 'none', 'empty: no media range'],
  [`${TAXII};version=2.1`, 'taxii', 'the form of every endpoint table'],
  [`${TAXII}; version=2.1`, 'taxii', 'space after the semicolon'],
  [`${TAXII} ;\tversion="2.1"`, 'taxii', 'quoted value'],
  [`${TAXII.toUpperCase()};VERSION=2.1`, 'taxii', 'type and parameter names in any case'],
  [TAXII, 'taxii', 'version absent: the latest that we support (§1.6.8.2)'],
  [`${TAXII};version=2.0`, 'none', 'another version'],
  [`${TAXII};version=2.2`, 'none', 'a later version'],
  [`${TAXII};version=2.10`, 'none', 'not a prefix match'],
  [`${TAXII};version=`, 'none', 'an empty version is no version of ours'],
  [`${TAXII};version=2.0, ${TAXII};version=2.1`, 'taxii', 'one of two is ours'],
  [`${TAXII};version=2.1,application/stix+json;version=2.1`, 'taxii', 'the form of §5.3'],
  ['application/stix+json;version=2.1', 'none', 'objects come in a TAXII envelope'],
  ['application/vnd.oasis.taxii+json; version=2.0', 'none', 'TAXII 2.0'],
  ['application/json', 'none', 'not a TAXII media type'],
  ['text/html', 'none', 'no page at this endpoint'],
  ['*/*', 'taxii', 'satisfied, which §3.1 permits'],
  ['application/*', 'taxii', 'satisfied, which §3.1 permits'],
  ['text/*', 'none', 'not our type'],
  ['*/*;q=0', 'none', 'weight 0 is not acceptable (RFC 9110 §12.4.2)'],
  [`${TAXII};version=2.1;q=0`, 'none', 'refused by weight'],
  [`*/*, ${TAXII};version=2.1;q=0`, 'none', 'the most exact range decides'],
  [`${TAXII};version=2.0, */*;q=0.1`, 'taxii', 'another version does not shadow the wildcard'],
  [`${TAXII};q=0.001`, 'taxii', 'a small weight is enough'],
  [`${TAXII};q=2`, 'none', 'not a weight'],
  [`${TAXII};q=0.0001`, 'none', 'more than three decimals is not a weight'],
  [`;;;, ${TAXII}`, 'taxii', 'what cannot be read is passed over'],
  ['application/taxii+json/extra', 'none', 'not a media type'],
  [`text/html;x="a,${TAXII}"`, 'none', 'a comma inside quotes separates nothing'],
];

test('Accept decides by the clauses', async () => {
  const household = testHousehold();
  for (const [accept, expected, why] of ACCEPT) {
    assert.equal(negotiate(accept, false), expected, why);
    const answer = await ask(household, 'GET', ROOT, { headers: { accept } });
    assert.equal(answer.status, expected === 'taxii' ? 200 : 406, why);
    assert.equal(answer.headers['content-type'], `${TAXII};version=2.1`, why);
  }
});

test('Accept is checked on every endpoint and method, before anything is looked up', async () => {
  const household = testHousehold();
  const headers = { accept: 'application/json' };
  for (const [method, url] of [
    ['GET', '/taxii2/'],
    ['GET', ROOT],
    ['GET', `${ROOT}collections/`],
    ['GET', collectionUrl(ABSENT)],
    ['GET', `${ROOT}status/1/`],
    ['GET', objectsUrl(OPEN)],
    ['HEAD', objectsUrl(OPEN)],
    ['POST', objectsUrl(OPEN)],
    ['DELETE', `${objectsUrl(OPEN)}x/`],
  ] as const) {
    assert.equal((await ask(household, method, url, { headers })).status, 406, `${method} ${url}`);
  }
});

const CONTENT_TYPE: readonly (readonly [string | undefined, boolean])[] = [
  [`${TAXII};version=2.1`, true],
  [`${TAXII}; version=2.1`, true],
  [`${TAXII}; version="2.1"; charset=UTF-8`, true],
  [TAXII, true],
  [undefined, false],
  ['', false],
  [`${TAXII};version=2.0`, false],
  [`${TAXII};version=2.1;charset=shift_jis`, false],
  ['application/stix+json;version=2.1', false],
  ['application/json', false],
  ['*/*', false],
  ['text/plain', false],
];

test('Content-Type of a POST: 415 for what is no TAXII 2.1 envelope (§5.5)', async () => {
  for (const [type, good] of CONTENT_TYPE) {
    assert.equal(isEnvelopeType(type), good, String(type));
    const answer = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
      headers: { 'content-type': type },
      body: { objects: [stix('indicator', 1)] },
    });
    assert.equal(answer.status, good ? 202 : 415, String(type));
  }
});

test('the most exact range decides, of equally exact ones the heaviest', () => {
  assert.equal(quality('text/html;q=0.3, text/*;q=0.9, */*;q=0.5', 'text/html'), 0.3);
  assert.equal(quality('text/html;q=0.3, text/html;level=1;q=0.7', 'text/html'), 0.7);
  assert.equal(quality('image/png', 'text/html'), 0);
});

test('weights are those of RFC 9110 §12.4.2', () => {
  for (const [text, value] of [
    [undefined, 1],
    ['1', 1],
    ['1.000', 1],
    ['0.5', 0.5],
    ['0.', 0],
    ['1.1', 0],
    ['-1', 0],
    ['', 0],
    ['x', 0],
  ] as const) {
    assert.equal(weight(text), value, String(text));
  }
});

test('gzip is given to those who take it (RFC 9110 §12.5.3)', () => {
  for (const [header, takes] of [
    [undefined, false],
    ['', false],
    ['gzip', true],
    ['GZIP;q=0.5', true],
    ['gzip; q=0', false],
    ['*', true],
    ['*;q=0', false],
    ['identity;q=1, *;q=0', false],
    ['gzip;q=0, *', false],
    ['*;q=0, gzip', true],
    ['deflate, br', false],
    ['deflate, gzip;q=1.0, *;q=0.5', true],
    ['x-gzip', true],
    ['gzip;q=wrong', false],
  ] as const) {
    assert.equal(acceptsGzip(header), takes, String(header));
  }
});

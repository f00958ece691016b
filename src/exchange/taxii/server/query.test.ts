import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../core/limits.ts';
import { timestampToMicros } from '../../../core/timestamp.ts';
import type { TaxiiIssueCode } from './issues.ts';
import { type ParsedQuery, parseDeleteQuery, parseQuery } from './query.ts';

const instant = (text: string) => timestampToMicros(text, 'floor') ?? Number.NaN;

const GOOD: readonly (readonly [string, ParsedQuery])[] = [
  ['', { match: {} }],
  ['&&', { match: {} }],
  ['limit=1', { match: {}, limit: 1 }],
  ['limit=007', { match: {}, limit: 7 }],
  ['limit=18446744073709551616', { match: {}, limit: Number.MAX_SAFE_INTEGER }],
  [`limit=${'9'.repeat(400)}`, { match: {}, limit: Number.MAX_SAFE_INTEGER }],
  ['added_after=2026-01-01T00:00:00Z', { match: {}, addedAfter: instant('2026-01-01T00:00:00Z') }],
  [
    'added_after=2026-01-01T00:00:00.5Z',
    { match: {}, addedAfter: instant('2026-01-01T00:00:00Z') + 500_000 },
  ],
  [
    'added_after=2026-01-01T00%3A00%3A00.123456Z',
    { match: {}, addedAfter: instant('2026-01-01T00:00:00Z') + 123_456 },
  ],
  [
    'added_after=2026-01-01T00:00:00.123456999Z',
    { match: {}, addedAfter: instant('2026-01-01T00:00:00Z') + 123_456 },
  ],
  ['added_after=0001-01-01T00:00:00Z', { match: {}, addedAfter: 0 }],
  ['added_after=9999-12-31T23:59:59Z', { match: {}, addedAfter: Number.MAX_SAFE_INTEGER }],
  [
    'added_after=2016-12-31T23:59:60Z',
    { match: {}, addedAfter: instant('2016-12-31T23:59:59.999999Z') },
  ],
  ['next=abc', { match: {}, next: 'abc' }],
  ['next=', { match: {}, next: '' }],
  ['match[id]=a,b', { match: { ids: ['a', 'b'] } }],
  ['match%5Bid%5D=a%2Cb', { match: { ids: ['a', 'b'] } }],
  ['match[id]=a,a', { match: { ids: ['a'] } }],
  ['match[type]=__proto__', { match: { types: ['__proto__'] } }],
  ['match[spec_version]=2.0,2.1', { match: { specVersions: ['2.0', '2.1'] } }],
  ['match[version]=last,first', { match: { versions: ['last', 'first'] } }],
  [
    'match[version]=2026-01-01T00:00:00.000Z',
    { match: { versions: [{ version: '2026-01-01T00:00:00.000Z' }] } },
  ],
  ['match[colour]=red&match[colour]=blue', { match: {} }],
  ['Limit=0&LIMIT=x', { match: {} }],
  ['utm_source=%F0%9F%98%80', { match: {} }],
];

const BAD: readonly (readonly [string, TaxiiIssueCode])[] = [
  ['limit', 'bad-limit'],
  ['limit=', 'bad-limit'],
  ['limit=0', 'bad-limit'],
  ['limit=000', 'bad-limit'],
  ['limit=-1', 'bad-limit'],
  ['limit=+1', 'bad-limit'],
  ['limit=1.0', 'bad-limit'],
  ['limit=1e3', 'bad-limit'],
  ['limit=0x10', 'bad-limit'],
  ['limit=1,2', 'bad-limit'],
  ['limit=%20 1', 'bad-limit'],
  ['limit=１０', 'bad-limit'],
  ['limit=1&limit=1', 'repeated-parameter'],
  ['next=a&next=b', 'repeated-parameter'],
  ['added_after=2026-01-01T00:00:00Z&added_after=2026-01-01T00:00:00Z', 'repeated-parameter'],
  ['match[id]=a&match%5Bid%5D=b', 'repeated-parameter'],
  ['added_after=', 'bad-added-after'],
  ['added_after=2026-01-01', 'bad-added-after'],
  ['added_after=2026-01-01T00:00:00', 'bad-added-after'],
  ['added_after=2026-01-01T00:00:00+00:00', 'bad-added-after'],
  ['added_after=2026-01-01 00:00:00Z', 'bad-added-after'],
  ['added_after=2026-02-30T00:00:00Z', 'bad-added-after'],
  ['added_after=2026-13-01T00:00:00Z', 'bad-added-after'],
  ['added_after=2026-01-01T24:00:00Z', 'bad-added-after'],
  ['added_after=2026-01-01T00:00:00.Z', 'bad-added-after'],
  ['added_after=2026-01-01T00:00:00Z,2026-01-02T00:00:00Z', 'bad-added-after'],
  ['added_after=1767225600', 'bad-added-after'],
  ['match[id]', 'bad-match'],
  ['match[id]=', 'bad-match'],
  ['match[id]=,', 'bad-match'],
  ['match[id]=a,', 'bad-match'],
  ['match[id]=,a', 'bad-match'],
  ['match[id]=a, b', 'bad-match'],
  ['match[id]=a%20b', 'bad-match'],
  ['match[id]=a%E3%80%80b', 'bad-match'],
  ['match[type]=', 'bad-match'],
  ['match[version]=', 'bad-match'],
  ['match[version]=latest', 'bad-version'],
  ['match[version]=LAST', 'bad-version'],
  ['match[version]=all,first', 'bad-version'],
  ['match[version]=all,all', 'bad-version'],
  ['match[version]=last,last', 'bad-version'],
  ['match[version]=2026-01-01T00:00:00Z,2026-01-01T00:00:00Z', 'bad-version'],
  ['match[version]=2026-01-01', 'bad-version'],
  ['match[spec_version]=2', 'bad-spec-version'],
  ['match[spec_version]=2.1.0', 'bad-spec-version'],
  ['match[spec_version]=all', 'bad-spec-version'],
  ['match[=a', 'malformed-query'],
  ['match[id=a', 'malformed-query'],
  ['match[]=a', 'malformed-query'],
  ['match[id]x=a', 'malformed-query'],
  ['match[[id]]=a', 'malformed-query'],
  ['match[id]=%', 'malformed-query'],
  ['match[id]=%C3%28', 'malformed-query'],
  ['match[id]=a%00', 'malformed-query'],
  ['%FF=a', 'malformed-query'],
  [
    `match[id]=${Array.from({ length: LIMITS.taxii.matchValues + 1 }, (_, i) => i).join()}`,
    'too-many-values',
  ],
];

test('well-formed queries say what they say', () => {
  for (const [query, expected] of GOOD) {
    assert.deepEqual(parseQuery(query, 'objects'), { ok: true, value: expected }, query);
  }
});

test('malformed queries are refused, each with its reason (§3.4: MUST be 400)', () => {
  for (const [query, code] of BAD) {
    const parsed = parseQuery(query, 'objects');
    assert.equal(parsed.ok ? 'accepted' : parsed.problem.code, code, query);
  }
});

test('as many values as the bound are read', () => {
  const ids = Array.from({ length: LIMITS.taxii.matchValues }, (_, i) => String(i));
  assert.deepEqual(parseQuery(`match[id]=${ids.join()}`, 'manifest'), {
    ok: true,
    value: { match: { ids } },
  });
});

test('an endpoint ignores the filters that it does not define (§3.4 permits), even malformed ones', () => {
  const query = 'match[id]=&match[type]=a,,&match[version]=x&match[spec_version]=2.1&limit=2';
  assert.deepEqual(parseQuery(query, 'versions'), {
    ok: true,
    value: { match: { specVersions: ['2.1'] }, limit: 2 },
  });
  assert.deepEqual(parseQuery('limit=x&next=%FF', 'collections').ok, false);
  assert.deepEqual(parseQuery('limit=x', 'collections'), { ok: true, value: { match: {} } });
});

test('DELETE takes its two filters and refuses every other parameter (§5.7)', () => {
  assert.deepEqual(parseDeleteQuery('match[version]=first&match[spec_version]=2.1'), {
    ok: true,
    value: { versions: ['first'], specVersions: ['2.1'] },
  });
  for (const query of ['match[versoin]=first', 'limit=1', 'added_after=x', 'match[type]=a', 'a']) {
    const parsed = parseDeleteQuery(query);
    assert.equal(parsed.ok ? 'accepted' : parsed.problem.code, 'undefined-parameter', query);
  }
});

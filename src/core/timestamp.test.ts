import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from './limits.ts';
import {
  compareTimestamps,
  microsToTimestamp,
  parseTimestamp,
  TIMESTAMP_ISSUES,
  type TimestampIssueCode,
  timestampFault,
  timestampKey,
  timestampToMicros,
} from './timestamp.ts';

const long = '1'.repeat(LIMITS.timestamp.fractionDigits);

/** text, fault with Z only, fault with offsets allowed (RFC 3339 §5.6 to §5.8) */
const CASES: readonly [string, TimestampIssueCode | null, TimestampIssueCode | null][] = [
  ['2016-01-20T12:31:12.123Z', null, null],
  ['2016-01-20T12:31:12Z', null, null],
  ['0000-01-01T00:00:00Z', null, null],
  ['9999-12-31T23:59:59.999999999999Z', null, null],
  ['2024-02-29T00:00:00Z', null, null],
  ['2000-02-29T00:00:00Z', null, null],
  [`2016-01-20T12:31:12.${long}Z`, null, null],
  [`2016-01-20T12:31:12.${long}1Z`, 'timestamp-precision', 'timestamp-precision'],
  // §5.8 examples
  ['1985-04-12T23:20:50.52Z', null, null],
  ['1996-12-19T16:39:57-08:00', 'timestamp-not-utc', null],
  ['1990-12-31T23:59:60Z', null, null],
  ['1990-12-31T15:59:60-08:00', 'timestamp-not-utc', null],
  ['1937-01-01T12:00:27.87+00:20', 'timestamp-not-utc', null],
  // §5.6: the letters may be in lower case, which an application may refuse
  ['1985-04-12t23:20:50.52z', 'timestamp-not-utc', null],
  ['1985-04-12T23:20:50.52z', 'timestamp-not-utc', null],
  ['1985-04-12 23:20:50.52Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50,52Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50.Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50Z ', 'timestamp-form', 'timestamp-form'],
  [' 1985-04-12T23:20:50Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50ZZ', 'timestamp-form', 'timestamp-form'],
  ['1985-4-12T23:20:50Z', 'timestamp-form', 'timestamp-form'],
  ['+1985-04-12T23:20:50Z', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50+0800', 'timestamp-form', 'timestamp-form'],
  ['1985-04-12T23:20:50+08', 'timestamp-form', 'timestamp-form'],
  ['１985-04-12T23:20:50Z', 'timestamp-form', 'timestamp-form'],
  ['', 'timestamp-form', 'timestamp-form'],
  ['Z', 'timestamp-form', 'timestamp-form'],
  // §5.7 restrictions
  ['2023-02-29T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['1900-02-29T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['2023-04-31T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['2023-13-01T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['2023-00-01T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['2023-01-00T00:00:00Z', 'timestamp-no-such-day', 'timestamp-no-such-day'],
  ['2023-01-01T24:00:00Z', 'timestamp-no-such-time', 'timestamp-no-such-time'],
  ['2023-01-01T23:60:00Z', 'timestamp-no-such-time', 'timestamp-no-such-time'],
  ['2023-01-01T23:59:61Z', 'timestamp-no-such-time', 'timestamp-no-such-time'],
  ['2023-01-01T23:59:59+24:00', 'timestamp-not-utc', 'timestamp-no-such-time'],
  ['2023-01-01T23:59:59+23:60', 'timestamp-not-utc', 'timestamp-no-such-time'],
  ['2023-01-01T23:59:60Z', 'timestamp-leap-second', 'timestamp-leap-second'],
  ['2016-12-31T23:58:60Z', 'timestamp-leap-second', 'timestamp-leap-second'],
  ['2016-12-31T23:59:60-08:00', 'timestamp-not-utc', 'timestamp-leap-second'],
  // an offset may not carry the instant out of the four digits of the year
  ['0000-01-01T00:00:00+00:01', 'timestamp-not-utc', 'timestamp-no-such-day'],
  ['9999-12-31T23:59:59-00:01', 'timestamp-not-utc', 'timestamp-no-such-day'],
];

test('RFC 3339 §5.6 to §5.8: form, calendar, clock, leap seconds, offsets', () => {
  for (const [text, utc, offsets] of CASES) {
    assert.equal(timestampFault(text), utc, text);
    assert.equal(timestampFault(text, { offsets: true }), offsets, `${text} with offsets`);
  }
});

test('a fault is told with its clause and a remedy, and a huge text is not repeated', () => {
  const read = parseTimestamp('x'.repeat(100_000));
  assert.equal(read.ok, false);
  const [issue] = read.issues;
  assert.equal(issue?.code, 'timestamp-form');
  assert.equal(issue?.clause, TIMESTAMP_ISSUES['timestamp-form'].clause);
  assert.ok((issue?.message.length ?? 0) < 300);
});

test('a timestamp is kept as written and its key is the instant', () => {
  const read = parseTimestamp('1996-12-19T16:39:57.500-08:00', { offsets: true });
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    text: '1996-12-19T16:39:57.500-08:00',
    key: '1996-12-20T00:39:57.5',
    fraction: '500',
  });
});

test('keys order instants to any precision, across offsets and leap seconds', () => {
  const ascending = [
    'no timestamp',
    '0000-01-01T00:00:00Z',
    '1969-12-31T23:59:59.9Z',
    '2016-12-31T23:59:59.999999999999Z',
    '2016-12-31T23:59:60Z',
    '2016-12-31T18:59:60.5-05:00',
    '2017-01-01T00:00:00.000Z',
    '2017-01-01T09:00:00.000000000000000000000000001+09:00',
    '2017-01-01T00:00:00.000000000000000000000000002Z',
    '2017-01-01T00:00:00.05Z',
    '2017-01-01T00:00:00.5Z',
    '2017-01-01T00:00:00.51Z',
    '9999-12-31T23:59:59.9Z',
  ];
  for (const [i, a] of ascending.entries()) {
    for (const [j, b] of ascending.entries()) {
      assert.equal(compareTimestamps(a, b), Math.sign(i - j), `${a} : ${b}`);
    }
  }
  assert.equal(compareTimestamps('2017-01-01T00:00:00Z', '2017-01-01T00:00:00.000Z'), 0);
  assert.equal(compareTimestamps('2017-01-01T00:00:00z', '2017-01-01T01:00:00.0+01:00'), 0);
  assert.equal(timestampKey('2017-01-01T00:00:00.120300Z'), '2017-01-01T00:00:00.1203');
});

test('microseconds: exact digits, rounding, leap second, clamping', () => {
  assert.equal(microsToTimestamp(0), '1970-01-01T00:00:00.000000Z');
  assert.equal(microsToTimestamp(-1), '1969-12-31T23:59:59.999999Z');
  assert.equal(microsToTimestamp(1_480_000_000_000_007), '2016-11-24T15:06:40.000007Z');
  const cases: readonly [string, number | null, number | null][] = [
    ['1970-01-01T00:00:00Z', 0, 0],
    ['1970-01-01T00:00:00.0000001Z', 0, 1],
    ['1970-01-01T00:00:00.0000010000Z', 1, 1],
    ['1969-12-31T23:59:59.9999999Z', -1, 0],
    ['2016-12-31T23:59:60.25Z', 1_483_228_799_999_999, 1_483_228_800_000_000],
    ['9999-12-31T23:59:59Z', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['0000-01-01T00:00:00Z', Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
    ['yesterday', null, null],
  ];
  for (const [text, floor, ceil] of cases) {
    assert.equal(timestampToMicros(text, 'floor'), floor, text);
    assert.equal(timestampToMicros(text, 'ceil'), ceil, text);
  }
});

const safeMicros = fc.integer({ min: -6_000_000_000_000_000, max: 9_000_000_000_000_000 });

test('property: microseconds survive the text, and order survives the key', () => {
  fc.assert(
    fc.property(safeMicros, safeMicros, (a, b) => {
      const [textA, textB] = [microsToTimestamp(a), microsToTimestamp(b)];
      assert.equal(timestampFault(textA), null);
      assert.equal(timestampToMicros(textA, 'floor'), a);
      assert.equal(timestampToMicros(textA, 'ceil'), a);
      assert.equal(compareTimestamps(textA, textB), Math.sign(a - b));
    }),
  );
});

test('property: the calendar agrees with the one of the platform', () => {
  const field = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(field(9999), field(13), field(32), field(24), field(60), (y, mo, d, h, mi) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const text = `${String(y).padStart(4, '0')}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:07Z`;
      // The platform normalises what does not exist, so that it does not come back as written.
      const date = new Date(text);
      const real =
        !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 19));
      assert.equal(timestampFault(text) === null, real, text);
    }),
  );
});

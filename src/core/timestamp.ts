/**
 * RFC 3339 timestamps. They are kept as written; what compares is a key made from them, exact to
 * any number of fractional digits, because two versions of one object may differ by less than a
 * microsecond and a float or a Date would call them equal.
 */
import type { Micros } from './clock.ts';
import type { Issue, Parsed } from './issue.ts';
import { LIMITS } from './limits.ts';

/** What is wrong with a text that should be a timestamp. */
export type TimestampIssueCode =
  | 'timestamp-form'
  | 'timestamp-not-utc'
  | 'timestamp-no-such-day'
  | 'timestamp-no-such-time'
  | 'timestamp-leap-second'
  | 'timestamp-precision';

/** What each finding means and what would be right. */
export const TIMESTAMP_ISSUES: Record<
  TimestampIssueCode,
  { readonly clause: string; readonly meaning: string; readonly remedy: string }
> = {
  'timestamp-form': {
    clause: 'RFC 3339 §5.6',
    meaning: 'The text is not of the form yyyy-mm-ddThh:mm:ss[.s+]Z.',
    remedy: 'Write it like 2026-11-21T09:30:00.000Z.',
  },
  'timestamp-not-utc': {
    clause: 'RFC 3339 §5.6',
    meaning: 'The time carries an offset or lower-case letters where only UTC with Z is allowed.',
    remedy: 'Convert the time to UTC and end it with Z.',
  },
  'timestamp-no-such-day': {
    clause: 'RFC 3339 §5.7',
    meaning: 'The month or the day of the month does not exist.',
    remedy: 'Correct the date; 29 February exists in leap years only.',
  },
  'timestamp-no-such-time': {
    clause: 'RFC 3339 §5.7',
    meaning: 'The hour, minute, second or offset does not exist.',
    remedy: 'Hours run from 00 to 23, minutes and seconds from 00 to 59.',
  },
  'timestamp-leap-second': {
    clause: 'RFC 3339 §5.7',
    meaning: 'Second 60 exists only in the last minute of a month, in UTC.',
    remedy: 'Write the second before or after.',
  },
  'timestamp-precision': {
    clause: 'RFC 3339 §5.6',
    meaning: `The fraction has more than ${LIMITS.timestamp.fractionDigits} digits, the bound here.`,
    remedy: 'Shorten the fraction.',
  },
};

/** Which of the forms of RFC 3339 are accepted. */
export interface TimestampOptions {
  /** Also accept offsets and lower-case `t` and `z`, as RFC 3339 does (STIX: no). */
  readonly offsets?: boolean;
}

/** A timestamp that was read. */
export interface Timestamp {
  /** Exactly as written. */
  readonly text: string;
  /** Sort key: see `timestampKey`. */
  readonly key: string;
  /** Fractional digits as written, trailing zeros included; empty where there are none. */
  readonly fraction: string;
}

/** Reads a timestamp as RFC 3339 §5.6 defines it, on the real calendar (§5.7). */
export function parseTimestamp(
  text: string,
  options: TimestampOptions = {},
): Parsed<Timestamp, TimestampIssueCode> {
  const fault = timestampFault(text, options);
  if (fault !== null) return { ok: false, issues: [issueOf(fault, text)] };
  const fraction = text[19] === '.' ? text.slice(20, endOfDigits(text, 20)) : '';
  return { ok: true, value: { text, key: keyOf(text), fraction }, issues: [] };
}

/** What is wrong with a timestamp, or null; the cheap form of `parseTimestamp`. */
export function timestampFault(
  text: string,
  options: TimestampOptions = {},
): TimestampIssueCode | null {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const separated =
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON;
  if (!separated || (year | month | day | hour | minute | second) < 0) return 'timestamp-form';
  const zone = endOfFraction(text);
  if (zone < 0) return 'timestamp-form';
  if (zone > 20 + LIMITS.timestamp.fractionDigits) return 'timestamp-precision';
  const offset = zoneFault(text, zone, options.offsets === true);
  if (offset !== null) return offset;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return 'timestamp-no-such-day';
  }
  if (hour > 23 || minute > 59 || second > 60) return 'timestamp-no-such-time';
  const utc = zone + 1 === text.length;
  if (!utc && utcYear(text, zone) === null) return 'timestamp-no-such-day';
  if (second === 60 && !endsMonth(text, zone)) return 'timestamp-leap-second';
  return null;
}

/**
 * Sort key of a timestamp (offsets allowed): compares bytewise as the instants compare, whatever
 * the precision as written. It is the instant in UTC without trailing zeros and without `Z`, so
 * that a shorter fraction is a prefix of, and sorts before, a longer one; a leap second sorts
 * between its neighbours. Empty when the text is not a timestamp: sorts before everything.
 */
export function timestampKey(text: string): string {
  return timestampFault(text, WITH_OFFSETS) === null ? keyOf(text) : '';
}

/** -1, 0 or 1 as the instant `a` is before, at or after `b`; what is no timestamp comes first. */
export function compareTimestamps(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const keyA = timestampKey(a);
  const keyB = timestampKey(b);
  return keyA === keyB ? 0 : keyA < keyB ? -1 : 1;
}

/** RFC 3339 with exactly six fractional digits and `Z` (the form of TAXII 2.1 §1.4.3). */
export function microsToTimestamp(micros: Micros): string {
  const millis = Math.floor(micros / 1000);
  const rest = micros - millis * 1000;
  return `${new Date(millis).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

/**
 * Microseconds of a timestamp (offsets allowed), finer digits rounded down or up; null when the
 * text is not a timestamp. Instants beyond the safe integers are clamped to them: no position of
 * ours lies there. A leap second, which the count does not know, is the end of the second before.
 */
export function timestampToMicros(text: string, rounding: 'floor' | 'ceil'): Micros | null {
  const key = timestampKey(text);
  if (key === '') return null;
  const second = digits(key, 17, 2);
  const days = daysSinceEpoch(digits(key, 0, 4), digits(key, 5, 2), digits(key, 8, 2));
  const minutes = days * 1440 + digits(key, 11, 2) * 60 + digits(key, 14, 2);
  const fraction = key.slice(20);
  if (second === 60) {
    return clamp((minutes + 1) * 60_000_000 - (rounding === 'floor' ? 1 : 0));
  }
  const whole = Number(fraction.slice(0, 6).padEnd(6, '0'));
  const up = rounding === 'ceil' && fraction.length > 6 ? 1 : 0;
  return clamp((minutes * 60 + second) * 1_000_000 + whole + up);
}

const WITH_OFFSETS: TimestampOptions = { offsets: true };
const HYPHEN = 0x2d;
const COLON = 0x3a;

function issueOf(code: TimestampIssueCode, text: string): Issue<TimestampIssueCode> {
  const { clause, meaning, remedy } = TIMESTAMP_ISSUES[code];
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const message = `${JSON.stringify(shown)} is not a timestamp: ${meaning} ${remedy}`;
  return { code, severity: 'error', clause, path: '', message };
}

/** Decimal value of `count` digits at `at`, negative when one of them is no digit. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    // charCodeAt gives NaN beyond the end, which fails this comparison too.
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && digits(text, at, 1) >= 0) at++;
  return at;
}

/** Index of the zone designator; negative when a point is not followed by a digit. */
function endOfFraction(text: string): number {
  if (text[19] !== '.') return 19;
  const end = endOfDigits(text, 20);
  return end === 20 ? -1 : end;
}

function zoneFault(text: string, zone: number, offsets: boolean): TimestampIssueCode | null {
  const separator = text[10];
  const designator = text[zone];
  const bare = zone + 1 === text.length;
  if (separator === 'T' && designator === 'Z' && bare) return null;
  if (separator !== 'T' && separator !== 't') return 'timestamp-form';
  const lowerOrZulu = (designator === 'z' || designator === 'Z') && bare;
  if (lowerOrZulu) return offsets ? null : 'timestamp-not-utc';
  if (designator !== '+' && designator !== '-') return 'timestamp-form';
  const hours = digits(text, zone + 1, 2);
  const minutes = digits(text, zone + 4, 2);
  if (text[zone + 3] !== ':' || hours < 0 || minutes < 0 || text.length !== zone + 6) {
    return 'timestamp-form';
  }
  if (!offsets) return 'timestamp-not-utc';
  return hours > 23 || minutes > 59 ? 'timestamp-no-such-time' : null;
}

/** RFC 3339 appendix C: every fourth year, but of the full centuries every fourth only. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month] ?? 0);
}

/** The minute of a valid timestamp in UTC, on which whole-minute offsets act; then it is a Date. */
function utcMinute(text: string, zone: number): Date {
  const minute = new Date(0);
  minute.setUTCFullYear(digits(text, 0, 4), digits(text, 5, 2) - 1, digits(text, 8, 2));
  minute.setUTCHours(digits(text, 11, 2), digits(text, 14, 2));
  if (zone + 1 < text.length) {
    const offset = digits(text, zone + 1, 2) * 60 + digits(text, zone + 4, 2);
    minute.setTime(minute.getTime() + (text[zone] === '-' ? offset : -offset) * 60_000);
  }
  return minute;
}

/** Year in UTC; null when the offset carries it out of the four digits that RFC 3339 has. */
function utcYear(text: string, zone: number): number | null {
  const year = utcMinute(text, zone).getUTCFullYear();
  return year >= 0 && year <= 9999 ? year : null;
}

/**
 * RFC 3339 §5.7 lets a leap second stand at the end of a month only. Which months will have one
 * is announced half a year ahead, so any month is accepted, as ITU-R TF.460 allows.
 */
function endsMonth(text: string, zone: number): boolean {
  const minute = utcMinute(text, zone);
  const next = new Date(minute.getTime() + 60_000);
  return next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0;
}

/** Key of a timestamp known to be valid. */
function keyOf(text: string): string {
  const zone = endOfFraction(text);
  const utc = zone + 1 === text.length;
  const head = utc && text[10] === 'T' ? text.slice(0, 16) : utcMinute(text, zone).toISOString();
  let end = zone;
  if (zone > 19) {
    while (text.charCodeAt(end - 1) === 0x30) end--;
    if (text[end - 1] === '.') end--;
  }
  return head.slice(0, 16) + text.slice(16, end);
}

/** Days from 1970-01-01 on the Gregorian calendar; March-based so that 29 February comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function clamp(micros: number): Micros {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, micros));
}

/** Generic schemes of VERS whose versions are texts and times. */
import { compareText } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const MINUTE = 60_000;

interface Instant {
  /** Milliseconds since 1970 of the full second, and the digits of the fraction. */
  readonly seconds: number;
  readonly fraction: string;
}

/** RFC 3339 §5.6; a leap second counts as the first second of the next minute. */
function parseDateTime(text: string): Instant | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [, , , , , , , fraction = '', sign, offsetHour, offsetMinute] = match;
  if (hour > 23 || minute > 59 || second > 60 || !isDay(year, month, day)) return null;
  const offset = Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0);
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null;
  const local = utc(year, month, day) + (hour * 60 + minute) * MINUTE + second * 1000;
  const shift = (sign === '-' ? -offset : offset) * MINUTE;
  return { seconds: local - shift, fraction: fraction.replace(/0+$/, '') };
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) - FOUR_CENTURIES;
}

const FOUR_CENTURIES = 146_097 * 24 * 60 * MINUTE;

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
  return day <= days;
}

/** UTF-8 bytes order as code points do, UTF-16 units do not: surrogates come before U+E000. */
function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

export const TEXT_SCHEMES: readonly VersionScheme[] = [
  defineScheme<Instant>({
    name: 'datetime',
    clause: 'VERS, "Generic VERS types": datetime; RFC 3339 §5.6',
    parse: parseDateTime,
    compare: (a, b) => a.seconds - b.seconds || compareText(a.fraction, b.fraction),
    strict: (text) => !/[tz]/.test(text),
  }),
  defineScheme<string>({
    name: 'lexicographic',
    clause: 'VERS, "Generic VERS types": lexicographic',
    parse: (text) => (text === '' ? null : text),
    compare: compareCodePoints,
  }),
];

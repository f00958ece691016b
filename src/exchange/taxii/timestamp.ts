/** TAXII timestamps (TAXII 2.1 §2): RFC 3339, UTC, written with microseconds. */
import type { Micros } from '../../core/clock.ts';

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,40}))?Z$/;

/** `2016-11-02T12:34:34.123456Z`. */
export function formatTimestamp(micros: Micros): string {
  const millis = Math.floor(micros / 1000);
  const rest = micros - millis * 1000;
  const iso = new Date(millis).toISOString();
  return `${iso.slice(0, -1)}${rest < 10 ? '00' : rest < 100 ? '0' : ''}${rest}Z`;
}

/**
 * Reads a timestamp of any precision, or null. Digits beyond the microsecond are cut off: a
 * position is a whole microsecond, so `position > value` stays exact. A leap second is read as
 * the last microsecond before it, so that `added_after` never skips anything. Instants outside the
 * safe integers become the nearest one.
 */
export function parseTimestamp(text: string): Micros | null {
  const parts = FORM.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const leap = second === 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute, leap ? 59 : second);
  const fraction = leap ? 999_999 : Number((parts[7] ?? '').slice(0, 6).padEnd(6, '0'));
  const micros = date.getTime() * 1000 + fraction;
  return Math.min(Math.max(micros, 0), Number.MAX_SAFE_INTEGER);
}

/** The timestamp of TAXII 2.1 §2: RFC 3339, UTC, "Z", microseconds. */
import type { Micros } from '../../../core/clock.ts';

export interface ReadTimestamp {
  readonly micros: Micros;
  /** One unit of the last digit as written, in microseconds: 1 for six digits, 1,000,000 for none. */
  readonly unit: Micros;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,12}))?Z$/;

/** Reads a timestamp of any precision; digits beyond the microsecond are cut. Null: not one. */
export function readTimestamp(text: string): ReadTimestamp | null {
  const parts = FORM.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const millis = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, Math.min(+second!, 59));
  const whole = new Date(millis);
  if (whole.getUTCMonth() + 1 !== +month! || whole.getUTCDate() !== +day! || +hour! > 23)
    return null;
  if (+minute! > 59 || +second! > 60) return null;
  const digits = Math.min(fraction.length, 6);
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  // A leap second is read as the last microsecond-second of its minute plus one second.
  const leap = +second! === 60 ? 1_000_000 : 0;
  return { micros: millis * 1000 + micros + leap, unit: 10 ** (6 - digits) };
}

/** Writes exactly `YYYY-MM-DDTHH:MM:SS.ssssssZ`. */
export function writeTimestamp(micros: Micros): string {
  const millis = Math.floor(micros / 1000);
  const rest = micros - millis * 1000;
  return `${new Date(millis).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

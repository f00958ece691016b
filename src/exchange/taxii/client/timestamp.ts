/** The timestamp of TAXII 2.1 §2 as other servers write it: UTC, any number of digits. */
import type { Micros } from '../../../core/clock.ts';
import { parseTimestamp, timestampToMicros } from '../../../core/timestamp.ts';

export interface ReadTimestamp {
  /** Rounded down. */
  readonly micros: Micros;
  /** One unit of the last digit as written, in microseconds: 1 for six digits, 1,000,000 for none. */
  readonly unit: Micros;
}

/** Null when the text is not a timestamp in UTC with "Z". */
export function readTimestamp(text: string): ReadTimestamp | null {
  const parsed = parseTimestamp(text);
  const micros = timestampToMicros(text, 'floor');
  if (!parsed.ok || micros === null) return null;
  return { micros, unit: 10 ** (6 - Math.min(parsed.value.fraction.length, 6)) };
}

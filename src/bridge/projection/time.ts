/** Times as STIX writes them. */
import { microsToTimestamp, parseTimestamp, timestampToMicros } from '../../core/timestamp.ts';

/**
 * STIX 2.1 §2.16 in UTC, and §3.2 with at least milliseconds: what is so already stays as written,
 * so that no digit is lost. Undefined for what is no time of RFC 3339.
 */
export function stixTime(text: string): string | undefined {
  const read = parseTimestamp(text);
  if (read.ok && read.value.fraction.length >= 3) return text;
  const micros = timestampToMicros(text, 'floor');
  if (micros === null) return undefined;
  return microsToTimestamp(micros).replace(/000Z$/, 'Z');
}

/**
 * Instants as whole ticks, exact to every digit that was written: microseconds where all times fit
 * them, else a finer tick as bigint. One match has ticks of one kind only.
 */
import { timestampKey, timestampToMicros } from '../../../core/timestamp.ts';

/**
 * A number, or a bigint that TypeScript takes for one: +, - and < mean the same for both as long
 * as they are never mixed, which `TickScale` sees to.
 */
export type Tick = number;

/** Beyond this a sum of a few ticks would not be exact as a number (142 years of microseconds). */
const SAFE_MICROS = 2 ** 52;

/** How instants and durations of one match become ticks. */
export class TickScale {
  readonly #big: boolean;
  readonly #digits: number;

  /** From every timestamp and duration (decimal text of seconds) that will be asked for. */
  constructor(timestamps: Iterable<string>, durations: readonly string[]) {
    let digits = 6;
    let big = false;
    for (const text of timestamps) {
      // Without offset, 27 characters hold six digits of a second.
      if (text.length > 27) digits = Math.max(digits, fractionDigits(text));
      big ||= Math.abs(timestampToMicros(text, 'floor') ?? 0) > SAFE_MICROS;
    }
    for (const text of durations) {
      digits = Math.max(digits, durationDigits(text));
      big ||= Number(text) * 1e6 > SAFE_MICROS / 8;
    }
    this.#digits = digits;
    this.#big = big || digits > 6;
  }

  instant(timestamp: string): Tick {
    if (!this.#big) return timestampToMicros(timestamp, 'floor') as number;
    const key = timestampKey(timestamp);
    const fraction = key.slice(20).padEnd(this.#digits, '0');
    const whole = wholeSeconds(key.slice(0, 19));
    return (whole * 10n ** BigInt(this.#digits) + BigInt(fraction)) as unknown as Tick;
  }

  duration(seconds: string): Tick {
    const [whole = '0', fraction = ''] = seconds.split('.');
    const digits = fraction.padEnd(this.#digits, '0');
    if (!this.#big) return Number(whole) * 1e6 + Number(digits);
    return (BigInt(whole) * 10n ** BigInt(this.#digits) + BigInt(digits)) as unknown as Tick;
  }

  /** One tick: STOP is exclusive, so the last instant before it is one tick less. */
  get one(): Tick {
    return this.#big ? (1n as unknown as Tick) : 1;
  }
}

function fractionDigits(timestamp: string): number {
  return timestampKey(timestamp).length - 20;
}

function durationDigits(seconds: string): number {
  const point = seconds.indexOf('.');
  return point < 0 ? 0 : seconds.length - point - 1;
}

/** Seconds since 1970 of the first 19 characters of a key; second 60 is the one after. */
function wholeSeconds(text: string): bigint {
  const minute = secondsOfMinute(text);
  return minute + BigInt(text.slice(17, 19));
}

/** The calendar alone, so that years beyond the safe microseconds are exact too. */
function secondsOfMinute(text: string): bigint {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  // Date.UTC takes years below 100 for the twentieth century; 400 years are always 146,097 days.
  const days = Date.UTC(year + 400, month - 1, day) / 86_400_000 - 146_097;
  return BigInt(
    days * 86_400 + Number(text.slice(11, 13)) * 3_600 + Number(text.slice(14, 16)) * 60,
  );
}

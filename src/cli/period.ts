/** Periods as people write them. */
import { CybexError } from '../core/error.ts';

/** `90s`, `15m`, `2h`, `1d`, or `never`. */
export function everySeconds(text: string): number {
  if (text === 'never') return 0;
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(text);
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[match?.[2] ?? ''];
  if (match === null || unit === undefined) {
    throw new CybexError('invalid-argument', `--every ${text}: write 90s, 15m, 2h, 1d or never`);
  }
  return Number(match[1]) * unit;
}

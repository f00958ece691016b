/** Where the runs of characters that make tokens end; pure functions of text and offset. */
import { continuesName, isDigit, isSpace } from './characters.ts';

export function nameEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && continuesName(text.charCodeAt(end))) end++;
  return end;
}

export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

export function spaceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** A digit, a point before a digit, or a sign before either. */
export function opensNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return true;
  const next = text.charCodeAt(at + 1);
  if (code === 0x2e) return isDigit(next);
  if (code !== 0x2d && code !== 0x2b) return false;
  return isDigit(next) || (next === 0x2e && isDigit(text.charCodeAt(at + 2)));
}

/** Offset after the comment that starts at `at`; `at` when none does, -1 when it has no end. */
export function commentEnd(text: string, at: number): number {
  const mark = text.charCodeAt(at + 1);
  if (mark === 0x2a) {
    const close = text.indexOf('*/', at + 2);
    return close < 0 ? -1 : close + 2;
  }
  if (mark !== 0x2f) return at;
  let end = at + 2;
  while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) {
    end++;
  }
  return end;
}

/** One reading of a pattern for both who ask for it: the check, and then the facts. */
import { type ParsedPattern, parsePattern } from '../pattern/index.ts';

let last: { text: string; version: '2.0' | '2.1'; parsed: ParsedPattern } | null = null;

/** Parses a pattern; the one asked for before is still at hand, whatever object it stood in. */
export function readPattern(text: string, version: '2.0' | '2.1'): ParsedPattern {
  if (last?.text !== text || last.version !== version) {
    last = { text, version, parsed: parsePattern(text, { version }) };
  }
  return last.parsed;
}

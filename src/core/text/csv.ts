/** Comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line breaks. */

/** What may stand between fields; spreadsheets of many countries write a semicolon. */
export type CsvSeparator = ',' | ';' | '\t';

/** One record and the line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quoted field does not end, or goes on behind its closing quote. */
  readonly broken: boolean;
}

const QUOTE = '"';

/**
 * Records of a text, one at a time. Lines end with LF or CR LF; an empty line is skipped. A broken
 * quotation is marked and read on as it stands.
 */
export function* readCsv(text: string, separator: CsvSeparator = ','): Generator<CsvRecord> {
  let line = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const first = line;
    const fields: string[] = [];
    let broken = false;
    for (;;) {
      const field = readField(text, at, separator);
      fields.push(field.value);
      broken ||= field.broken;
      line += field.breaks;
      at = field.end;
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') yield { line: first, fields, broken };
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
  readonly broken: boolean;
}

function readField(text: string, start: number, separator: CsvSeparator): Field {
  if (text[start] !== QUOTE) {
    const end = endOfPlain(text, start, separator);
    return { value: text.slice(start, end), end, breaks: 0, broken: false };
  }
  let value = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf(QUOTE, at);
    if (close < 0) {
      const rest = text.slice(at);
      return { value: value + rest, end: text.length, breaks: countBreaks(rest), broken: true };
    }
    value += text.slice(at, close);
    at = close + 1;
    if (text[at] !== QUOTE) break;
    value += QUOTE;
    at++;
  }
  const end = endOfPlain(text, at, separator);
  return {
    value: value + text.slice(at, end),
    end,
    breaks: countBreaks(value),
    broken: end !== at,
  };
}

/** The next separator or line end. */
function endOfPlain(text: string, start: number, separator: CsvSeparator): number {
  let at = start;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === separator || char === '\n' || (char === '\r' && text[at + 1] === '\n')) break;
  }
  return at;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

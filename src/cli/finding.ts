/** One form for every finding: what, where (file, line, JSON pointer), clause, what to do, code. */
import type { Issue } from '../core/issue.ts';
import { locate } from '../core/json/index.ts';
import { messages } from './language.ts';

const NEWLINE = 0x0a;
/** In a longer record a finding is placed at its beginning: looking is linear for each of them. */
const LOOKED_THROUGH_BYTES_MAX = 1024 * 1024;

/** A place in a text, both numbers counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Follows a delivery that streams past, so that a finding has a line in a file of any size. */
export class Whereabouts {
  #line = 1;
  #column = 1;

  pass(bytes: Uint8Array): void {
    let last = -1;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
      this.#line++;
      last = at;
    }
    const rest = new TextDecoder().decode(bytes.subarray(last + 1)).length;
    this.#column = last < 0 ? this.#column + rest : rest + 1;
  }

  /** Of the value at `pointer` in a record that begins here; of the record when there is none. */
  of(record: Uint8Array | undefined, pointer: string): Place {
    const begin = { line: this.#line, column: this.#column };
    if (record === undefined || pointer === '') return begin;
    if (record.length > LOOKED_THROUGH_BYTES_MAX) return begin;
    const found = locate(new TextDecoder().decode(record), pointer);
    if (found === null) return begin;
    const { line, column } = found;
    return line === 1
      ? { line: begin.line, column: begin.column + column - 1 }
      : { line: begin.line + line - 1, column };
  }
}

type Finding = Pick<Issue, 'code' | 'clause' | 'path' | 'message'> & { readonly severity: string };

/** What to do about a finding of this code; null when nothing is said. */
type RemedyOf = (code: string) => string | null;

/** Says the remedy of a code once: a file may have the same fault a thousand times. */
export class FindingWriter {
  readonly #remedyOf: RemedyOf;
  readonly #told = new Set<string>();

  constructor(remedyOf: RemedyOf) {
    this.#remedyOf = remedyOf;
  }

  /** With the tables of every standard, which nobody but a writer of findings loads. */
  static async open(): Promise<FindingWriter> {
    const { remedyOf } = await import('../hub/issue-tables.ts');
    return new FindingWriter(remedyOf);
  }

  text(file: string, place: Place | null, finding: Finding): string {
    const { severity, path, message, code, clause } = finding;
    const words = messages();
    const where = place === null ? file : `${file}:${place.line}:${place.column}`;
    const word = severity === 'error' ? words.error : severity;
    const lines = [`${word}: ${where}: ${message} [${code}, ${clause}]`];
    if (path !== '') lines.push(`  ${words.at} ${path}`);
    const remedy = this.#told.has(code) ? null : this.#remedyOf(code);
    this.#told.add(code);
    if (remedy !== null) lines.push(`  ${words.remedy}: ${remedy}`);
    return lines.join('\n');
  }
}

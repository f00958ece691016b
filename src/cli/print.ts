/** How commands speak: data on stdout, talk on stderr, one form of error, progress on terminals. */
import { CybexError, ERROR_CODES } from '../core/error.ts';
import { messages } from './language.ts';

export interface PrintOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
}

/** 0 ok, 1 findings, 2 wrong use, 3 failed. */
export type ExitCode = 0 | 1 | 2 | 3;

export class Print {
  readonly #options: PrintOptions;
  #progressShown = false;
  #progressAt = 0;

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  get json(): boolean {
    return this.#options.json;
  }

  /** The answer of the command: one line of JSON for programs, text for people. */
  data(value: unknown, human: () => string): void {
    this.#clearProgress();
    process.stdout.write(`${this.#options.json ? JSON.stringify(value) : human()}\n`);
  }

  /** A document that is the answer, as it is. */
  document(text: string): void {
    this.#clearProgress();
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  note(text: string): void {
    if (this.#options.quiet || this.#options.json) return;
    this.#clearProgress();
    process.stderr.write(`${text}\n`);
  }

  /** One line that replaces itself, at most ten times a second; nothing where nobody looks. */
  progress(text: string): void {
    if (this.#options.quiet || this.#options.json || !process.stderr.isTTY) return;
    const now = performance.now();
    if (now - this.#progressAt < 100) return;
    this.#progressAt = now;
    this.#progressShown = true;
    process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 100) - 1)}`);
  }

  failure(error: unknown): ExitCode {
    this.#clearProgress();
    const known = error instanceof CybexError ? error : null;
    const code = known?.code ?? 'internal';
    const message = error instanceof Error ? error.message : String(error);
    const remedy = known?.remedy ?? ERROR_CODES[code].remedy;
    if (this.#options.json) {
      process.stdout.write(`${JSON.stringify({ error: { code, message, remedy } })}\n`);
    } else {
      const words = messages();
      process.stderr.write(`${words.error}: ${message} (${code})\n`);
      process.stderr.write(`${words.remedy}: ${remedy}\n`);
    }
    if (this.#options.debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return code === 'invalid-argument' ? 2 : 3;
  }

  #clearProgress(): void {
    if (this.#progressShown) process.stderr.write('\r\u001b[K');
    this.#progressShown = false;
  }
}

/** Columns under their headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return columns([headings, ...rows]).join('\n');
}

/** Lines of cells, each column as wide as its widest cell on a terminal of any font. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Times in data are UTC; people on a terminal get their own, with its offset. */
export function localTime(timestamp: string): string {
  const time = new Date(timestamp);
  if (Number.isNaN(time.getTime())) return timestamp;
  const minutes = -time.getTimezoneOffset();
  const shifted = new Date(time.getTime() + minutes * 60_000).toISOString();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} ${offset}`;
}

/** East Asian wide characters take two cells (Unicode Annex 11, the blocks that occur in names). */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x20000 && code <= 0x3fffd);
    width += wide ? 2 : 1;
  }
  return width;
}

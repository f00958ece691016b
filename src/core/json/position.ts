/** Lines and columns, worked out only when something is reported. */

/** Line and column for people. */
export interface Position {
  /** 1-based; lines end with LF, CR LF or CR. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/**
 * Gives positions in one text. Asked for in ascending order it walks the text once, however many
 * findings a hostile text has.
 */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #start = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Position of the code unit at `offset`. */
  position(offset: number): Position {
    if (offset < this.#at) {
      this.#line = 1;
      this.#start = 0;
      this.#at = 0;
    }
    for (; this.#at < offset; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x0a || (code === 0x0d && this.#text.charCodeAt(this.#at + 1) !== 0x0a)) {
        this.#line++;
        this.#start = this.#at + 1;
      }
    }
    return { line: this.#line, column: offset - this.#start + 1 };
  }
}

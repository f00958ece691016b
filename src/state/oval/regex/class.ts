/** Character classes in brackets. */

import { escapeOf } from './escape.ts';
import { Fault } from './fault.ts';
import { type CharSet, complement, POSIX, type Range } from './set.ts';

/** Reads one class; `at` stands behind its `[`, and in the end behind its `]`. */
export class ClassReader {
  readonly #text: readonly string[];
  at: number;
  readonly #ranges: Range[] = [];
  readonly #categories: (readonly [RegExp, boolean])[] = [];

  constructor(text: readonly string[], at: number) {
    this.#text = text;
    this.at = at;
  }

  read(): Pick<CharSet, 'ranges' | 'negated' | 'categories'> {
    const negated = this.#text[this.at] === '^';
    if (negated) this.at++;
    // A ] that comes first is a member.
    for (let first = true; first || this.#text[this.at] !== ']'; first = false) {
      if (this.at >= this.#text.length) throw new Fault('broken', 'A class [ is never closed.');
      this.#member();
    }
    this.at++;
    return { ranges: this.#ranges, negated, categories: this.#categories };
  }

  #member(): void {
    if (this.#posix()) return;
    const from = this.#character();
    if (from === null) return;
    const range = this.#text[this.at] === '-' && this.#text[this.at + 1] !== ']';
    if (!range || this.#text[this.at + 1] === undefined) {
      this.#ranges.push([from, from]);
      return;
    }
    this.at++;
    const to = this.#character();
    if (to === null) {
      // `[a-\d]`: the hyphen is itself.
      this.#ranges.push([from, from], [0x2d, 0x2d]);
    } else if (to < from) throw new Fault('broken', 'A range in a class is backwards.');
    else this.#ranges.push([from, to]);
  }

  /** One character; null where an escape stood for several, which are then taken. */
  #character(): number | null {
    const char = this.#text[this.at++] as string;
    if (char !== '\\') return char.codePointAt(0) as number;
    if (this.#text[this.at] === 'Q' || this.#text[this.at] === 'E') {
      this.at++;
      return null;
    }
    const found = escapeOf(this.#text, this.at, true);
    this.at = found.end;
    if (found.kind !== 'set') throw new Fault('broken', 'An escape does not belong in a class.');
    if (found.code !== undefined) return found.code;
    this.#ranges.push(...found.set.ranges);
    this.#categories.push(...(found.set.categories ?? []));
    return null;
  }

  /** `[:alpha:]`, `[:^alpha:]`. */
  #posix(): boolean {
    if (this.#text[this.at] !== '[' || this.#text[this.at + 1] !== ':') return false;
    const name = /^\[:(\^?)([a-z]{1,8}):\]/.exec(this.#text.slice(this.at, this.at + 14).join(''));
    if (name === null) return false;
    const ranges = Object.hasOwn(POSIX, name[2] as string) ? POSIX[name[2] as string] : undefined;
    if (ranges === undefined) throw new Fault('broken', `The class ${name[0]} is not known.`);
    this.#ranges.push(...(name[1] === '^' ? complement(ranges) : ranges));
    this.at += name[0].length;
    return true;
  }
}

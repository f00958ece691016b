/**
 * From PCRE to the language of the linear engine (STIX 2.1 §9.6.1 MATCHES). Only what means the
 * same in both comes through, rewritten where the two spell it differently; anything else is
 * unsupported, so that a difference between the two can never look like "no match".
 */
import {
  type Alphabet,
  type Cursor,
  literal,
  takeChar,
  takeCharEscape,
  takeClass,
  takeClassEscape,
  Unsupported,
} from './regex-class.ts';

export interface TranslatedRegex {
  readonly source: string;
  /** It asks for the end of a line or of the value, where a final line feed makes a difference. */
  readonly asksLineEnd: boolean;
}

/** The expression for the engine, or a sentence that says which part is unsupported. */
export function translateRegex(
  source: string,
  alphabet: Alphabet,
): TranslatedRegex | { readonly unsupported: string } {
  try {
    return new Translator(source, alphabet).run();
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return { unsupported: `${error.message} is not supported.` };
  }
}

const QUANTIFIER = /^(?:[*+?]|\{\d{1,9}(?:,\d{0,9})?\})/;
const FLAGS = /^\(\?([imsU]{0,8})(?:-([imsU]{1,8}))?([:)])/;
const NAMED = /^\(\?(?:P?<([A-Za-z_]\w{0,31})>|'([A-Za-z_]\w{0,31})')/;
/** What the engine repeats at most; it counts in the program that it makes. */
const REPEATS = 1_000;

class Translator implements Cursor {
  readonly source: string;
  readonly #alphabet: Alphabet;
  at = 0;
  #text = '';
  #asksLineEnd = false;
  #foldsCase = false;
  #beyondAscii = false;
  #multiline = false;
  #depth = 0;

  constructor(source: string, alphabet: Alphabet) {
    this.source = source;
    this.#alphabet = alphabet;
  }

  run(): TranslatedRegex {
    while (this.at < this.source.length) this.#part();
    if (this.#depth > 0) throw new Unsupported('An open (');
    // The engine folds the case of U+0080 and above; PCRE leaves octets there as they are.
    if (this.#alphabet === 'octets' && this.#foldsCase && this.#beyondAscii) {
      throw new Unsupported('(?i) with octets above 127');
    }
    return { source: this.#text, asksLineEnd: this.#asksLineEnd };
  }

  #part(): void {
    const char = this.source[this.at] as string;
    if (char === '\\') this.#escape();
    else if (char === '[') this.#class();
    else if (char === '(') this.#open();
    else if (char === ')') this.#close();
    else if (char === '.') this.#copy('.', true);
    else if (char === '|') this.#copy('|', false);
    else if (char === '^' || char === '$') this.#anchor(char);
    else if (this.#quantifierHere() !== undefined) {
      throw new Unsupported('A quantifier that repeats nothing');
    } else this.#literal();
  }

  #class(): void {
    this.at++;
    this.#text += takeClass(this, this.#alphabet, (code) => this.#see(code));
    this.#quantifier();
  }

  #close(): void {
    if (--this.#depth < 0) throw new Unsupported('A ) without (');
    this.#copy(')', true);
  }

  #anchor(char: string): void {
    // After a final line feed (?m)^ of the engine matches, that of PCRE does not.
    if (char === '$' || this.#multiline) this.#asksLineEnd = true;
    this.#copy(char, false);
  }

  #copy(text: string, repeatable: boolean): void {
    this.at++;
    this.#text += text;
    if (repeatable) this.#quantifier();
  }

  #literal(): void {
    // Newer PCRE reads {,n} as a quantifier, older as text.
    if (this.source.startsWith('{,', this.at)) throw new Unsupported('{,');
    this.#char(takeChar(this));
  }

  #char(code: number): void {
    this.#see(code);
    this.#text += /[0-9A-Za-z_ /:;,<>@#%&="'!~-]/.test(String.fromCodePoint(code))
      ? String.fromCodePoint(code)
      : literal(code);
    this.#quantifier();
  }

  #see(code: number): void {
    if (code > 0x7f) this.#beyondAscii = true;
    if (code > 0xff && this.#alphabet === 'octets') throw new Unsupported('A character above 255');
  }

  #escape(): void {
    this.at++;
    const char = this.source[this.at];
    if (char === undefined) throw new Unsupported('\\ at the end');
    if (char === 'Q') this.#quoted();
    else if (char === 'Z') {
      this.#asksLineEnd = true;
      this.#copy('\\z', false);
    } else if ('AzbB'.includes(char)) this.#copy(`\\${char}`, false);
    else this.#escaped(char);
  }

  #escaped(char: string): void {
    const set = takeClassEscape(this, this.#alphabet);
    if (set !== null) {
      this.#text += set;
      this.#quantifier();
      return;
    }
    const code = takeCharEscape(this);
    if (code === null) {
      throw new Unsupported(/[1-9]/.test(char) ? `The back-reference \\${char}` : `\\${char}`);
    }
    this.#char(code);
  }

  /** \Q … \E: text; a quantifier after it repeats its last character. */
  #quoted(): void {
    const end = this.source.indexOf('\\E', this.at);
    const stop = end < 0 ? this.source.length : end;
    for (this.at += 1; this.at < stop; ) {
      const code = takeChar(this);
      this.#see(code);
      this.#text += literal(code);
    }
    if (end >= 0) this.at = end + 2;
    if (this.#text !== '') this.#quantifier();
  }

  #open(): void {
    const rest = this.source.slice(this.at, this.at + 48);
    const named = NAMED.exec(rest);
    if (rest.startsWith('(*')) throw new Unsupported('A verb (*');
    if (!rest.startsWith('(?')) this.#group('(', 1);
    else if (rest.startsWith('(?#')) this.#comment();
    else if (named !== null) this.#group('(', named[0].length);
    else this.#flags(rest);
  }

  #flags(rest: string): void {
    const flags = FLAGS.exec(rest);
    if (flags === null) throw new Unsupported(`The group ${rest.slice(0, 3)}`);
    const [whole, on = '', off, close] = flags;
    if (on.includes('i')) this.#foldsCase = true;
    if (on.includes('m')) this.#multiline = true;
    if (close === ':') {
      this.#group(whole, whole.length);
      return;
    }
    // The engine wants flags where PCRE takes none: (?).
    if (on !== '' || off !== undefined) this.#text += whole;
    this.at += whole.length;
  }

  #group(text: string, length: number): void {
    this.#depth++;
    this.#text += text;
    this.at += length;
  }

  #comment(): void {
    const end = this.source.indexOf(')', this.at);
    if (end < 0) throw new Unsupported('An open (?#');
    this.at = end + 1;
  }

  /** A quantifier, lazy perhaps; possessive ones give up matches that the engine would find. */
  #quantifier(): void {
    const found = this.#quantifierHere();
    if (found === undefined) return;
    this.at += found.length;
    const [least = 0, most = 0] = (found.match(/\d+/g) ?? []).map(Number);
    if (least > REPEATS || most > REPEATS) throw new Unsupported('More than 1,000 repeats');
    if (found.includes(',') && most < least && !found.endsWith(',}')) {
      throw new Unsupported('A range of repeats that is empty');
    }
    this.#text += found;
    const next = this.source[this.at];
    if (next === '+') throw new Unsupported('A possessive quantifier');
    if (next === '?') {
      this.#text += '?';
      this.at++;
    }
    if (this.#quantifierHere() !== undefined) {
      throw new Unsupported('A quantifier of a quantifier');
    }
  }

  #quantifierHere(): string | undefined {
    return QUANTIFIER.exec(this.source.slice(this.at, this.at + 24))?.[0];
  }
}

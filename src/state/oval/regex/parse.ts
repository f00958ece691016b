/** Parses a regular expression: Perl 5 as OVAL uses it, without what cannot be run in linear time. */
import { LIMITS } from '../../../core/limits.ts';
import { ClassReader } from './class.ts';
import { escapeOf } from './escape.ts';
import { Fault } from './fault.ts';
import { lookRows } from './look.ts';
import type { CharSet } from './set.ts';
import type { RegexAnchor, RegexFault, RegexFlags, RegexNode } from './tree.ts';

export type ParsedRegex =
  | { readonly ok: true; readonly node: RegexNode; readonly groups: number }
  | { readonly ok: false; readonly fault: RegexFault };

export function parseRegex(source: string, flags: RegexFlags = {}): ParsedRegex {
  if (source.length > LIMITS.oval.patternChars) {
    return { ok: false, fault: { kind: 'unsupported', reason: 'It is longer than the bound.' } };
  }
  try {
    const parser = new Parser(source, flags);
    const node = parser.whole();
    return { ok: true, node, groups: parser.groups };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, fault: fault.fault };
    throw fault;
  }
}

interface Mode {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly singleline: boolean;
  readonly extended: boolean;
}

class Parser {
  readonly #text: readonly string[];
  #at = 0;
  #depth = 0;
  #mode: Mode;
  groups = 0;

  constructor(source: string, flags: RegexFlags) {
    this.#text = [...source];
    const { ignoreCase = false, multiline = false, singleline = false } = flags;
    this.#mode = { ignoreCase, multiline, singleline, extended: false };
  }

  whole(): RegexNode {
    const node = this.#choice();
    if (this.#at < this.#text.length) throw new Fault('broken', 'A ) has no (.');
    return node;
  }

  #peek(offset = 0): string {
    return this.#text[this.#at + offset] ?? '';
  }

  #take(text: string): boolean {
    const chars = [...text];
    if (chars.some((char, i) => this.#peek(i) !== char)) return false;
    this.#at += chars.length;
    return true;
  }

  /** Flags set within a group end with it. */
  #choice(): RegexNode {
    if (++this.#depth > LIMITS.oval.patternDepth) {
      throw new Fault('unsupported', 'It is nested deeper than the bound.');
    }
    const mode = this.#mode;
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#mode = mode;
    this.#depth--;
    return parts.length === 1 ? (parts[0] as RegexNode) : { kind: 'choice', parts };
  }

  #sequence(): RegexNode {
    const parts: RegexNode[] = [];
    for (;;) {
      if (this.#mode.extended) this.#skipSpace();
      const char = this.#peek();
      if (char === '' || char === '|' || char === ')') break;
      const quoted = this.#take('\\Q') ? this.#quoted() : null;
      if (quoted !== null) {
        const last = quoted.pop();
        parts.push(...quoted);
        if (last !== undefined) parts.push(this.#repeated(last));
      } else if (!this.#take('\\E')) {
        const atom = this.#atom();
        if (atom !== null) parts.push(this.#repeated(atom));
      }
    }
    return parts.length === 1 ? (parts[0] as RegexNode) : { kind: 'sequence', parts };
  }

  #skipSpace(): void {
    for (;;) {
      if (/^\s$/.test(this.#peek())) this.#at++;
      else if (this.#peek() === '#') {
        while (this.#peek() !== '' && this.#peek() !== '\n') this.#at++;
      } else return;
    }
  }

  #quoted(): RegexNode[] {
    const parts: RegexNode[] = [];
    while (this.#at < this.#text.length && !this.#take('\\E')) {
      parts.push(this.#literal((this.#text[this.#at++] as string).codePointAt(0) as number));
    }
    return parts;
  }

  #atom(): RegexNode | null {
    const char = this.#peek();
    if (char === '(') return this.#group();
    this.#at++;
    if (char === '[') return this.#class();
    if (char === '.')
      return this.#set({ ranges: this.#mode.singleline ? [] : [[10, 10]], negated: true });
    if (char === '^') return at(this.#mode.multiline ? 'lineStart' : 'start');
    if (char === '$') return at(this.#mode.multiline ? 'lineEnd' : 'lastEnd');
    if (char === '\\') return this.#escape();
    if (char === '*' || char === '+' || char === '?') {
      throw new Fault('broken', `The quantifier ${char} has nothing to repeat.`);
    }
    return this.#literal(char.codePointAt(0) as number);
  }

  #literal(code: number): RegexNode {
    return this.#set({ ranges: [[code, code]], negated: false });
  }

  #set(set: Pick<CharSet, 'ranges' | 'negated'> & Partial<CharSet>): RegexNode {
    return { kind: 'set', set: { categories: [], ignoreCase: this.#mode.ignoreCase, ...set } };
  }

  #class(): RegexNode {
    const reader = new ClassReader(this.#text, this.#at);
    const set = reader.read();
    this.#at = reader.at;
    return this.#set(set);
  }

  #escape(): RegexNode {
    const read = escapeOf(this.#text, this.#at);
    this.#at = read.end;
    if (read.kind === 'at') return at(read.at);
    if (read.kind === 'newline') return this.#newline();
    return this.#set(read.set);
  }

  /** `\R`: CR LF, or any one line end. */
  #newline(): RegexNode {
    const both = { kind: 'sequence' as const, parts: [this.#literal(13), this.#literal(10)] };
    const one = this.#set({
      ranges: [
        [10, 13],
        [0x85, 0x85],
        [0x2028, 0x2029],
      ],
      negated: false,
    });
    return { kind: 'choice', parts: [both, one] };
  }

  #group(): RegexNode | null {
    this.#at++;
    if (this.#peek() === '*') throw new Fault('unsupported', 'Verbs (*…) cannot be run.');
    if (!this.#take('?')) return this.#captured();
    if (this.#take('#')) return this.#comment();
    if (this.#take(':')) return this.#closed();
    const look = this.#lookKind();
    if (look !== null) {
      const rows = lookRows(this.#closed());
      if (rows === null) throw new Fault('unsupported', 'Look-around beyond single characters.');
      return { kind: 'look', ...look, rows };
    }
    const name = this.#name();
    if (name) return this.#captured();
    return this.#flags();
  }

  #captured(): RegexNode {
    const number = ++this.groups;
    return { kind: 'group', number, body: this.#closed() };
  }

  #closed(): RegexNode {
    const body = this.#choice();
    if (!this.#take(')')) throw new Fault('broken', 'A ( is never closed.');
    return body;
  }

  #comment(): null {
    while (this.#at < this.#text.length) if (this.#text[this.#at++] === ')') return null;
    throw new Fault('broken', 'A comment (?# is never closed.');
  }

  #lookKind() {
    for (const [text, ahead, negated] of LOOKS) if (this.#take(text)) return { ahead, negated };
    return null;
  }

  /** `(?<name>`, `(?P<name>`, `(?'name'`. */
  #name(): boolean {
    const open = this.#take('P<') || this.#take('<') ? '>' : this.#take("'") ? "'" : '';
    if (open === '') return false;
    let name = '';
    while (this.#peek() !== '' && this.#peek() !== open) name += this.#text[this.#at++];
    if (!this.#take(open) || !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) {
      throw new Fault('broken', 'The name of a group is none.');
    }
    return true;
  }

  /** `(?i)` to the end of the group around, `(?i:…)` for its own. */
  #flags(): RegexNode | null {
    const flags = { ...this.#mode };
    let on = true;
    for (; ; this.#at++) {
      const char = this.#peek();
      if (char === '-') on = false;
      else if (char === 'i') flags.ignoreCase = on;
      else if (char === 'm') flags.multiline = on;
      else if (char === 's') flags.singleline = on;
      else if (char === 'x') flags.extended = on;
      else break;
    }
    if (this.#take(')')) {
      this.#mode = flags;
      return null;
    }
    if (!this.#take(':')) {
      throw new Fault('unsupported', `A group (?${this.#peek()} cannot be run in linear time.`);
    }
    const before = this.#mode;
    this.#mode = flags;
    const body = this.#closed();
    this.#mode = before;
    return body;
  }

  #repeated(atom: RegexNode): RegexNode {
    let node = atom;
    for (let first = true; ; first = false) {
      if (this.#mode.extended) this.#skipSpace();
      const range = this.#quantifier();
      if (range === null) return node;
      if (!first) throw new Fault('broken', 'A quantifier follows a quantifier.');
      if (this.#peek() === '+') {
        throw new Fault('unsupported', 'Possessive quantifiers cannot be run.');
      }
      const greedy = !this.#take('?');
      node = { kind: 'repeat', body: node, least: range[0], most: range[1], greedy };
    }
  }

  #quantifier(): readonly [least: number, most: number] | null {
    if (this.#take('*')) return [0, -1];
    if (this.#take('+')) return [1, -1];
    if (this.#take('?')) return [0, 1];
    if (this.#peek() !== '{') return null;
    const end = this.#text.indexOf('}', this.#at);
    if (end === -1 || end - this.#at > 14) return null;
    const inner = /^([0-9]{1,6})(,([0-9]{0,6}))?$/.exec(
      this.#text.slice(this.#at + 1, end).join(''),
    );
    // A brace that is no quantifier is itself.
    if (inner === null) return null;
    this.#at = end + 1;
    const least = Number(inner[1]);
    const most = inner[2] === undefined ? least : inner[3] === '' ? -1 : Number(inner[3]);
    if (most !== -1 && most < least)
      throw new Fault('broken', 'A quantifier has its numbers swapped.');
    return [least, most];
  }
}

const LOOKS = [
  ['=', true, false],
  ['!', true, true],
  ['<=', false, false],
  ['<!', false, true],
] as const;

function at(place: RegexAnchor): RegexNode {
  return { kind: 'at', at: place };
}

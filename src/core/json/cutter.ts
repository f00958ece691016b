/** The machine behind cut.ts: takes chunks, gives pieces, keeps its place between them. */
import { LIMITS } from '../limits.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfScalar,
  isContainer,
  isDelimiter,
  isSpace,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './byte.ts';
import type { CutEnd, CutOptions, CutPiece } from './cut.ts';
import { Envelope } from './envelope.ts';
import { Findings } from './findings.ts';
import { escapeToken } from './pointer.ts';
import { type Guard, ValueScanner, type Window, windows } from './scan.ts';
import { Sink } from './sink.ts';

/** What may come next; every byte outside a value is judged by one of these. */
type State =
  | 'start'
  | 'first-name'
  | 'name'
  | 'colon'
  | 'member-value'
  | 'after-member'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'value' // inside a name, a member's value, or an element
  | 'done'
  | 'broken'; // nothing more can be understood: the rest is gap

/** What a value is for. */
type Purpose = 'name' | 'member' | 'element';

const SCALAR: Guard = { depth: 0, members: 0, suspect: true };
const NOTHING = new Uint8Array(0);
const EMPTY: Window = { bytes: NOTHING, text: '', ahead: NOTHING };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** One delivery: `push` each chunk, then `end` once; every byte comes out in the pieces. */
export class Cutter {
  readonly #member: string;
  readonly #sink: Sink;
  readonly #scanner = new ValueScanner();
  readonly #findings = new Findings();
  readonly #envelope = new Envelope(this.#findings);
  #state: State = 'start';
  #shape: CutEnd['shape'] = 'none';
  #purpose: Purpose = 'element';
  #scalar = false;
  #elements = 0;
  /** Between the brackets of the list of records. */
  #inList = false;
  #window = EMPTY;
  #chunk = this.#window.bytes;
  /** First byte of the chunk that the envelope has not seen. */
  #unseen = 0;
  /** Bytes of a byte order mark seen so far. */
  #marked = 0;
  /** Bytes in the chunks before this one. */
  #offset = 0;

  constructor(options: CutOptions) {
    this.#member = options.member ?? 'objects';
    this.#sink = new Sink(options.recordBytes ?? LIMITS.json.recordBytes);
  }

  /** The pieces that this chunk completes. */
  push(chunk: Uint8Array): CutPiece[] {
    for (const window of windows(chunk)) {
      this.#enter(window);
      let at = 0;
      while (at < this.#chunk.length) at = this.#step(at);
      this.#leave();
    }
    return this.#sink.take();
  }

  /** The last pieces, after the last chunk. */
  end(): CutPiece[] {
    this.#enter(EMPTY);
    // Only the end tells that a number at the root has ended.
    const atRoot = this.#shape === 'lone' && this.#purpose === 'element';
    if (this.#state === 'value' && this.#scalar && atRoot) this.#finish(0);
    if (this.#state !== 'done' && this.#state !== 'broken') this.#reportEarlyEnd();
    const envelope = this.#envelope;
    // Of a lone object the reader of the record reports; few ask for its members here.
    let members = this.#shape === 'member' ? envelope.readMembers(true) : null;
    const end: CutEnd = {
      kind: 'end',
      gap: this.#sink.rest(),
      shape: this.#shape,
      elements: this.#elements,
      get members() {
        members ??= envelope.readMembers(false);
        return members;
      },
      issues: this.#findings.list,
    };
    return [...this.#sink.take(), end];
  }

  #enter(window: Window): void {
    this.#window = window;
    this.#chunk = window.bytes;
    this.#unseen = 0;
    this.#sink.enter(window.bytes);
  }

  #leave(): void {
    if (this.#state === 'value' && this.#purpose !== 'element') {
      this.#envelope.add(this.#chunk.subarray(this.#unseen));
    }
    this.#sink.leave(this.#path());
    this.#offset += this.#chunk.length;
  }

  /** Goes on at `at`; returns where to go on next. */
  #step(at: number): number {
    if (this.#state === 'value') return this.#value(at);
    if (this.#state === 'broken') return this.#chunk.length;
    const byte = this.#chunk[at] as number;
    return isSpace(byte) ? at + 1 : this.#judge(byte, at);
  }

  #judge(byte: number, at: number): number {
    switch (this.#state) {
      case 'start':
        return this.#root(byte, at);
      case 'first-name':
      case 'name':
        return this.#nameOrEnd(byte, at);
      case 'colon':
        if (byte !== COLON) return this.#break(at, 'a colon must follow the name');
        this.#state = 'member-value';
        return at + 1;
      case 'member-value':
        return this.#memberValue(byte, at);
      case 'after-member':
        return this.#afterMember(byte, at);
      case 'first-element':
      case 'element':
        return this.#elementOrEnd(byte, at);
      case 'after-element':
        return this.#afterElement(byte, at);
      default:
        return this.#break(at, 'text follows the end of the value');
    }
  }

  /** RFC 8259 §2 and §8.1: space, a value; a byte order mark is passed over with a warning. */
  #root(byte: number, at: number): number {
    if (this.#offset + at === this.#marked && byte === BYTE_ORDER_MARK[this.#marked]) {
      this.#marked++;
      if (this.#marked === 3) this.#findings.report('json-bom', '', '');
      return at + 1;
    }
    const wide = byte === 0 || byte >= 0xfe;
    if (wide || this.#marked % 3 !== 0) {
      const detail = wide ? 'It looks like UTF-16 or UTF-32' : 'Byte 0 (counted from 0)';
      this.#findings.report('json-encoding', '', detail);
      return this.#abandon();
    }
    if (byte === OPEN_ARRAY) {
      this.#shape = 'array';
      this.#inList = true;
      this.#state = 'first-element';
      return at + 1;
    }
    if (isDelimiter(byte)) return this.#break(at, 'a value must stand here');
    this.#shape = 'lone';
    if (byte !== OPEN_OBJECT) return this.#begin('element', byte, at);
    this.#sink.open(at, true);
    this.#state = 'first-name';
    return at + 1;
  }

  #nameOrEnd(byte: number, at: number): number {
    if (byte === QUOTE) return this.#begin('name', byte, at);
    if (byte !== CLOSE_OBJECT) return this.#break(at, 'a name in double quotes must stand here');
    if (this.#state === 'name') this.#syntax(at, 'no comma may stand before }');
    return this.#endRoot(at + 1);
  }

  #memberValue(byte: number, at: number): number {
    const target = this.#shape === 'lone' && this.#envelope.name === this.#member;
    if (byte === OPEN_ARRAY && target) return this.#openList(at + 1);
    if (isDelimiter(byte)) return this.#break(at, 'a value must follow the colon');
    return this.#begin('member', byte, at);
  }

  /** The list of records begins: what came before it is gap, and no lone object any more. */
  #openList(at: number): number {
    this.#shape = 'member';
    this.#inList = true;
    this.#sink.dissolve(at);
    this.#state = 'first-element';
    return at;
  }

  #afterMember(byte: number, at: number): number {
    if (byte === CLOSE_OBJECT) return this.#endRoot(at + 1);
    if (byte === COMMA) {
      this.#state = 'name';
      return at + 1;
    }
    const reason = 'a comma or } must follow the member';
    if (byte !== QUOTE) return this.#break(at, reason);
    this.#syntax(at, reason);
    return this.#begin('name', byte, at);
  }

  #elementOrEnd(byte: number, at: number): number {
    if (byte === CLOSE_ARRAY) {
      if (this.#state === 'element') this.#syntax(at, 'no comma may stand before ]');
      return this.#endList(at + 1);
    }
    if (byte === COMMA) {
      this.#syntax(at, 'an element must stand before the comma');
      this.#state = 'element';
      return at + 1;
    }
    if (isDelimiter(byte)) return this.#break(at, 'an element must stand here');
    return this.#begin('element', byte, at);
  }

  #afterElement(byte: number, at: number): number {
    if (byte === CLOSE_ARRAY) return this.#endList(at + 1);
    if (byte === COMMA) {
      this.#state = 'element';
      return at + 1;
    }
    const reason = 'a comma or ] must follow the element';
    if (isDelimiter(byte)) return this.#break(at, reason);
    this.#syntax(at, reason);
    return this.#begin('element', byte, at);
  }

  #endList(at: number): number {
    this.#inList = false;
    this.#state = this.#shape === 'array' ? 'done' : 'after-member';
    return at;
  }

  #endRoot(at: number): number {
    this.#state = 'done';
    if (this.#shape !== 'lone') return at;
    this.#elements++;
    // The reader of the record finds what is wrong in it, with better places.
    if (this.#sink.close(at, '', this.#envelope.facts())) this.#findings.keepOnly('json-bom');
    return at;
  }

  /** A name, a member's value or an element begins at `at`. */
  #begin(purpose: Purpose, byte: number, at: number): number {
    this.#purpose = purpose;
    this.#state = 'value';
    this.#scalar = byte !== QUOTE && !isContainer(byte);
    this.#scanner.reset();
    this.#unseen = at;
    if (purpose === 'element') this.#sink.open(at, false);
    else this.#envelope.begin();
    return at;
  }

  #value(at: number): number {
    const end = this.#scalar ? endOfScalar(this.#chunk, at) : this.#scanner.run(this.#window, at);
    if (end >= 0) return this.#finish(end);
    if (!this.#scanner.mismatched) return this.#chunk.length;
    this.#findings.report('json-syntax', this.#path(), 'The brackets do not match from here on');
    return this.#abandon();
  }

  /** The value ends before `at`. */
  #finish(at: number): number {
    if (this.#purpose === 'element') {
      this.#state = this.#shape === 'lone' ? 'done' : 'after-element';
      this.#sink.close(at, this.#path(), this.#scalar ? SCALAR : facts(this.#scanner));
      this.#elements++;
      return at;
    }
    this.#envelope.add(this.#chunk.subarray(this.#unseen, at));
    if (this.#purpose === 'name') {
      this.#envelope.endName(this.#scanner);
      this.#state = 'colon';
    } else {
      this.#envelope.endValue(this.#scanner, this.#scalar);
      this.#state = 'after-member';
    }
    return at;
  }

  /** Pointer of the element that is being read; the root's outside the list. */
  #path(): string {
    if (!this.#inList) return '';
    const list = this.#shape === 'member' ? `/${escapeToken(this.#member)}` : '';
    return `${list}/${this.#elements}`;
  }

  #syntax(at: number, reason: string): void {
    const place = `byte ${this.#offset + at} (counted from 0)`;
    this.#findings.report('json-syntax', this.#path(), `${reason} at ${place}`);
  }

  #break(at: number, reason: string): number {
    this.#syntax(at, reason);
    return this.#abandon();
  }

  /** Gives up on the rest, which becomes gap; the records before stand. */
  #abandon(): number {
    this.#state = 'broken';
    this.#sink.dissolve(this.#chunk.length);
    return this.#chunk.length;
  }

  #reportEarlyEnd(): void {
    const inElement = this.#state === 'value' && this.#purpose === 'element';
    const where = inElement ? 'inside this record' : 'before the end of the value';
    this.#syntax(0, this.#state === 'start' ? 'the text is empty' : `the text ends ${where}`);
  }
}

function facts(scanner: ValueScanner): Guard {
  return { depth: scanner.depth, members: scanner.members, suspect: scanner.suspect };
}

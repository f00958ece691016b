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
import { jsonIssue } from './issue.ts';
import { Pile } from './pile.ts';
import { escapeToken } from './pointer.ts';
import { type Guard, ValueScanner, type Window, windows } from './scan.ts';

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

/** A gap longer than this is given away, so that memory stays flat. */
const GAP_BYTES = 64 * 1024;
const SCALAR: Guard = { depth: 0, members: 0, suspect: true };
const EMPTY: Window = { bytes: new Uint8Array(0), text: '' };
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export class Cutter {
  readonly #member: string;
  readonly #recordBytes: number;
  readonly #scanner = new ValueScanner();
  readonly #findings = new Findings();
  readonly #envelope = new Envelope(this.#findings);
  readonly #gap = new Pile();
  readonly #record = new Pile();
  #pieces: CutPiece[] = [];
  #state: State = 'start';
  #shape: CutEnd['shape'] = 'none';
  #purpose: Purpose = 'element';
  #scalar = false;
  #elements = 0;
  /** Between the brackets of the list of records. */
  #inList = false;
  /** The element being read is over the bound and goes to the gap. */
  #skipped = false;
  /** Everything since the opening brace is kept, as it may be a lone object. */
  #lone = false;
  #window = EMPTY;
  #chunk = this.#window.bytes;
  /** First byte of the chunk that lies in no pile yet, and the pile it goes to. */
  #from = 0;
  #owner: Pile = this.#gap;
  /** First byte of the chunk that the envelope has not seen. */
  #unseen = 0;
  /** Bytes in the chunks before this one. */
  #offset = 0;

  constructor(options: CutOptions) {
    this.#member = options.member ?? 'objects';
    this.#recordBytes = options.recordBytes ?? LIMITS.json.recordBytes;
  }

  /** The pieces that this chunk completes. */
  push(chunk: Uint8Array): CutPiece[] {
    for (const window of windows(chunk)) {
      this.#enter(window);
      let at = 0;
      while (at < this.#chunk.length) at = this.#step(at);
      this.#keepRest();
      this.#offset += this.#chunk.length;
    }
    return this.#takePieces();
  }

  /** The last pieces, after the last chunk. */
  end(): CutPiece[] {
    this.#enter(EMPTY);
    // Only the end tells that a number at the root has ended.
    const atRoot = this.#shape === 'lone' && this.#purpose === 'element';
    if (this.#state === 'value' && this.#scalar && atRoot) this.#finish(0);
    if (this.#state !== 'done' && this.#state !== 'broken') this.#reportEarlyEnd();
    this.#record.moveTo(this.#gap);
    this.#pieces.push({
      kind: 'end',
      gap: this.#gap.take(),
      shape: this.#shape,
      elements: this.#elements,
      members: this.#envelope.members,
      issues: this.#findings.list,
    });
    return this.#takePieces();
  }

  #enter(window: Window): void {
    this.#window = window;
    this.#chunk = window.bytes;
    this.#from = 0;
    this.#unseen = 0;
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
    const place = this.#offset + at;
    if (byte === BYTE_ORDER_MARK[place]) {
      if (place === 2) this.#findings.report('json-bom', '', '');
      return at + 1;
    }
    if (byte === 0 || byte >= 0xfe) {
      this.#findings.report('json-encoding', '', 'It looks like UTF-16 or UTF-32');
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
    this.#lone = true;
    this.#switchTo(this.#record, at);
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
    this.#lone = false;
    this.#switchTo(this.#gap, at);
    this.#record.moveTo(this.#gap);
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
    if (this.#lone) {
      this.#lone = false;
      this.#switchTo(this.#gap, at);
      this.#findings.keepOnly('json-bom');
      this.#give(this.#envelope.facts());
    } else if (this.#shape === 'lone') {
      this.#giveGap('', true);
      this.#elements++;
    }
    return at;
  }

  /** A name, a member's value or an element begins at `at`. */
  #begin(purpose: Purpose, byte: number, at: number): number {
    this.#purpose = purpose;
    this.#state = 'value';
    this.#scalar = byte !== QUOTE && !isContainer(byte);
    this.#scanner.reset();
    this.#unseen = at;
    if (purpose === 'element') this.#switchTo(this.#record, at);
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
      this.#switchTo(this.#gap, at);
      this.#give(this.#scalar ? SCALAR : facts(this.#scanner));
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

  /** Gives the record in the pile as an element, or as a gap when it is over the bound. */
  #give(guard: Guard): void {
    const path = this.#path();
    this.#elements++;
    if (this.#skipped) {
      this.#skipped = false;
    } else if (this.#record.size > this.#recordBytes) {
      this.#record.moveTo(this.#gap);
      this.#giveGap(path, true);
    } else {
      const gap = this.#gap.take();
      this.#pieces.push({ kind: 'element', gap, bytes: this.#record.take(), path, guard });
    }
  }

  #giveGap(path: string, tooLong: boolean): void {
    const detail = `The record is longer than ${this.#recordBytes} bytes`;
    const issues = tooLong ? [jsonIssue('json-size', path, detail)] : [];
    this.#pieces.push({ kind: 'gap', gap: this.#gap.take(), path, issues });
  }

  /** Puts what is left of the chunk away, within the bounds of memory. */
  #keepRest(): void {
    this.#switchTo(this.#owner, this.#chunk.length);
    if (this.#state === 'value' && this.#purpose !== 'element') {
      this.#envelope.add(this.#chunk.subarray(this.#unseen));
    }
    if (this.#record.size > this.#recordBytes) this.#overflow();
    if (this.#gap.size > GAP_BYTES) this.#giveGap('', false);
  }

  /** The record in the pile has grown over the bound before its end: its bytes become gap. */
  #overflow(): void {
    this.#record.moveTo(this.#gap);
    this.#owner = this.#gap;
    if (this.#lone) {
      this.#lone = false; // its list of records may still come
      return;
    }
    this.#skipped = true;
    this.#giveGap(this.#path(), true);
  }

  /** Bytes from `at` on go to another pile. */
  #switchTo(pile: Pile, at: number): void {
    this.#owner.add(this.#chunk.subarray(this.#from, at));
    this.#from = at;
    this.#owner = pile;
  }

  #takePieces(): CutPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
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
    this.#lone = false;
    this.#record.moveTo(this.#gap);
    this.#owner = this.#gap;
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

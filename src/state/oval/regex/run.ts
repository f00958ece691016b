/**
 * Runs a program over a text with sets of threads (Pike's machine): time grows with the text times
 * the program, whatever the expression is. The first way that Perl would take wins.
 */
import type { Instruction } from './compile.ts';
import type { RegexAnchor } from './tree.ts';

/** Places of the whole match and of each group, in pairs; -1 for a group that took no part. */
export type RegexMatch = readonly number[];

/** What one run may cost; it is counted down, and below 0 the run was given up. */
export interface RegexBudget {
  steps: number;
}

interface Thread {
  readonly pc: number;
  readonly slots: readonly number[];
}

export class Machine {
  readonly #program: readonly Instruction[];
  readonly #slots: readonly number[];
  readonly #seen: Int32Array;
  #mark = 0;
  #text = '';
  #budget: RegexBudget = { steps: 0 };
  readonly #stack: Thread[] = [];

  constructor(program: readonly Instruction[], groups: number) {
    this.#program = program;
    this.#slots = new Array<number>((groups + 1) * 2).fill(-1);
    this.#seen = new Int32Array(program.length);
  }

  /** First match from `from` on; null without one, or when the budget is used up. */
  run(text: string, from: number, budget: RegexBudget): RegexMatch | null {
    this.#text = text;
    this.#budget = budget;
    let threads: Thread[] = [];
    let found: number[] | null = null;
    const anchored = this.#anchored();
    for (let at = from; at <= text.length; ) {
      if (found === null && (!anchored || at === from)) {
        this.#renew(threads);
        this.#add(threads, { pc: 0, slots: [at, ...this.#slots.slice(1)] }, at);
      }
      if (threads.length === 0 && (found !== null || anchored)) break;
      budget.steps -= threads.length + 1;
      if (budget.steps < 0) return null;
      const code = at < text.length ? (text.codePointAt(at) as number) : -1;
      const after = at + (code > 0xffff ? 2 : 1);
      const next: Thread[] = [];
      this.#mark++;
      for (const thread of threads) {
        const step = this.#program[thread.pc] as Instruction;
        if (step.op === 'match') {
          found = [...thread.slots];
          found[1] = at;
          break;
        }
        if (step.op === 'set' && code !== -1 && step.test(code)) {
          this.#add(next, { pc: thread.pc + 1, slots: thread.slots }, after);
        }
      }
      threads = next;
      at = after;
    }
    return found;
  }

  /** Threads that run already keep their places: a new one comes behind them. */
  #renew(threads: readonly Thread[]): void {
    if (threads.length === 0) this.#mark++;
  }

  #anchored(): boolean {
    for (const step of this.#program) {
      if (step.op === 'at') return step.at === 'start';
      if (step.op !== 'save') return false;
    }
    return false;
  }

  /** Follows what needs no character, preferred ways first; each instruction once a place. */
  #add(threads: Thread[], start: Thread, at: number): void {
    const stack = this.#stack;
    stack.push(start);
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { pc, slots } = top;
      if (this.#seen[pc] === this.#mark) continue;
      this.#seen[pc] = this.#mark;
      this.#budget.steps--;
      const step = this.#program[pc] as Instruction;
      if (step.op === 'jump') stack.push({ pc: step.to, slots });
      else if (step.op === 'split') {
        stack.push({ pc: step.second, slots }, { pc: step.first, slots });
      } else if (step.op === 'save') {
        const saved = [...slots];
        saved[step.slot] = at;
        stack.push({ pc: pc + 1, slots: saved });
      } else if (step.op === 'at') {
        if (this.#stands(step.at, at)) stack.push({ pc: pc + 1, slots });
      } else if (step.op === 'look') {
        if (this.#looks(step, at)) stack.push({ pc: pc + 1, slots });
      } else threads.push(top);
    }
  }

  #stands(anchor: RegexAnchor, at: number): boolean {
    const text = this.#text;
    if (anchor === 'start') return at === 0;
    if (anchor === 'end') return at === text.length;
    if (anchor === 'lineStart') return at === 0 || (text[at - 1] === '\n' && at < text.length);
    if (anchor === 'lineEnd') return at === text.length || text[at] === '\n';
    if (anchor === 'lastEnd') {
      return at === text.length || (at === text.length - 1 && text[at] === '\n');
    }
    const border = isWord(text, at - 1) !== isWord(text, at);
    return border === (anchor === 'word');
  }

  #looks(step: Instruction & { op: 'look' }, at: number): boolean {
    const found = step.rows.some((row) =>
      step.ahead ? rowAhead(this.#text, at, row) : rowBehind(this.#text, at, row),
    );
    this.#budget.steps -= step.rows.length;
    return found !== step.negated;
  }
}

type Row = readonly ((code: number) => boolean)[];

function rowAhead(text: string, from: number, row: Row): boolean {
  let at = from;
  for (const test of row) {
    const code = text.codePointAt(at);
    if (code === undefined || !test(code)) return false;
    at += code > 0xffff ? 2 : 1;
  }
  return true;
}

function rowBehind(text: string, from: number, row: Row): boolean {
  let at = from;
  for (const test of [...row].reverse()) {
    if (at === 0) return false;
    const low = text.charCodeAt(at - 1);
    at -= low >= 0xdc00 && low <= 0xdfff && at > 1 ? 2 : 1;
    if (!test(text.codePointAt(at) as number)) return false;
  }
  return true;
}

function isWord(text: string, at: number): boolean {
  const code = at < 0 ? -1 : text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** Compiles a tree to a program for the machine of run.ts. */
import { LIMITS } from '../../../core/limits.ts';
import { type CharSet, setTest } from './set.ts';
import type { RegexAnchor, RegexNode } from './tree.ts';

export type Instruction =
  | { readonly op: 'set'; readonly test: (code: number) => boolean }
  /** Two ways; the first is preferred. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'at'; readonly at: RegexAnchor }
  | {
      readonly op: 'look';
      readonly ahead: boolean;
      readonly negated: boolean;
      readonly rows: readonly (readonly ((code: number) => boolean)[])[];
    }
  | { readonly op: 'match' };

/** The program, or null when it would be over the bound. */
export function compileTree(node: RegexNode): readonly Instruction[] | null {
  const compiler = new Compiler();
  compiler.emit(node);
  if (compiler.full) return null;
  compiler.program.push({ op: 'match' });
  return compiler.program;
}

class Compiler {
  readonly program: Instruction[] = [];
  readonly #tests = new Map<CharSet, (code: number) => boolean>();

  get full(): boolean {
    return this.program.length > LIMITS.oval.patternSteps;
  }

  #test(set: CharSet): (code: number) => boolean {
    let test = this.#tests.get(set);
    if (test === undefined) {
      test = setTest(set);
      this.#tests.set(set, test);
    }
    return test;
  }

  /** Recursion ends at the depth bound of the parser. */
  emit(node: RegexNode): void {
    if (this.full) return;
    const { program } = this;
    if (node.kind === 'set') program.push({ op: 'set', test: this.#test(node.set) });
    else if (node.kind === 'sequence') for (const part of node.parts) this.emit(part);
    else if (node.kind === 'choice') this.#choice(node.parts);
    else if (node.kind === 'at') program.push({ op: 'at', at: node.at });
    else if (node.kind === 'look') {
      const rows = node.rows.map((row) => row.map((set) => this.#test(set)));
      program.push({ op: 'look', ahead: node.ahead, negated: node.negated, rows });
    } else if (node.kind === 'group') {
      program.push({ op: 'save', slot: node.number * 2 });
      this.emit(node.body);
      program.push({ op: 'save', slot: node.number * 2 + 1 });
    } else if (node.kind === 'repeat') this.#repeat(node);
  }

  #choice(parts: readonly RegexNode[]): void {
    const jumps: { to: number }[] = [];
    parts.forEach((part, i) => {
      if (i === parts.length - 1) {
        this.emit(part);
        return;
      }
      const split = { op: 'split' as const, first: this.program.length + 1, second: 0 };
      this.program.push(split);
      this.emit(part);
      const jump = { op: 'jump' as const, to: 0 };
      this.program.push(jump);
      jumps.push(jump);
      split.second = this.program.length;
    });
    for (const jump of jumps) jump.to = this.program.length;
  }

  #repeat(node: RegexNode & { kind: 'repeat' }): void {
    for (let i = 0; i < node.least && !this.full; i++) this.emit(node.body);
    if (node.most === -1) this.#loop(node);
    else this.#optional(node, node.most - node.least);
  }

  #loop({ body, greedy }: RegexNode & { kind: 'repeat' }): void {
    const at = this.program.length;
    const split = { op: 'split' as const, first: 0, second: 0 };
    this.program.push(split);
    this.emit(body);
    this.program.push({ op: 'jump', to: at });
    this.#aim(split, at + 1, this.program.length, greedy);
  }

  #optional({ body, greedy }: RegexNode & { kind: 'repeat' }, times: number): void {
    const splits: { split: { first: number; second: number }; into: number }[] = [];
    for (let i = 0; i < times && !this.full; i++) {
      const split = { op: 'split' as const, first: 0, second: 0 };
      this.program.push(split);
      splits.push({ split, into: this.program.length });
      this.emit(body);
    }
    for (const { split, into } of splits) this.#aim(split, into, this.program.length, greedy);
  }

  #aim(
    split: { first: number; second: number },
    into: number,
    past: number,
    greedy: boolean,
  ): void {
    split.first = greedy ? into : past;
    split.second = greedy ? past : into;
  }
}

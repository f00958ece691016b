/** Regular expressions of OVAL in linear time; what could only be run by back-tracking is refused. */
import { LIMITS } from '../../../core/limits.ts';
import { compileTree } from './compile.ts';
import { parseRegex } from './parse.ts';
import { Machine, type RegexBudget, type RegexMatch } from './run.ts';
import type { RegexFault, RegexFlags } from './tree.ts';

export type { RegexMatch } from './run.ts';
export type { RegexFault, RegexFlags } from './tree.ts';

/** A compiled expression. */
export class OvalRegex {
  readonly #machine: Machine;
  /** Number of capturing groups. */
  readonly groups: number;

  constructor(machine: Machine, groups: number) {
    this.#machine = machine;
    this.groups = groups;
  }

  /** First match from `from` on; `exhausted` when the bound of steps was reached before. */
  match(
    text: string,
    from = 0,
    budget: RegexBudget = newBudget(),
  ): RegexMatch | null | 'exhausted' {
    const found = this.#machine.run(text, from, budget);
    return budget.steps < 0 ? 'exhausted' : found;
  }
}

/** What the matches of one expression over one text may cost together. */
export function newBudget(): RegexBudget {
  return { steps: LIMITS.oval.regexSteps };
}

export type CompiledRegex =
  | { readonly ok: true; readonly regex: OvalRegex }
  | { readonly ok: false; readonly fault: RegexFault };

/** Compiles an expression, or says why it cannot be used. */
export function compileRegex(source: string, flags: RegexFlags = {}): CompiledRegex {
  const parsed = parseRegex(source, flags);
  if (!parsed.ok) return parsed;
  const program = compileTree(parsed.node);
  if (program === null) {
    return { ok: false, fault: { kind: 'unsupported', reason: 'It is larger than the bound.' } };
  }
  const { groups } = parsed;
  return { ok: true, regex: new OvalRegex(new Machine(program, groups), groups) };
}

/** Finds the bodies of functions in masked source, well enough to measure their length. */

export interface FoundFunction {
  /** Line of its opening brace, from 1. */
  readonly line: number;
  readonly lines: number;
}

const CONTROL = /(?:^|[^\w$.])(?:if|for|while|switch|catch|with)\s*(?:await\s*)?$/;

const TYPE = /\b(?:class|interface)\b[^{};]*$/;

/** Functions with a body in braces: declarations, methods, accessors, arrows. */
export function findFunctions(masked: string): FoundFunction[] {
  const found: FoundFunction[] = [];
  const open: { readonly at: number; readonly isFunction: boolean }[] = [];
  for (let i = 0; i < masked.length; i++) {
    if (masked[i] === '{') open.push({ at: i, isFunction: opensFunction(masked, i) });
    if (masked[i] !== '}') continue;
    const brace = open.pop();
    if (brace?.isFunction !== true) continue;
    const lines = countLines(masked, brace.at, i) + 1;
    found.push({ line: countLines(masked, 0, brace.at) + 1, lines });
  }
  return found;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) count++;
  return count;
}

function opensFunction(masked: string, brace: number): boolean {
  const before = masked.slice(Math.max(0, brace - 2_000), brace).trimEnd();
  if (before.endsWith('=>')) return true;
  if (TYPE.test(before)) return false;
  const end = before.endsWith(')') ? before.length : beforeReturnType(before);
  if (end === 0) return false;
  const start = openingOf(before, end - 1);
  return start >= 0 && !CONTROL.test(before.slice(0, start).trimEnd());
}

/** Length of the text up to the `)` before a return type `): Type`; 0 when there is none. */
function beforeReturnType(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    const char = text[i] as string;
    if (char === '}' || char === ']' || char === '>' || char === ')') {
      if (text[i - 1] === '=') return 0;
      i = openingOf(text, i);
      if (i < 0) return 0;
    } else if (char === ':') {
      const head = text.slice(0, i).trimEnd();
      return head.endsWith(')') ? head.length : 0;
    } else if (!/[\w$.|&\s'"?]/.test(char)) return 0;
  }
  return 0;
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Offset of the bracket that the one at `at` closes; -1 when there is none. */
function openingOf(text: string, at: number): number {
  const close = text[at] as string;
  const open = PAIRS[close] as string;
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    if (text[i] === close && !(close === '>' && text[i - 1] === '=')) depth++;
    else if (text[i] === open && --depth === 0) return i;
  }
  return -1;
}

/**
 * SPDX licence expressions (SPDX 2.3 Annex D): read without recursion on the input, so that ten
 * thousand parentheses cost no stack.
 */
import { SPDX_LICENSE_IDS } from './spdx/licenses.table.ts';

const REFERENCE = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const CANONICAL = new Map([...SPDX_LICENSE_IDS].map((id) => [id.toLowerCase(), id]));
const OPERATORS = new Set(['AND', 'OR', 'WITH', 'and', 'or', 'with']);

export interface LicenseFault {
  /** Position in the text, in UTF-16 code units. */
  readonly at: number;
  readonly message: string;
}

/** What is wrong with an expression; null when it follows the grammar and every name is known. */
export function licenseFault(text: string): LicenseFault | null {
  let open = 0;
  /** What may come next: a licence, something that joins two, or the exception after WITH. */
  let expect: 'licence' | 'operator' | 'exception' = 'licence';
  let last = 0;
  let simple = false;
  for (const { token, at } of tokens(text)) {
    last = at + token.length;
    if (token === '(') {
      if (expect !== 'licence') return { at, message: 'A parenthesis opens where AND, OR belongs' };
      open++;
    } else if (token === ')') {
      if (expect !== 'operator') return { at, message: 'A parenthesis closes an unfinished part' };
      if (--open < 0) return { at, message: 'A parenthesis closes that was never opened' };
      simple = false;
    } else if (OPERATORS.has(token)) {
      if (expect !== 'operator') return { at, message: `${token} joins nothing` };
      const exception = token.toUpperCase() === 'WITH';
      if (exception && !simple) return { at, message: 'WITH belongs behind a single licence' };
      expect = exception ? 'exception' : 'licence';
    } else if (expect === 'operator') return { at, message: `"${token}" is not joined` };
    else {
      const fault = nameFault(token, expect);
      if (fault !== null) return { at, message: fault };
      simple = expect === 'licence';
      expect = 'operator';
    }
  }
  if (expect !== 'operator') return { at: last, message: 'The expression ends too early' };
  return open > 0 ? { at: last, message: `${open} parentheses are not closed` } : null;
}

function nameFault(token: string, kind: 'licence' | 'exception'): string | null {
  if (kind === 'exception') {
    return known(token) || ADDITION.test(token) ? null : `"${token}" is no known exception`;
  }
  const name = token.endsWith('+') ? token.slice(0, -1) : token;
  return known(name) || REFERENCE.test(name) ? null : `"${token}" is no known licence`;
}

/** Annex D.2: identifiers compare without regard to case. */
function known(name: string): boolean {
  return CANONICAL.has(name.toLowerCase());
}

function* tokens(text: string): Generator<{ readonly token: string; readonly at: number }> {
  for (const match of text.matchAll(/[()]|[^\s()]+/g)) yield { token: match[0], at: match.index };
}

/**
 * Faults of a regular expression that no dialect of PCRE accepts (STIX 2.1 §9.6.1 MATCHES). It
 * looks at the brackets only: whether an engine can run the expression is for the matcher to say.
 */

/** A sentence that names the fault, or null when none is certain. */
export function regexFault(regex: string): string | null {
  // In extended mode (?x) a # starts a comment that may hold any bracket.
  if (/\(\?[a-zA-Z^]*x/.test(regex)) return null;
  let open = 0;
  let repeatable = false;
  for (let i = 0; i < regex.length; i++) {
    const char = regex[i] as string;
    if (char === '\\') {
      i = afterEscape(regex, i) - 1;
      if (i >= regex.length) return 'It ends in a single backslash.';
      repeatable = true;
    } else if (char === '[') {
      i = classEnd(regex, i);
      if (i < 0) return 'A character class [ is never closed.';
      repeatable = true;
    } else if (regex.startsWith('(?#', i)) {
      i = regex.indexOf(')', i);
      if (i < 0) return 'A comment (?# is never closed.';
    } else if (char === '(') {
      open++;
      // What follows (? or (* is the kind of the group, not a quantifier.
      repeatable = regex[i + 1] === '?' || regex[i + 1] === '*';
    } else if (char === ')') {
      if (--open < 0) return 'A ) has no (.';
      repeatable = true;
    } else if (char === '*' || char === '+' || char === '?') {
      if (!repeatable) return `The quantifier ${char} has nothing to repeat.`;
    } else repeatable = char !== '|';
  }
  return open > 0 ? 'A ( is never closed.' : null;
}

/** Index after an escape; `\Q` quotes up to `\E` or the end. */
function afterEscape(regex: string, at: number): number {
  if (at + 1 >= regex.length) return regex.length + 1;
  if (regex[at + 1] !== 'Q') return at + 2;
  const end = regex.indexOf('\\E', at + 2);
  return end < 0 ? regex.length : end + 2;
}

/** Index of the ] that closes the class opened at `at`; negative when none does. */
function classEnd(regex: string, at: number): number {
  let i = at + 1;
  if (regex[i] === '^') i++;
  // A ] that comes first is a member.
  if (regex[i] === ']') i++;
  for (; i < regex.length; i++) {
    if (regex[i] === ']') return i;
    if (regex[i] === '\\') i = afterEscape(regex, i) - 1;
    else if (regex[i] === '[') i = Math.max(i, posixEnd(regex, i));
  }
  return -1;
}

/** Index of the last character of `[:name:]` at `at`; negative when none stands there. */
function posixEnd(regex: string, at: number): number {
  const name = /^\[([:.=])[a-z^]{0,16}\1\]/.exec(regex.slice(at, at + 24));
  return name === null ? -1 : at + name[0].length - 1;
}

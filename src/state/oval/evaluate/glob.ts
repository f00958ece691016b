/** Glob patterns as regular expressions (OVAL Definitions Schema, GlobToRegexFunctionType). */

const META = /[\^$\\.[\](){}*+?|]/;
const escaped = (char: string) => (META.test(char) ? `\\${char}` : char);

/**
 * The expression of a glob pattern; null where it is none. `*` and `?` match no slash, and no
 * leading dot of a name.
 */
export function globToRegex(glob: string, noEscape: boolean): string | null {
  const chars = [...glob];
  let made = '^';
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] as string;
    const first = at === 0 || chars[at - 1] === '/';
    if (char === '*') made += first ? '(?=[^.])[^/]*' : '[^/]*';
    else if (char === '?') made += first ? '[^./]' : '[^/]';
    else if (char === '[') {
      const end = classEnd(chars, at, noEscape);
      if (end === -1) return null;
      made += classOf(chars.slice(at + 1, end), noEscape);
      at = end;
    } else if (char === '\\' && !noEscape && at + 1 < chars.length) {
      made += escaped(chars[++at] as string);
    } else made += char === ']' && !noEscape ? '\\]' : escaped(char);
  }
  return `${made}$`;
}

/** Index of the bracket that ends the class; -1 where none does. */
function classEnd(chars: readonly string[], open: number, noEscape: boolean): number {
  let at = open + 1;
  if (chars[at] === '!' || chars[at] === '^') at++;
  if (chars[at] === ']') at++;
  for (; at < chars.length; at++) {
    if (chars[at] === '[' && chars[at + 1] === ':') {
      const close = chars.indexOf(':', at + 2);
      if (close !== -1 && chars[close + 1] === ']') at = close + 1;
    } else if (chars[at] === '\\' && !noEscape) at++;
    else if (chars[at] === ']') return at;
  }
  return -1;
}

function classOf(inner: readonly string[], noEscape: boolean): string {
  const text = inner.join('').replace(/^!/, '^');
  return `[${noEscape ? text.replaceAll('\\', '\\\\') : text}]`;
}

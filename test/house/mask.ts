/** Source text with everything blanked that is no code, so that simple searches tell the truth. */

/** Words after which a slash starts a regular expression, not a division. */
const BEFORE_REGEX =
  /(?:^|[^\w$.])(?:return|typeof|case|in|of|void|delete|throw|new|else|do|yield|await)$/;

/**
 * The same text with comments, and the insides of strings, templates and regular expressions,
 * replaced by spaces. Lines and offsets stay; code within `${…}` of a template stays code.
 */
export function mask(source: string): string {
  const out = source.split('');
  const templates: number[] = [];
  let depth = 0;
  const blank = (from: number, to: number) => {
    for (let i = from; i < to && i < out.length; i++) if (out[i] !== '\n') out[i] = ' ';
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string;
    const end = char === '/' ? slashEnd(source, i, out) : 0;
    if (end > 0) {
      blank(i, end);
      i = end - 1;
    } else if (char === "'" || char === '"') {
      const close = quoteEnd(source, i, char);
      blank(i + 1, close);
      i = close;
    } else if (char === '`' || (char === '}' && templates.at(-1) === depth)) {
      if (char === '}') templates.pop();
      const stop = templateStop(source, i + 1);
      blank(i + 1, stop);
      i = stop;
      if (source[stop] === '$') {
        templates.push(depth);
        i++;
      }
    } else if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return out.join('');
}

/** Offset after the comment or regular expression at `at`; 0 when the slash is a division. */
function slashEnd(source: string, at: number, masked: readonly string[]): number {
  const next = source[at + 1];
  if (next === '/') return endOr(source.indexOf('\n', at), source.length);
  if (next === '*') return endOr(source.indexOf('*/', at + 2), source.length - 2) + 2;
  const before = masked
    .slice(Math.max(0, at - 40), at)
    .join('')
    .trimEnd();
  if (before !== '' && !/[([{,;:=!&|?+\-*%<>~^}]$/.test(before) && !BEFORE_REGEX.test(before)) {
    return 0;
  }
  return regexEnd(source, at);
}

function regexEnd(source: string, at: number): number {
  let inClass = false;
  for (let i = at + 1; i < source.length; i++) {
    const char = source[i];
    if (char === '\n') return 0;
    if (char === '\\') i++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return i + 1;
  }
  return 0;
}

/** Offset of the closing quote. */
function quoteEnd(source: string, at: number, quote: string): number {
  let i = at + 1;
  while (i < source.length && source[i] !== quote && source[i] !== '\n') {
    i += source[i] === '\\' ? 2 : 1;
  }
  return i;
}

/** Offset of the backtick that ends a template, or of the `$` that opens code in it. */
function templateStop(source: string, at: number): number {
  let i = at;
  while (i < source.length && source[i] !== '`' && !source.startsWith('${', i)) {
    i += source[i] === '\\' ? 2 : 1;
  }
  return i;
}

function endOr(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found;
}

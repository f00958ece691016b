/** The little Markdown that generated documents need. */

/** One cell: a line without what would end it. */
export function cell(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\|/g, '\\|')
    .replace(/</g, '&lt;')
    .replace(/([*_[\]])/g, '\\$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text in code font inside a cell; backticks and bars in it survive. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return text === '' ? '' : `${fence}${text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')}${fence}`;
}

/** A table of cells that are Markdown already. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Replaces what stands between the two markers of a name; null when they are not there. */
export function replacePart(text: string, name: string, content: string): string | null {
  const [open, close] = markers(name);
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) return null;
  return `${text.slice(0, start + open.length)}\n\n${content.trim()}\n\n${text.slice(end)}`;
}

/** A part with its markers. */
export function part(name: string, content: string): string {
  const [open, close] = markers(name);
  return `${open}\n\n${content.trim()}\n\n${close}`;
}

function markers(name: string): [string, string] {
  return [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
}

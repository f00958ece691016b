/** What the tests of documents need to know of Markdown. */

export interface Fence {
  /** Words after the three backticks, e.g. `['sh', 'runnable']`. */
  readonly info: readonly string[];
  readonly body: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** Fenced blocks, in order. */
export function fences(text: string): Fence[] {
  const found: Fence[] = [];
  let open: { readonly info: readonly string[]; readonly line: number } | null = null;
  let body: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const fence = /^ {0,3}```+(.*)$/.exec(line);
    if (fence === null) {
      if (open !== null) body.push(line);
    } else if (open === null) {
      open = { info: (fence[1] as string).trim().split(/\s+/).filter(Boolean), line: i + 1 };
      body = [];
    } else {
      found.push({ ...open, body: body.join('\n') });
      open = null;
    }
  }
  return found;
}

/** The text with fenced blocks and code spans blanked. */
export function prose(text: string): string {
  return text
    .replace(/^ {0,3}```[^\n]*\n[\s\S]*?^ {0,3}```+\s*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, (span) => ' '.repeat(span.length));
}

/** ATX headings, in order. */
export function headings(text: string): Heading[] {
  const found: Heading[] = [];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^ {0,3}```/.test(line)) fenced = !fenced;
    const match = fenced ? null : /^(#{1,6}) +(.+?) *#*$/.exec(line);
    if (match !== null) {
      found.push({ level: (match[1] as string).length, text: match[2] as string });
    }
  }
  return found;
}

/** Targets of links and images, without titles. */
export function links(text: string): string[] {
  const body = prose(text);
  const inline = [...body.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const defined = [...body.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm)];
  return [...inline, ...defined].map((match) => match[1] as string);
}

/** The anchors that headings get, and explicit `id` or `name` attributes. */
export function anchors(text: string): Set<string> {
  const found = new Set<string>();
  for (const heading of headings(text)) {
    const base = slug(heading.text);
    let anchor = base;
    for (let n = 1; found.has(anchor); n++) anchor = `${base}-${n}`;
    found.add(anchor);
  }
  for (const match of text.matchAll(/\b(?:id|name)="([^"]+)"/g)) found.add(match[1] as string);
  return found;
}

function slug(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Stanzas of fields, as dpkg keeps its database (deb822, Debian Policy §5.1). */
import { LIMITS } from '../../../core/limits.ts';
import { linesOf } from '../text.ts';

export interface Stanza {
  /** Names in lower case; several lines are joined with line feeds. */
  readonly fields: ReadonlyMap<string, string>;
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** Lines that are neither a field nor the rest of one. */
  readonly strange: readonly number[];
}

/** One stanza at a time; a field that stands twice keeps its first value. */
export function* stanzasOf(text: string): Generator<Stanza> {
  let fields = new Map<string, string>();
  let strange: number[] = [];
  let first = 0;
  let last = '';
  for (const { text: line, number } of linesOf(text)) {
    if (line.trim() === '') {
      if (first > 0) yield { fields, line: first, strange };
      [fields, strange, first, last] = [new Map(), [], 0, ''];
      continue;
    }
    if (line.startsWith('#')) continue;
    if (first === 0) first = number;
    if (/^[ \t]/.test(line)) {
      if (last === '') strange.push(number);
      else continueField(fields, last, line);
      continue;
    }
    const colon = line.indexOf(':');
    last = colon > 0 ? line.slice(0, colon).toLowerCase() : '';
    if (last === '' || last.includes(' ')) strange.push(number);
    else if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
  }
  if (first > 0) yield { fields, line: first, strange };
}

function continueField(fields: Map<string, string>, name: string, line: string): void {
  const before = fields.get(name) ?? '';
  if (before.length < LIMITS.inventory.manifestBytes) fields.set(name, `${before}\n${line.trim()}`);
}

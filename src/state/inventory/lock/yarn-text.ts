/** The form of Yarn 1: keys and values behind blanks, nested by two of them. */
import type { JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { shown } from '../issues.ts';
import type { PartsList } from '../parts.ts';
import { linesOf } from '../text.ts';
import type { YarnEntry } from './yarn.ts';

const WORD = /"(?:[^"\\]|\\.)*"|[^\s",:][^\s",]*/g;

/** The entries of the file; lines that are none become findings. */
export function readYarnText(text: string, list: PartsList): readonly YarnEntry[] {
  const entries: YarnEntry[] = [];
  let fields: Record<string, string | Record<string, string>> | null = null;
  let inner: Record<string, string> | null = null;
  for (const { text: line, number } of linesOf(text.replace(/^\uFEFF/, ''))) {
    const path = `line:${number}`;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (line.length > LIMITS.inventory.manifestBytes) {
      list.find('inventory-size', path, `A line of ${line.length} characters`);
      continue;
    }
    const indent = line.length - line.trimStart().length;
    const opens = line.endsWith(':');
    const words = [...(opens ? line.slice(0, -1) : line).matchAll(WORD)].map(([word]) =>
      bare(word),
    );
    const [name, value] = words;
    if (indent === 0 && opens && name !== undefined) {
      fields = Object.create(null) as Record<string, string>;
      inner = null;
      entries.push({ asked: words, fields: fields as JsonObject, path });
    } else if (indent === 2 && fields !== null && name !== undefined && opens) {
      inner = Object.create(null) as Record<string, string>;
      fields[name] = inner;
    } else if (indent === 2 && fields !== null && name !== undefined && value !== undefined) {
      fields[name] = value;
      inner = null;
    } else if (indent === 4 && inner !== null && name !== undefined && value !== undefined) {
      inner[name] = value;
    } else list.find('inventory-syntax', path, shown(line.trim()));
  }
  if (entries.length === 0 && !/^# yarn lockfile v1/m.test(text)) {
    list.find('inventory-form', '', 'There is no entry');
  }
  return entries;
}

function bare(word: string): string {
  if (!word.startsWith('"')) return word;
  return word.slice(1, -1).replace(/\\(.)/g, '$1');
}

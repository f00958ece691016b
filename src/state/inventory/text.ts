/** Bytes of lock files and databases as text and lines, within the bound. */
import { LIMITS } from '../../core/limits.ts';

/** UTF-8 with or without its mark; what is not UTF-8 becomes U+FFFD. Null over the bound. */
export function textOfBytes(bytes: Uint8Array): string | null {
  return bytes.length > LIMITS.inventory.fileBytes ? null : new TextDecoder().decode(bytes);
}

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** The lines of a text, without their ends; one at a time, so that none is held twice. */
export function* linesOf(text: string): Generator<Line> {
  let number = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    const end = at > start && text[at - 1] === '\r' ? at - 1 : at;
    yield { text: text.slice(start, end), number };
    number++;
    start = at + 1;
  }
  if (start < text.length) yield { text: text.slice(start).replace(/\r$/, ''), number };
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of the folder, without a slash at its end; empty for a bare name. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

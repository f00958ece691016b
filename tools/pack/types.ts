/** Which declarations somebody can meet: those that the exports lead to, file by file. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const SPECIFIER = /(?:from\s+|import\(|import\s+)['"](\.{1,2}\/[^'"]+)['"]/g;

/** Paths of the `.d.ts` files below `root` that the given ones lead to, themselves included. */
export function reachableTypes(root: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = entries.map((entry) => normalize(entry));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || !existsSync(join(root, path))) continue;
    found.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, specifier = ''] of text.matchAll(SPECIFIER)) {
      waiting.push(join(path, '..', specifier.replace(/\.(ts|js)$/, '.d.ts')));
    }
  }
  return found;
}

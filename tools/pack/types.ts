/** Which declarations somebody can meet: those that the exports lead to, file by file. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const SPECIFIER = /(?:from\s+|import\(|import\s+)['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * Paths of the `.d.ts` files below `root` that the given ones lead to within so many steps,
 * themselves included: what an entry exports is declared in it or one step away.
 */
export function reachableTypes(
  root: string,
  entries: readonly string[],
  steps = Number.POSITIVE_INFINITY,
): ReadonlySet<string> {
  const found = new Set<string>();
  let front = entries.map((entry) => normalize(entry));
  for (let step = 0; step <= steps && front.length > 0; step++) {
    const here = front.filter((path) => !found.has(path) && existsSync(join(root, path)));
    for (const path of here) found.add(path);
    front = here.flatMap((path) => leadsTo(root, path));
  }
  return found;
}

function leadsTo(root: string, path: string): string[] {
  const specifiers = readFileSync(join(root, path), 'utf8').matchAll(SPECIFIER);
  return Array.from(specifiers, ([, specifier = '']) =>
    join(path, '..', specifier.replace(/\.(ts|js)$/, '.d.ts')),
  );
}

/** The files of the repository and what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { mask } from './mask.ts';

/** Root of the repository, as seen from the compiled tests. */
export const ROOT = join(import.meta.dirname, '../../..');

export interface Source {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings blanked. */
  readonly code: string;
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of what a relative import means; empty for a package. */
  readonly target: string;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** True for `import()`: loaded when the line is reached, not with the file. */
  readonly onDemand: boolean;
}

export function source(path: string, text: string): Source {
  return { path, text, code: mask(text) };
}

/** TypeScript files below a folder of the repository. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.split(sep).join('/')))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => source(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** Tests, what only they use, and the suite that every store runs. */
export function isTest(path: string): boolean {
  return /\.test\b[^/]*\.ts$/.test(path) || /^src\/store\/contract[-.]/.test(path);
}

const ON_DEMAND = /\bimport()\s*\(\s*(['"])/g;

const FORMS = [
  /\b(?:import|export)\s+(type\s)?[^'";]*?\bfrom\s*(['"])/g,
  /\bimport()\s*(['"])/g,
  ON_DEMAND,
  /\brequire()\s*\(\s*(['"])/g,
];

/** All imports of a source: static, re-exports, dynamic, require. */
export function importsOf(file: Source): Import[] {
  const found: Import[] = [];
  for (const form of FORMS) {
    for (const match of file.code.matchAll(form)) {
      const start = match.index + match[0].length;
      const specifier = file.text.slice(start, file.text.indexOf(match[2] as string, start));
      found.push({
        specifier,
        target: specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : '',
        typeOnly: match[1] !== undefined && match[1] !== '' ? true : onlyTypes(match[0]),
        onDemand: form === ON_DEMAND,
      });
    }
  }
  return found;
}

/** `import { type A, type B } from` leaves nothing either (verbatimModuleSyntax keeps the rest). */
function onlyTypes(clause: string): boolean {
  const braces = /^\w+\s+\{([^}]*)\}/.exec(clause);
  if (braces === null) return false;
  const names = (braces[1] as string).split(',').map((name) => name.trim());
  return names.filter(Boolean).every((name) => name.startsWith('type '));
}

/** What of the built tree is shipped: the program without its tests. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { transformSync } from 'esbuild';

/** Tests and the suite that every store runs are for the clone. */
function isShipped(path: string): boolean {
  return !/\.test\b/.test(basename(path)) && !/\/store\/contract[-.]/.test(path);
}

/** Copies the files below `folder` for which `wanted` says yes. Paths have slashes. */
export function copyTree(
  from: string,
  to: string,
  folder: string,
  wanted: (path: string) => boolean,
): void {
  for (const name of readdirSync(join(from, folder), { recursive: true, encoding: 'utf8' })) {
    const path = `${folder}/${name.split(sep).join('/')}`;
    if (!isShipped(path) || !wanted(path)) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
}

/**
 * Modules as they run: comments stand in the types and the sources, where people read them, and
 * bundlers warn of a map that is not there. Names that a module exports, and those of functions in
 * a stack, stay; `short` is for what a stranger's project carries.
 */
export function asTheyRun(root: string, folder: string, form: 'plain' | 'short'): void {
  const small = form === 'short';
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = join(root, folder, name);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      format: 'esm',
      target: 'es2023',
      legalComments: 'none',
      charset: 'utf8',
      minify: small,
    });
    writeFileSync(file, code);
  }
}

export function copyFiles(from: string, to: string, paths: readonly string[]): void {
  for (const path of paths) cpSync(join(from, path), join(to, path), { recursive: true });
}

/**
 * A package that a library of ours uses a small part of, as one module with its licence beside it:
 * what a stranger installs is what runs.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { buildSync } from 'esbuild';

const FOLDER = 'dist/vendor';

/** Writes the package `name` of `from` into `root`, and lets the modules of `root` import that. */
export function inlinePackage(from: string, root: string, name: string): void {
  const required = createRequire(join(from, 'package.json'));
  const names = Object.keys(required(name) as object).filter((each) => each !== 'default');
  const module = join(root, FOLDER, `${name}.js`);
  mkdirSync(dirname(module), { recursive: true });
  buildSync({
    stdin: { contents: `export { ${names.join(', ')} } from '${name}';`, resolveDir: from },
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    outfile: module,
  });
  copyFileSync(
    join(from, 'node_modules', name, 'LICENSE'),
    join(root, FOLDER, `${name}.LICENSE.txt`),
  );
  for (const path of modulesOf(root)) redirect(path, name, module);
}

function modulesOf(root: string): string[] {
  const folder = join(root, 'dist/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(folder, path));
}

function redirect(path: string, name: string, module: string): void {
  const text = readFileSync(path, 'utf8');
  const to = relative(dirname(path), module).split(sep).join('/');
  const changed = text.replaceAll(`from"${name}"`, `from"${to}"`);
  if (changed !== text) writeFileSync(path, changed);
}

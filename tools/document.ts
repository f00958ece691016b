/** Writes a generated document, or with `--check` says whether the committed one is the same. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './tables.ts';

/** Text of a document below the root, empty when it is not there. */
export function readDocument(path: string): string {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Ends the process: 0 written or the same, 1 differs. */
export function finish(path: string, content: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(join(ROOT, path), content);
    process.stderr.write(`${path} written\n`);
    return;
  }
  if (readDocument(path) === content) return;
  process.stderr.write(`${path} is not what the tables say: run npm run docs and commit it\n`);
  process.exitCode = 1;
}

/** True when the module is the program, not an import of one. */
export function isProgram(url: string): boolean {
  const program = process.argv[1];
  return program !== undefined && url === pathToFileURL(program).href;
}

/**
 * Runs the compiled tests under node:test and passes its closing lines through.
 * Arguments are parts of paths: `npm test -- event/stix` runs what lies there. Tests against
 * third-party corpora (`*.corpus.test.ts`) run under `npm run test:corpora` or when named.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const corpora = process.argv.includes('--corpora');
const wanted = process.argv.slice(2).filter((word) => word !== '--corpora');

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js'))
  .map((file) => file.split(sep).join('/'))
  .filter((file) =>
    wanted.length === 0 ? isDue(file) : wanted.some((part) => file.includes(part)),
  )
  .sort()
  .map((file) => relative(process.cwd(), join(root, file)));

function isDue(file: string): boolean {
  return file.endsWith('.corpus.test.js') === corpora;
}

if (files.length === 0) {
  process.stderr.write(`no test file matches ${wanted.join(' ')}\n`);
  process.exit(2);
}
const seed = pathToFileURL(join(import.meta.dirname, 'seed.js')).href;
const child = spawn(
  process.execPath,
  [`--import=${seed}`, '--test', '--test-concurrency=2', ...files],
  { stdio: 'inherit' },
);
child.on('exit', (code) => process.exit(code ?? 1));

#!/usr/bin/env node
/** `cybex`: the command line. What needs no hub (rpc, --version) loads nothing of it. */
import process from 'node:process';
import { chooseLanguage } from './language.ts';
import { missingPackage } from './missing-package.ts';
import { nodeProblem } from './node-version.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of our output went away (`| head`): there is nobody left to tell.
  if (error.code === 'EPIPE') process.exit(0);
});

const problem = nodeProblem(process.versions.node);
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
const argv = process.argv;
const lang = argv.indexOf('--lang');
if (lang > 0) chooseLanguage(argv[lang + 1]);

try {
  if (argv[2] === 'rpc' && argv.length === 3) {
    const { serveRpc } = await import('./rpc.ts');
    await serveRpc(process.stdin, process.stdout);
  } else {
    const { program } = await import('./program.ts');
    await program().parseAsync(argv);
  }
} catch (error) {
  const missing = missingPackage(error);
  if (missing === null) throw error;
  process.stderr.write(`${missing}\n`);
  process.exit(3);
}

/** Runs the worlds over a copy of the compiled hub into which one leak was planted. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './leaks.ts';

/** The project, seen from `dist/test/worlds/`. */
const ROOT = join(import.meta.dirname, '..', '..', '..');
const PARTS = ['src', 'test/worlds', 'test/hostile', 'test/endurance'];

export interface Caught {
  readonly mutant: string;
  /** Null: not caught. */
  readonly by: string | null;
  readonly worlds: number;
  readonly requests: number;
  /** The world that found it, and the number of the request in it; null when none did. */
  readonly seed: number | null;
  readonly request: number | null;
  /** The leak as it was found. */
  readonly leak: string;
}

export interface Hunt {
  readonly worlds: number;
  readonly requests: number;
  readonly seed: number;
}

export async function hunt(mutant: Mutant, { worlds, requests, seed }: Hunt): Promise<Caught> {
  const folder = plant(mutant);
  const counts = ['--worlds', worlds, '--requests', requests, '--seed', seed].map(String);
  const main = join(folder, 'dist', 'test', 'endurance', 'main.js');
  try {
    const told = await output([main, 'worlds', '--stop', '--json', ...counts]);
    const report = JSON.parse(told) as Omit<Caught, 'mutant'>;
    return { mutant: mutant.name, ...report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plant(mutant: Mutant): string {
  const faults = misplaced(mutant);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const folder = mkdtempSync(join(tmpdir(), 'cybex-mutant-'));
  for (const part of PARTS) {
    cpSync(join(ROOT, 'dist', part), join(folder, 'dist', part), {
      recursive: true,
      filter: (from) => !/\.(?:map|d\.ts)$/.test(from),
    });
  }
  for (const beside of ['package.json', 'node_modules', 'data']) {
    symlinkSync(join(ROOT, beside), join(folder, beside));
  }
  for (const { file, find, put } of mutant.changes) {
    const path = join(folder, 'dist', 'src', file);
    const code = readFileSync(path, 'utf8');
    writeFileSync(path, code.split(find).join(put));
  }
  return folder;
}

/** Changes of a mutant that do not apply to the hub as it is now, as sentences. */
export function misplaced({ name, changes }: Mutant): string[] {
  return changes.flatMap(({ file, find }) => {
    const code = readFileSync(join(ROOT, 'dist', 'src', file), 'utf8');
    const times = code.split(find).length - 1;
    return times === 1 ? [] : [`${name}: ${file} has the place ${times} times: ${find}`];
  });
}

/** What a run prints, whatever its exit code: it is 1 when a leak was found. */
function output(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(stderr || stdout));
    });
  });
}

/** A request without the ids of its world, as a table can show it. */
export function shape(method: string, url: string): string {
  const plain = url
    .replace(/^\/taxii2\/[a-z]+\//, '/taxii2/{root}/')
    .replace(/collections\/[^/?]+\//, 'collections/{id}/')
    .replace(/(objects|status|records)\/[^/?]+/, '$1/{id}')
    .replace(/([?&][^=]+)=[^&]*/g, '$1');
  return `${method} ${plain}`;
}

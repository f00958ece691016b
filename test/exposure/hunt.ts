/** Asks the truth table of a copy of the compiled engine into which one fault was planted. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './faults.ts';

/** The project, seen from `dist/test/exposure/`. */
const ROOT = join(import.meta.dirname, '..', '..', '..');
const PARTS = ['src/core', 'src/state', 'test/exposure'];

export interface Caught {
  readonly fault: string;
  readonly rows: number;
  /** Rows that are answered otherwise, as sentences. */
  readonly wrong: readonly string[];
}

/** A copy of the engine, for one fault after another. */
export class Laboratory {
  readonly #folder: string;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'cybex-fault-'));
    for (const part of PARTS) {
      cpSync(join(ROOT, 'dist', part), join(this.#folder, 'dist', part), {
        recursive: true,
        filter: (from) => !/\.(?:map|d\.ts)$/.test(from),
      });
    }
    for (const beside of ['package.json', 'node_modules', 'data']) {
      symlinkSync(join(ROOT, beside), join(this.#folder, beside));
    }
  }

  /** Plants the fault, asks, and takes it out again. */
  hunt(fault: Fault): Caught {
    const faults = misplaced(fault);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const paths = fault.changes.map(({ file }) => join(this.#folder, 'dist/src/state', file));
    const whole = paths.map((path) => readFileSync(path, 'utf8'));
    try {
      fault.changes.forEach(({ find, put }, i) => {
        writeFileSync(paths[i] as string, (whole[i] as string).split(find).join(put));
      });
      return { fault: fault.name, ...this.#ask() };
    } finally {
      paths.forEach((path, i) => {
        writeFileSync(path, whole[i] as string);
      });
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ask(): Omit<Caught, 'fault'> {
    const main = join(this.#folder, 'dist/test/exposure/ask.js');
    return JSON.parse(execFileSync(process.execPath, [main], { encoding: 'utf8' }));
  }
}

/** Changes of a fault that do not apply to the engine as it is now, as sentences. */
export function misplaced({ name, changes }: Fault): string[] {
  return changes.flatMap(({ file, find }) => {
    const code = readFileSync(join(ROOT, 'dist/src/state', file), 'utf8');
    const times = code.split(find).length - 1;
    return times === 1 ? [] : [`${name}: ${file} has the place ${times} times: ${find}`];
  });
}

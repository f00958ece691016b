/** Figures on the terminal and, with --save, under bench/results by date. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** One value a round. */
  readonly spread?: readonly number[];
}

export class Report {
  readonly #groups: { group: string; figures: readonly Figure[] }[] = [];

  figures(group: string, figures: readonly Figure[]): void {
    this.#groups.push({ group, figures });
    for (const { name, value, unit, spread } of figures) {
      const range = spread ? ` (${short(Math.min(...spread))}…${short(Math.max(...spread))})` : '';
      process.stdout.write(
        `${group.padEnd(24)} ${name.padEnd(28)} ${short(value)} ${unit}${range}\n`,
      );
    }
  }

  /** One figure over another, where both were measured. */
  ratio(group: string, name: string, above = 0, below = 0): void {
    if (below > 0) this.figures(group, [{ name, value: above / below, unit: '' }]);
  }

  save(root: string): string {
    const directory = join(root, 'bench', 'results');
    mkdirSync(directory, { recursive: true });
    const date = new Date().toISOString().slice(0, 10);
    const file = join(directory, `${date}.json`);
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
    }).trim();
    const machine = {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? '',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    };
    writeFileSync(
      file,
      `${JSON.stringify({ date, commit, machine, groups: this.#groups }, null, 1)}\n`,
    );
    return file;
  }
}

function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}

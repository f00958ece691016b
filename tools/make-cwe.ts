/**
 * Makes data/cwe/releases.tsv from lists of all releases, given as JSON (gzip allowed): an object
 * version → {date, weaknesses: [{id, name, status, usage}]}. Run: node dist/tools/make-cwe.js FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './tables.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
  readonly usage?: string;
}

type Lists = Readonly<
  Record<string, { readonly date: string; readonly weaknesses: readonly Listed[] }>
>;

/** Versions in the order of their numbers: 1.0.1 before 1.1, 1.9 before 1.10. */
export function inOrder(versions: readonly string[]): string[] {
  const numbers = (version: string) => version.split('.').map(Number);
  return [...versions].sort((a, b) => {
    const [x, y] = [numbers(a), numbers(b)];
    for (let i = 0; i < 3; i++) {
      const order = (x[i] ?? 0) - (y[i] ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The data file: releases, then each weakness by runs of releases in which nothing changed. */
export function releasesText(lists: Lists): string {
  const versions = inOrder(Object.keys(lists));
  const runs = new Map<string, { from: number; to: number; said: string }[]>();
  versions.forEach((version, at) => {
    for (const { id, name, status = '', usage = '' } of lists[version]?.weaknesses ?? []) {
      const said = `${status}\t${usage}\t${name.replace(/\s+/g, ' ')}`;
      const known = runs.get(id) ?? [];
      const last = known.at(-1);
      if (last !== undefined && last.to === at - 1 && last.said === said) last.to = at;
      else known.push({ from: at, to: at, said });
      runs.set(id, known);
    }
  });
  const ids = [...runs.keys()].sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
  const head = versions.map((version) => `${version}\t${lists[version]?.date ?? ''}`);
  const body = ids.flatMap((id) =>
    (runs.get(id) ?? []).map(({ from, to, said }) => `${id.slice(4)}\t${from}\t${to}\t${said}`),
  );
  return `${head.join('\n')}\n\n${body.join('\n')}\n`;
}

const [, script = '', file] = process.argv;
if (script.endsWith('make-cwe.js') && file !== undefined) {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  writeFileSync(
    join(ROOT, 'data/cwe/releases.tsv'),
    releasesText(JSON.parse(text.toString('utf8')) as Lists),
  );
}

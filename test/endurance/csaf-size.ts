/**
 * `csaf-size --branches 1000000`: documents that grow tenfold up to so many branches, and one of
 * 150 MiB; time and memory have to grow with the length alone.
 */
import { readFileSync } from 'node:fs';
import { checkCsaf } from '../../src/state/csaf/index.ts';
import { count } from './arguments.ts';

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const most = count(given, 'branches', 1_000_000);
  const rows: { readonly megabytes: number; readonly seconds: number }[] = [];
  const lines = ['| document | MB | s | MB/s | peak MB |', '|---|---:|---:|---:|---:|'];
  const measure = (name: string, bytes: Uint8Array) => {
    const began = process.cpuUsage();
    const { valid } = checkCsaf(bytes, { tests: ['basic'] });
    const { user, system } = process.cpuUsage(began);
    const [megabytes, seconds] = [bytes.length / 1e6, (user + system) / 1e6];
    rows.push({ megabytes, seconds });
    const cells = [
      megabytes.toFixed(1),
      seconds.toFixed(2),
      (megabytes / seconds).toFixed(0),
      peak(),
    ];
    lines.push(`| ${name}${valid ? '' : ' (refused)'} | ${cells.join(' | ')} |`);
    return valid;
  };
  let right = true;
  measure('to get warm', advisory(1_000, 0));
  rows.length = 0;
  for (let branches = 10_000; branches <= most; branches *= 10) {
    right = measure(`${branches} branches`, advisory(branches, 0)) && right;
  }
  right = measure('150 MiB', advisory(100_000, 150 * 1024 * 1024)) && right;
  const [first, last] = [rows[0], rows.at(-1)];
  const slower =
    first === undefined || last === undefined
      ? 0
      : last.seconds / last.megabytes / (first.seconds / first.megabytes);
  process.stdout.write(
    `${lines.join('\n')}\na megabyte of the largest costs ${slower.toFixed(1)} times that of the smallest\n`,
  );
  return right && slower < 4;
}

/** Most memory that the process had, as the system counts it. */
function peak(): string {
  const status = readFileSync('/proc/self/status', 'utf8');
  return String(Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024));
}

/** A valid document of so many branches, filled up with notes to so many bytes. */
function advisory(branches: number, bytes: number): Uint8Array {
  const date = '2024-01-24T10:00:00.000Z';
  const head = {
    category: 'csaf_base',
    csaf_version: '2.0',
    publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
    title: 'A generated advisory',
    tracking: {
      current_release_date: date,
      id: 'EX-1',
      initial_release_date: date,
      revision_history: [{ date, number: '1', summary: 'Initial version.' }],
      status: 'final',
      version: '1',
    },
  };
  const leaves: string[] = [];
  for (let i = 0; i < branches; i++) {
    const product = `{"name":"Example ${i}","product_id":"P${i}"}`;
    leaves.push(`{"category":"product_version","name":"${i}","product":${product}}`);
  }
  const tree = `"product_tree":{"branches":[${leaves.join(',')}]}`;
  const note = `{"category":"description","text":"${'A flaw in how input is handled. '.repeat(30)}"}`;
  const notes: string[] = [];
  for (let left = bytes - tree.length - 2_000; left > 0; left -= note.length + 1) notes.push(note);
  const text = notes.length === 0 ? '' : `"notes":[${notes.join(',')}],`;
  return Buffer.from(`{"document":{${text}${JSON.stringify(head).slice(1)},${tree}}`);
}

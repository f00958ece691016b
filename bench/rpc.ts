/** Group `rpc`: `cybex rpc` from its start to the first answer, and small requests through the pipe. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { median } from './load.ts';
import type { Report } from './report.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.js');
const NEWLINE = 0x0a;
const WARM = 2_000;
const COUNTED = 50_000;
const BATCH = 100;

const FIRST = '{"id":1,"op":"jcs.canonicalize","args":{"text":"{}"}}\n';
const SMALL: readonly (readonly [op: string, args: object])[] = [
  ['cvss.score', { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  ['purl.parse', { purl: 'pkg:npm/%40example/widget@12.3.1?arch=x86#a/b' }],
];

export async function benchRpc({ rounds }: { readonly rounds: number }, report: Report) {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round++) starts.push(await firstAnswer());
  const figures = [{ name: 'first answer', value: median(starts), unit: 'ms', spread: starts }];
  for (const [op, args] of SMALL) {
    const request = `${JSON.stringify({ id: 1, op, args })}\n`;
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) rates.push(await rate(request));
    figures.push({ name: op, value: median(rates), unit: 'req/s', spread: rates });
  }
  report.figures('rpc', figures);
}

/** Milliseconds from the start of the process to its first answer. */
async function firstAnswer(): Promise<number> {
  const began = performance.now();
  const child = startRpc();
  child.stdin.end(FIRST);
  await once(child.stdout, 'data');
  const milliseconds = performance.now() - began;
  await once(child, 'exit');
  return milliseconds;
}

/** Requests a second, when the first have warmed it up; the client writes ahead of the answers. */
async function rate(request: string): Promise<number> {
  const child = startRpc();
  let answered = 0;
  let goal = WARM;
  let reached = () => {};
  child.stdout.on('data', (piece: Buffer) => {
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) answered++;
    if (answered >= goal) reached();
  });
  const batch = request.repeat(BATCH);
  const ask = async (count: number) => {
    const all = new Promise<void>((resolve) => {
      reached = resolve;
    });
    for (let sent = 0; sent < count; sent += BATCH) {
      if (!child.stdin.write(batch)) await once(child.stdin, 'drain');
    }
    await all;
  };
  await ask(WARM);
  goal += COUNTED;
  const began = performance.now();
  await ask(COUNTED);
  const seconds = (performance.now() - began) / 1000;
  child.stdin.end();
  await once(child, 'exit');
  return COUNTED / seconds;
}

function startRpc() {
  return spawn(process.execPath, [MAIN, 'rpc'], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Group 3: checking a large STIX bundle, beside JSON.parse in the same run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stixCodec } from '../src/event/stix/codec.ts';
import { Indicators } from './data.ts';
import { usageOf } from './hub.ts';
import { median } from './load.ts';
import type { Report } from './report.ts';

export interface CheckOptions {
  readonly rounds: number;
  /** Also the memory of checking 50 MB and 2 GB. */
  readonly large: boolean;
}

const OBJECTS = 25_000;

export async function benchCheck({ rounds, large }: CheckOptions, report: Report): Promise<void> {
  const made = new Indicators(3);
  const objects = Array.from({ length: OBJECTS }, () => made.one());
  const bundle = Buffer.from(
    `{"type":"bundle","id":"bundle--${made.uuid()}","objects":[${objects.join(',')}]}`,
  );
  const parse: number[] = [];
  const check: number[] = [];
  const text = bundle.toString('utf8');
  for (let round = 0; round < rounds; round++) {
    parse.push(OBJECTS / seconds(() => JSON.parse(text)));
    const began = process.cpuUsage();
    let accepted = 0;
    for await (const piece of stixCodec.records([bundle])) if (piece.record) accepted++;
    if (accepted !== OBJECTS) throw new Error(`${accepted} of ${OBJECTS} accepted`);
    check.push(OBJECTS / cpuSeconds(began));
  }
  // Of each round: both are measured at the same moment of a machine whose speed moves.
  const ratios = check.map((rate, round) => rate / (parse[round] ?? rate));
  report.figures('check', [
    { name: 'JSON.parse objects/s', value: median(parse), unit: '1/CPU s', spread: parse },
    { name: 'check objects/s', value: median(check), unit: '1/CPU s', spread: check },
    { name: 'ratio', value: median(ratios), unit: '', spread: ratios },
  ]);
  if (large) {
    for (const megabytes of [50, 2_000]) {
      report.figures(`check ${megabytes} MB`, [
        { name: 'peak resident', value: (await peakResident(megabytes)) / 1e6, unit: 'MB' },
      ]);
    }
  }
}

function seconds(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  return cpuSeconds(began);
}

function cpuSeconds(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** Streams a bundle into `cybex check -` and watches the process. */
async function peakResident(megabytes: number): Promise<number> {
  const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'check', '-', '--quiet'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, usageOf(child.pid ?? 0).residentBytes);
  }, 200);
  const made = new Indicators(5);
  const block = `,${Array.from({ length: 1000 }, () => made.one()).join(',')}`;
  child.stdin.write(`{"type":"bundle","id":"bundle--${made.uuid()}","objects":[${made.one()}`);
  for (let sent = 0; sent < megabytes * 1e6; sent += block.length) {
    if (!child.stdin.write(block)) await once(child.stdin, 'drain');
  }
  child.stdin.end(']}');
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`check ended with ${code}`);
  return peak;
}

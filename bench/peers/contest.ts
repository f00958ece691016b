/**
 * Ours and a peer in turn, A-B-A-B, in one run on one machine: only the ratio of a round means
 * anything, so the ratio is taken round by round and its median is told with its spread.
 */
import { Indicators } from '../data.ts';
import { median } from '../load.ts';
import type { Figure, Report } from '../report.ts';

export interface Sample {
  /** Units of work a second of wall clock. */
  readonly rate: number;
  /** CPU seconds of the one who did it, for each unit. */
  readonly cpu: number;
}

export interface Contest {
  readonly group: string;
  /** What is counted: pages, objects. */
  readonly unit: string;
  readonly peer: string;
  readonly ours: () => Promise<Sample>;
  readonly theirs: () => Promise<Sample>;
}

const CONTROL_OBJECTS = 10_000;
const CONTROL_PASSES = 9;
/** A machine that changes more than this between rounds says nothing. */
const CONTROL_PERCENT = 10;

export async function contest(it: Contest, rounds: number, report: Report): Promise<void> {
  const ours: Sample[] = [];
  const theirs: Sample[] = [];
  const control: number[] = [controlRate()];
  for (let round = 0; round < rounds; round++) {
    ours.push(await it.ours());
    theirs.push(await it.theirs());
    control.push(controlRate());
  }
  report.figures(it.group, [
    figure(`cybex ${it.unit}/s`, rates(ours), '1/s'),
    figure(`${it.peer} ${it.unit}/s`, rates(theirs), '1/s'),
    figure('ratio, wall clock', pairs(rates(ours), rates(theirs)), '×'),
    figure('cybex CPU', microseconds(ours), 'µs'),
    figure(`${it.peer} CPU`, microseconds(theirs), 'µs'),
    figure('ratio, CPU time', pairs(microseconds(theirs), microseconds(ours)), '×'),
    ...verdict(control),
  ]);
}

/** The control, and whether the run counts. */
function verdict(control: readonly number[]): Figure[] {
  const moved = (Math.max(...control) / Math.min(...control) - 1) * 100;
  const name = moved > CONTROL_PERCENT ? 'VOID: control moved by' : 'control moved by';
  return [
    figure('control JSON.parse', control, 'objects/CPU s'),
    { name, value: moved, unit: `% (${CONTROL_PERCENT} allowed)` },
  ];
}

function figure(name: string, spread: readonly number[], unit: string): Figure {
  return { name, value: median(spread), unit, spread };
}

function rates(samples: readonly Sample[]): number[] {
  return samples.map(({ rate }) => rate);
}

function microseconds(samples: readonly Sample[]): number[] {
  return samples.map(({ cpu }) => cpu * 1e6);
}

function pairs(above: readonly number[], below: readonly number[]): number[] {
  return above.map((value, index) => value / (below[index] || Number.NaN));
}

let controlText: string | undefined;

function controlRate(): number {
  if (controlText === undefined) {
    const made = new Indicators(1);
    controlText = `[${Array.from({ length: CONTROL_OBJECTS }, () => made.one()).join(',')}]`;
    JSON.parse(controlText);
  }
  const passes: number[] = [];
  for (let pass = 0; pass < CONTROL_PASSES; pass++) {
    const began = process.cpuUsage();
    JSON.parse(controlText);
    passes.push(CONTROL_OBJECTS / cpuSeconds(began));
  }
  return median(passes);
}

/** CPU seconds of this process since then. */
export function cpuSeconds(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

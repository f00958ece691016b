/** `worlds --worlds 1000 --requests 50 --seed 1`: non-interference over random worlds. */
import { shape } from '../worlds/mutants.ts';
import { compareWorlds, describeLeak } from '../worlds/worlds.ts';
import { count } from './arguments.ts';

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const start = performance.now();
  const report = await compareWorlds({
    worlds: count(given, 'worlds', 1_000),
    requests: count(given, 'requests', 50),
    seed: count(given, 'seed', 1),
    stopAtLeak: given.has('stop'),
    told: (worlds, requests) => {
      if (worlds % 50 === 0) process.stderr.write(`${worlds} worlds, ${requests} requests\n`);
    },
  });
  if (given.has('json')) {
    const [leak] = report.leaks;
    const by = leak === undefined ? null : shape(leak.ask.method, leak.ask.url);
    const { worlds, requests } = report;
    const { seed, request } = leak ?? { seed: null, request: null };
    const told = leak === undefined ? '' : describeLeak(leak);
    const line = JSON.stringify({ by, worlds, requests, seed, request, leak: told });
    process.stdout.write(`${line}\n`);
    return leak === undefined;
  }
  for (const leak of report.leaks.slice(0, 20)) process.stdout.write(`${describeLeak(leak)}\n\n`);
  const statuses = [...report.statuses].sort(([a], [b]) => a - b);
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(
    `${report.worlds} worlds, ${report.requests} requests in each half, ${report.leaks.length} leaks, ${seconds} s\n` +
      `answers: ${statuses.map(([status, times]) => `${status} × ${times}`).join(', ')}\n`,
  );
  return report.leaks.length === 0;
}

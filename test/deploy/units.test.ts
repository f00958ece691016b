/** The systemd units: well formed, tight, and wide enough for what the hub really calls. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../house/sources.ts';
import { MAIN, run, startHub } from '../journey/hub-process.ts';

const UNITS = ['cybex.service', 'cybex-backup.service', 'cybex-backup.timer'];
/** Of 10; systemd calls up to 2 "OK". */
const EXPOSURE_MAX = 2;

const there = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
const noSystemd = there('systemd-analyze', '--version')
  ? false
  : 'NOT TESTED: systemd-analyze is not installed (apt-get install systemd)';
const noStrace = there('strace', '-V')
  ? false
  : 'NOT TESTED: strace is not installed (apt-get install strace)';

test('systemd-analyze verify finds nothing', { skip: noSystemd }, async () => {
  const units = UNITS.map((unit) => join(ROOT, 'deploy', unit));
  const { code, stdout, stderr } = await run('systemd-analyze', ['verify', ...units]);
  assert.equal(`${stdout}${stderr}`, '');
  assert.equal(code, 0);
});

test('systemd-analyze verify finds a fault', { skip: noSystemd }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-units-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const text = readFileSync(join(ROOT, 'deploy/cybex.service'), 'utf8');
  const unit = join(folder, 'cybex.service');
  writeFileSync(unit, text.replace('ProtectSystem=strict', 'ProtectSytem=strict'));
  const { stderr } = await run('systemd-analyze', ['verify', unit]);
  assert.match(stderr, /ProtectSytem/);
});

test('the services are hardly exposed', { skip: noSystemd }, async (t) => {
  for (const unit of UNITS.filter((name) => name.endsWith('.service'))) {
    const { stdout } = await run('systemd-analyze', [
      'security',
      '--offline=true',
      join(ROOT, 'deploy', unit),
    ]);
    const exposure = Number(/exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1] ?? 10);
    t.diagnostic(`${unit}: exposure ${exposure} of 10`);
    assert.ok(exposure <= EXPOSURE_MAX, stdout);
  }
});

test('what the units start is there', () => {
  for (const unit of UNITS.filter((name) => name.endsWith('.service'))) {
    const text = readFileSync(join(ROOT, 'deploy', unit), 'utf8');
    const [, program = ''] =
      /^ExecStart=\/usr\/bin\/node \/usr\/lib\/cybex\/(\S+)/m.exec(text) ?? [];
    assert.ok(readFileSync(join(ROOT, program), 'utf8').includes('dist/src/cli/main.js'), unit);
  }
});

/** Names of system calls that the unit lets through, from systemd's own sets. */
async function permitted(): Promise<ReadonlySet<string>> {
  const unit = readFileSync(join(ROOT, 'deploy/cybex.service'), 'utf8');
  const calls = new Set<string>();
  for (const [, words = ''] of unit.matchAll(/^SystemCallFilter=(.*)$/gm)) {
    const deny = words.startsWith('~');
    for (const group of words.replace('~', '').split(' ')) {
      for (const call of await members(group)) deny ? calls.delete(call) : calls.add(call);
    }
  }
  return calls;
}

async function members(group: string): Promise<string[]> {
  const { stdout } = await run('systemd-analyze', ['syscall-filter', group]);
  const words = stdout.split('\n').map((line) => line.trim());
  const inner = words.filter((word) => word.startsWith('@') && word !== group);
  const calls = words.filter((word) => /^[a-z]\w+$/.test(word));
  return [...calls, ...(await Promise.all(inner.map(members))).flat()];
}

test('the hub calls nothing of the system that its unit forbids', {
  skip: noSystemd || noStrace,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-calls-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const trace = join(folder, 'trace');
  const hub = await startHub({
    command: 'strace',
    commandArgs: ['-f', '-qq', '-e', 'signal=none', '-o', trace, process.execPath, MAIN],
  });
  await fetch(`${hub.url}/`);
  await fetch(`${hub.url}/taxii2/`, { headers: { accept: 'application/taxii+json' } });
  const file = join(ROOT, 'data/sample/aozora-bank-csirt.json');
  assert.equal((await hub.cybex(['import', file, '--collection', 'main'])).code, 0);
  assert.equal((await hub.cybex(['backup', '--to', `${folder}/`])).code, 0);
  await hub.stop();
  const called = new Set(
    readFileSync(trace, 'utf8')
      .split('\n')
      .flatMap((line) => /^\d+ +([a-z]\w*)\(/.exec(line)?.[1] ?? []),
  );
  const allowed = await permitted();
  assert.ok(called.size > 30 && allowed.size > 200, `${called.size} of ${allowed.size}`);
  // The tracer's own start of the program; under the unit that is systemd's.
  called.delete('execve');
  // SQLite gives files to their directory's owner only where it runs as root.
  if (process.getuid?.() === 0) called.delete('fchown');
  t.diagnostic(`${called.size} different calls`);
  assert.deepEqual(
    [...called].filter((call) => !allowed.has(call)),
    [],
  );
  assert.ok(!allowed.has('mount') && !allowed.has('ptrace') && !allowed.has('setuid'));
});

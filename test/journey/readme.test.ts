/**
 * An outsider's first hour by the README alone: a fresh clone, each command line as it is printed,
 * in its order, and what it prints held against what the README says that it prints.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Fence, fences } from '../house/markdown.ts';
import { ROOT } from '../house/sources.ts';
import { plainEnvironment, run } from './hub-process.ts';

const START = 'npm ci && npm start';
const TEST = 'npm ci && npm test';
const PORT = 8460;

let folder: string;
let clone: string;
let port: number;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cybex-readme-'));
  clone = join(folder, 'cybex');
  port = (await isFree(PORT)) ? PORT : 0;
});

after(() => rmSync(folder, { recursive: true, force: true }));

function isFree(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

interface Step {
  readonly command: string;
  /** What stands below it as its output; absent where nothing does. */
  readonly printed?: string;
}

/** The command lines of a README with the block of text that follows each. */
function stepsOf(text: string): Step[] {
  const blocks = fences(text);
  return blocks.flatMap(({ info, body }: Fence, index) => {
    if (info[0] !== 'sh') return [];
    const next = blocks[index + 1];
    const printed = next?.info[0] === 'text' ? next.body : undefined;
    return body
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((command) => (printed === undefined ? { command } : { command, printed }));
  });
}

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const JAPANESE = readFileSync(join(ROOT, 'README.ja.md'), 'utf8');

test('the README shows the start, three commands with their output, and the tests, in both languages', () => {
  const english = stepsOf(README);
  assert.deepEqual(
    stepsOf(JAPANESE).map(({ command }) => command),
    english.map(({ command }) => command),
  );
  assert.equal(english[0]?.command, START);
  assert.equal(english.at(-1)?.command, TEST);
  assert.equal(english.filter(({ printed }) => printed !== undefined).length, 3);
  const everyRun = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  assert.ok(everyRun.includes(`\n${TEST}\n`), 'the last line is what every run of ours does');
});

/** Trailing blanks, the port, and what npm itself has to say about its settings. */
function normal(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^npm (warn|notice)/i.test(line))
    .map((line) => line.replaceAll(/localhost:\d+/g, 'localhost:PORT').trimEnd())
    .join('\n')
    .trim();
}

/** In the clone, in the reader's language, as he pastes it. */
async function paste(command: string, language: string): Promise<string> {
  const here = command.replaceAll(`localhost:${PORT}`, `localhost:${port}`);
  const { stdout } = await run('sh', ['-c', `{ ${here}\n} 2>&1`], {
    cwd: clone,
    env: { LANG: language },
  });
  return stdout;
}

test('the first hour, replayed in a fresh clone', async (t) => {
  if (!existsSync(join(ROOT, '.git'))) return t.skip('this is no clone: there is nothing to clone');
  const cloned = spawnSync('git', ['clone', '--quiet', ROOT, clone], { encoding: 'utf8' });
  assert.equal(cloned.status, 0, cloned.stderr);
  const [start, ...steps] = stepsOf(readFileSync(join(clone, 'README.md'), 'utf8'));
  const hub = await startAsPrinted(start?.command ?? '');
  t.diagnostic(`${hub.installed} and started in ${hub.seconds.toFixed(0)} s`);
  try {
    const said = normal(hub.said());
    assert.match(said, /^CYBEX \d+\.\d+\.\d+ /m);
    for (const { command, printed } of steps) {
      if (printed === undefined) continue;
      assert.equal(normal(await paste(command, 'C.UTF-8')), normal(printed), command);
    }
    const japanese = stepsOf(readFileSync(join(clone, 'README.ja.md'), 'utf8'));
    for (const { command, printed } of japanese) {
      if (printed === undefined) continue;
      assert.equal(normal(await paste(command, 'ja_JP.UTF-8')), normal(printed), command);
    }
  } finally {
    await hub.stop();
  }
});

/** The packages come from npm's cache where they are in it, else from the clone that we are. */
async function startAsPrinted(command: string) {
  const began = performance.now();
  const installs = spawnSync('sh', ['-c', 'npm ci --offline --dry-run'], {
    cwd: clone,
    env: plainEnvironment(),
  });
  const offline = installs.status === 0;
  if (!offline) symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  const line = offline ? command : command.replace('npm ci && ', '');
  const first = await attempt(line, offline);
  if (first !== null) {
    const seconds = (performance.now() - began) / 1000;
    return { ...first, seconds, installed: offline ? 'installed by npm ci' : 'linked' };
  }
  // The cache lacked a package after all.
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  const second = await attempt(command.replace('npm ci && ', ''), false);
  assert.ok(second !== null, `${command} does not start a hub`);
  return { ...second, seconds: (performance.now() - began) / 1000, installed: 'linked' };
}

async function attempt(line: string, offline: boolean) {
  const child = spawn('sh', ['-c', line], {
    cwd: clone,
    env: plainEnvironment({
      ...(offline ? { npm_config_offline: 'true' } : {}),
      ...(port === 0 ? { CYBEX_PORT: '0' } : {}),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const ended = new Promise<false>((resolve) => child.once('close', () => resolve(false)));
  const ready = new Promise<true>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        said += String(piece);
        if (/^ready in /m.test(said)) resolve(true);
      });
    }
  });
  if (!(await Promise.race([ready, ended]))) {
    assert.match(said, /ENOTCACHED|cache/, said);
    return null;
  }
  port = Number(/localhost:(\d+)/.exec(said)?.[1]);
  return {
    said: () => said,
    async stop() {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      await ended;
    },
  };
}

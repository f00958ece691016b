/** The example in the help of every command, run as it is printed, in one story with two hubs. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EXAMPLES } from '../../src/cli/examples.table.ts';
import { ROOT } from '../house/sources.ts';
import { cybex, MAIN, type Ran, type RunningHub, run, startHub } from './hub-process.ts';

const INDICATOR = 'fixtures/stix/valid/indicator.json';

let ours: RunningHub;
let theirs: RunningHub;
/** Where the stranger sits: what the examples call by relative names lies here. */
let desk: string;
/** What an example can only have a placeholder for. */
const known = new Map<string, string>();

before(async () => {
  desk = mkdtempSync(join(tmpdir(), 'cybex-examples-'));
  mkdirSync(join(desk, 'bin'));
  const program = join(desk, 'bin/cybex');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(program, 0o755);
  symlinkSync(join(ROOT, 'fixtures'), join(desk, 'fixtures'));
  copyFileSync(join(ROOT, 'data/sample/aozora-bank-csirt.json'), join(desk, 'feed.json'));
  writeFileSync(join(desk, 'cybex.toml'), 'title = "Settings of this place"\n');
  ours = await startHub({ env: { CYBEX_ALLOW_PRIVATE: 'true' } });
  theirs = await startHub({ args: ['--no-sample'] });
  copyFileSync(join(ours.data, 'admin-token'), join(desk, 'token'));
  await offerSomething();
});

after(async () => {
  await ours?.stop();
  await theirs?.stop();
  rmSync(desk, { recursive: true, force: true });
});

/** The other side: a collection to read, one to write, and an account for us. */
async function offerSomething(): Promise<void> {
  const there = async (...args: string[]) => {
    const ran = await theirs.cybex([...args, '--json']);
    assert.equal(ran.code, 0, ran.stderr + ran.stdout);
    return JSON.parse(ran.stdout) as Record<string, string>;
  };
  await there('org', 'add', 'us');
  await there('collection', 'add', 'Catalogue', '--alias', 'ics', '--read', 'anyone');
  await there('collection', 'add', 'Inbox', '--alias', 'inbox', '--read', 'us', '--write', 'us');
  await there('import', join(ROOT, INDICATOR), '--collection', 'ics', '--tlp', 'CLEAR');
  const account = await there('token', 'create', '--org', 'us', '--for', 'taxii');
  known.set('USER', account.userName ?? '');
  writeFileSync(join(desk, 'password'), account.token ?? '');
}

function filled(example: string): string {
  return example
    .replaceAll('https://example.org', theirs.url)
    .replaceAll('http://localhost:8460', ours.url)
    .replaceAll('--port 8460 --data ./var', '--port 0 --data ./new')
    .replaceAll('/var/backups/cybex/cybex-20261121T023000000000Z.backup', known.get('BACKUP') ?? '')
    .replaceAll('restore cybex.backup', `restore ${known.get('BACKUP')}`)
    .replaceAll('/var/backups/cybex', join(desk, 'backups'))
    .replaceAll('/etc/cybex/cybex.toml', join(desk, 'cybex.toml'))
    .replaceAll('~/.local/share/bash-completion/completions', desk)
    .replace(/--user (me|us)\b/, `--user ${known.get('USER')}`)
    .replace(/\bID\b/, () => known.get('ID') ?? '');
}

/** As a shell runs it, with `cybex` on the path and the hub of this place as the default. */
function shell(line: string, cwd = desk): Promise<Ran> {
  const PATH = `${join(desk, 'bin')}:${process.env.PATH}`;
  return run('sh', ['-c', line], { cwd, env: { PATH, CYBEX_DATA: ours.data } });
}

/** Makes something that an example can end, and notes its id. */
async function make(...args: string[]): Promise<void> {
  const ran = await ours.cybex([...args, '--json']);
  assert.equal(ran.code, 0, ran.stderr);
  const { id } = JSON.parse(ran.stdout) as { id: string };
  known.set('ID', id);
}

async function newestOf(noun: string): Promise<void> {
  const ran = await ours.cybex([noun, 'list', '--json']);
  const rows = ran.stdout
    .trim()
    .split('\n')
    .flatMap((line) => JSON.parse(line) as { id: string }[]);
  known.set('ID', rows[0]?.id ?? '');
}

interface Step {
  readonly says: RegExp;
  readonly code?: number;
  readonly prepare?: () => Promise<unknown>;
  readonly after?: (ran: Ran) => unknown;
  readonly cwd?: () => string;
}

/** In an order in which each finds what it needs. */
const STORY: Readonly<Record<string, Step>> = {
  check: { says: /valid stix/ },
  rpc: { says: /"operations":/ },
  completion: {
    says: /^$/,
    after: () => assert.match(readFileSync(join(desk, 'cybex'), 'utf8'), /complete -o default/),
  },
  init: {
    says: /^wrote cybex\.toml/,
    cwd: () => mkdtempSync(join(desk, 'empty-')),
  },
  'config show': { says: /^title +"Settings of this place" +\S*cybex\.toml$/m },
  'config check': { says: /settings are right/ },
  import: { says: /46 stored[\s\S]*Who sees it:/ },
  preview: { says: /^gets +CLEAR/m },
  status: { says: /"backup":null/, code: 1 },
  doctor: { says: /^sound$/m },
  'job list': { says: /import .* done/ },
  'job show': { says: /^done: 46 done, 0 failed/m, prepare: () => newestOf('job') },
  'quarantine list': { says: /^received +path +id +why$/m },
  audit: { says: /^<110>1 / },
  'org add': { says: /^[0-9a-f-]{36} {2}Example CSIRT$/m },
  'org list': { says: /Example CSIRT/ },
  'person add': { says: /Hana Sato/ },
  'person list': { says: /Hana Sato/ },
  'person remove': {
    says: /^removed /,
    prepare: () => make('person', 'add', 'Temp', '--org', 'Example CSIRT'),
  },
  'community add': {
    says: /finance$/m,
    prepare: async () => {
      await make('org', 'add', 'Bank A');
      await make('org', 'add', 'Bank B');
    },
  },
  'community list': { says: /finance/ },
  'community remove': { says: /^removed /, prepare: () => make('community', 'add', 'short') },
  'org remove': { says: /^removed /, prepare: () => make('org', 'add', 'Short-lived') },
  'token create': { says: /^password {5}cybex_/m },
  'token list': { says: /Example CSIRT/ },
  'token revoke': {
    says: /^revoked /,
    prepare: () => make('token', 'create', '--org', 'Bank A'),
  },
  'collection add': { says: /Public catalogue/ },
  'collection list': { says: /public +Public catalogue/ },
  'collection remove': { says: /^removed /, prepare: () => make('collection', 'add', 'Short') },
  'feed test': { says: /Catalogue/ },
  'feed add': { says: /^feed attack: pulled every 1h$/m },
  'feed list': { says: /"name":"attack"/ },
  'feed status': { says: /attack/ },
  pull: { says: /^attack: [01] new, 0 failed$/m },
  'feed remove': { says: /^removed attack$/m },
  'peer add': {
    says: /^peer partner: pushed to every 1m$/m,
    prepare: () => make('person', 'add', 'partner', '--org', 'Example CSIRT', '--kind', 'peer'),
  },
  'peer list': { says: /partner/ },
  push: {
    says: /^partner: \d+ new, 0 failed$/m,
    // The first push may have begun when the peer was added: what counts is what arrived.
    after: async () => {
      const { stdout } = await theirs.cybex(['collection', 'list', '--json']);
      const inbox = stdout.split('\n').find((line) => line.includes('"inbox"')) ?? '{}';
      assert.ok((JSON.parse(inbox) as { objects: number }).objects > 20, stdout);
    },
  },
  'peer remove': { says: /^removed partner$/m },
  'peer invite': { says: /^$/ },
  'peer accept': {
    says: /^accepted: /m,
    // The invitation of the other side lies where ours was written.
    prepare: async () => {
      const ran = await theirs.cybex(['peer', 'invite', 'Hub of ours', '--collections', 'ics']);
      assert.equal(ran.code, 0, ran.stderr);
      writeFileSync(join(desk, 'invitation.json'), ran.stdout);
    },
  },
  'taxii check': {
    says: /No findings\./,
    prepare: async () => copyFileSync(join(ours.data, 'admin-token'), join(desk, 'token')),
  },
  backup: {
    says: /\.backup {2}\d/,
    after: ({ stdout }) => known.set('BACKUP', stdout.split(' ')[0] ?? ''),
  },
  'backup verify': { says: /^sound: \d+ records$/m },
  restore: { says: /^restored and verified: \d+ records/m },
  'sample remove': { says: /^removed \d+ records of the sample$/m },
  'token reset-admin': { says: /^cybex_[\w-]{43}$/m },
};

/** What needs the place for itself; run after the hub has ended. */
const ALONE: Readonly<Record<string, Step>> = {
  migrate: { says: /the schema is the present one/ },
};

/** Commands that need nothing prepared: they say something and end well. */
const SIMPLE: Step = { says: /\S/ };

test('the story tells of no command that there is not', () => {
  const told = [...Object.keys(STORY), ...Object.keys(ALONE)];
  assert.deepEqual(
    told.filter((path) => !Object.hasOwn(EXAMPLES, path)),
    [],
  );
});

const apart = new Set([...Object.keys(STORY), ...Object.keys(ALONE), 'serve']);
const simple = Object.keys(EXAMPLES).filter((path) => !apart.has(path));
for (const [path, step] of [
  ...simple.map((path) => [path, SIMPLE] as const),
  ...Object.entries(STORY),
]) {
  test(`cybex ${path}: the example of its help works`, () => follow(path, step));
}

async function follow(path: string, step: Step): Promise<void> {
  const example = EXAMPLES[path] ?? '';
  const help = await cybex([...path.split(' '), '--help']);
  assert.equal(help.code, 0);
  assert.ok(help.stdout.includes(`Example:\n  ${example}\n`), help.stdout);
  await step.prepare?.();
  const ran = await shell(filled(example), step.cwd?.());
  assert.equal(ran.code, step.code ?? 0, `${filled(example)}\n${ran.stderr}${ran.stdout}`);
  assert.match(ran.stdout.trimEnd(), step.says);
  await step.after?.(ran);
}

test('cybex serve: the example of its help starts a hub, and migrate runs beside none', async () => {
  await ours.stop();
  const alone = await startHub({ command: 'sh', cwd: desk, serve: false, ...serveExample() });
  assert.match(alone.stdout(), /^ready in /m);
  await alone.stop();
  const [path, step] = Object.entries(ALONE)[0] ?? [];
  assert.ok(path !== undefined && step !== undefined);
  const ran = await shell(`CYBEX_DATA=${desk}/restored ${EXAMPLES[path]}`);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, step.says);
});

/** `startHub` appends port and data of its own: the last word counts. */
function serveExample() {
  const line = `exec '${join(desk, 'bin')}/${filled(EXAMPLES.serve ?? '')} "$@"`;
  return { commandArgs: ['-c', line.replace('/cybex serve', "/cybex' serve"), 'sh'] };
}

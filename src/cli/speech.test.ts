/** Small things that people read and type. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nearest } from '../core/text/nearest.ts';
import { fileSystemIn } from '../hub/data-directory.ts';
import { inputFiles, openInput } from './input.ts';
import { nodeProblem } from './node-version.ts';
import { everySeconds } from './period.ts';
import { table } from './print.ts';
import { serveRpc } from './rpc.ts';

test('columns line up, Japanese ones too', () => {
  const text = table(
    ['a', 'b'],
    [
      ['折り鶴', 'x'],
      ['crane', 'y'],
    ],
  );
  assert.deepEqual(text.split('\n'), ['a       b', '折り鶴  x', 'crane   y']);
});

test('periods', () => {
  const good = { '90s': 90, '15m': 900, '2h': 7200, '1d': 86_400, never: 0 };
  for (const [written, seconds] of Object.entries(good))
    assert.equal(everySeconds(written), seconds);
  for (const wrong of ['', '15', 'm', '-1m', '1.5h', '1w']) {
    assert.throws(() => everySeconds(wrong), { code: 'invalid-argument' });
  }
});

test('which Node serves', () => {
  for (const good of ['20.19.0', '20.20.2', '22.0.0', '24.1.0', '26.0.0']) {
    assert.equal(nodeProblem(good), null);
  }
  for (const old of ['20.18.3', '18.20.0'])
    assert.match(nodeProblem(old) ?? '', /needs Node\.js 20\.19/);
});

test('the nearest known name, or none', () => {
  const known = ['import', 'export', 'preview', 'status'];
  assert.equal(nearest('imprt', known), 'import');
  assert.equal(nearest('perview', known), 'preview');
  assert.equal(nearest('statsu', known), 'status');
  assert.equal(nearest('zebra', known), null);
});

test('the file system of a path is that of its longest mount point', () => {
  const mounts = [
    'rootfs / ext4 rw 0 0',
    'server:/x /mnt/share nfs4 rw 0 0',
    'tmpfs /mnt/share/fast tmpfs rw 0 0',
    '//h/s /mnt/with\\040space cifs rw 0 0',
  ].join('\n');
  const places = {
    '/home/x': 'ext4',
    '/mnt/share/data': 'nfs4',
    '/mnt/share/fast/data': 'tmpfs',
    '/mnt/sharexx': 'ext4',
    '/mnt/with space/x': 'cifs',
  };
  for (const [path, kind] of Object.entries(places)) assert.equal(fileSystemIn(mounts, path), kind);
});

test('folders become their files, compressed ones are unpacked as they stream', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-input-'));
  writeFileSync(join(folder, 'b.json'), '{"b":1}');
  writeFileSync(join(folder, 'a.json.gz'), gzipSync('{"a":1}'));
  writeFileSync(join(folder, 'readme.txt'), 'no data');
  const files = inputFiles([folder]);
  assert.deepEqual(
    files.map((file) => file.slice(folder.length + 1)),
    ['a.json.gz', 'b.json'],
  );
  const texts: string[] = [];
  for (const file of files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of openInput(file)) pieces.push(piece);
    texts.push(Buffer.concat(pieces).toString('utf8'));
  }
  assert.deepEqual(texts, ['{"a":1}', '{"b":1}']);
  assert.throws(() => inputFiles([join(folder, 'missing')]), { code: 'invalid-argument' });
});

interface Answered {
  readonly id: unknown;
  readonly result: Readonly<Record<string, unknown>>;
  readonly error: Readonly<Record<string, unknown>>;
}

const NONE: Answered = { id: undefined, result: {}, error: {} };

async function rpc(...pieces: readonly (string | Buffer)[]): Promise<Answered[]> {
  const output = new PassThrough();
  // Read while it is written: the list of operations is longer than a pipe holds.
  const read = output.toArray();
  await serveRpc(Readable.from(pieces.map((piece) => Buffer.from(piece))), output);
  output.end();
  const text = (await read).join('');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...NONE, ...(JSON.parse(line) as Partial<Answered>) }));
}

test('rpc answers in order, whatever the pieces, and goes on after wrong use', async () => {
  const answers = await rpc(
    '{"id":1,"op":"jcs.canonicalize","args":{"text":"{\\"b\\":1,\\"a\\":2}"}}\n{"id":2,"op":"jcs.can',
    'onicalise"}\n\nnot json\n[1]\n{"id":{"x":1},"op":"stix.id","args":{"object":{"type":"ipv4-addr","value":"198.51.100.1"}}}',
  );
  assert.deepEqual(
    answers.map(({ id }) => id),
    [1, 2, null, null, { x: 1 }],
  );
  assert.deepEqual(answers[0]?.result.output, '{"a":2,"b":1}');
  assert.match(String(answers[1]?.error.message), /Did you mean jcs\.canonicalize\?/);
  assert.equal(answers[2]?.error.code, 'not-json');
  assert.match(String(answers[4]?.result.id), /^ipv4-addr--[0-9a-f-]{36}$/);
});

test('rpc takes bytes where text stands, and bad subject matter is a result', async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64');
  const [checked, decided] = await rpc(
    `{"id":1,"op":"check","args":{"bytes":"${bytes}","format":"stix"}}\n`,
    '{"id":2,"op":"policy.decide","args":{}}\n',
  );
  assert.equal(checked?.result.valid, false);
  assert.equal(decided?.result.allow, false);
});

test('every operation lists the schema of its arguments and result', async () => {
  const [answer] = await rpc('{"id":1,"op":"ops"}\n');
  const operations = (answer ?? NONE).result.operations as {
    op: string;
    args: object;
    result: object;
  }[];
  const names = operations.map(({ op }) => op);
  for (const wanted of [
    'ops',
    'check',
    'stix.id',
    'stix.parse',
    'policy.decide',
    'jcs.canonicalize',
  ]) {
    assert.ok(names.includes(wanted), wanted);
  }
  for (const { op, args, result } of operations) {
    assert.equal(typeof args, 'object', op);
    assert.equal(typeof result, 'object', op);
  }
});

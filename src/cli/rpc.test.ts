import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { serveRpc } from './rpc.ts';

interface Line {
  readonly id: unknown;
  readonly result?: { readonly score?: number; readonly output?: string };
  readonly error?: { readonly code: string };
}

/** What comes out when these pieces go in, and in how many writes. */
async function ask(
  pieces: Iterable<Uint8Array | string>,
): Promise<{ lines: Line[]; writes: number }> {
  const written: string[] = [];
  const output = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString('utf8'));
      setImmediate(done);
    },
  });
  const bytes = [...pieces].map((piece) => Buffer.from(piece as string));
  await serveRpc(Readable.from(bytes), output);
  const text = written.join('');
  assert.ok(text === '' || text.endsWith('\n'));
  const lines = text.split('\n').filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line) as Line), writes: written.length };
}

const score = (id: number) =>
  `{"id":${id},"op":"cvss.score","args":{"vector":"AV:N/AC:L/Au:N/C:N/I:N/A:C"}}`;

test('answers come in the order of the requests, loaded or not, right or wrong', async () => {
  const requests = [score(0), '{"id":1,"op":"purl.parse"}', 'no', score(3), '{"id":4,"op":"x"}'];
  const { lines } = await ask([`${requests.join('\n')}\n\n \r\n`]);
  assert.deepEqual(
    lines.map(({ id }) => id),
    [0, 1, null, 3, 4],
  );
  assert.equal(lines[3]?.result?.score, 7.8);
  assert.equal(lines[4]?.error?.code, 'unknown-op');
});

test('a line may come in any pieces, characters apart, and the last without its end', async () => {
  const text = '{"id":"あ","op":"jcs.canonicalize","args":{"text":"\\"é\\""}}';
  const bytes = Buffer.from(`${text}\n${text}`);
  const { lines } = await ask(Array.from(bytes, (byte) => Uint8Array.of(byte)));
  assert.equal(lines.length, 2);
  for (const line of lines) assert.deepEqual([line.id, line.result?.output], ['あ', '"é"']);
});

test('answers that are ready together are written together', async () => {
  await ask([`${score(0)}\n`]);
  const { lines, writes } = await ask([
    Array.from({ length: 200 }, (_, id) => score(id)).join('\n'),
  ]);
  assert.deepEqual(
    lines.map(({ id }) => id),
    Array.from({ length: 200 }, (_, id) => id),
  );
  assert.ok(writes < 100, `${writes}`);
});

test('an answer does not wait for the next piece', async () => {
  const waiting = new Map<number, () => void>();
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      waiting.get((JSON.parse(chunk.toString('utf8')) as { id: number }).id)?.();
      done();
    },
  });
  async function* pieces() {
    for (const id of [1, 2]) {
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
      yield Buffer.from(`${score(id)}\n`);
      // Never, if the answer waited for more: the test then ends unfinished.
      await answered;
    }
  }
  await serveRpc(Readable.from(pieces(), { highWaterMark: 1 }), output);
  assert.equal(waiting.size, 2);
});

/** JSON Lines on a pipe: answers in the order of the requests, no state, no file, no socket. */
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from '../core/limits.ts';
import { answerLine } from '../hub/rpc/answer.ts';

const NEWLINE = 0x0a;

export async function serveRpc(input: Readable, output: Writable): Promise<void> {
  for await (const line of linesOf(input)) {
    if (line === null) {
      const message = `A line is at most ${LIMITS.rpc.lineBytes} bytes.`;
      await put(output, JSON.stringify({ id: null, error: { code: 'line-too-long', message } }));
    } else if (line.trim() !== '') {
      await put(output, JSON.stringify(await answerLine(line)));
    }
  }
}

function put(output: Writable, text: string): Promise<void> | void {
  if (output.write(`${text}\n`)) return;
  return new Promise((resolve) => output.once('drain', resolve));
}

/** Lines as text; null for one that is longer than the bound, which is skipped, not kept. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string | null> {
  let held: Buffer[] = [];
  let length = 0;
  let skipping = false;
  for await (const piece of input) {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(NEWLINE, start);
      const part = piece.subarray(start, end < 0 ? undefined : end);
      length += part.length;
      skipping ||= length > LIMITS.rpc.lineBytes;
      if (skipping) held = [];
      else if (part.length > 0) held.push(part);
      if (end < 0) break;
      yield skipping ? null : text(held, length);
      held = [];
      length = 0;
      skipping = false;
      start = end + 1;
    }
  }
  if (length > 0) yield skipping ? null : text(held, length);
}

function text(pieces: readonly Buffer[], length: number): string {
  const [only] = pieces;
  return (pieces.length === 1 && only ? only : Buffer.concat(pieces, length)).toString('utf8');
}

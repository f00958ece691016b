/** JSON Lines on a pipe: answers in the order of the requests, no state, no file, no socket. */
import type { Readable, Writable } from 'node:stream';
import { LIMITS } from '../core/limits.ts';
import { answerLine, type RpcAnswer, type RpcAnswering } from '../hub/rpc/answer.ts';

const NEWLINE = 0x0a;

/** Answers are written together up to this size and age: a write for each costs more than most. */
const WRITTEN_CHARS = 64 * 1024;
const WRITTEN_MILLISECONDS = 5;

export async function serveRpc(input: Readable, output: Writable): Promise<void> {
  const cutter = new LineCutter();
  for await (const piece of input) await answerLines(cutter.add(piece as Buffer), output);
  await answerLines(cutter.end(), output);
}

/** Nobody waits for what comes next: all is written when the lines at hand are answered. */
async function answerLines(lines: Iterable<string | null>, output: Writable): Promise<void> {
  let held = '';
  let since = performance.now();
  for (const line of lines) {
    if (line?.trim() === '') continue;
    const answering = line === null ? tooLong() : answerLine(line);
    const answer = answering instanceof Promise ? await answering : answering;
    held += `${JSON.stringify(answer)}\n`;
    if (held.length < WRITTEN_CHARS && performance.now() - since < WRITTEN_MILLISECONDS) continue;
    await write(output, held);
    held = '';
    since = performance.now();
  }
  if (held !== '') await write(output, held);
}

function tooLong(): RpcAnswering {
  const message = `A line is at most ${LIMITS.rpc.lineBytes} bytes.`;
  return { id: null, error: { code: 'line-too-long', message } } satisfies RpcAnswer;
}

function write(output: Writable, text: string): Promise<void> | void {
  if (output.write(text)) return;
  return new Promise((resolve) => output.once('drain', resolve));
}

/** Cuts bytes into lines as text; null for one beyond the bound, which is skipped, not kept. */
class LineCutter {
  #held: Buffer[] = [];
  #length = 0;
  #skipping = false;

  *add(piece: Buffer): Generator<string | null> {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(NEWLINE, start);
      this.#hold(piece.subarray(start, end < 0 ? undefined : end));
      if (end < 0) return;
      yield this.#line();
      start = end + 1;
    }
  }

  *end(): Generator<string | null> {
    if (this.#length > 0) yield this.#line();
  }

  #hold(part: Buffer): void {
    this.#length += part.length;
    this.#skipping ||= this.#length > LIMITS.rpc.lineBytes;
    if (this.#skipping) this.#held = [];
    else if (part.length > 0) this.#held.push(part);
  }

  #line(): string | null {
    const [only] = this.#held;
    const bytes = this.#held.length === 1 && only ? only : Buffer.concat(this.#held);
    const line = this.#skipping ? null : bytes.toString('utf8');
    this.#held = [];
    this.#length = 0;
    this.#skipping = false;
    return line;
  }
}

/**
 * A small load generator: connections with one request in flight on each, kept alive for as long
 * as the server lets them.
 */
import net from 'node:net';

export interface LoadRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly failures: number;
  /** Sorted, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Runs `next` on every connection until the time or the requests are over. */
export async function load(
  base: string,
  connections: number,
  milliseconds: number,
  next: (index: number) => LoadRequest | null,
): Promise<LoadResult> {
  const { hostname, port } = new URL(base);
  const deadline = performance.now() + milliseconds;
  const latencies: number[] = [];
  let index = 0;
  let bytes = 0;
  let failures = 0;
  const began = performance.now();
  const connection = async () => {
    let line = open(hostname, Number(port));
    while (performance.now() < deadline) {
      const request = next(index++);
      if (request === null) break;
      const sent = performance.now();
      if (line.closed) line = open(hostname, Number(port));
      send(line.socket, hostname, request);
      const answer = await line.answers.next();
      if (answer.done) {
        failures++;
        break;
      }
      latencies.push(performance.now() - sent);
      bytes += answer.value.length;
      if (answer.value.status >= 300) failures++;
      if (answer.value.last) {
        line.socket.destroy();
        line.closed = true;
      }
    }
    line.socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, connection));
  latencies.sort((a, b) => a - b);
  const seconds = (performance.now() - began) / 1000;
  return { requests: latencies.length, seconds, bytes, failures, latencies };
}

interface Line {
  readonly socket: net.Socket;
  readonly answers: AsyncGenerator<Answer>;
  closed: boolean;
}

function open(host: string, port: number): Line {
  const socket = net.connect(port, host);
  socket.setNoDelay(true);
  return { socket, answers: responses(socket), closed: false };
}

function send(socket: net.Socket, host: string, request: LoadRequest): void {
  const { method = 'GET', path, headers = {}, body } = request;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body ? `content-length: ${body.length}\r\n` : '';
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n`);
  if (body) socket.write(body);
}

const HEAD_END = Buffer.from('\r\n\r\n');

interface Answer {
  readonly status: number;
  readonly length: number;
  /** The server takes no other request on this connection. */
  readonly last: boolean;
}

/** Reads answers that state their length; bodies are counted, not kept. */
async function* responses(socket: net.Socket): AsyncGenerator<Answer> {
  let held: Buffer = Buffer.alloc(0);
  let missing = 0;
  let current: Answer | null = null;
  for await (const piece of socket as AsyncIterable<Buffer>) {
    let rest: Buffer = piece;
    for (;;) {
      if (current) {
        const taken = Math.min(missing, rest.length);
        missing -= taken;
        rest = rest.subarray(taken);
        if (missing > 0) break;
        yield current;
        current = null;
      }
      held = held.length > 0 ? Buffer.concat([held, rest]) : rest;
      const end = held.indexOf(HEAD_END);
      if (end < 0) break;
      const head = held.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const last = head.startsWith('HTTP/1.0') || /connection: close/i.test(head);
      current = { status: Number(head.slice(9, 12)), length, last };
      missing = length;
      rest = held.subarray(end + HEAD_END.length);
      held = Buffer.alloc(0);
    }
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

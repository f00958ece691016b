/** The local socket of a hub on this machine: a file, not a network. */
import http from 'node:http';
import { Readable } from 'node:stream';
import { CybexError } from '../../core/error.ts';

export interface SocketRequest {
  readonly method: string;
  readonly path: string;
  readonly text?: string;
  readonly stream?: AsyncIterable<Uint8Array>;
}

export interface SocketAnswer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array>;
}

export function askSocket(socketPath: string, request: SocketRequest): Promise<SocketAnswer> {
  const { method, path, text, stream } = request;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = http.request({ socketPath, path, method, headers }, (answer) =>
      resolve({ status: answer.statusCode ?? 500, body: answer }),
    );
    outgoing.on('error', (cause) =>
      reject(
        cause instanceof CybexError
          ? cause
          : new CybexError('unavailable', 'The hub ended the connection.', { cause }),
      ),
    );
    if (stream === undefined) outgoing.end(text);
    else {
      const source = Readable.from(stream);
      // What cannot be read any further must not look like a delivery that ended.
      source.on('error', (error) => outgoing.destroy(error));
      source.pipe(outgoing);
    }
  });
}

/** True when a hub is alive behind the socket; a file that a crash left behind does not answer. */
export function socketAnswers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ socketPath, path: '/healthz', timeout: 2000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('error', () => resolve(false));
    request.on('timeout', () => request.destroy());
  });
}

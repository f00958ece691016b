/** Files, folders, `.gz` and stdin as streams of bytes. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CybexError } from '../core/error.ts';

/** Folders become their files, in order of name; what looks like no data is left out. */
export function inputFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (path === '-') return [path];
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) {
      throw new CybexError('invalid-argument', `There is no file ${path}.`);
    }
    if (!kind.isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(json|stix)(\.gz)?$/.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/** The operator's own file may unpack to any size: it streams, and nothing keeps it. */
export async function* openInput(path: string): AsyncGenerator<Uint8Array> {
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
  if (!path.endsWith('.gz')) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const inflate = createGunzip({ chunkSize: 1 << 16 });
  source.on('error', (error: Error) => inflate.destroy(error));
  source.pipe(inflate);
  yield* inflate as AsyncIterable<Buffer>;
}

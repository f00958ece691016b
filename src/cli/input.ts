/** Files, folders, `.gz` and stdin as streams of bytes. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CybexError } from '../core/error.ts';

/**
 * Folders become their files, in order of name; what looks like no data is left out. Throws
 * CybexError `invalid-argument` for what is not there, and for a folder without any.
 */
export function inputFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (path === '-') return [path];
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) {
      throw new CybexError('invalid-argument', `There is no file ${path}.`);
    }
    if (!kind.isDirectory()) return [path];
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => DOCUMENT.test(name))
      .sort()
      .map((name) => join(path, name));
    if (files.length > 0) return files;
    throw new CybexError('invalid-argument', `There is no document in the folder ${path}.`, {
      remedy:
        'Files of a folder end in .json, .stix, .xml, .rdf or .rss, with .gz or without; or name the file.',
    });
  });
}

const DOCUMENT = /\.(json|stix|xml|rdf|rss)(\.gz)?$/i;

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
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (cause) {
    if (!/^Z_/.test((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    throw new CybexError('invalid-argument', `${path} is not whole gzip data.`, {
      remedy: 'Fetch it again, or take the .gz from its name when it is not compressed.',
      cause,
    });
  }
}

/** Archives, headers and trees of files, made for tests. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FilePort } from './port.ts';

const encoder = new TextEncoder();

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** A port over files in memory; null stands for one that cannot be read. */
export function portOf(files: Files, rows?: readonly (readonly unknown[])[]): FilePort {
  const paths = Object.keys(files);
  return {
    async list(path) {
      const start = path === '' ? '' : `${path}/`;
      const inside = paths.filter((each) => each.startsWith(start));
      if (inside.length === 0) return null;
      const names = new Map<string, 'file' | 'folder'>();
      for (const each of inside) {
        const [name = '', ...more] = each.slice(start.length).split('/');
        names.set(name, more.length > 0 ? 'folder' : 'file');
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    async read(path, most) {
      const file = files[path];
      if (file === undefined || file === null) return null;
      const bytes = typeof file === 'string' ? encoder.encode(file) : file;
      return bytes.length > most ? null : bytes;
    },
    async executable(path) {
      return path.startsWith('bin/');
    },
    inflate(bytes, most) {
      try {
        return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
      } catch {
        return null;
      }
    },
    ...(rows === undefined ? {} : { rows: async () => rows }),
  };
}

/** A ZIP archive of these members, packed; sizes may be told wrongly. */
export function zipOf(members: Files, toldSize?: number): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content ?? '');
    const packed = deflateRawSync(bytes);
    const file = Buffer.from(name);
    const size = toldSize ?? bytes.length;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(file.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(file.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, file, packed);
    central.push(entry, file);
    offset += head.length + file.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(members).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** An rpm header: texts, lists of texts and numbers by their tags. */
export function rpmHeaderOf(
  tags: Readonly<Record<number, string | readonly string[] | readonly number[]>>,
): Uint8Array {
  const index: Buffer[] = [];
  const store: Buffer[] = [];
  let offset = 0;
  for (const [tag, value] of Object.entries(tags)) {
    const list = typeof value === 'string' ? [value] : value;
    const numbers = typeof list[0] === 'number';
    const pieces = list.map((each) => {
      if (typeof each === 'string') return Buffer.from(`${each}\0`);
      const four = Buffer.alloc(4);
      four.writeUInt32BE(each);
      return four;
    });
    const bytes = Buffer.concat(pieces);
    const entry = Buffer.alloc(16);
    entry.writeUInt32BE(Number(tag), 0);
    entry.writeUInt32BE(typeof value === 'string' ? 6 : numbers ? 4 : 8, 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(list.length, 12);
    index.push(entry);
    store.push(bytes);
    offset += bytes.length;
  }
  const head = Buffer.alloc(8);
  head.writeUInt32BE(index.length, 0);
  head.writeUInt32BE(offset, 4);
  return Buffer.concat([head, ...index, ...store]);
}

/** A program with the build information of Go in its inline form. */
export function goProgramOf(version: string, lines: string): Uint8Array {
  const text = (value: string) => {
    const bytes = Buffer.from(value, 'latin1');
    const length: number[] = [];
    for (let rest = bytes.length; ; rest = Math.floor(rest / 128)) {
      if (rest < 128) {
        length.push(rest);
        break;
      }
      length.push((rest % 128) + 128);
    }
    return Buffer.concat([Buffer.from(length), bytes]);
  };
  const header = Buffer.alloc(32);
  header.write('\u00ff Go buildinf:', 'latin1');
  header[14] = 8;
  header[15] = 2;
  const around = 'x'.repeat(16);
  return Buffer.concat([
    Buffer.from('\u007fELF', 'latin1'),
    Buffer.alloc(60),
    header,
    text(version),
    text(`${around}${lines}${around}`),
  ]);
}

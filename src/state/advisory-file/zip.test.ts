import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { sourceOfBytes } from './world.test.fixture.ts';
import { zipEntries } from './zip.ts';

interface Wanted {
  readonly name: string;
  readonly text: string;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
}

/** An archive, stored or deflated, with whatever is wrong in it. */
function zipOf(entries: readonly Wanted[], { comment = '', wide = false } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, method = 8, flags = 0, size, crc } of entries) {
    const bytes = Buffer.from(text);
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const named = Buffer.from(name);
    const sum = crc ?? crc32(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(named.length, 26);
    local.writeUInt16LE(4, 28);
    const extra = wide ? Buffer.alloc(28) : Buffer.alloc(0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(sum, 16);
    central.writeUInt32LE(wide ? 0xffffffff : data.length, 20);
    central.writeUInt32LE(wide ? 0xffffffff : (size ?? bytes.length), 24);
    central.writeUInt16LE(named.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(wide ? 0xffffffff : at, 42);
    if (wide) {
      extra.writeUInt16LE(1);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(bytes.length), 4);
      extra.writeBigUInt64LE(BigInt(data.length), 12);
      extra.writeBigUInt64LE(BigInt(at), 20);
    }
    parts.push(local, named, Buffer.alloc(4), data);
    directory.push(central, named, extra);
    at += 34 + named.length + data.length;
  }
  const tables = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(wide ? 0xffff : entries.length, 10);
  end.writeUInt32LE(wide ? 0xffffffff : tables.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  const wideEnd = Buffer.alloc(76);
  wideEnd.writeUInt32LE(0x06064b50);
  wideEnd.writeBigUInt64LE(BigInt(tables.length), 40);
  wideEnd.writeBigUInt64LE(BigInt(at), 48);
  wideEnd.writeUInt32LE(0x07064b50, 56);
  wideEnd.writeBigUInt64LE(BigInt(at + tables.length), 64);
  return Buffer.concat([...parts, tables, ...(wide ? [wideEnd] : []), end, Buffer.from(comment)]);
}

function read(bytes: Uint8Array): string[] {
  return [...zipEntries(sourceOfBytes(bytes))].map(({ name, bytes: text, fault }) =>
    text === null ? `${name}: ${fault}` : `${name}=${new TextDecoder().decode(text)}`,
  );
}

const TWO = [
  { name: 'a.json', text: '{"a":1}' },
  { name: 'd/b.json', text: '{}', method: 0 },
];

test('deflated and stored entries are read, folders are not', () => {
  const entries = [...TWO, { name: 'd/', text: '', method: 0 }];
  assert.deepEqual(read(zipOf(entries)), ['a.json={"a":1}', 'd/b.json={}']);
  assert.deepEqual(read(zipOf(entries, { comment: 'PK and more' })), [
    'a.json={"a":1}',
    'd/b.json={}',
  ]);
  assert.deepEqual(read(zipOf(entries, { wide: true })), ['a.json={"a":1}', 'd/b.json={}']);
  assert.deepEqual(read(zipOf([])), []);
});

test('what is wrong with an entry is its own fault alone', () => {
  const bad: readonly (readonly [Partial<Wanted>, RegExp])[] = [
    [{ flags: 1 }, /encrypted/],
    [{ method: 14 }, /method 14/],
    [{ size: 3 }, /size is another/],
    [{ size: 300 }, /size is another/],
    [{ size: 0xfffffffe }, /larger than a document/],
    [{ crc: 1 }, /checksum/],
  ];
  for (const [more, fault] of bad) {
    const [first, second] = read(
      zipOf([{ name: 'x.json', text: '{"x":"yyyyyyy"}', ...more }, ...TWO]),
    );
    assert.match(first ?? '', fault);
    assert.equal(second, 'a.json={"a":1}');
  }
});

test('a bomb is not unpacked beyond the size that it states', () => {
  const [entry] = read(zipOf([{ name: 'bomb.json', text: '0'.repeat(50_000_000), size: 100 }]));
  assert.match(entry ?? '', /cannot be unpacked/);
});

test('no archive is said, and any bytes are read without an exception', () => {
  assert.deepEqual(read(Buffer.from('no archive')), [': It is no ZIP archive, or it is cut.']);
  const whole = zipOf(TWO);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: whole.length }),
      (at, value, length) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        read(damaged);
        read(damaged.subarray(0, length));
      },
    ),
    { numRuns: 1_000 },
  );
});

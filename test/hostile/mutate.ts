/** Makes hostile inputs out of good ones: changes of bytes, and changes of JSON structure. */
import type { Random } from './random.ts';

const encoder = new TextEncoder();

/** What parsers stumble over; in bytes, as much of it is not even text. */
const FRAGMENTS: readonly Uint8Array[] = [
  ...['{', '}', '[', ']', '"', ':', ',', '\\', '{}', '[]', '""', 'null', 'true', '-', '0', 'e'],
  ...['1e400', '-0', '1E-400', '9007199254740993', '0.1e1', '01', 'NaN', 'Infinity', '/*', '//'],
  ...['\\u0000', '\\ud800', '\\udc00', '\\ud83d\\ude00', '\\u005f_proto__', '\\', '\\u', '\\x'],
  ...['"__proto__":', '"constructor":', '"toString":', '"objects":[', '"id":"', '"type":'],
  ...['\u0000', '\n', '\r', '\u2028', '\ufeff', '\u200b', '\u202e', 'é', '脆', '𠮷', 'ﬁ', 'İ'],
  ...[
    '%',
    '%00',
    '%2',
    '%zz',
    '&',
    '=',
    '+',
    ';',
    '*/*',
    'q=0.5',
    '../',
    '..',
    'http://127.0.0.1/',
  ],
  ...["'", '--', '.', '_', '~', '~1', '/', ' ', 'T', 'Z', ':60', '.999999999', '+23:59', '-00:00'],
  ...['9999-12-31T23:59:60Z', '0000-00-00T00:00:00Z', '00000000-0000-0000-0000-000000000000'],
  ...['['.repeat(200), '{"a":'.repeat(200), '"a",'.repeat(200), ' '.repeat(3000), '9'.repeat(400)],
]
  .map((text) => encoder.encode(text))
  .concat(
    [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xff, 0xfe]].map(
      (bytes) => Uint8Array.from(bytes),
    ),
  );

/** Names and values that a careless reader of JSON trips over. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'id',
  'type',
  'objects',
  'a/b~c',
  '\u0000',
  '😀',
];
const SCALARS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  5e-324,
  2 ** 53,
  -(2 ** 53),
  '',
  'x',
  ' ',
  '0',
  '__proto__',
  '\u0000',
  '\u202e',
  '😀',
  '脆弱性',
  'a'.repeat(300),
  '2016-01-01T00:00:00.000Z',
  '2016-02-30T00:00:00Z',
  'indicator--',
  'bundle--x',
  [],
  {},
  [[]],
  [null],
];

/** One mutant of one of the seeds: one to four changes, of structure where the seed is JSON. */
export function mutate(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  const seed = random.pick(seeds);
  let bytes = random.once(2) ? (mutateStructure(seed, random) ?? seed) : seed;
  const changes = random.below(4) + (bytes === seed ? 1 : 0);
  for (let i = 0; i < changes; i++) bytes = mutateBytes(bytes, seeds, random);
  return bytes;
}

/** One change of bytes. */
export function mutateBytes(
  bytes: Uint8Array,
  seeds: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + random.below(random.once(4) ? bytes.length + 1 : 8));
  const [head, middle, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (random.below(8)) {
    case 0:
      return join(head, tail);
    case 1:
      return join(head, random.pick(FRAGMENTS), middle, tail);
    case 2:
      return join(head, random.pick(FRAGMENTS), tail);
    case 3:
      return join(head, ...repeat(middle.subarray(0, 64), random.below(20)), tail);
    case 4: {
      const other = random.pick(seeds);
      return join(head, other.subarray(random.below(other.length + 1)));
    }
    case 5:
      return head.slice();
    case 6:
      return join(head, tail, middle);
    default:
      return flipBit(bytes, random);
  }
}

function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const at = random.below(copy.length + 1);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** One change of structure; null when the bytes are not JSON. */
export function mutateStructure(bytes: Uint8Array, random: Random): Uint8Array | null {
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const places = collectPlaces(root);
  const place = random.pick(places);
  return encoder.encode(write(changed(root, place, random, places), random));
}

/** A container and the name or index in it; the root has no container. */
interface Place {
  readonly container: Record<string, unknown> | unknown[] | null;
  readonly key: string;
  readonly value: unknown;
}

function collectPlaces(root: unknown): Place[] {
  const places: Place[] = [{ container: null, key: '', value: root }];
  for (const { value } of places) {
    if (typeof value !== 'object' || value === null) continue;
    const container = value as Record<string, unknown>;
    for (const key of Object.keys(container)) {
      places.push({ container, key, value: container[key] });
    }
  }
  return places;
}

/** The root after one change at the place; containers are changed where they are. */
function changed(root: unknown, place: Place, random: Random, places: readonly Place[]): unknown {
  const { container, key, value } = place;
  if (container === null) return random.once(2) ? [root] : { objects: root };
  const put = (member: unknown, name = key) => {
    Object.defineProperty(container, name, {
      value: member,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  switch (random.below(7)) {
    case 0:
      put(random.pick(SCALARS));
      break;
    case 1:
      put(structuredClone(random.pick(places).value));
      break;
    case 2:
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else delete container[key];
      break;
    case 3:
      if (!Array.isArray(container)) put(value, random.pick(NAMES));
      else container.push(value);
      break;
    case 4:
      put([value]);
      break;
    case 5:
      put(nested(value, random.below(140)));
      break;
    default:
      if (typeof value === 'string') put(value + random.pick(NAMES) + value);
      else put(String(value));
  }
  return root;
}

function nested(value: unknown, depth: number): unknown {
  let wrapped = value;
  for (let i = 0; i < depth; i++) wrapped = i % 2 === 0 ? [wrapped] : { a: wrapped };
  return wrapped;
}

/** JSON text with what JSON.stringify does not write: a repeated member, spaces, escapes. */
function write(root: unknown, random: Random): string {
  let text = JSON.stringify(root, null, random.pick(['', '', ' ', '\t'])) ?? 'null';
  if (random.once(4)) {
    const member = /"[^"\\]{1,20}":\s*(?:"[^"\\]{0,40}"|[0-9]+|true|null)/.exec(text)?.[0];
    if (member !== undefined) text = text.replace(member, () => `${member},${member}`);
  }
  if (random.once(6))
    text = text.replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
  return text;
}

function repeat(bytes: Uint8Array, times: number): Uint8Array[] {
  return Array.from({ length: times }, () => bytes);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * JSON beside JSON.parse on a generated bundle: `node dist/bench/json.js [objects] [rounds]`.
 * Prints medians of CPU seconds, as another process may hold the machine; ratios are within a run.
 */
import { canonicalize, cutBytes, cutJson, readFully, readJson } from '../src/core/json/index.ts';
import { tokenize } from '../src/core/text/tokenize.ts';
import { generateBundle } from './stix-bundle.ts';

const OBJECTS = Number(process.argv[2] ?? 25_000);
const ROUNDS = Number(process.argv[3] ?? 7);
const CHUNK = 64 * 1024;

const bytes = new TextEncoder().encode(generateBundle(OBJECTS));
const text = new TextDecoder().decode(bytes);
const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) =>
  bytes.subarray(i * CHUNK, (i + 1) * CHUNK),
);
const elements = cutBytes(bytes).filter((piece) => piece.kind === 'element');
const decoder = new TextDecoder();
const texts = elements.map((element) => decoder.decode(element.bytes));
const values = texts.map((one) => JSON.parse(one) as Record<string, unknown>);
const descriptions = values.map((value) => `${value.name} ${value.description}`);

/** Median CPU seconds of the rounds. */
async function measure(work: () => void | Promise<void>): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return seconds.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

async function cutAndRead(): Promise<void> {
  for await (const piece of cutJson(chunks)) {
    if (piece.kind === 'element') readJson(piece.bytes, {}, piece.guard);
  }
}

async function cutOnly(): Promise<void> {
  for await (const _ of cutJson(chunks));
}

const WORK: Readonly<Record<string, () => void | Promise<void>>> = {
  'JSON.parse, the whole text': () => void JSON.parse(text),
  'decode and JSON.parse, the whole': () => void JSON.parse(decoder.decode(bytes)),
  'JSON.parse, each object': () => {
    for (const one of texts) JSON.parse(one);
  },
  cut: cutOnly,
  'cut and read': cutAndRead,
  'read, each object': () => {
    for (const one of elements) readJson(one.bytes);
  },
  'read fully, each object': () => {
    for (const one of texts) readFully(one);
  },
  'JSON.stringify, each object': () => {
    for (const value of values) JSON.stringify(value);
  },
  'canonicalize, each object': () => {
    for (const value of values) canonicalize(value);
  },
  'tokenize name and description': () => {
    for (const one of descriptions) tokenize(one);
  },
};

const megabytes = bytes.length / 1e6;
console.log(`${OBJECTS} objects, ${megabytes.toFixed(1)} MB, ${ROUNDS} rounds, median of CPU time`);
let reference = 0;
for (const [name, work] of Object.entries(WORK)) {
  const seconds = await measure(work);
  if (reference === 0) reference = seconds;
  const [rate, speed] = [OBJECTS / seconds, megabytes / seconds];
  console.log(
    name.padEnd(36),
    rate.toFixed(0).padStart(9),
    'objects/s',
    speed.toFixed(0).padStart(6),
    'MB/s',
    (reference / seconds).toFixed(2).padStart(6),
  );
}

/** What must hold for whatever input: nothing escapes, time is bounded, the world is untouched. */
import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** One parser under test. */
export interface Subject {
  readonly name: string;
  /** Good inputs that mutants are made of. */
  readonly seeds: readonly (string | Uint8Array)[];
  /** Feeds one input; throws when the parser throws or an invariant of its own is broken. */
  feed(input: Uint8Array): void | Promise<void>;
}

/** reference: 50 ms and 5 µs for each byte. */
const BASE_MS = 50;
const MS_PER_BYTE = 0.005;
/** The collector of the platform may come in between. */
const TRIES = 4;

/**
 * Feeds one input and holds the result against the time bound, in time of the processor, since a
 * busy machine may stop us at any moment; slow ones get more tries.
 */
export async function examine(subject: Subject, input: Uint8Array): Promise<void> {
  const bound = BASE_MS + input.length * MS_PER_BYTE;
  let took = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && took > bound; attempt++) {
    const start = process.cpuUsage();
    await subject.feed(input);
    const { user, system } = process.cpuUsage(start);
    took = Math.min(took, (user + system) / 1000);
  }
  assert.ok(took <= bound, `${took.toFixed(0)} ms for ${input.length} bytes, bound ${bound} ms`);
}

const INTRINSICS: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Function.prototype,
  Map.prototype,
  Set.prototype,
  Promise.prototype,
  RegExp.prototype,
  Uint8Array.prototype,
  Object,
  JSON,
  Math,
];

/**
 * Everything that the intrinsic objects own, to be compared before and after. As pairs: Node 24
 * takes a member under `Symbol.toStringTag` for the kind of the object that has it.
 */
export function intrinsics(): readonly unknown[] {
  return INTRINSICS.map((object) =>
    Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]),
  );
}

/** Cheap sign of pollution, for every input; the whole comparison is for the end. */
export function isPolluted(): boolean {
  for (const _ in {}) return true;
  return Object.getPrototypeOf(Object.prototype) !== null;
}

const SYNCHRONOUS: readonly (readonly [object, readonly string[]])[] = [
  [fs, ['openSync', 'readFileSync', 'writeFileSync', 'readdirSync', 'statSync', 'existsSync']],
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'fork']],
  [net, ['connect', 'createConnection', 'createServer']],
  [dns, ['lookup', 'resolve']],
];
const ASYNCHRONOUS =
  /^(?:TCP|PIPE|UDP|TLS|FSREQ|FSEVENT|PROCESS|GETADDRINFO|QUERY|HTTP|STATWATCHER)/;

/** Notes every file, socket, name query and process that is asked for while `work` runs. */
export async function watched(work: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const originals: [Record<string, unknown>, string, unknown][] = [];
  for (const [module, names] of SYNCHRONOUS) {
    const members = module as Record<string, unknown>;
    for (const name of names) {
      originals.push([members, name, members[name]]);
      members[name] = () => {
        seen.push(name);
        throw new Error(`${name} was called`);
      };
    }
  }
  syncBuiltinESMExports();
  const hook = createHook({ init: (_, type) => void (ASYNCHRONOUS.test(type) && seen.push(type)) });
  hook.enable();
  try {
    await work();
  } finally {
    hook.disable();
    for (const [members, name, original] of originals) members[name] = original;
    syncBuiltinESMExports();
  }
  return seen;
}

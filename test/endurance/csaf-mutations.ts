/** Faults planted in the source of the tests of CSAF, and which test each of them is in. */
import { mask } from '../house/mask.ts';

export interface Mutation {
  /** Name of the module without its folder, e.g. `mandatory-cvss.js`. */
  readonly module: string;
  readonly line: number;
  readonly what: string;
  /** The module with the fault. */
  readonly source: string;
  /** Tests that reach the place. */
  readonly ids: readonly string[];
}

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly to: string;
  readonly what: string;
}

/** What is searched in the code (strings and comments blanked), and what stands there instead. */
const OPERATORS: readonly (readonly [pattern: RegExp, to: string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ < (?=[\w(])/g, ' >= '],
  [/ > (?=[\w(])/g, ' <= '],
  [/ <= /g, ' > '],
  [/ >= /g, ' < '],
  [/\breturn true\b/g, 'return false'],
  [/\breturn false\b/g, 'return true'],
  [/\bcontinue;/g, ';'],
  [/\breturn;/g, ';'],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/\bif \((?!!)/g, 'if (!'],
  // The finding is not told.
  [/\breport\(/g, 'void ('],
];

/** Loops keep their bounds: a fault there tells nothing, or never ends. */
const LOOP = /^\s*(?:for|while) \(/;

function editsOf(source: string): Edit[] {
  const code = mask(source);
  const edits: Edit[] = [];
  for (const [pattern, to] of OPERATORS) {
    for (const { 0: found, index } of code.matchAll(pattern)) {
      if (LOOP.test(lineAt(source, index))) continue;
      // `if (a && b)`: only a lone word can be denied without its brackets.
      if (found === 'if (' && !/^if \([\w.]+(?:\([\w., ]*\))?\)/.test(code.slice(index))) continue;
      edits.push({ at: index, length: found.length, to, what: `${found.trim()} → ${to.trim()}` });
    }
  }
  for (const { 0: found, index } of code.matchAll(/(?<![\w.$'-])\d+(?![\w.'-])/g)) {
    if (LOOP.test(lineAt(source, index))) continue;
    const to = String(Number(found) + 1);
    edits.push({ at: index, length: found.length, to, what: `${found} → ${to}` });
  }
  for (const { 0: found, 1: word, index } of source.matchAll(/'([a-z][a-z0-9_./-]*)'/g)) {
    if (code[index] !== "'" || /^\s*(?:import|export) .* from/.test(lineAt(source, index)))
      continue;
    if (word?.startsWith('csaf-')) continue;
    edits.push({
      at: index,
      length: found.length,
      to: `'${word}x'`,
      what: `${found} → '${word}x'`,
    });
  }
  for (const { 0: found, index } of source.matchAll(/`(?:\/|\$\{[\w.]+\}\/)[^`\s]*`/g)) {
    const to = `${found.slice(0, -1)}x\``;
    edits.push({ at: index, length: found.length, to, what: `${found} → ${to}` });
  }
  return edits;
}

function lineAt(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return source.slice(source.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
}

/** A declaration at the left margin. */
interface Chunk {
  readonly module: string;
  readonly name: string;
  readonly at: number;
  readonly text: string;
}

const DECLARATION = /^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm;

function chunksOf(module: string, source: string): Chunk[] {
  const starts = [...source.matchAll(DECLARATION)];
  return starts.map((start, i) => ({
    module,
    name: start[1] ?? '',
    at: start.index,
    text: source.slice(start.index, starts[i + 1]?.index),
  }));
}

/** Rows of the tables: `test('code', ['6.1.1', …], run)`. */
const ROW = /\b(?:test|\w+Test)\(\s*(?:'[\w-]+',\s*)?\[?\s*'(6\.[\d.]+)'/g;

/** Every mutation of the modules, with the tests that reach its place. */
export function mutationsOf(modules: ReadonlyMap<string, string>): Mutation[] {
  const chunks = [...modules].flatMap(([module, source]) => chunksOf(module, source));
  const reach = reachOf(chunks);
  return [...modules].flatMap(([module, source]) =>
    editsOf(source).flatMap(({ at, length, to, what }): Mutation[] => {
      const chunk = chunks.findLast((one) => one.module === module && one.at <= at);
      const ids = chunk === undefined ? [] : rowsAt(chunk, at, reach);
      if (ids.length === 0) return [];
      const line = source.slice(0, at).split('\n').length;
      const mutated = source.slice(0, at) + to + source.slice(at + length);
      return [{ module, line, what, source: mutated, ids }];
    }),
  );
}

type Reach = ReadonlyMap<string, readonly string[]>;

function rowsAt(chunk: Chunk, at: number, reach: Reach): readonly string[] {
  const rows = rowsOf(chunk);
  if (rows.length === 0) return reach.get(`${chunk.module} ${chunk.name}`) ?? [];
  const row = rows.findLast(({ from }) => chunk.at + from <= at);
  return row === undefined ? [] : [row.id];
}

function rowsOf({
  text,
}: Chunk): { readonly id: string; readonly from: number; readonly text: string }[] {
  const starts = [...text.matchAll(ROW)];
  return starts.map((start, i) => ({
    id: start[1] ?? '',
    from: start.index,
    text: text.slice(start.index, starts[i + 1]?.index),
  }));
}

/** For each declaration, the tests whose rows lead to it. */
function reachOf(chunks: readonly Chunk[]): Reach {
  const byName = new Map<string, Chunk[]>();
  for (const chunk of chunks) byName.set(chunk.name, [...(byName.get(chunk.name) ?? []), chunk]);
  const reach = new Map<string, string[]>();
  for (const table of chunks) {
    for (const { id, text } of rowsOf(table)) {
      for (const chunk of closure(text, table.module, byName)) {
        const key = `${chunk.module} ${chunk.name}`;
        reach.set(key, [...(reach.get(key) ?? []), id]);
      }
    }
  }
  return reach;
}

function closure(
  text: string,
  module: string,
  byName: ReadonlyMap<string, readonly Chunk[]>,
): Set<Chunk> {
  const found = new Set<Chunk>();
  const work: [text: string, module: string][] = [[text, module]];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const [word] of next[0].matchAll(/\b[A-Za-z_]\w+\b/g)) {
      const all = byName.get(word) ?? [];
      // A name of the module itself goes before one that is imported.
      const chunk = all.find((one) => one.module === next?.[1]) ?? all[0];
      if (chunk === undefined || found.has(chunk) || rowsOf(chunk).length > 0) continue;
      found.add(chunk);
      work.push([chunk.text, chunk.module]);
    }
  }
  return found;
}

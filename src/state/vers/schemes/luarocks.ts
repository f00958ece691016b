/** LuaRocks: numbers and words, and the revision of the rockspec. */
import { comparePadded, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface LuaKey {
  readonly parts: readonly Numeral[];
  /** Null when none is written; then it is not compared. */
  readonly revision: Numeral | null;
}

/** LuaRocks, "Rockspec format": words are far below or above every number. */
const WORDS: Readonly<Record<string, number>> = {
  dev: 120_000_000,
  scm: 110_000_000,
  cvs: 100_000_000,
  rc: -1_000,
  pre: -10_000,
  beta: -100_000,
  alpha: -1_000_000,
};

function parseLuarocks(text: string): LuaKey | null {
  const match = /^([0-9a-z._]+(?:-[0-9a-z._]*[a-z._][0-9a-z._]*)*)(?:-(\d+))?$/.exec(
    text.trim().toLowerCase(),
  );
  if (match === null) return null;
  const words = (match[1] as string).match(/\d+|[a-z]+/g) ?? [];
  const parts = words.map((word) =>
    /^\d/.test(word) ? numeral(word) : (WORDS[word] ?? word.charCodeAt(0) / 1000),
  );
  return { parts, revision: match[2] === undefined ? null : numeral(match[2]) };
}

function compareNumbers(a: Numeral, b: Numeral): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const LUAROCKS: VersionScheme = defineScheme<LuaKey>({
  name: 'luarocks',
  clause: 'LuaRocks, "Rockspec format": version',
  parse: parseLuarocks,
  compare: (a, b) => {
    const order = comparePadded(a.parts, b.parts, 0, compareNumbers);
    if (order !== 0 || a.revision === null || b.revision === null) return order;
    return compareNumbers(a.revision, b.revision);
  },
});

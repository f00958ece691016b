/**
 * Maven: the order of its class ComparableVersion. A version is a list of numbers and qualifiers in
 * which each hyphen, and each change between digits and letters, opens a nested list.
 */
import { compareNumerals, compareText, isDigit, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

type Item =
  | { readonly kind: 'number'; readonly value: Numeral }
  | { readonly kind: 'word'; readonly rank: number; readonly text: string }
  /** A word directly followed by a number, as in rc1 and rc-1. */
  | { readonly kind: 'pair'; readonly word: Word; readonly value: Numeral }
  | { readonly kind: 'list'; readonly items: Item[] };
type Word = Extract<Item, { kind: 'word' }>;
type List = Extract<Item, { kind: 'list' }>;

/** POM Reference, "Version Order Specification": the words that come before and with the release. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['alpha', 0],
  ['beta', 1],
  ['milestone', 2],
  ['rc', 3],
  ['cr', 3],
  ['snapshot', 4],
  ['', 5],
  ['ga', 5],
  ['final', 5],
  ['release', 5],
  ['sp', 6],
]);
const RELEASE = 5;
const UNKNOWN_WORD = 7;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

function word(text: string, beforeNumber: boolean): Word {
  const full = beforeNumber ? (SHORT.get(text) ?? text) : text;
  const rank = RANKS.get(full);
  return { kind: 'word', rank: rank ?? UNKNOWN_WORD, text: rank === undefined ? full : '' };
}

/** Reads a version from left to right; `#list` is the innermost open list. */
class MavenReader {
  readonly #text: string;
  readonly #open: List[] = [{ kind: 'list', items: [] }];
  #start = 0;
  #digits = false;
  #pair = false;

  constructor(text: string) {
    this.#text = text.toLowerCase();
  }

  read(): List {
    for (let at = 0; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x2e) this.#dot(at);
      else if (code === 0x2d) this.#hyphen(at);
      else if (isDigit(code)) this.#digit(at);
      else this.#letter(at);
    }
    if (this.#text.length > this.#start) {
      // A word at the end is a list of its own: 1.0.x is 1.0-x.
      if (!this.#digits) this.#nest();
      this.#add(this.#item(this.#text.length));
    }
    for (const list of this.#open.toReversed()) normalize(list.items);
    return this.#open[0] as List;
  }

  #add(item: Item): void {
    (this.#open[this.#open.length - 1] as List).items.push(item);
  }

  #nest(): void {
    if ((this.#open[this.#open.length - 1] as List).items.length === 0) return;
    const list: List = { kind: 'list', items: [] };
    this.#add(list);
    this.#open.push(list);
  }

  #item(end: number): Item {
    const text = this.#text.slice(this.#start, end);
    if (this.#pair) {
      const digits = text.search(/\d/);
      const value = text.slice(digits).replaceAll('-', '');
      const name = text.slice(0, digits).replace(/-$/, '');
      return { kind: 'pair', word: word(name, true), value: numeral(value) };
    }
    return this.#digits ? { kind: 'number', value: numeral(text) } : word(text, false);
  }

  #dot(at: number): void {
    this.#add(at === this.#start ? { kind: 'number', value: 0 } : this.#item(at));
    this.#pair = false;
    this.#start = at + 1;
  }

  #hyphen(at: number): void {
    if (at === this.#start) {
      this.#add({ kind: 'number', value: 0 });
    } else if (!this.#digits && isDigit(this.#text.charCodeAt(at + 1))) {
      // X-1 is X1.
      this.#pair = true;
      return;
    } else {
      this.#add(this.#item(at));
    }
    this.#start = at + 1;
    this.#nest();
    this.#pair = false;
  }

  #digit(at: number): void {
    if (!this.#digits && at > this.#start) {
      this.#pair = true;
      this.#nest();
    }
    this.#digits = true;
  }

  #letter(at: number): void {
    if (this.#digits && at > this.#start) {
      this.#add(this.#item(at));
      this.#start = at;
      this.#nest();
      this.#pair = false;
    }
    this.#digits = false;
  }
}

/** Zeros before a word and at the end of a list say nothing: 1.0.0-x is 1-x. */
function normalize(items: Item[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    if (!isNull(items[index] as Item)) continue;
    const next = items[index + 1];
    const inside = next?.kind === 'list' ? next.items[0] : next;
    const word = inside?.kind === 'word' || (next?.kind === 'list' && inside?.kind === 'pair');
    if (next === undefined || word) items.splice(index, 1);
  }
}

function isNull(item: Item): boolean {
  if (item.kind === 'number') return item.value === 0;
  if (item.kind === 'word') return item.rank === RELEASE;
  return item.kind === 'list' && item.items.length === 0;
}

function compareItems(a: Item | undefined, b: Item | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareWithNothing(b);
  if (b === undefined) return compareWithNothing(a);
  if (a.kind === 'list' && b.kind === 'list') return compareItemLists(a.items, b.items);
  if (a.kind === 'number' && b.kind === 'number') return compareNumerals(a.value, b.value);
  if (isWorded(a) && isWorded(b)) return compareWorded(a, b);
  // A word comes before a nested list, and that before a number: 1-sp < 1-1 < 1.1.
  return KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
}

const KIND_ORDER = { word: 0, pair: 0, list: 1, number: 2 } as const;

type Worded = Extract<Item, { kind: 'word' | 'pair' }>;

function isWorded(item: Item): item is Worded {
  return item.kind === 'word' || item.kind === 'pair';
}

/** Equal words: the one with a number comes later. */
function compareWorded(a: Worded, b: Worded): number {
  const x = a.kind === 'pair' ? a.word : a;
  const y = b.kind === 'pair' ? b.word : b;
  const order = x.rank - y.rank || compareText(x.text, y.text);
  if (order !== 0) return order;
  return compareNumerals(a.kind === 'pair' ? a.value : -1, b.kind === 'pair' ? b.value : -1);
}

/** Against the end of the other version: 1-rc < 1 = 1-ga = 1.0 < 1-sp < 1.1. */
function compareWithNothing(item: Item): number {
  if (item.kind === 'number') return item.value === 0 ? 0 : 1;
  if (item.kind === 'word') return item.rank - RELEASE;
  if (item.kind === 'pair') return item.word.rank - RELEASE;
  for (const inner of item.items) {
    const order = compareWithNothing(inner);
    if (order !== 0) return order;
  }
  return 0;
}

function compareItemLists(a: readonly Item[], b: readonly Item[]): number {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const order = compareItems(a[index], b[index]);
    if (order !== 0) return order;
  }
  return 0;
}

export const MAVEN: VersionScheme = defineScheme<List>({
  name: 'maven',
  clause: 'Maven POM Reference, "Version Order Specification"',
  parse: (text) => (text.trim() === '' ? null : new MavenReader(text.trim()).read()),
  compare: (a, b) => compareItemLists(a.items, b.items),
});

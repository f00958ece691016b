/** Conan 2: any number of dot-separated items, a pre-release and a build, each again a version. */
import { compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

type ConanItem = Numeral | string;

interface ConanKey {
  /** Without zeros at the end. */
  readonly items: readonly ConanItem[];
  readonly pre: readonly ConanItem[] | null;
  readonly build: readonly ConanItem[] | null;
}

/** The last hyphen before the last plus begins the pre-release, which may be empty. */
function parseConan(text: string): ConanKey | null {
  if (text === '' || /\s/.test(text)) return null;
  const plus = text.lastIndexOf('+');
  const head = plus < 0 ? text : text.slice(0, plus);
  const hyphen = head.lastIndexOf('-');
  return {
    items: items(hyphen < 0 ? head : head.slice(0, hyphen)),
    pre: hyphen < 0 ? null : items(head.slice(hyphen + 1)),
    build: plus < 0 ? null : items(text.slice(plus + 1)),
  };
}

function items(text: string): ConanItem[] {
  const all = text.split('.').map((item) => (/^\d+$/.test(item) ? numeral(item) : item));
  let end = all.length;
  while (end > 0 && all[end - 1] === 0) end--;
  return all.slice(0, end);
}

/** Numbers as numbers; a number and a word as texts, as Conan does. */
function compareConanItems(a: ConanItem, b: ConanItem): number {
  if (typeof a !== 'string' && typeof b !== 'string') return a < b ? -1 : a > b ? 1 : 0;
  return compareText(String(a), String(b));
}

function compareItemLists(a: readonly ConanItem[], b: readonly ConanItem[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareConanItems(a[index] as ConanItem, b[index] as ConanItem);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareConan(a: ConanKey, b: ConanKey): number {
  return (
    compareItemLists(a.items, b.items) ||
    compareOptional(a.pre, b.pre, 1) ||
    compareOptional(a.build, b.build, -1)
  );
}

/** `missing` says where a version without the part stands: 1 after those with it, -1 before. */
function compareOptional(
  a: readonly ConanItem[] | null,
  b: readonly ConanItem[] | null,
  missing: number,
): number {
  if (a === null) return b === null ? 0 : missing;
  return b === null ? -missing : compareItemLists(a, b);
}

export const CONAN: VersionScheme = defineScheme<ConanKey>({
  name: 'conan',
  clause: 'Conan 2 reference, "Versions"',
  parse: parseConan,
  compare: compareConan,
});

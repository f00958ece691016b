/** Conda: CEP "Version literals and their ordering" (conda's VersionOrder). */
import { comparePadded, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

type Atom = Numeral | string;
type Component = readonly Atom[];

interface CondaKey {
  readonly epoch: Numeral;
  readonly version: readonly Component[];
  readonly local: readonly Component[];
}

const ALLOWED = /^[*.+!_0-9a-z-]+$/;

function parseConda(text: string): CondaKey | null {
  let rest = text.trim().toLowerCase();
  if (!ALLOWED.test(rest)) return null;
  if (rest.includes('-')) {
    // A hyphen is an underscore, but not beside one.
    if (rest.includes('_')) return null;
    rest = rest.replaceAll('-', '_');
  }
  const [epoch, ...others] = rest.split('!');
  if (others.length > 1 || (others.length === 1 && !/^\d+$/.test(epoch as string))) return null;
  const [version = '', ...locals] = (others[0] ?? (epoch as string)).split('+');
  if (version === '' || locals.length > 1 || locals[0] === '') return null;
  const read = components(version);
  const local = locals[0] === undefined ? [] : components(locals[0]);
  if (read === null || local === null) return null;
  return { epoch: others.length === 1 ? numeral(epoch as string) : 0, version: read, local };
}

/** Null when a component is empty. A trailing underscore stays with its component. */
function components(text: string): Component[] | null {
  const trailing = text.endsWith('_');
  const words = (trailing ? text.slice(0, -1) : text).split(/[._]/);
  if (trailing) words[words.length - 1] += '_';
  if (words.includes('')) return null;
  return words.map((word) => {
    const atoms = (word.match(/\d+|\D+/g) ?? []).map(atom);
    return typeof atoms[0] === 'string' ? [0, ...atoms] : atoms;
  });
}

/** `post` comes after every number, `dev` before every word. */
function atom(text: string): Atom {
  if (/^\d/.test(text)) return numeral(text);
  if (text === 'post') return Number.POSITIVE_INFINITY;
  return text === 'dev' ? 'DEV' : text;
}

function compareAtoms(a: Atom, b: Atom): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : -1;
  if (typeof b === 'string') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const NONE: Component = [0];

const compareComponents = (a: readonly Component[], b: readonly Component[]) =>
  comparePadded(a, b, NONE, (x, y) => comparePadded(x, y, 0, compareAtoms));

export const CONDA: VersionScheme = defineScheme<CondaKey>({
  name: 'conda',
  clause: 'conda, VersionOrder',
  parse: parseConda,
  compare: (a, b) =>
    (a.epoch < b.epoch ? -1 : a.epoch > b.epoch ? 1 : 0) ||
    compareComponents(a.version, b.version) ||
    compareComponents(a.local, b.local),
});

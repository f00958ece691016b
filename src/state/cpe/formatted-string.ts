/** The formatted string binding (NISTIR 7695 §6.2). */
import type { Fault } from './value.ts';
import { ANY, ATTRIBUTES, type CpeValue, NA, type Wfn } from './wfn.ts';

export const FS_PREFIX = 'cpe:2.3:';

/** §6.2.2: binds a name. */
export function bindToFs(name: Wfn): string {
  return FS_PREFIX + ATTRIBUTES.map((attribute) => bindValue(name[attribute])).join(':');
}

/** §6.2.2.2: full stops, hyphens and underscores are not quoted in formatted strings. */
function bindValue(value: CpeValue): string {
  if (value === ANY || value === NA || !value.includes('\\')) return value;
  // A lone quoted hyphen keeps its backslash: without it, it would be NA.
  if (value === '\\-') return value;
  return value.replace(/\\(.)/gs, (pair, next) => (/[.\-_]/.test(next) ? next : pair));
}

/** Components between colons that are not quoted. Linear; the text is not checked otherwise. */
export function splitFs(text: string): string[] {
  const components: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === ':') {
      components.push(text.slice(start, at));
      start = at + 1;
    }
  }
  components.push(text.slice(start));
  return components;
}

export interface Unbound {
  readonly value: CpeValue;
  readonly faults: readonly (Fault & { readonly warning?: true })[];
}

const NONE: Unbound['faults'] = [];
const PLAIN = /^[a-z0-9_]+$/;

/** §6.2.3: quotes what a formatted string leaves unquoted. */
export function unbindFsValue(component: string): Unbound {
  const text = component.toLowerCase();
  if (text === ANY || text === NA || PLAIN.test(text)) return { value: text, faults: NONE };
  if (text === '\\-') {
    const message = 'The value is a quoted hyphen, which is not NA.';
    return { value: text, faults: [{ code: 'cpe-lone-hyphen', message, warning: true }] };
  }
  let value = '';
  let needless = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\\') {
      const next = text[++at] ?? '';
      needless ||= /^[.\-_]$/.test(next);
      value += next === '_' ? next : character + next;
    } else {
      value += character === '.' || character === '-' ? `\\${character}` : character;
    }
  }
  const message = 'A full stop, hyphen or underscore is not quoted in a formatted string.';
  return {
    value,
    faults: needless ? [{ code: 'cpe-quoting-needless', message, warning: true }] : NONE,
  };
}

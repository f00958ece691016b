/** The notation of well-formed names: `wfn:[part="a",vendor="hp",update=NA]` (NISTIR 7695 §5.4). */
import type { Fault } from './value.ts';
import { ANY, ATTRIBUTES, type Attribute, type CpeValue, NA, type Wfn } from './wfn.ts';

/** All eleven attributes, in order. */
export function formatWfn(name: Wfn): string {
  const pairs = ATTRIBUTES.map((attribute) => {
    const value = name[attribute];
    const text = value === ANY ? 'ANY' : value === NA ? 'NA' : `"${value}"`;
    return `${attribute}=${text}`;
  });
  return `wfn:[${pairs.join(',')}]`;
}

const PAIR = /\s*([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(ANY|NA))\s*(,|$)/y;

/** The attributes that the text states, or what is wrong with it. */
export function readWfn(text: string): ReadonlyMap<Attribute, CpeValue> | Fault {
  const body = text.slice('wfn:['.length, -1);
  const values = new Map<Attribute, CpeValue>();
  if (body.trim() === '') return values;
  PAIR.lastIndex = 0;
  for (let at = 0; at < body.length; at = PAIR.lastIndex) {
    const match = PAIR.exec(body);
    if (match === null) return { code: 'cpe-form', message: 'A pair is not ATTRIBUTE="VALUE".' };
    const attribute = ATTRIBUTES.find((known) => known === match[1]);
    if (attribute === undefined || values.has(attribute)) {
      const message = `"${match[1]}" is no attribute, or stands twice.`;
      return { code: 'cpe-attribute', message };
    }
    values.set(attribute, match[2]?.toLowerCase() ?? (match[3] === 'NA' ? NA : ANY));
    if (match[4] === ',' && PAIR.lastIndex >= body.length) {
      return { code: 'cpe-form', message: 'A comma is followed by nothing.' };
    }
  }
  return values;
}

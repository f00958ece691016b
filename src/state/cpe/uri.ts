/** The URI binding (NISTIR 7695 §6.1), with the edition packed where it must be. */
import type { Fault } from './value.ts';
import { ANY, type Attribute, type CpeValue, NA, type Wfn } from './wfn.ts';

/** Attributes of the URI, in order. */
export const URI_ATTRIBUTES = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
] as const satisfies readonly Attribute[];

/** Attributes that are packed into the edition, in order. */
export const PACKED = [
  'edition',
  'sw_edition',
  'target_sw',
  'target_hw',
  'other',
] as const satisfies readonly Attribute[];

/** §6.1.2: binds a name. */
export function bindToUri(name: Wfn): string {
  const components = URI_ATTRIBUTES.map((attribute) =>
    attribute === 'edition' ? pack(name) : bindValue(name[attribute]),
  );
  return `cpe:/${components.join(':')}`.replace(/:+$/, '');
}

/** §6.1.2.4: packed only where an attribute beyond those of CPE 2.2 has a value. */
function pack(name: Wfn): string {
  const fields = PACKED.map((attribute) => bindValue(name[attribute]));
  return fields.slice(1).every((field) => field === '')
    ? (fields[0] as string)
    : `~${fields.join('~')}`;
}

/** §6.1.2.3: ANY is empty, quoted punctuation and wildcards are percent-encoded. */
function bindValue(value: CpeValue): string {
  if (value === ANY) return '';
  if (value === NA) return value;
  let bound = '';
  for (let at = 0; at < value.length; at++) {
    const character = value[at] as string;
    if (character === '\\') bound += percent(value[++at] ?? '');
    else if (character === '?') bound += '%01';
    else if (character === '*') bound += '%02';
    else bound += character;
  }
  return bound;
}

/** Full stops and hyphens stand as they are. */
function percent(character: string): string {
  if (character === '.' || character === '-' || character === '_') return character;
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** §6.1.3.2: forms that may be decoded to a quoted character. */
const ENCODED = /^%(?:2[1-9abcf]|3[abcdef]|40|5[bcde]|60|7[bcde])$/;

/** The value that a component stands for, or what is wrong with it. */
export function decodeUri(component: string): CpeValue | Fault {
  const text = component.toLowerCase();
  if (text === '') return ANY;
  if (text === NA) return NA;
  let value = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '.' || character === '-' || character === '~') {
      value += `\\${character}`;
    } else if (character !== '%') {
      if (!/^[a-z0-9_]$/.test(character)) return badCharacter(character);
      value += character;
    } else {
      const form = text.slice(at, at + 3);
      at += 2;
      if (form === '%01') value += '?';
      else if (form === '%02') value += '*';
      else if (ENCODED.test(form)) {
        value += `\\${String.fromCharCode(Number.parseInt(form.slice(1), 16))}`;
      } else return { code: 'cpe-percent', message: `"${form}" is no form of CPE.` };
    }
  }
  return value;
}

function badCharacter(character: string): Fault {
  const message = `${JSON.stringify(character)} is percent-encoded in a URI.`;
  return { code: 'cpe-character', message };
}

/** §6.1.3.3: fields of a packed edition; null when there are not five. */
export function unpack(edition: string): string[] | null {
  const fields = edition.slice(1).split('~');
  return fields.length === PACKED.length ? fields : null;
}

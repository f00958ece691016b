/** Texts that grow a parser's work faster than themselves, if it lets them. */

/** A family: one text for each size in characters, about. */
export type Bomb = (size: number) => string;

const fill = (before: string, unit: string, after: string): Bomb => {
  return (size) => before + unit.repeat(Math.ceil(size / unit.length)) + after;
};

export const JSON_BOMBS: Readonly<Record<string, Bomb>> = {
  'open arrays': fill('', '[', ''),
  'open objects': fill('', '{"a":', ''),
  'closed arrays': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'open string': fill('"', 'a', ''),
  'quotes only': fill('', '"', ''),
  'backslashes only': fill('"', '\\', ''),
  'escaped quotes': fill('["', '\\"', '"]'),
  'escapes without an end': fill('["', '\\n', ''),
  'escapes before a late quote': fill('{"a":["', '\\\\', '"]}'),
  'surrogate escapes': fill('["', '\\ud83d\\ude00', '"]'),
  'lone surrogates': fill('["', '\\ud800', '"]'),
  'lone surrogates in strings': fill('["x"', ',"\\ud800"', ']'),
  'one name': fill('{"a":1', ',"a":1', '}'),
  'many names': (size) =>
    `{${Array.from({ length: size / 12 }, (_, i) => `"n${i}":${i}`).join(',')}}`,
  'names that are indexes': (size) =>
    `{${Array.from({ length: size / 12 }, (_, i) => `"${i * 7}":${i}`).join(',')}}`,
  'long number': fill('[', '9', ']'),
  'long fraction': fill('[0.', '1', ']'),
  'long exponent': fill('[1e', '0', '1]'),
  'many big integers': fill('[1', ',9007199254740993', ']'),
  'commas only': fill('[', ',', ']'),
  'spaces only': fill('', ' ', ''),
  'line feeds and a fault': fill('', '\n', '!'),
  'many __proto__': fill('[{}', ',{"__proto__":{}}', ']'),
  'small records': fill('{"objects":[{}', ',{}', ']}'),
  'records without commas': fill('{"objects":[{}', ' {}', ']}'),
  'many objects members': fill('{"objects":[]', ',"objects":[1]', '}'),
  'long gap': fill('{"objects":[1', ' ', ']}'),
  'long name': fill('{"', 'a', '":1,"objects":[1]}'),
  'long member': fill('{"a":"', 'a', '","objects":[1]}'),
  'bytes above 7f': fill('["', '😀', '"]'),
};

export const TEXT_BOMBS: Readonly<Record<string, Bomb>> = {
  'one word': fill('', 'a', ''),
  'one word of Han': fill('', '脆', ''),
  'hyphens only': fill('', '-', ''),
  'colons only': fill('', ':', ''),
  'one identifier': fill('a', '-1', ''),
  'one address': fill('a', ':1', ''),
  'dots in an address': fill('1', '.1', ':'),
  'brackets that are not defanged': fill('', '[', ''),
  'almost defanged': fill('', '[do', ''),
  'combining marks': fill('a', '\u0301\u0323', ''),
  'marks and half-width marks': fill('a', '\u0301\uff9e', ''),
  'marks apart by what is invisible': fill('a', '\u0301\u0323\u200b', ''),
  'final sigmas': fill('', 'Σ\u00b7\u0301', ''),
  'characters that fold to many': fill('', 'ﷺ', ''),
  'invisible characters': fill('a', '\u200b', 'b'),
  'half surrogates': fill('', '\ud800', ''),
  'half-width voiced kana': fill('', 'ｶﾞ', ''),
};

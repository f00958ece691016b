/** What a character is to the tokeniser, after folding. */

/** One of the constants below. */
export type CharacterKind =
  | 0 // separates
  | 1 // part of a word
  | 2 // of a script without spaces between words
  | 3 // joins the parts of an identifier
  | 4; // colon: joins addresses, separates everything else

export const SEPARATOR = 0;
export const WORD = 1;
export const UNSPACED = 2;
export const CONNECTOR = 3;
export const COLON = 4;

/**
 * Blocks of scripts that are cut into pairs of characters: Thai and Lao, Myanmar, Hangul, Khmer,
 * kana, Han. Ranges and not script properties, because Unicode amends the latter.
 */
const UNSPACED_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x303c],
  [0x3041, 0x30ff],
  [0x3105, 0x318f],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xa9e0, 0xa9ff],
  [0xaa60, 0xaa7f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3ffff],
];

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
/** Planes of Han only: not yet assigned characters are taken as Han in every version. */
const HAN_PLANES = 0x20000;
const UNKNOWN = 0xff;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** Kind of a code point; those of the basic plane are worked out once. */
export function characterKind(codePoint: number): CharacterKind {
  if (codePoint > 0xffff) return classify(codePoint);
  const known = kinds[codePoint] as number;
  if (known !== UNKNOWN) return known as CharacterKind;
  const kind = classify(codePoint);
  kinds[codePoint] = kind;
  return kind;
}

function classify(codePoint: number): CharacterKind {
  const character = String.fromCodePoint(codePoint);
  if ('-_.'.includes(character)) return CONNECTOR;
  if (character === ':') return COLON;
  if (codePoint < HAN_PLANES && !IN_WORD.test(character)) return SEPARATOR;
  const unspaced = UNSPACED_BLOCKS.some(([first, last]) => codePoint >= first && codePoint <= last);
  return unspaced ? UNSPACED : WORD;
}

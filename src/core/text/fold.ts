/** Brings spellings of one text together, before it is cut into tokens. */
import { isKnown } from './assigned.ts';

/** Characters that show nothing: an attacker could hide a word from search by strewing them in. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/**
 * Marks on one base character beyond the thirty that the Stream-Safe Text Format (UAX #15 §13)
 * leaves: putting a run of marks in order takes the platform time with its square, minutes for a
 * few hundred thousand. The half-width voicing marks become marks by NFKC.
 */
const MARKS_BEYOND = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;
/** Hyphens and dashes that people write for the hyphen of an identifier. */
const HYPHENS = /[\u2010-\u2013\u2212]/g;
/** `example[.]com`, `example(dot)com`: how reports keep an indicator from being clicked. */
const DEFANGED = /[[({](\.|:|@|dot|at)[\])}]/g;
const REFANGED: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['at', '@'],
]);
/** Katakana that has a hiragana twin 0x60 below it, iteration marks included. */
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;

/** Text that only its case and its defanging can tell from another; most of what comes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/**
 * NFKC (which also joins half and full width), full case folding, katakana as hiragana, defanged
 * indicators restored. Unicode guarantees that all this stays as it is for a character once
 * assigned, and characters of which only newer platforms know are taken out first.
 */
export function foldText(text: string): string {
  const folded = BEYOND_ASCII.test(text) ? foldBeyondAscii(text) : text.toLowerCase();
  if (!folded.includes(']') && !folded.includes(')') && !folded.includes('}')) return folded;
  return folded.replace(DEFANGED, (_, sign: string) => REFANGED.get(sign) ?? sign);
}

function foldBeyondAscii(text: string): string {
  const normal = foldCase(makeSafe(text).normalize('NFKC')).normalize('NFKC');
  if ((traitsOf(normal) & REPLACED) === 0) return normal;
  return normal
    .replace(HYPHENS, '-')
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Without what platforms disagree on, what is invisible, and endless runs of marks. */
function makeSafe(text: string): string {
  const traits = traitsOf(text);
  const known = (traits & NEWER) === 0 ? text : withoutNewer(text);
  const visible = (traits & HIDDEN) === 0 ? known : known.replace(INVISIBLE, '');
  return (traits & MARK) === 0 ? visible : visible.replace(MARKS_BEYOND, '$1');
}

function withoutNewer(text: string): string {
  let kept = '';
  for (const character of text) kept += isKnown(character.codePointAt(0) ?? 0) ? character : ' ';
  return kept;
}

const HIDDEN = 1;
const MARK = 2;
const REPLACED = 4;
const NEWER = 8;
const UNKNOWN = 0xff;
const traits = new Uint8Array(0x10000).fill(UNKNOWN);

/** Which of the expressions above can find anything in a text: a look-up beats four searches. */
function traitsOf(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let known = traits[unit] as number;
    if (known === UNKNOWN) {
      known = classify(unit);
      traits[unit] = known;
    }
    found |= known;
  }
  return found;
}

/** Halves of pairs may be anything. */
function classify(unit: number): number {
  if ((unit & 0xf800) === 0xd800) return HIDDEN | MARK | NEWER;
  const character = String.fromCharCode(unit);
  return (
    (isKnown(unit) ? 0 : NEWER) |
    (character.search(INVISIBLE) < 0 ? 0 : HIDDEN) |
    (/[\p{M}\uff9e\uff9f]/u.test(character) ? MARK : 0) |
    (character.search(HYPHENS) < 0 && character.search(KATAKANA) < 0 ? 0 : REPLACED)
  );
}

/** By way of upper case, so that ß and ẞ meet SS; the two small sigmas of Greek are one. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Brings spellings of one text together, before it is cut into tokens. */

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

/**
 * NFKC (which also joins half and full width), full case folding, katakana as hiragana, defanged
 * indicators restored. The rules rest on properties that Unicode guarantees to be stable, so that
 * a character once assigned folds alike in every version of the platform.
 */
export function foldText(text: string): string {
  const safe = text.replace(INVISIBLE, '').replace(MARKS_BEYOND, '$1');
  return foldCase(safe.normalize('NFKC'))
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(DEFANGED, (_, sign: string) => REFANGED.get(sign) ?? sign)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** By way of upper case, so that ß meets SS; the two small sigmas of Greek are one. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

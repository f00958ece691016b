/**
 * The house's own tokeniser: the same words on every store and every version of the platform.
 *
 * A record is found by a query when it has every token of the query. Words of alphabetic scripts
 * are one token; text of scripts without spaces becomes its characters and pairs of characters;
 * an identifier (CVE-2021-44228, T1059.001, 192.0.2.1, www.example.com) becomes itself, its parts,
 * and every run of neighbouring parts, so that `example.com` finds `www.example.com`.
 */
import { LIMITS } from '../limits.ts';
import {
  type CharacterKind,
  COLON,
  CONNECTOR,
  characterKind,
  SEPARATOR,
  UNSPACED,
  WORD,
} from './character.ts';
import { foldText } from './fold.ts';

/** Goes up whenever the same text would give other tokens: the store then indexes anew. */
export const TOKENIZER_VERSION = 1;

/** Longest run of parts that is one token; longer identifiers are covered by several. */
const RUN_PARTS = 6;
/** A group of an IPv6 or MAC address; the last may be an IPv4 address, or end a sentence. */
const ADDRESS_GROUP = /^(?:[0-9a-f]{0,4}|[0-9]{1,3}\.[0-9.]{1,11})\.?$/;
/** Colons of a MAC address; fewer make an address only where two stand together (IPv6). */
const ADDRESS_COLONS = 5;

/** Takes a token; false when no more are wanted. */
type Take = (token: string) => boolean;

/** The distinct tokens of a record's text, in order of appearance, within LIMITS.text. */
export function tokenize(text: string): string[] {
  return collect(text, LIMITS.text.tokensPerRecord, {
    unspaced: everyPair,
    identifier: (parts, take) => {
      for (let length = 1; length <= RUN_PARTS; length++) {
        if (!eachRun(parts, length, take)) return false;
      }
      return true;
    },
  });
}

/**
 * The distinct tokens that a record must have for this query. The longest come first: they are
 * the rarest, and a store may begin with them.
 */
export function tokenizeQuery(query: string): string[] {
  const tokens = collect(query, LIMITS.text.queryTokens, {
    unspaced: (run, take) => (run.length === widthAt(run, 0) ? take(run) : pairs(run, take)),
    identifier: (parts, take) => eachRun(parts, Math.min(parts.spans.length, RUN_PARTS), take),
  });
  return tokens.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Where the parts of an identifier lie in its text. */
interface Parts {
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

interface Cutter {
  unspaced(run: string, take: Take): boolean;
  identifier(parts: Parts, take: Take): boolean;
}

function collect(text: string, limit: number, cutter: Cutter): string[] {
  const tokens = new Set<string>();
  const take: Take = (token) => {
    tokens.add(shorten(token));
    return tokens.size < limit;
  };
  const folded = foldText(text.slice(0, LIMITS.text.chars));
  let at = 0;
  while (at < folded.length) {
    const kind = kindAt(folded, at);
    if (kind === SEPARATOR) {
      at += widthAt(folded, at);
      continue;
    }
    const end = endOfRun(folded, at, kind);
    if (!takeRun(folded.slice(at, end), kind, cutter, take)) break;
    at = end;
  }
  return [...tokens];
}

function takeRun(run: string, kind: CharacterKind, cutter: Cutter, take: Take): boolean {
  if (kind === UNSPACED) return cutter.unspaced(run, take);
  // Most runs are one word, which is its own only part.
  if (endOfWord(run) === run.length) return take(run);
  return splitColons(run).every((piece) => {
    const parts = partsOf(piece);
    return parts.spans.length === 0 || cutter.identifier(parts, take);
  });
}

/** Index of the first character that is not part of a word. */
function endOfWord(run: string): number {
  let at = 0;
  while (at < run.length && kindAt(run, at) === WORD) at += widthAt(run, at);
  return at;
}

/** Colons separate, except within IPv6 and MAC addresses (`ip:2001:db8::1` holds one). */
function splitColons(run: string): string[] {
  if (!run.includes(':')) return [run];
  const groups = run.split(':');
  const pieces: string[] = [];
  for (let first = 0; first < groups.length; ) {
    let end = first + 1;
    if (ADDRESS_GROUP.test(groups[first] ?? '')) {
      while (end < groups.length && ADDRESS_GROUP.test(groups[end] ?? '')) end++;
    }
    const together = groups.slice(first, end);
    const joined = together.join(':');
    if (together.length > ADDRESS_COLONS || joined.includes('::')) pieces.push(joined);
    else pieces.push(...together);
    first = end;
  }
  return pieces;
}

/** A run is of one script without spaces, or of words and what joins them. */
function endOfRun(text: string, start: number, kind: CharacterKind): number {
  let at = start;
  while (at < text.length) {
    const next = kindAt(text, at);
    if (next === SEPARATOR || (next === UNSPACED) !== (kind === UNSPACED)) break;
    at += widthAt(text, at);
  }
  return at;
}

function partsOf(text: string): Parts {
  const spans: [number, number][] = [];
  let start = -1;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === WORD && start < 0) start = at;
    if ((kind === CONNECTOR || kind === COLON) && start >= 0) {
      spans.push([start, at]);
      start = -1;
    }
    at += widthAt(text, at);
  }
  if (start >= 0) spans.push([start, at]);
  return { text, spans };
}

/** Every run of `length` neighbouring parts, with what joins them. */
function eachRun(parts: Parts, length: number, take: Take): boolean {
  for (let first = 0; first + length <= parts.spans.length; first++) {
    const start = parts.spans[first]?.[0];
    const end = parts.spans[first + length - 1]?.[1];
    if (!take(parts.text.slice(start, end))) return false;
  }
  return true;
}

/** Every character, and every pair of neighbours. */
function everyPair(run: string, take: Take): boolean {
  for (const character of run) {
    if (!take(character)) return false;
  }
  return pairs(run, take);
}

function pairs(run: string, take: Take): boolean {
  let before = '';
  for (const character of run) {
    if (before !== '' && !take(before + character)) return false;
    before = character;
  }
  return true;
}

/** The first LIMITS.text.tokenChars code units of a token, never half a character. */
function shorten(token: string): string {
  const limit = LIMITS.text.tokenChars;
  if (token.length <= limit) return token;
  const last = token.charCodeAt(limit - 1);
  return token.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit);
}

function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at);
  return characterKind(isSurrogate(unit) ? (text.codePointAt(at) ?? unit) : unit);
}

function widthAt(text: string, at: number): number {
  return isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

/** TLP and PAP as people write them, and as older formats need them. */
import type { Pap, Tlp } from '../../core/label.ts';

/** TLP 1.0 (FIRST, 2016), least to most restrictive: what CSAF 2.0, IODEF and STIX TLP 1 carry. */
export const TLP1_LEVELS = ['WHITE', 'GREEN', 'AMBER', 'RED'] as const;
export type Tlp1 = (typeof TLP1_LEVELS)[number];

const LONGEST = 40;

const TLP_WORDS: ReadonlyMap<string, Tlp> = new Map<string, Tlp>([
  ['CLEAR', 'CLEAR'],
  // TLP 1.0's name for the same permission.
  ['WHITE', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'AMBER+STRICT'],
  ['RED', 'RED'],
]);

const PAP_WORDS: ReadonlyMap<string, Pap> = new Map<string, Pap>([
  ['CLEAR', 'CLEAR'],
  ['WHITE', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['RED', 'RED'],
]);

/**
 * Reads a TLP label as written: `TLP:AMBER+STRICT`, `tlp:white`, `Amber`, full-width letters.
 * Null for anything else: a word that is nearly a level (`AMBER STRICT`, `unclear`) is not guessed
 * at, because guessing wrong widens.
 */
export function parseTlp(text: string): Tlp | null {
  return TLP_WORDS.get(word(text, 'TLP:')) ?? null;
}

/** Reads a PAP label as written: `PAP:AMBER`, `white`. Null for anything else. */
export function parsePap(text: string): Pap | null {
  return PAP_WORDS.get(word(text, 'PAP:')) ?? null;
}

/** The label text of TLP 2.0: `TLP:` and the level, no space. */
export function writeTlp(level: Tlp): string {
  return `TLP:${level}`;
}

/**
 * The nearest TLP 1.0 level for a format that knows no other. AMBER+STRICT has none: AMBER would
 * let clients in, so the caller gets a loss to report, and should refuse where it can.
 */
export function toTlp1(level: Tlp): { readonly level: Tlp1; readonly loss: string | null } {
  if (level === 'CLEAR') return { level: 'WHITE', loss: null };
  if (level !== 'AMBER+STRICT') return { level, loss: null };
  return {
    level: 'AMBER',
    loss: 'TLP 1.0 knows no AMBER+STRICT: written as AMBER, which reaches clients too',
  };
}

function word(text: string, prefix: string): string {
  if (text.length > LONGEST) return '';
  const upper = text.normalize('NFKC').trim().toUpperCase();
  return upper.startsWith(prefix) ? upper.slice(prefix.length).trim() : upper;
}

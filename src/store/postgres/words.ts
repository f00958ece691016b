/**
 * What a record is found by, as the lexemes of one text-search vector: its tokens, what it points
 * at, its values, and the labels under which it stands. One index answers all of them together.
 */
import type { Facts } from '../../core/record.ts';
import { tokenize } from '../../core/text/tokenize.ts';
import { type FactUse, factKey, factKeys, searchedText } from '../fact.ts';

/** Control characters that no token of the tokeniser holds keep the kinds apart. */
const PREFIX = { word: '', pointsAt: '\u0002', value: '\u0003', label: '\u0004' } as const;
/** Stands between lexemes on their way to the server. */
const SEPARATOR = '\u0001';

export function tokenOf(kind: 'word' | 'label', token: string): string {
  return PREFIX[kind] + token;
}

/** The lexeme of a value, or of an id that a record points at: a digest, as short for any length. */
export function keyToken(use: FactUse, value: string): string {
  return PREFIX[use] + factKey(value);
}

/** Lexemes of a record without its labels. */
export function factTokens(facts: Facts): string[] {
  const keys = factKeys(facts).map(({ use, key }) => PREFIX[use] + key);
  return [...tokenize(searchedText(facts)), ...keys];
}

export function labelToken(label: number): string {
  return tokenOf('label', String(label));
}

/** The lexemes of a record apart, as transfer.ts carries them: kinds told, labels left out. */
export function splitTokens(joined: string): { words: string; values: string; edges: string } {
  const tokens = joined === '' ? [] : joined.split(SEPARATOR);
  const kinds = Object.values(PREFIX).filter((prefix) => prefix !== '');
  const of = (prefix: string) =>
    tokens.filter((token) => token.startsWith(prefix)).map((token) => token.slice(1));
  return {
    words: tokens.filter((token) => !kinds.some((kind) => token.startsWith(kind))).join(' '),
    values: of(PREFIX.value).join(' '),
    edges: of(PREFIX.pointsAt).join(' '),
  };
}

/** The lexemes of what `splitTokens` gave, or another store. */
export function joinTokens({
  words,
  values,
  edges,
}: {
  readonly words: string;
  readonly values: string;
  readonly edges: string;
}): string {
  const list = (spaced: string) => (spaced === '' ? [] : spaced.split(' '));
  return lexemes([
    ...list(words),
    ...list(values).map((key) => PREFIX.value + key),
    ...list(edges).map((key) => PREFIX.pointsAt + key),
  ]);
}

/** One parameter of many lexemes; `array_to_tsvector(string_to_array($1, $2))` takes it apart. */
export function lexemes(tokens: readonly string[]): string {
  return tokens.filter((token) => token !== '').join(SEPARATOR);
}

/** The expression that makes a vector of what `lexemes` joined. */
export function vector(parameter: string): string {
  return `array_to_tsvector(string_to_array(${parameter}, E'\\x01'))`;
}

/** All of these tokens, and, where the viewer's labels are few, one of these labels. */
export function tsquery(tokens: readonly string[], labels: readonly number[] | null): string {
  const all = tokens.map(quoted);
  if (labels !== null)
    all.push(`(${labels.map((label) => quoted(labelToken(label))).join(' | ')})`);
  return all.join(' & ');
}

function quoted(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

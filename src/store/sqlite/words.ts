/**
 * Words of records in the full-text index. The tokeniser is the house's own; the index gets its
 * tokens in a form that the engine's tokeniser leaves alone, with the label among them, so that a
 * viewer of few labels is answered from the index.
 */
import type { Facts } from '../../core/record.ts';
import { tokenize, tokenizeQuery } from '../../core/text/tokenize.ts';
import { searchedText } from '../fact.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

/** Private-use characters: ASCII punctuation is moved here, and no token of a text starts so. */
const PLANE = 0xe000;
const LABEL = '\ue100';

/** Tokens, spaced, as the index has them: the engine would cut at any other ASCII character. */
function indexForm(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replace(/[^ 0-9A-Za-z\u0080-\uffff]/g, (character) =>
      String.fromCharCode(PLANE + character.charCodeAt(0)),
    );
}

export function labelToken(label: number): string {
  return `${LABEL}${label}`;
}

/** The tokens of a record's text, spaced; what the index and `words` hold. */
export function wordsOf(facts: Facts): string {
  return indexForm(tokenize(searchedText(facts)));
}

/**
 * The full-text query for these words under any of these labels (null: any label); null when the
 * words hold no token. Tokens are quoted strings, so that none is taken for an operator.
 */
export function wordsQuery(text: string, labels: readonly number[] | null): string | null {
  const tokens = tokenizeQuery(text);
  if (tokens.length === 0) return null;
  const words = tokens.map((token) => `"${indexForm([token])}"`).join(' AND ');
  if (labels === null) return words;
  return `${words} AND (${labels.map((label) => `"${labelToken(label)}"`).join(' OR ')})`;
}

export class WordsTable {
  readonly #keep: Command;
  readonly #kept: Query<[string]>;
  readonly #drop: Command;
  readonly #index: Command;
  readonly #unindex: Command;

  constructor(database: Database) {
    this.#keep = new Command(database, 'INSERT OR REPLACE INTO words VALUES (?, ?)');
    this.#kept = new Query(database, 'SELECT tokens FROM words WHERE record = ?');
    this.#drop = new Command(database, 'DELETE FROM words WHERE record = ?');
    this.#index = new Command(database, 'INSERT INTO search (rowid, tokens) VALUES (?, ?)');
    this.#unindex = new Command(database, 'DELETE FROM search WHERE rowid = ?');
  }

  keep(record: number, words: string): void {
    if (words !== '') this.#keep.run(record, words);
  }

  drop(record: number): void {
    this.#drop.run(record);
  }

  /** Indexes a membership; `words` are read back where the caller does not have them. */
  index(membership: number, record: number, label: number, words?: string): void {
    const tokens = words ?? this.#kept.first(record)?.[0] ?? '';
    if (tokens !== '') this.#index.run(membership, `${labelToken(label)} ${tokens}`);
  }

  unindex(membership: number): void {
    this.#unindex.run(membership);
  }
}

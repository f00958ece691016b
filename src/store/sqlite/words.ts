/**
 * The index of words, values and edges. The tokeniser is the house's own; the index gets its
 * tokens in a form that the engine's tokeniser leaves alone, with the label among them, so that a
 * viewer of few labels is answered from the index.
 */
import type { Facts } from '../../core/record.ts';
import { tokenize, tokenizeQuery } from '../../core/text/tokenize.ts';
import { type FactUse, factKey, factKeys, searchedText } from '../fact.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

/** Private-use characters: ASCII punctuation is moved here, and no token of a text starts so. */
const PLANE = 0xe000;
const LABEL = '\ue100';
const USES: Readonly<Record<FactUse, string>> = { value: '\ue101', pointsAt: '\ue102' };

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

/** Everything that the index holds of a record, but the label. */
export function gistOf(facts: Facts): string {
  const words = indexForm(tokenize(searchedText(facts)));
  const keys = factKeys(facts).map(({ use, key }) => `${USES[use]}${key}`);
  return [words, ...keys].join(' ');
}

/** What transfer.ts carries of it: tokens of the text, keys of values and of what it points at. */
export interface GistParts {
  readonly words: string;
  readonly values: string;
  readonly edges: string;
}

export function gistFrom({ words, values, edges }: GistParts): string {
  const keys = (use: FactUse, list: string) =>
    list === '' ? [] : list.split(' ').map((key) => USES[use] + key);
  return [indexForm([words]), ...keys('value', values), ...keys('pointsAt', edges)].join(' ');
}

export function gistParts(gist: string): GistParts {
  const tokens = gist.split(' ').filter((token) => token !== '');
  const of = (use: FactUse) =>
    tokens.filter((token) => token.startsWith(USES[use])).map((token) => token.slice(1));
  const words = tokens.filter((token) => !Object.values(USES).includes(token.slice(0, 1)));
  return {
    words: words.map(textForm).join(' '),
    values: of('value').join(' '),
    edges: of('pointsAt').join(' '),
  };
}

/** The token that `indexForm` moved out of the engine's way. */
function textForm(token: string): string {
  return token.replace(/[\ue000-\ue07f]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - PLANE),
  );
}

/** What memberships must have; null where it does not matter. */
export interface Sought {
  readonly text: string | null;
  readonly value: string | null;
  readonly pointsAt: string | null;
  /** One of these labels. */
  readonly labels: readonly number[] | null;
}

/**
 * The query of the index for what is sought; null when the text holds no token or there is no
 * label. Tokens are quoted strings, so that none is taken for an operator.
 */
export function indexQuery({ text, value, pointsAt, labels }: Sought): string | null {
  const words = text === null ? [] : tokenizeQuery(text);
  if ((text !== null && words.length === 0) || labels?.length === 0) return null;
  const tokens = words.map((word) => indexForm([word]));
  if (value !== null) tokens.push(`${USES.value}${factKey(value)}`);
  if (pointsAt !== null) tokens.push(`${USES.pointsAt}${factKey(pointsAt)}`);
  const all = tokens.map((token) => `"${token}"`).join(' AND ');
  if (labels === null) return all;
  return `${all} AND (${labels.map((label) => `"${labelToken(label)}"`).join(' OR ')})`;
}

/** A change of the index, to be made when the commit ends. */
export interface IndexChange {
  readonly membership: number;
  /** Null: it leaves the index. */
  readonly tokens: string | null;
}

/**
 * The engine writes what it has gathered at every savepoint, also at those that it sets itself for
 * a single statement: so all changes of a commit are made together, last.
 */
export class SearchIndex {
  readonly #add: Command;
  readonly #remove: Command;
  readonly #merge: Command;
  readonly #changes: Query<[number]>;
  readonly #pages: Query<[number]>;

  constructor(database: Database) {
    this.#add = new Command(database, 'INSERT INTO search (rowid, tokens) VALUES (?, ?)');
    this.#remove = new Command(database, 'DELETE FROM search WHERE rowid = ?');
    this.#merge = new Command(database, "INSERT INTO search (search, rank) VALUES ('merge', ?)");
    this.#changes = new Query(database, 'SELECT total_changes()');
    this.#pages = new Query(database, 'SELECT count(*) FROM search_data');
  }

  apply(changes: readonly IndexChange[]): void {
    for (const { membership, tokens } of changes) {
      if (tokens === null) this.#remove.run(membership);
      else this.#add.run(membership, tokens);
    }
  }

  /**
   * One step of writing the whole index anew without what was removed: until then the words of an
   * erased record still lie in the file. Returns how many more steps may be needed, 0 when done.
   */
  purge(first: boolean): number {
    const before = this.#changes.first()?.[0] ?? 0;
    this.#merge.run(first ? -PURGE_PAGES : PURGE_PAGES);
    const after = this.#changes.first()?.[0] ?? 0;
    // The engine's own sign that a merge had nothing to do (fts5.html, the 'merge' command).
    if (after - before < 2) return 0;
    return 2 + Math.ceil((this.#pages.first()?.[0] ?? 0) / PURGE_PAGES);
  }
}

/** Index pages that one step of a purge may write. */
const PURGE_PAGES = 1_000;

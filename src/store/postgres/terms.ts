/** Small words by number (formats, types, spec versions, collections, organisations). */
import { execute, type Runner, rowsOf, sql } from './connect.ts';
import { storable, texts } from './wire.ts';

interface TermRow {
  readonly id: number;
  readonly text: string;
}

const FIND = sql('SELECT id, text FROM term WHERE text = ANY($1::text[])');
const NAME = sql('SELECT id, text FROM term WHERE id = ANY($1::integer[])');
// In one order, so that two processes that add the same words do not wait for each other in turn.
const ADD = sql(
  `INSERT INTO term (text) SELECT text FROM unnest($1::text[]) AS new (text) ORDER BY text
   ON CONFLICT (text) DO NOTHING`,
);

/** The terms that a process has met. They are never changed or deleted, so they stay right. */
export class Terms {
  readonly #ids = new Map<string, number>();
  readonly #texts = new Map<number, string>();

  /** Number of a word that was loaded or added before; undefined for one that is not. */
  id(text: string): number | undefined {
    return this.#ids.get(storable(text));
  }

  text(id: number): string {
    return this.#texts.get(id) ?? '';
  }

  /** Makes known what of these the store has. */
  async find(runner: Runner, words: Iterable<string>): Promise<void> {
    const missing = this.#missing(words);
    if (missing.length > 0) this.#take(await rowsOf<TermRow>(runner, FIND, texts(missing)));
  }

  /** Makes known what these numbers stand for. */
  async name(runner: Runner, ids: Iterable<number>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#texts.has(id));
    if (missing.length > 0) this.#take(await rowsOf<TermRow>(runner, NAME, missing));
  }

  /** Gives numbers to those that have none. Not within a transaction that may be rolled back. */
  async add(runner: Runner, words: Iterable<string>): Promise<void> {
    const missing = this.#missing(words);
    if (missing.length === 0) return;
    await execute(runner, ADD, texts(missing));
    await this.find(runner, missing);
  }

  forget(): void {
    this.#ids.clear();
    this.#texts.clear();
  }

  #missing(words: Iterable<string>): string[] {
    return [...new Set([...words].map(storable))].filter((word) => !this.#ids.has(word));
  }

  #take(rows: readonly TermRow[]): void {
    for (const { id, text } of rows) {
      this.#ids.set(text, id);
      this.#texts.set(id, text);
    }
  }
}

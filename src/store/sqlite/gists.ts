/** What the index holds of a record: kept beside it, so that a membership can be indexed anew. */
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';
import { type IndexChange, labelToken } from './words.ts';

export class Gists {
  readonly #insert: Command;
  readonly #tokens: Query<[string]>;

  constructor(database: Database) {
    this.#insert = new Command(database, 'INSERT INTO gist (record, tokens) VALUES (?, ?)');
    this.#tokens = new Query(database, 'SELECT tokens FROM gist WHERE record = ?');
  }

  keep(record: number, gist: string): void {
    this.#insert.run(record, gist);
  }

  /** The index entry of a membership; `gist` is read back where the caller has none. */
  entry(
    member: { readonly id: number; readonly record: number; readonly label: number },
    gist?: string,
  ): IndexChange {
    const known = gist ?? this.#tokens.first(member.record)?.[0] ?? '';
    return { membership: member.id, tokens: `${labelToken(member.label)} ${known}` };
  }
}

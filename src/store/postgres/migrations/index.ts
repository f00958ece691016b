/** Every schema in its order. A released migration is never edited; a later one changes it. */
import { HOUSE } from './0001-house.ts';
import { SHELVES } from './0002-shelves.ts';

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-house', statements: HOUSE },
  { name: '0002-shelves', statements: SHELVES },
];

/** The schema that this program speaks: the number of its migrations. */
export const SCHEMA = MIGRATIONS.length;

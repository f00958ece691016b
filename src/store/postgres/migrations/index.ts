/** Every schema in its order. A released migration is never edited; a later one changes it. */
import { HOUSE } from './0001-house.ts';

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [{ name: '0001-house', statements: HOUSE }];

/** The schema that this program speaks: the number of its migrations. */
export const SCHEMA = MIGRATIONS.length;

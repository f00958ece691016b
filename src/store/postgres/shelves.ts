/** Which shelves a collection has: their names are terms, and begin with its id. */
import { formatOf } from '../shelf-name.ts';
import { type Runner, rowsOf, sql } from './connect.ts';
import { texts } from './wire.ts';

/**
 * That a term `s` names a shelf of a collection; `collection` is an SQL text. A blank stands before
 * the format, and `!` is what comes after a blank: two ranges of the index of terms.
 */
export const SHELF_OF = (collection: string) =>
  `(s.text = ${collection} OR (s.text > ${collection} || ' ' AND s.text < ${collection} || '!'))`;

const SHELVES = sql(
  `SELECT c.id AS collection, s.id, s.text AS name
   FROM unnest($1::text[]) WITH ORDINALITY AS c (id, place) JOIN term s ON ${SHELF_OF('c.id COLLATE "C"')}
   ORDER BY c.place, s.text`,
);

export interface Shelf {
  /** Id of the collection. */
  readonly collection: string;
  readonly id: number;
  readonly format: string;
}

/** Shelves of these collections, of these formats or of all. */
export async function shelvesOf(
  runner: Runner,
  collections: readonly string[],
  formats?: readonly string[],
): Promise<Shelf[]> {
  interface Row extends Omit<Shelf, 'format'> {
    readonly name: string;
  }
  const rows = await rowsOf<Row>(runner, SHELVES, texts(collections));
  const shelves = rows.map(({ name, ...row }) => ({ ...row, format: formatOf(name) }));
  return formats === undefined ? shelves : shelves.filter(({ format }) => formats.includes(format));
}

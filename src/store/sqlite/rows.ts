/** Reading rows as arrays: half the cost of objects, and the shape stands in the caller's type. */
import type { Database, SqlValue, Statement } from './driver.ts';

/** A prepared statement whose rows are tuples. */
export class Query<Row extends readonly unknown[]> {
  readonly #statement: Statement;

  constructor(database: Database, sql: string) {
    this.#statement = database.prepare(sql);
    this.#statement.setReturnArrays(true);
  }

  all(...parameters: SqlValue[]): Row[] {
    return this.#statement.all(...parameters) as Row[];
  }

  first(...parameters: SqlValue[]): Row | undefined {
    return this.#statement.get(...parameters) as Row | undefined;
  }
}

/** A prepared statement that changes rows. */
export class Command {
  readonly #statement: Statement;

  constructor(database: Database, sql: string) {
    this.#statement = database.prepare(sql);
  }

  /** Returns how many rows changed. */
  run(...parameters: SqlValue[]): number {
    return Number(this.#statement.run(...parameters).changes);
  }

  /** Returns the number of the new row. */
  insert(...parameters: SqlValue[]): number {
    return Number(this.#statement.run(...parameters).lastInsertRowid);
  }
}

/** Statements whose rows are being taken one by one. */
const walked = new Set<Statement>();

/**
 * The rows of a statement one by one. It is held until they have been taken: the packaged engine's
 * iterator knows it by address only, and a statement that is collected meanwhile ends the process.
 */
export function* eachRow<Row>(statement: Statement): Generator<Row> {
  walked.add(statement);
  try {
    yield* statement.iterate() as Iterable<Row>;
  } finally {
    walked.delete(statement);
  }
}

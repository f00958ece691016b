/** The tables of a TOML document as they grow, and which of them may still be added to. */
import type { JsonObject, JsonValue } from '../../../core/json/value.ts';

/** Without prototype: a key `__proto__` is a key like any other. */
export type Table = Record<string, JsonValue>;

export function isTable(value: JsonValue | undefined): value is Table & JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class TableTree {
  readonly root: Table = this.newTable();
  /** Values written whole: inline tables and arrays. */
  readonly #closed = new WeakSet<object>();
  /** Tables with a header of their own, and those that dotted keys made. */
  readonly #headed = new WeakSet<object>();
  readonly #dotted = new WeakSet<object>();

  newTable(): Table {
    return Object.create(null) as Table;
  }

  close(value: object): void {
    this.#closed.add(value);
  }

  /** `[a.b]`; null where it has been defined, or is something else. */
  openTable(path: readonly string[]): Table | null {
    const parent = this.#walk(this.root, path.slice(0, -1));
    const last = path.at(-1);
    if (parent === null || last === undefined) return null;
    const known = parent[last];
    if (known === undefined) {
      const table = this.newTable();
      parent[last] = table;
      this.#headed.add(table);
      return table;
    }
    if (!isTable(known) || this.#closed.has(known)) return null;
    if (this.#headed.has(known) || this.#dotted.has(known)) return null;
    this.#headed.add(known);
    return known;
  }

  /** `[[a.b]]`: one more element. */
  openElement(path: readonly string[]): Table | null {
    const parent = this.#walk(this.root, path.slice(0, -1));
    const last = path.at(-1);
    if (parent === null || last === undefined) return null;
    const table = this.newTable();
    const known = parent[last];
    if (known === undefined) parent[last] = [table];
    else if (Array.isArray(known) && !this.#closed.has(known)) (known as JsonValue[]).push(table);
    else return null;
    return table;
  }

  /** `a.b = value`; false where it is given already. */
  assign(table: Table, path: readonly string[], value: JsonValue): boolean {
    let holder = table;
    for (const name of path.slice(0, -1)) {
      const known = holder[name];
      if (known === undefined) {
        const inner = this.newTable();
        this.#dotted.add(inner);
        holder[name] = inner;
        holder = inner;
      } else if (isTable(known) && !this.#closed.has(known) && !this.#headed.has(known)) {
        holder = known;
      } else return false;
    }
    const last = path.at(-1);
    if (last === undefined || holder[last] !== undefined) return false;
    holder[last] = value;
    return true;
  }

  /** Down a path of headers: arrays are entered by their last element. */
  #walk(from: Table, path: readonly string[]): Table | null {
    let table = from;
    for (const name of path) {
      const known = table[name];
      if (known === undefined) {
        const inner = this.newTable();
        table[name] = inner;
        table = inner;
        continue;
      }
      if (typeof known === 'object' && known !== null && this.#closed.has(known)) return null;
      const next = Array.isArray(known) ? (known as readonly JsonValue[]).at(-1) : known;
      if (!isTable(next)) return null;
      table = next;
    }
    return table;
  }
}

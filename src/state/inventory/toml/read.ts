/**
 * TOML 1.0 (toml.io) as lock files are written in it: whole of its syntax, with dates and times kept
 * as their text. The first fault ends the reading; nesting and the number of values are bounded.
 */
import type { Issue } from '../../../core/issue.ts';
import type { JsonObject, JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type InventoryIssueCode, inventoryIssue } from '../issues.ts';
import { scalarOf, TomlCursor, TomlFault } from './cursor.ts';
import { isTable, type Table, TableTree } from './tree.ts';

export type ReadToml =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly issue: Issue<InventoryIssueCode> };

export function readToml(text: string): ReadToml {
  const reader = new TomlReader(text);
  try {
    return { ok: true, value: reader.read() };
  } catch (fault) {
    if (!(fault instanceof TomlFault)) throw fault;
    const issue = inventoryIssue(fault.code, `line:${fault.line}`, fault.message, 'TOML 1.0');
    return { ok: false, issue };
  }
}

class TomlReader {
  readonly #cursor: TomlCursor;
  readonly #tree = new TableTree();
  #nodes = 0;

  constructor(text: string) {
    this.#cursor = new TomlCursor(text);
  }

  read(): JsonObject {
    const cursor = this.#cursor;
    let table: Table = this.#tree.root;
    for (cursor.skipLines(); !cursor.ended; cursor.skipLines()) {
      if (cursor.take('[[')) {
        table =
          this.#tree.openElement(this.#header(']]')) ?? this.#stop('is another thing already');
      } else if (cursor.take('[')) {
        table = this.#tree.openTable(this.#header(']')) ?? this.#stop('is defined twice');
      } else this.#assign(table, 0);
      cursor.endLine();
    }
    return this.#tree.root;
  }

  #header(close: string): readonly string[] {
    const path = this.#keys();
    if (!this.#cursor.take(close)) this.#stop(`is not closed with ${close}`);
    return path;
  }

  /** `a.b."c d"`: at most as many parts as values may nest. */
  #keys(): readonly string[] {
    const cursor = this.#cursor;
    const path: string[] = [];
    do {
      cursor.skipBlanks();
      path.push(cursor.key());
      cursor.skipBlanks();
      if (path.length > LIMITS.inventory.depth) this.#tooDeep();
    } while (cursor.take('.'));
    return path;
  }

  #assign(table: Table, depth: number): void {
    const path = this.#keys();
    if (!this.#cursor.take('=')) this.#stop('has no = behind it');
    this.#cursor.skipBlanks();
    const value = this.#value(depth);
    if (!this.#tree.assign(table, path, value)) this.#stop(`gives ${path.join('.')} twice`);
  }

  #value(depth: number): JsonValue {
    if (depth > LIMITS.inventory.depth) this.#tooDeep();
    if (++this.#nodes > LIMITS.inventory.nodes) {
      throw new TomlFault('inventory-size', this.#cursor.line, 'More values than the bound');
    }
    if (this.#cursor.take('[')) return this.#array(depth);
    if (this.#cursor.take('{')) return this.#inlineTable(depth);
    const text = this.#cursor.string();
    return text ?? scalarOf(this.#cursor);
  }

  #array(depth: number): JsonValue {
    const cursor = this.#cursor;
    const list: JsonValue[] = [];
    for (;;) {
      cursor.skipLines();
      if (cursor.take(']')) break;
      list.push(this.#value(depth + 1));
      cursor.skipLines();
      if (cursor.take(',')) continue;
      if (!cursor.take(']')) this.#stop('is an array without its end');
      break;
    }
    this.#tree.close(list);
    return list;
  }

  /** TOML 1.1 lets an inline table span lines and end with a comma; so do tools of today. */
  #inlineTable(depth: number): JsonValue {
    const cursor = this.#cursor;
    const table = this.#tree.newTable();
    for (;;) {
      cursor.skipLines();
      if (cursor.take('}')) break;
      this.#assign(table, depth + 1);
      cursor.skipLines();
      if (cursor.take(',')) continue;
      if (!cursor.take('}')) this.#stop('is an inline table without its end');
      break;
    }
    this.#tree.close(table);
    for (const value of Object.values(table)) if (isTable(value)) this.#tree.close(value);
    return table;
  }

  #tooDeep(): never {
    const detail = `Nested deeper than ${LIMITS.inventory.depth}`;
    throw new TomlFault('inventory-size', this.#cursor.line, detail);
  }

  #stop(what: string): never {
    throw new TomlFault('inventory-syntax', this.#cursor.line, `Line ${this.#cursor.line} ${what}`);
  }
}

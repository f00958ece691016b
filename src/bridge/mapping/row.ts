/** What a bridge does with each place of its source, as data: docs/conversions.md is made of it. */

/** One row: a place of the source, where it goes, and why what does not go there is lost. */
export interface MappingRow {
  /**
   * JSON pointer in the source; `*` is any index or member. A row holds for everything below it
   * for which no row says more.
   */
  readonly path: string;
  /** Where it goes in the result; absent where it is always lost. */
  readonly to?: string;
  /** Why it is lost, or, beside `to`, why it is lost where it could not go there. */
  readonly lost?: string;
}

/** All that a direction of a bridge does. */
export interface Mapping {
  /** Name of the source and of the target as `convert` knows them. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly MappingRow[];
}

/** Rows by the tokens of their paths. */
export interface RowNode {
  readonly row?: MappingRow;
  readonly children: ReadonlyMap<string, RowNode>;
}

interface Growing {
  row?: MappingRow;
  readonly children: Map<string, Growing>;
}

/** The rows as a tree, for a walk along the source. */
export function rowTree(rows: readonly MappingRow[]): RowNode {
  const root: Growing = { children: new Map() };
  for (const row of rows) {
    let node = root;
    for (const token of row.path.split('/').slice(1)) {
      let child = node.children.get(token);
      if (child === undefined) {
        child = { children: new Map() };
        node.children.set(token, child);
      }
      node = child;
    }
    node.row = row;
  }
  return root;
}

/** The node of a member: its own, else that of any member. */
export function childRow(node: RowNode | undefined, token: string): RowNode | undefined {
  return node?.children.get(token) ?? node?.children.get('*');
}

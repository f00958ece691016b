/** What the index keeps of a record: its head, and its statements under the keys that they mean. */
import type { JsonObject } from '../../core/json/index.ts';

export type StatementKind = 'osv' | 'cve' | 'nvd' | 'csaf';

/** One thing that a record says, as small as it can be kept. */
export interface Statement {
  readonly kind: StatementKind;
  /** What is asked when a component has one of the keys. */
  readonly keys: readonly string[];
  readonly body: JsonObject;
}

export interface RecordHead {
  /** Id that people know it by. */
  readonly id: string;
  /** `osv`, `cve`, `nvd`, `csaf:PUBLISHER`. */
  readonly source: string;
  readonly aliases: readonly string[];
  readonly upstream: readonly string[];
  /** Who says it and when, for statements that may close a finding. */
  /** What it tells beside its statements: see `tellsOf`. */
  readonly tells?: readonly string[];
  readonly author?: string;
  readonly time?: string;
}

export interface ReadRecord {
  /** One for all revisions of a record. */
  readonly identity: string;
  /** Sorts revisions; a later one replaces. */
  readonly revision: string;
  readonly head: RecordHead;
  /** Withdrawn, rejected, superseded: it says nothing any more. */
  readonly withdrawn: boolean;
  /** Ids that stand for a rejected one. */
  readonly replacedBy: readonly string[];
  /** Of NVD, and without applicability: not analysed. */
  readonly unanalysed: boolean;
  readonly statements: readonly Statement[];
  /** Ecosystems, with their releases, that it speaks of. */
  readonly covers: readonly { readonly ecosystem: string; readonly release: string | null }[];
}

export function silent(
  identity: string,
  revision: string,
  head: RecordHead,
  replacedBy: readonly string[] = [],
): ReadRecord {
  return {
    identity,
    revision,
    head,
    withdrawn: true,
    replacedBy,
    unanalysed: false,
    statements: [],
    covers: [],
  };
}

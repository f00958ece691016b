/** What a profile changes: how a key is found, and when two values are equal. */
import type { Constant, ObjectPath } from '../tree.ts';
import type { ValueTest } from './compare.ts';
import type { KeyRule } from './path.ts';

export interface Rules {
  readonly key?: KeyRule;
  /** A test of equality with one of the constants; null where the standard's own holds. */
  readonly equality?: (path: ObjectPath, constants: readonly Constant[]) => ValueTest | null;
}

/** STIX 2.1 as it stands. */
export const STRICT: Rules = {};

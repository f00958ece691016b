/** A regular expression of OVAL (the common subset of Perl 5's) as a tree. */
import type { CharSet } from './set.ts';

export type RegexNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly number: number; readonly body: RegexNode }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly least: number;
      /** -1 for any number. */
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'at'; readonly at: RegexAnchor }
  | {
      readonly kind: 'look';
      readonly ahead: boolean;
      readonly negated: boolean;
      /** Each a row of characters, all that can be looked for in bounded time. */
      readonly rows: readonly (readonly CharSet[])[];
    };

/** Places that match without a character. */
export type RegexAnchor = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'lastEnd' | 'word' | 'noWord';

export interface RegexFlags {
  readonly ignoreCase?: boolean;
  /** `^` and `$` match at lines. */
  readonly multiline?: boolean;
  /** `.` matches line ends. */
  readonly singleline?: boolean;
}

/** Why an expression cannot be used. */
export interface RegexFault {
  /** `broken`: no dialect takes it; `unsupported`: it cannot be run in linear time, or is unknown. */
  readonly kind: 'broken' | 'unsupported';
  readonly reason: string;
}

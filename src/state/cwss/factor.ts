/** What a factor of CWSS is. */

/** Groups of factors; each has a sub-score (CWSS 1.0.1 §2). */
export type CwssGroup = 'base' | 'attackSurface' | 'environmental';

/** One value of a factor: code, name and weight, 0 to 1. */
export type CwssValue = readonly [code: string, title: string, weight: number];

export interface CwssFactor {
  readonly name: string;
  readonly title: string;
  readonly group: CwssGroup;
  /** Without Quantified (`Q`), whose weight stands in the vector. */
  readonly values: readonly CwssValue[];
}

/** Code of a value whose weight the vector itself gives. */
export const QUANTIFIED = 'Q';

/**
 * Three truth values (Kleene): a pattern matches, does not, or cannot be told. Numbers, so that AND
 * is the least, OR the greatest and NOT the mirror image.
 */
export type Truth = 0 | 1 | 2;

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

export function not(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

export function truthOf(value: boolean): Truth {
  return value ? YES : NO;
}

/** As callers read it: true, false, or null where it cannot be told. */
export function verdictOf(truth: Truth): boolean | null {
  return truth === UNKNOWN ? null : truth === YES;
}

/**
 * The truth tables of OVAL Common Schema (OperatorEnumeration, CheckEnumeration,
 * ExistenceEnumeration) and OVAL Definitions Schema (SetOperatorEnumeration), row for row. A row
 * gives how many of each there are (`0+` any, `1+` at least one, `0,1` at most one) and the result.
 */
import type {
  OvalCheck,
  OvalExistence,
  OvalFlag,
  OvalOperator,
  OvalSetOperator,
} from '../words.ts';

/** Columns: true, false, error, unknown, not evaluated, not applicable. */
const ALL = `
1+   0    0    0    0    0+ | true
0+   1+   0+   0+   0+   0+ | false
0+   0    1+   0+   0+   0+ | error
0+   0    0    1+   0+   0+ | unknown
0+   0    0    0    1+   0+ | not evaluated
0    0    0    0    0    1+ | not applicable`;
const ANY = `
1+   0+   0+   0+   0+   0+ | true
0    1+   0    0    0    0+ | false
0    0+   1+   0+   0+   0+ | error
0    0+   0    1+   0+   0+ | unknown
0    0+   0    0    1+   0+ | not evaluated
0    0    0    0    0    1+ | not applicable`;
const ONE = `
1    0+   0    0    0    0+ | true
2+   0+   0+   0+   0+   0+ | false
0    1+   0    0    0    0+ | false
0,1  0+   1+   0+   0+   0+ | error
0,1  0+   0    1+   0+   0+ | unknown
0,1  0+   0    0    1+   0+ | not evaluated
0    0    0    0    0    1+ | not applicable`;
const NONE = `
0    1+   0    0    0    0+ | true
1+   0+   0+   0+   0+   0+ | false
0    0+   1+   0+   0+   0+ | error
0    0+   0    1+   0+   0+ | unknown
0    0+   0    0    1+   0+ | not evaluated
0    0    0    0    0    1+ | not applicable`;
// "even" of the chart has no row where all are not applicable: that row comes last there.
const XOR = `
0    0    0    0    0    1+ | not applicable
odd  0+   0    0    0    0+ | true
even 0+   0    0    0    0+ | false
0+   0+   1+   0+   0+   0+ | error
0+   0+   0    1+   0+   0+ | unknown
0+   0+   0    0    1+   0+ | not evaluated`;

/** Of results under an operator. */
export const OPERATOR_TABLES: Readonly<Record<OvalOperator, string>> = {
  AND: ALL,
  OR: ANY,
  ONE,
  XOR,
};

/** Of results under a check. `none exist` is read as `none satisfy` (deprecated since 5.3). */
export const CHECK_TABLES: Readonly<Record<OvalCheck, string>> = {
  all: ALL,
  'at least one': ANY,
  'only one': ONE,
  'none satisfy': NONE,
  'none exist': NONE,
};

/** Columns: exists, does not exist, error, not collected. */
export const EXISTENCE_TABLES: Readonly<Record<OvalExistence, string>> = {
  all_exist: `
1+   0    0    0  | true
0    0    0    0  | false
0+   1+   0+   0+ | false
0+   0    1+   0+ | error
0+   0    0    1+ | unknown`,
  any_exist: `
0+   0+   0    0+ | true
1+   0+   1+   0+ | true
0    0+   1+   0+ | error`,
  at_least_one_exists: `
1+   0+   0+   0+ | true
0    0+   0    0  | false
0    0+   1+   0+ | error
0    0+   0    1+ | unknown`,
  none_exist: `
0    0+   0    0  | true
1+   0+   0+   0+ | false
0    0+   1+   0+ | error
0    0+   0    1+ | unknown`,
  only_one_exists: `
1    0+   0    0  | true
2+   0+   0+   0+ | false
0    0+   0    0  | false
0,1  0+   1+   0+ | error
0,1  0+   0    1+ | unknown`,
};

/** Order of the rows and columns of the tables below: E C I DNE NC NA. */
export const FLAG_ORDER: readonly OvalFlag[] = [
  'error',
  'complete',
  'incomplete',
  'does not exist',
  'not collected',
  'not applicable',
];

/** Flags of sets: the row is that of the second set or object, the column that of the first. */
export const SET_TABLES: Readonly<Record<OvalSetOperator, string>> = {
  UNION: `
E E E E   E  E
E C I C   I  C
E I I I   I  I
E C I DNE I  DNE
E I I I   NC NC
E C I DNE NC NA`,
  INTERSECTION: `
E   E   E   DNE E   E
E   C   I   DNE NC  C
E   I   I   DNE NC  I
DNE DNE DNE DNE DNE DNE
E   NC  NC  DNE NC  NC
E   C   I   DNE NC  NA`,
  COMPLEMENT: `
E E  E  DNE E  E
E C  I  DNE NC E
E E  E  DNE NC E
E C  I  DNE NC E
E NC NC DNE NC E
E E  E  E   E  E`,
};

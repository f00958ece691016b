/**
 * What a caller is told who may not: who is not authenticated learns that credentials may help
 * (TAXII 2.1 §1.6.9), anybody else gets one answer for hidden and absent.
 */
import type { TaxiiHouse } from '../port.ts';
import { refused } from './problem.ts';

type Caller = Pick<TaxiiHouse, 'caller'>;

/** For what this caller cannot see, whether it exists or not. */
export function absent({ caller }: Caller) {
  return refused(caller.anonymous ? 'unauthenticated' : 'not-found');
}

/** For what this caller sees but may not do. */
export function denied({ caller }: Caller) {
  return refused(caller.anonymous ? 'unauthenticated' : 'forbidden');
}

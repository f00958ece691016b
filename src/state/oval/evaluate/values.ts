/** Values of a variable or of one of its components, with the flag of what they rest on. */
import type { OvalFlag } from '../words.ts';

export interface Values {
  readonly flag: OvalFlag;
  readonly values: readonly string[];
  /** Why there are none; empty where there is nothing to say. */
  readonly reason: string;
}

export function complete(values: readonly string[]): Values {
  return { flag: 'complete', values, reason: '' };
}

export function failed(reason: string, flag: OvalFlag = 'error'): Values {
  return { flag, values: [], reason };
}

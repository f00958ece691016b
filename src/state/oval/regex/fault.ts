/** How the parser of regular expressions stops. */
import type { RegexFault } from './tree.ts';

/** Stops the parser: the fault is the result. */
export class Fault extends Error {
  readonly fault: RegexFault;
  constructor(kind: RegexFault['kind'], reason: string) {
    super(reason);
    this.fault = { kind, reason };
  }
}

/**
 * Handles: proof that a reader found a membership for a viewer. They are made here only, by an
 * adapter's reader, and a writer takes nothing else; an object that merely looks like one is
 * refused, so that a route that forgot to ask the reader cannot change anything.
 */
import { CybexError } from '../core/error.ts';
import type { AuthorisedRecord } from './port.ts';

const made = new WeakSet<object>();

/** `organisation` is the viewer's own; `own` when that organisation added the membership. */
export function authorise(
  membership: number,
  organisation: string,
  own: boolean,
): AuthorisedRecord {
  const handle = Object.freeze({ membership, organisation, own });
  made.add(handle);
  return handle as unknown as AuthorisedRecord;
}

/** Throws CybexError `invalid-argument` for what no reader gave out. */
export function assertAuthorised(handles: readonly AuthorisedRecord[]): void {
  for (const handle of handles) {
    if (!made.has(handle)) {
      throw new CybexError('invalid-argument', 'a record may be changed by a reader’s handle only');
    }
  }
}

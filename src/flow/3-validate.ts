/**
 * Stage 3. What is fatal for a record: an error among its issues, or no record at all.
 * Error exit: the piece goes to quarantine with its issues; the good records of a mixed delivery
 * go on.
 */
import type { Piece } from '../core/codec.ts';
import { hasErrors } from '../core/issue.ts';
import type { DecodedRecord } from '../core/record.ts';

export type Validated =
  | { readonly kind: 'accepted'; readonly piece: Piece; readonly record: DecodedRecord }
  | { readonly kind: 'refused'; readonly piece: Piece; readonly bytes: Uint8Array }
  | { readonly kind: 'closing'; readonly piece: Piece };

export function validate(piece: Piece): Validated {
  if (piece.bytes === undefined) return { kind: 'closing', piece };
  if (piece.record === undefined || hasErrors(piece.issues)) {
    return { kind: 'refused', piece, bytes: piece.bytes };
  }
  return { kind: 'accepted', piece, record: piece.record };
}

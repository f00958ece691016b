/**
 * Stage 3. What is fatal for a record: an error among its issues, no record at all, or the wrong
 * container around it. Error exit: the piece goes to quarantine with its issues; the good records
 * of a mixed delivery go on.
 */
import type { Piece } from '../core/codec.ts';
import { hasErrors } from '../core/issue.ts';
import type { DecodedRecord } from '../core/record.ts';
import { NOT_AN_ENVELOPE } from './1-receive.ts';
import type { Delivery } from './delivery.ts';

export type Validated =
  | { readonly kind: 'accepted'; readonly piece: Piece; readonly record: DecodedRecord }
  | { readonly kind: 'refused'; readonly piece: Piece; readonly bytes: Uint8Array }
  /** Skeleton only: bytes around the records, and findings on the delivery as a whole. */
  | { readonly kind: 'around'; readonly piece: Piece };

export function validate(piece: Piece, delivery: Delivery): Validated {
  const { bytes, record } = piece;
  if (bytes === undefined) return { kind: 'around', piece };
  if (delivery.envelope && !piece.path.startsWith('/objects/')) {
    return { kind: 'refused', piece: { ...piece, issues: [NOT_AN_ENVELOPE] }, bytes };
  }
  if (record === undefined || hasErrors(piece.issues)) return { kind: 'refused', piece, bytes };
  return { kind: 'accepted', piece, record };
}

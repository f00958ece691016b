/**
 * Stage 6. One chunk of at most 100 items in one transaction; a decision whose grounds have
 * changed meanwhile is made again. Error exit: full disk, lost database → the error reaches the
 * sender, nothing of the chunk is stored, the parcel stays open.
 */
import { CybexError } from '../core/error.ts';
import type { Chunk, ItemOutcome } from '../store/port.ts';
import type { FlowHouse } from './house.ts';

const ATTEMPTS_MAX = 8;

/** `decideAgain` gives the chunk under the policy of now; called once per attempt. */
export async function store(
  decideAgain: () => Promise<Chunk>,
  house: FlowHouse,
): Promise<{ readonly chunk: Chunk; readonly outcomes: readonly ItemOutcome[] }> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const chunk = await decideAgain();
    const outcome = await house.writer.append(chunk);
    if (outcome.kind === 'committed') return { chunk, outcomes: outcome.items };
  }
  throw new CybexError('stale', 'The policy kept changing while this delivery was decided.', {
    retryAfter: 1,
  });
}

/**
 * Stage 2. The parcel's bytes are cut into records by the codec of their format.
 * Error exit: no codec takes it → the whole delivery is kept in quarantine, and the report names
 * the formats that are known, or the one that is known and not stored.
 */
import type { Piece } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';
import { LIMITS } from '../core/limits.ts';
import type { Received } from './1-receive.ts';
import { CHECKED, codecByName, codecBySniff } from './codecs.ts';
import type { FlowHouse } from './house.ts';
import { formatNotStored, formatUnknown } from './issues.ts';

export interface Decoded {
  readonly received: Received;
  /** `unknown` when no codec took it. */
  readonly format: string;
  readonly pieces: AsyncIterable<Piece>;
}

export function decode(received: Received, house: FlowHouse): Decoded {
  const { delivery, head } = received;
  const codec = delivery.format
    ? codecByName(house.codecs, delivery.format)
    : (codecBySniff(house.codecs, head) ?? codecByName(house.codecs, delivery.head.mediaType));
  if (codec === null) {
    const named = delivery.format;
    const read = named === undefined ? codecBySniff(CHECKED, head) : codecByName(CHECKED, named);
    const why = read === null ? formatUnknown(house.codecs, named) : formatNotStored(read);
    return { received, format: 'unknown', pieces: untaken(received.stream, why) };
  }
  const pieces = codec.records(received.stream, delivery.options);
  return { received, format: codec.format, pieces };
}

/** Kept as it came, in pieces that the quarantine can hold. */
async function* untaken(stream: AsyncIterable<Uint8Array>, found: Issue): AsyncGenerator<Piece> {
  const issues: Issue[] = [{ ...found, message: `${found.message} It is kept in quarantine.` }];
  const gap = new Uint8Array(0);
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of stream) {
    held.push(bytes);
    length += bytes.length;
    if (length >= LIMITS.json.recordBytes) {
      yield { gap, bytes: Buffer.concat(held, length), path: '', issues };
      held = [];
      length = 0;
    }
  }
  if (length > 0) yield { gap, bytes: Buffer.concat(held, length), path: '', issues };
  yield { gap, path: '', issues };
}

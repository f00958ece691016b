/** What the nine stages work with. Filled by hub/compose, by the tests with a few lines. */
import type { Clock } from '../core/clock.ts';
import type { Codec } from '../core/codec.ts';
import type { Directory, Operations, Writer } from '../store/port.ts';
import type { ProjectionAuthor } from './projection/derive.ts';

export interface FlowHouse {
  readonly codecs: readonly Codec[];
  readonly writer: Writer;
  readonly operations: Operations;
  readonly clock: Clock;
  /** The directory as of the present policy epoch. */
  directory(): Promise<Directory>;
  /** Organisation whose word on a creator's objects goes before others', by creator id. */
  readonly authorities: ReadonlyMap<string, string>;
  /** Who makes STIX of other formats; absent where nobody does. */
  readonly projection?: ProjectionAuthor;
}

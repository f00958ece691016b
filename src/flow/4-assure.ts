/**
 * Stage 4. How sure we are of who speaks. Among several visible variants of one version the feed
 * serves the one signed by its creator, then the configured authority's, then the earliest.
 * Error exit: none; what is not assured is simply less preferred.
 */
import type { DecodedRecord } from '../core/record.ts';
import type { FlowHouse } from './house.ts';

/** 0 signed by its creator, 1 from the authority configured for its creator, 2 any other source. */
export type Preference = 0 | 1 | 2;

export function assure(record: DecodedRecord, organisation: string, house: FlowHouse): Preference {
  const { creator } = record.identity;
  const authority = creator !== undefined && house.authorities.get(creator) === organisation;
  return authority ? 1 : 2;
}

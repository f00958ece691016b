/** The hub as the author of what it makes of other formats for feeds. */
import type { Clock } from '../core/clock.ts';
import { microsToTimestamp } from '../core/timestamp.ts';
import { uuidV5 } from '../core/uuid.ts';
import type { ProjectionAuthor } from '../flow/index.ts';
import type { House } from '../store/port.ts';

/** Name under which the house keeps it. */
const KEPT = 'projection-author';

interface Kept {
  readonly name: string;
  readonly created: string;
  readonly modified: string;
}

/**
 * Its ids are made in the house's own namespace, so that they stay what they are over restarts and
 * restores. It exists from the first start, not from the first projection: when that was is nobody's
 * business who does not see what was projected.
 */
export async function projectionAuthor(
  { operations }: House,
  name: string,
  clock: Clock,
): Promise<ProjectionAuthor> {
  const { id: namespace } = await operations.state();
  const kept = (await operations.kept(KEPT)).get(KEPT) as Kept | undefined;
  const now = `${microsToTimestamp(clock.now()).slice(0, 23)}Z`;
  const said = kept?.name === name ? kept : { name, created: kept?.created ?? now, modified: now };
  if (said !== kept) await operations.keep(KEPT, said);
  const { created, modified } = said;
  return {
    namespace,
    identity: {
      type: 'identity',
      spec_version: '2.1',
      id: `identity--${uuidV5(namespace, 'identity:hub')}`,
      created,
      modified,
      name,
      identity_class: 'system',
    },
  };
}

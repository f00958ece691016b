/** A viewer in the house: what he may see, in the snapshot that he is shown. */
import type { Clock } from '../../core/clock.ts';
import type { Viewer } from '../port.ts';
import { type Connections, inSnapshot } from './connect.ts';
import type { Access, Current } from './current.ts';
import type { Snapshot } from './page-rows.ts';

/** A viewer's way into the house: entitlement, kept while it holds. */
export class Visit {
  readonly connections: Connections;
  readonly current: Current;
  readonly clock: Clock;
  readonly viewer: Viewer;

  constructor(connections: Connections, current: Current, clock: Clock, viewer: Viewer) {
    this.connections = connections;
    this.current = current;
    this.clock = clock;
    this.viewer = viewer;
  }

  /** Entitlement by what the process knows; null when it knows nothing yet. */
  presumed(): Access | null {
    return this.current.access(this.viewer);
  }

  /** Runs `work` on one snapshot, with the entitlement that is in force in it. */
  within<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const { current, clock } = this;
    return inSnapshot(this.connections.pages, async (runner) => {
      const epochs = await current.bringUpTo(runner);
      const access = this.presumed();
      if (access === null) throw new RangeError('a snapshot brings a directory');
      return work({ runner, current, clock, epochs, access });
    });
  }
}

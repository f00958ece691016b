/**
 * What the house does by itself: follows its outbox, ends embargoes on time, lets go what
 * retention no longer keeps, pulls feeds when they are due. Every failure is logged and tried
 * again; nothing here is needed for an answer to be right.
 */
import { CybexError } from '../../core/error.ts';
import type { Hub } from '../hub.ts';
import { pullDueFeeds, pushDuePeers } from './feeds.ts';

const IDLE_MILLISECONDS = 1_000;
const RETENTION_MILLISECONDS = 60 * 60 * 1000;
const RELEASE_BATCH = 1_000;

export class Upkeep {
  readonly #hub: Hub;
  readonly #correlate: () => Promise<number>;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #retainedAt = 0;

  constructor(hub: Hub, correlateOnce: () => Promise<number>) {
    this.#hub = hub;
    this.#correlate = correlateOnce;
  }

  start(): void {
    this.#plan(0);
  }

  /** Something was stored: look now. */
  wake(): void {
    this.#plan(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #plan(milliseconds: number): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#round());
    }, milliseconds);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    if (this.#stopped) return;
    let again = false;
    for (const [name, step] of Object.entries(this.#steps)) {
      try {
        again = (await step()) || again;
      } catch (error) {
        if (this.#stopped) return;
        this.#hub.log.error({ step: name, error }, 'upkeep failed; it will be tried again');
        // One fault does not hold up the other steps, but a store that takes nothing fails them all.
        if (isOfTheStore(error)) break;
      }
    }
    this.#plan(again ? 0 : IDLE_MILLISECONDS);
  }

  /** Each tells whether there is more of it to do at once. */
  readonly #steps: Readonly<Record<string, () => Promise<boolean>>> = {
    outbox: async () => (await this.#correlate()) > 0,
    embargoes: async () => {
      const { house, clock } = this.#hub;
      return (await house.writer.release(clock.now(), RELEASE_BATCH)).released === RELEASE_BATCH;
    },
    retention: async () => {
      if (performance.now() - this.#retainedAt < RETENTION_MILLISECONDS) return false;
      this.#retainedAt = performance.now();
      await this.#hub.house.writer.retain(this.#hub.clock.now());
      return false;
    },
    feeds: async () => {
      await pullDueFeeds(this.#hub);
      return false;
    },
    peers: async () => {
      await pushDuePeers(this.#hub);
      return false;
    },
  };
}

function isOfTheStore(error: unknown): boolean {
  return (
    error instanceof CybexError && (error.code === 'storage-full' || error.code === 'unavailable')
  );
}

/**
 * What the house does by itself: follows its outbox, ends embargoes on time, lets go what
 * retention no longer keeps, pulls feeds when they are due. Every failure is logged and tried
 * again; nothing here is needed for an answer to be right.
 */
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
    const { house, clock, log } = this.#hub;
    let again = false;
    try {
      again = (await this.#correlate()) > 0;
      const { released } = await house.writer.release(clock.now(), RELEASE_BATCH);
      again ||= released === RELEASE_BATCH;
      if (performance.now() - this.#retainedAt > RETENTION_MILLISECONDS) {
        this.#retainedAt = performance.now();
        await house.writer.retain(clock.now());
      }
      await pullDueFeeds(this.#hub);
      await pushDuePeers(this.#hub);
    } catch (error) {
      if (!this.#stopped) log.error({ error }, 'upkeep failed; it will be tried again');
    }
    this.#plan(again ? 0 : IDLE_MILLISECONDS);
  }
}

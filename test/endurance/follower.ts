/** A reader that follows a collection by `added_after` or by `next`, and notes what it meets. */
import { objectsUrl, page } from './house.ts';

export interface FollowerPlace {
  readonly name: string;
  readonly url: string;
  readonly authorization: string;
  readonly collection: string;
  readonly by: 'added_after' | 'next';
  /** Draws from 0 to 1, for the sizes of pages. */
  readonly draw: () => number;
}

export class Follower {
  readonly place: FollowerPlace;
  /** Times at which each object was received, by its id and version. */
  readonly met = new Map<string, number[]>();
  #after: string | undefined;

  constructor(place: FollowerPlace) {
    this.place = place;
  }

  /** What a walk from the start meets now. */
  async fresh(): Promise<ReadonlySet<string>> {
    const fresh = new Follower({ ...this.place, by: 'next' });
    await fresh.pass();
    return new Set(fresh.met.keys());
  }

  /** One pass: pages until the server says that there is no more; returns how many it met. */
  async pass(): Promise<number> {
    const { url, collection, by, authorization, draw } = this.place;
    const target = objectsUrl(url, collection);
    let met = 0;
    let next: string | undefined;
    // Beside a token the filters stay as they were at the start of the pass (TAXII 2.1 §3.5).
    const start = this.#after;
    for (;;) {
      const query: Record<string, string> = {
        limit: String(1 + Math.floor(draw() * 300)),
        'match[version]': 'all',
      };
      const after = by === 'next' ? start : this.#after;
      if (after !== undefined) query.added_after = after;
      if (next !== undefined) query.next = next;
      const answer = await page(target, authorization, query);
      this.#note(answer.objects);
      met += answer.objects.length;
      if (answer.objects.length > 0) this.#after = answer.last ?? this.#after;
      next = by === 'next' ? answer.next : undefined;
      if (!answer.more) return met;
    }
  }

  #note(objects: readonly { readonly id: string; readonly modified?: string }[]): void {
    const now = performance.now();
    for (const { id, modified = '' } of objects) {
      const key = `${id} ${modified}`;
      const times = this.met.get(key);
      if (times === undefined) this.met.set(key, [now]);
      else times.push(now);
    }
  }
}

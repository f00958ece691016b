/**
 * The labels that one principal may see over one channel. It is computed by the policy's own
 * function, label by label, kept, and extended as labels are added: the policy stands in the
 * query without a query per row.
 */
import type { Micros } from '../core/clock.ts';
import { LIMITS } from '../core/limits.ts';
import type { Channel, Principal } from '../core/principal.ts';
import { accessKey } from './access.ts';
import type { InternedLabel, LabelBook } from './label-book.ts';
import type { Sees } from './port.ts';

const HIDDEN = 0;
const VISIBLE = 1;
const OWNED = 2;

/** Visible labels of one (principal, channel). Times are checked at the page, not at the set. */
export class LabelView {
  readonly #principal: Principal;
  readonly #channel: Channel;
  readonly #sees: Sees;
  /** State by label number. */
  #states = new Uint8Array(64);
  #through = 0;
  /** Goes up when a label's time is over: what was counted by this view no longer holds. */
  generation = 0;
  /** Visible, not owned, and over at `until`; sorted, soonest last. */
  #ending: { readonly id: number; readonly until: Micros }[] = [];

  constructor(principal: Principal, channel: Channel, sees: Sees) {
    this.#principal = principal;
    this.#channel = channel;
    this.#sees = sees;
  }

  /** Takes up labels added since, and drops those whose time is over. */
  bringUpTo(book: LabelBook, highest: number, now: Micros): void {
    if (this.#through < highest) this.#extend(book, highest);
    for (let last = this.#ending.at(-1); last !== undefined && last.until <= now; ) {
      this.#states[last.id] = HIDDEN;
      this.generation++;
      this.#ending.pop();
      last = this.#ending.at(-1);
    }
  }

  sees(label: number): boolean {
    return (this.#states[label] ?? HIDDEN) !== HIDDEN;
  }

  /** The viewer's own organisation owns what carries this label: embargo and term do not bind it. */
  owns(label: number): boolean {
    return this.#states[label] === OWNED;
  }

  /** True when a membership with this label is visible; `embargoed` is its contest bit. */
  admits(label: number, embargoed: boolean): boolean {
    return embargoed ? this.owns(label) : this.sees(label);
  }

  #extend(book: LabelBook, highest: number): void {
    if (this.#states.length <= highest) {
      const grown = new Uint8Array(Math.max(highest + 1, this.#states.length * 2));
      grown.set(this.#states);
      this.#states = grown;
    }
    for (let id = this.#through + 1; id <= highest; id++) {
      const interned = book.get(id);
      if (interned !== undefined) this.#states[id] = this.#stateOf(interned);
    }
    this.#through = highest;
    this.#ending.sort((a, b) => b.until - a.until);
  }

  #stateOf(interned: InternedLabel): number {
    if (!this.#sees(this.#principal, interned.label, this.#channel)) return HIDDEN;
    const { organisation } = this.#principal;
    if (organisation !== '' && organisation === interned.label.owner) return OWNED;
    if (interned.until !== null) this.#ending.push({ id: interned.id, until: interned.until });
    return VISIBLE;
  }
}

/** Views by what decides them, the longest unused forgotten first. */
export class LabelViews {
  readonly #sees: Sees;
  readonly #views = new Map<string, LabelView>();

  constructor(sees: Sees) {
    this.#sees = sees;
  }

  /** The view of a principal as resolved against the directory of the page's own snapshot. */
  of(principal: Principal, channel: Channel): LabelView {
    const key = `${channel} ${accessKey(principal)}`;
    const known = this.#views.get(key);
    const view = known ?? new LabelView(principal, channel, this.#sees);
    if (known !== undefined) this.#views.delete(key);
    this.#views.set(key, view);
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= LIMITS.store.views) break;
      this.#views.delete(oldest);
    }
    return view;
  }
}

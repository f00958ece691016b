/** Scores over the days: one record a day, and no comparison across models. */
import type { EpssDay, EpssScore } from './day.ts';

/** How a score moved between two days. */
export interface EpssChange {
  readonly from: EpssScore;
  readonly to: EpssScore;
  /** Difference of the scores, or null when the model changed in between: then it says nothing. */
  readonly delta: number | null;
}

/** The days that are kept. A day that is given again replaces the earlier one. */
export class EpssHistory {
  readonly #days = new Map<string, EpssDay>();

  add(day: EpssDay): void {
    this.#days.set(day.date, day);
  }

  /** The days that are there, the earliest first. */
  get dates(): readonly string[] {
    return [...this.#days.keys()].sort();
  }

  /** The newest day that is not after the date; null when there is none. */
  dayAt(date: string): EpssDay | null {
    const last = this.dates.filter((own) => own <= date).at(-1);
    return last === undefined ? null : (this.#days.get(last) ?? null);
  }

  /** Scores of one vulnerability, the earliest first; days without it are left out. */
  series(cve: string): readonly EpssScore[] {
    return this.dates.flatMap((date) => this.#days.get(date)?.get(cve) ?? []);
  }

  /** Change between two days that both have the score; null when one has not. */
  change(cve: string, from: string, to: string): EpssChange | null {
    const [before, after] = [this.#days.get(from)?.get(cve), this.#days.get(to)?.get(cve)];
    if (!before || !after) return null;
    const delta = before.model === after.model ? after.score - before.score : null;
    return { from: before, to: after, delta };
  }
}

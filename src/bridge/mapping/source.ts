/**
 * A source that knows what was carried of it. Who builds the result takes values through a cursor,
 * and what nobody took is a loss: nothing can be forgotten silently.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';

/** Which members of which containers have been carried, each with everything below it. */
export class Ledger {
  readonly #carried = new Map<object, Set<string>>();

  carry(container: object, name: string): void {
    const names = this.#carried.get(container);
    if (names === undefined) this.#carried.set(container, new Set([name]));
    else names.add(name);
  }

  has(container: object, name: string): boolean {
    return this.#carried.get(container)?.has(name) === true;
  }
}

const NOTHING: JsonObject = Object.freeze({});

/** An object of the source; where there is none, one without members. */
export class Source {
  readonly value: JsonObject;
  readonly #ledger: Ledger;

  constructor(value: JsonValue | undefined, ledger: Ledger) {
    this.value = isJsonObject(value) ? value : NOTHING;
    this.#ledger = ledger;
  }

  /** The member as it stands; reading it carries nothing. */
  see(name: string): JsonValue | undefined {
    return Object.hasOwn(this.value, name) ? this.value[name] : undefined;
  }

  /** A text, seen and not carried; undefined where it is empty or no text. */
  seeText(name: string): string | undefined {
    const value = this.see(name);
    return typeof value === 'string' && value !== '' && value.isWellFormed() ? value : undefined;
  }

  /** A text that the result carries. */
  text(name: string): string | undefined {
    const value = this.seeText(name);
    if (value !== undefined) this.carry(name);
    return value;
  }

  /** A text that the result carries if it is fit for its place. */
  textIf(name: string, fits: (text: string) => boolean): string | undefined {
    const value = this.seeText(name);
    return value !== undefined && fits(value) ? this.text(name) : undefined;
  }

  /** Texts of a list that the result carries. */
  texts(name: string, fits: (text: string) => boolean = () => true): string[] {
    const list = this.see(name);
    if (!Array.isArray(list)) return [];
    return (list as readonly JsonValue[]).flatMap((entry, i) => {
      if (typeof entry !== 'string' || entry === '') return [];
      if (!entry.isWellFormed() || !fits(entry)) return [];
      this.#ledger.carry(list, String(i));
      return [entry];
    });
  }

  /** Says that the result carries one entry of a list. */
  carryEntry(name: string, index: number): void {
    const list = this.see(name);
    if (Array.isArray(list)) this.#ledger.carry(list, String(index));
  }

  /** An object below. */
  at(name: string): Source {
    return new Source(this.see(name), this.#ledger);
  }

  /** Objects of a list. */
  items(name: string): Source[] {
    const list = this.see(name);
    if (!Array.isArray(list)) return [];
    return (list as readonly JsonValue[])
      .filter(isJsonObject)
      .map((entry) => new Source(entry, this.#ledger));
  }

  /** Says that the result carries members with all that is below them. */
  carry(...names: readonly string[]): void {
    for (const name of names) {
      if (Object.hasOwn(this.value, name)) this.#ledger.carry(this.value, name);
    }
  }

  /** Says that the result carries the whole object. */
  carryAll(): void {
    this.carry(...Object.keys(this.value));
  }
}

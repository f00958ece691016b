/** Where a check stands in the document, and what it found there. */
import type { JsonValue } from '../../../core/json/index.ts';
import { joinPointer } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { SchemaCode } from './codes.ts';

/** One thing that a JSON schema forbids. */
export interface SchemaFault {
  readonly code: SchemaCode;
  /** JSON pointer of the instance, as JSON Schema's instanceLocation. */
  readonly path: string;
  readonly message: string;
}

/** Parts of the document that have a schema of their own and a test that speaks of it. */
export type SchemaPart = 'document' | 'cvss' | 'ssvc' | 'extension';

/** A rule of the schema, given the value and the place. */
export type Check = (value: JsonValue, walk: Walk) => void;

/** Findings of one walk; every list is bounded, so that a hostile document cannot fill memory. */
export class Walk {
  /** Everything that the schema forbids. */
  readonly faults: SchemaFault[] = [];
  /** Of those, what lies in a part with a schema of its own. */
  readonly parts: Readonly<Record<SchemaPart, SchemaFault[]>> = {
    document: [],
    cvss: [],
    ssvc: [],
    extension: [],
  };
  /** Members that no schema knows, whether or not it forbids them (test 6.2.20). */
  readonly additional: SchemaFault[] = [];
  part: SchemaPart = 'document';
  readonly #place: (string | number)[] = [];

  readonly #stamps = new Map<string, number>();
  #list = 0;

  /**
   * True when a text stands twice in the list. One map for all lists of a walk: a set for each
   * would be made and thrown away for every list of product ids.
   */
  hasRepeated(texts: readonly string[]): boolean {
    const list = ++this.#list;
    for (const text of texts) {
      if (this.#stamps.get(text) === list) return true;
      this.#stamps.set(text, list);
    }
    return false;
  }

  enter(token: string | number): void {
    this.#place.push(token);
  }

  leave(): void {
    this.#place.pop();
  }

  /** Notes a fault at the present place. */
  fault(code: SchemaCode, message: string): void {
    const part = this.parts[this.part];
    const full = this.faults.length >= LIMITS.json.issuesPerRecord;
    if (full && part.length >= LIMITS.json.issuesPerRecord) return;
    const fault = { code, path: joinPointer(this.#place), message };
    if (!full) this.faults.push(fault);
    if (part.length < LIMITS.json.issuesPerRecord) part.push(fault);
  }

  /** Notes a member that the schema does not know; an error where the object is closed. */
  unknown(name: string, closed: boolean): void {
    this.enter(name);
    const message = `The property ${JSON.stringify(name.slice(0, 80))} is not defined here.`;
    if (closed) this.fault('csaf-schema-additional', message);
    if (this.additional.length < LIMITS.json.issuesPerRecord) {
      const path = joinPointer(this.#place);
      this.additional.push({ code: 'csaf-schema-additional', path, message });
    }
    this.leave();
  }
}

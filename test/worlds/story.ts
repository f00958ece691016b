/**
 * The history of a random world as a list of steps, and one thing in it that must stay hidden from
 * the low principal. The world without it is the same list with the hidden steps and the hidden
 * objects left out.
 */
import type { Tlp } from '../../src/core/label.ts';
import type { Collection, DirectoryChange } from '../../src/store/port.ts';
import type { Random } from '../hostile/random.ts';
import {
  type ContentType,
  CREATORS,
  content,
  isVersioned,
  type Json,
  LATE_MARKINGS,
  STRANGER_MARKING,
  soon,
  specFor,
  statement,
  TLP,
  TYPES,
  uuid,
  versionTime,
} from './content.ts';
import { type Brought, brought } from './documents.ts';
import { Hider, type Kept } from './secret.ts';
import type { Society } from './society.ts';

export interface StepObject {
  readonly json: Json;
  readonly hidden: boolean;
}

export type Step =
  | {
      readonly kind: 'deliver';
      readonly organisation: string;
      readonly collection: string;
      readonly objects: readonly StepObject[];
      /** Embargo and term of the whole delivery. */
      readonly from?: string;
      readonly until?: string;
      /** Under this name its status is remembered. */
      readonly name: string;
      readonly hidden: boolean;
    }
  | {
      /** One record of another format than STIX. */
      readonly kind: 'bring';
      readonly organisation: string;
      readonly collection: string;
      readonly document: Brought;
      readonly from?: string;
      readonly until?: string;
      readonly hidden: boolean;
    }
  | {
      readonly kind: 'remove';
      readonly organisation: string;
      readonly collection: string;
      readonly id: string;
      readonly version?: string;
      readonly hidden: boolean;
    }
  | {
      readonly kind: 'directory';
      readonly changes: readonly DirectoryChange[];
      readonly hidden: boolean;
    }
  | { readonly kind: 'ask'; readonly hidden: false };

export interface Story extends Kept {
  /** Every object id that occurs, and some that do not. */
  readonly ids: readonly string[];
  readonly delivered: readonly Delivered[];
}

/** Something that is delivered in both worlds. */
export interface Delivered {
  readonly json: Json;
  readonly id: string;
  readonly type: ContentType;
  readonly version: number;
  readonly organisation: string;
  readonly collection: Collection;
  /** Index of its step. */
  readonly step: number;
}

export function tellStory(society: Society, asks: number, random: Random): Story {
  const own = Array.from({ length: 10 }, () => {
    const type = random.pick(TYPES);
    return { type, id: `${type}--${uuid(random)}` };
  });
  const secretType = random.pick(TYPES);
  const secretId = `${secretType}--${uuid(random)}`;
  const points = [...own.map(({ id }) => id), secretId, ...CREATORS];
  const teller = new Teller(society, points, random);
  for (let i = 0; i < 12; i++) teller.happen(own);
  const kept = new Hider(society, points, random, teller).hide({ type: secretType, id: secretId });
  const ids = [...own.map(({ id }) => id), ...CREATORS, ...LATE_MARKINGS, STRANGER_MARKING];
  const absent = own.map(({ type }) => `${type}--${uuid(random)}`).slice(0, 2);
  return {
    ...kept,
    steps: withAsks(kept.steps, asks, random),
    delivered: teller.delivered,
    ids: [...ids, secretId, ...absent, ...documentsIn(kept.steps)],
  };
}

/** Ids of other formats, and one that nobody brings; those of CSAF are no part of an address. */
function documentsIn(steps: readonly Step[]): string[] {
  const ids = steps.flatMap((step) => (step.kind === 'bring' ? [step.document.id] : []));
  return ids.length === 0
    ? []
    : [...new Set(ids.filter((id) => !id.includes(' '))), 'CVE-2031-1009'];
}

/** Questions at the end, and some of them in between. */
function withAsks(steps: readonly Step[], asks: number, random: Random): Step[] {
  const ask: Step = { kind: 'ask', hidden: false };
  const early = Math.floor(asks / 2);
  const all = [...steps];
  const start = Math.floor(steps.length / 2);
  for (let i = 0; i < early; i++) {
    all.splice(start + random.below(all.length - start + 1), 0, ask);
  }
  for (let i = early; i < asks; i++) all.push(ask);
  return all;
}

/** From the mildest to the strictest that a collection has here. */
const FLOORS: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER'];

class Teller {
  readonly #society: Society;
  readonly #points: readonly string[];
  readonly #random: Random;
  readonly steps: Step[] = [];
  readonly delivered: Delivered[] = [];

  constructor(society: Society, points: readonly string[], random: Random) {
    this.#society = society;
    this.#points = points;
    this.#random = random;
  }

  happen(own: readonly { readonly type: ContentType; readonly id: string }[]): void {
    const random = this.#random;
    const earlier = this.delivered;
    if (earlier.length > 3 && random.once(4)) {
      const gone = random.pick(earlier);
      this.#remove(gone, random.once(2) && isVersioned(gone.type), false);
    } else if (random.once(8)) this.#define(random.pick(LATE_MARKINGS));
    else if (earlier.length > 3 && random.once(6)) this.#deliverLater(random.pick(earlier));
    else if (random.once(4)) this.#bring();
    else if (random.once(10)) this.#raiseFloor();
    else this.#deliver(own);
  }

  /** The same source sends the same again, for later: it takes its record back until then. */
  #deliverLater({ json, organisation, collection }: Delivered): void {
    const step = this.steps.length;
    this.steps.push({
      kind: 'deliver',
      organisation,
      collection: collection.id,
      objects: [{ json, hidden: false }],
      from: soon(step),
      name: `step ${step}`,
      hidden: false,
    });
  }

  #bring(): void {
    const random = this.#random;
    this.steps.push({
      kind: 'bring',
      organisation: random.pick(this.#society.organisations),
      collection: random.pick(this.#society.collections).id,
      document: brought(random.pick(['CLEAR', 'CLEAR', 'GREEN', 'AMBER'] as const), random),
      hidden: false,
    });
  }

  /** At least as strict as the floor of the society, by which the secret is hidden. */
  #raiseFloor(): void {
    const random = this.#random;
    const collection = random.pick(this.#society.collections);
    const stricter = FLOORS.slice(FLOORS.indexOf(collection.floor.tlp));
    const floor = { ...collection.floor, tlp: random.pick(stricter) };
    const value = { ...collection, floor };
    this.steps.push({ kind: 'directory', changes: [{ put: 'collection', value }], hidden: false });
  }

  #deliver(own: readonly { readonly type: ContentType; readonly id: string }[]): void {
    const random = this.#random;
    const organisation = random.pick(this.#society.organisations);
    const collection = random.pick(this.#society.collections);
    const timed = random.once(6);
    const objects = Array.from({ length: 1 + random.below(5) }, () => {
      const { type, id } = random.pick(own);
      const again = this.delivered.filter(
        (each) => each.id === id && (each.organisation === organisation || !isStrange(each.json)),
      );
      if (again.length > 0 && random.once(5)) {
        const { json, version } = random.pick(again);
        return { json, id, type, version };
      }
      const version = random.below(4);
      const creator = random.pick([undefined, ...CREATORS]);
      const json = content(
        {
          type,
          id,
          version,
          markings: this.#openMarkings(organisation),
          ...(creator === undefined ? {} : { creator }),
          points: this.#points,
          spec: specFor(type, random),
        },
        random,
      );
      return { json, id, type, version };
    });
    const step = this.steps.length;
    for (const each of objects) {
      this.delivered.push({ ...each, organisation, collection, step });
    }
    this.steps.push({
      kind: 'deliver',
      organisation,
      collection: collection.id,
      objects: objects.map(({ json }) => ({ json, hidden: false })),
      ...(timed ? { from: soon(step) } : {}),
      name: `step ${step}`,
      hidden: false,
    });
  }

  /** Most of what is there in both worlds may be seen by some. */
  #openMarkings(organisation: string): readonly string[] {
    const random = this.#random;
    const level = random.pick([[TLP.CLEAR], [TLP.CLEAR], [TLP.GREEN], [TLP.AMBER], []]);
    if (random.once(12)) return [TLP.RED];
    if (random.once(8)) return [...level, random.pick(LATE_MARKINGS)];
    const one = this.#society.organisations[0] === organisation;
    return one && random.once(6) ? [...level, STRANGER_MARKING] : level;
  }

  #define(marking: string): void {
    const organisation = this.#random.pick(this.#society.organisations);
    this.steps.push({
      kind: 'deliver',
      organisation,
      collection: this.#random.pick(this.#society.collections).id,
      objects: [{ json: statement(marking, [], this.#random), hidden: false }],
      name: `step ${this.steps.length}`,
      hidden: false,
    });
  }

  #remove({ organisation, collection, id, version }: Delivered, one: boolean, hidden: boolean) {
    this.steps.push({
      kind: 'remove',
      organisation,
      collection: collection.id,
      id,
      ...(one ? { version: versionTime(version) } : {}),
      hidden,
    });
  }
}

/** Whoever defines the marking himself may send it on as a record of his own: no secret then. */
function isStrange({ object_marking_refs: markings }: Json): boolean {
  return Array.isArray(markings) && markings.includes(STRANGER_MARKING);
}

/** The one thing more in one of two worlds, and why the low principal may not see it. */
import type { Collection, DirectoryChange } from '../../src/store/port.ts';
import type { Random } from '../hostile/random.ts';
import {
  type ContentType,
  content,
  DARK_MARKING,
  type Json,
  STRANGER_MARKING,
  soon,
  specFor,
  statement,
  TLP,
  uuid,
} from './content.ts';
import { brought } from './documents.ts';
import { LONG_AGO, playScene } from './scenes.ts';
import { isOutside, type Low, mayRead, type Society } from './society.ts';
import type { Delivered, Step } from './story.ts';

/** A history with a secret in it. */
export interface Kept {
  readonly steps: readonly Step[];
  /** What is hidden and why, in words. */
  readonly secret: string;
  /** Collection that it is hidden in; empty: in none. */
  readonly place: string;
  /** Content of the hidden object, for the low principal to post it too. */
  readonly hidden: Json | null;
}

/** How the hidden thing is hidden. */
interface Cover {
  readonly why: string;
  readonly markings: readonly string[];
  readonly granular?: string;
  readonly from?: string;
  readonly until?: string;
}

const FAR_AHEAD = '2099-01-01T00:00:00Z';

/** Puts a secret into a history that both worlds share. */
export class Hider {
  readonly #society: Society;
  readonly #points: readonly string[];
  readonly #random: Random;
  readonly #steps: readonly Step[];
  readonly #delivered: readonly Delivered[];

  constructor(
    society: Society,
    points: readonly string[],
    random: Random,
    history: { readonly steps: readonly Step[]; readonly delivered: readonly Delivered[] },
  ) {
    this.#society = society;
    this.#points = points;
    this.#random = random;
    this.#steps = history.steps;
    this.#delivered = history.delivered;
  }

  hide(fresh: { readonly type: ContentType; readonly id: string }): Kept {
    const random = this.#random;
    if (random.once(12)) return this.#hideDirectory();
    if (random.once(5)) return this.#hideDocument();
    const scene = random.once(6) ? this.#hideInScene(fresh) : null;
    if (scene !== null) return scene;
    for (let tries = 0; tries < 50; tries++) {
      const told = random.once(10) ? this.#hideDefinition() : this.#hideObject(fresh);
      if (told !== null) return told;
    }
    return this.#told('nothing', this.#steps, null);
  }

  #told(secret: string, steps: readonly Step[], hidden: Json | null, place = ''): Kept {
    return { secret, steps, hidden, place };
  }

  #hideInScene(fresh: { readonly type: ContentType; readonly id: string }): Kept | null {
    const [society, points, random] = [this.#society, this.#points, this.#random];
    const ends = soon(this.#steps.length + 4);
    const scene = playScene({ society, points, random, ends, ...fresh });
    if (scene === null) return null;
    const steps = [...this.#steps, ...scene.steps];
    return this.#told(scene.secret, steps, scene.hidden, scene.collection.id);
  }

  /** A record of another format, and with it what is made of it for feeds. */
  #hideDocument(): Kept {
    const random = this.#random;
    const { organisations, collections, low } = this.#society;
    const organisation = random.pick(organisations.filter((id) => id !== low.organisation));
    const collection = random.pick(collections).id;
    const covers = [
      { why: 'RED', tlp: 'RED' },
      { why: 'under an embargo', tlp: 'CLEAR', from: FAR_AHEAD },
      { why: 'past its end', tlp: 'CLEAR', until: LONG_AGO },
    ] as const;
    const { why, tlp, ...time } = random.pick(covers);
    const document = brought(tlp, random);
    const steps = [...this.#steps];
    const at = random.below(steps.length + 1);
    const step = { kind: 'bring', organisation, collection, document, hidden: true } as const;
    steps.splice(at, 0, { ...step, ...time });
    return this.#told(`${document.format} ${document.id}, ${why}`, steps, null, collection);
  }

  #hideDirectory(): Kept {
    const random = this.#random;
    const { low, organisations, communities } = this.#society;
    const others = organisations.filter((id) => id !== low.organisation);
    // Who joins a first community is newly offered what is GREEN, and that is news to all.
    const joined = others.filter((id) => communities.some(({ members }) => members.includes(id)));
    const owner = random.pick(others);
    const community = { id: uuid(random), name: 'hidden', owner, version: 1, members: joined };
    const collection: Collection = {
      id: uuid(random),
      apiRoot: random.pick(['alpha', 'beta', 'gamma']),
      title: 'hidden collection',
      description: '',
      floor: { tlp: 'CLEAR', audience: null },
      unmarked: 'CLEAR',
      grants: [{ subjectKind: 'organisation', subject: owner, read: true, write: true }],
      sample: false,
    };
    const changes: DirectoryChange[] = [
      { put: 'community', value: community },
      { put: 'apiRoot', value: { path: collection.apiRoot, title: 'hidden', description: '' } },
      { put: 'collection', value: collection },
    ];
    if (collection.apiRoot !== 'gamma') changes.splice(1, 1);
    const steps = [...this.#steps];
    steps.splice(random.below(steps.length), 0, { kind: 'directory', changes, hidden: true });
    return this.#told('a community and a collection of others', steps, null);
  }

  /** A stranger says what somebody else's marking means, where the low one does not see it. */
  #hideDefinition(): Kept | null {
    const random = this.#random;
    const { organisations, collections, low } = this.#society;
    const strangers = organisations.slice(1).filter((id) => id !== low.organisation);
    const organisation = random.pick(strangers);
    const collection = random.pick(collections);
    const json = statement(STRANGER_MARKING, [DARK_MARKING], random);
    const step: Step = {
      kind: 'deliver',
      organisation,
      collection: collection.id,
      objects: [{ json, hidden: true }],
      name: 'secret',
      hidden: true,
    };
    const steps = [...this.#steps];
    steps.splice(random.below(steps.length), 0, step);
    return this.#told('a marking definition by a stranger', steps, json, collection.id);
  }

  #hideObject(fresh: { readonly type: ContentType; readonly id: string }) {
    const random = this.#random;
    const model = random.pick(this.#delivered);
    const near = model !== undefined && !random.once(3);
    const { organisations, collections, low } = this.#society;
    const collection = near && !random.once(5) ? model.collection : random.pick(collections);
    const organisation = near && random.once(2) ? model.organisation : random.pick(organisations);
    const cover = coverFor(low, organisation, collection, random);
    if (cover === null) return null;
    const twin = near && (cover.from !== undefined || cover.until !== undefined) && random.once(2);
    const creator = near ? (model.json.created_by_ref as string | undefined) : undefined;
    const type = near ? model.type : fresh.type;
    const version = near && random.once(2) ? model.version : random.below(5);
    const json = twin
      ? model.json
      : content(
          {
            type,
            id: near ? model.id : fresh.id,
            version,
            markings: cover.markings,
            ...(cover.granular === undefined ? {} : { granular: cover.granular }),
            ...(creator === undefined ? {} : { creator }),
            points: this.#points,
            spec: specFor(type, random),
          },
          random,
        );
    if (this.#says(organisation, json)) return null;
    const place = { organisation, collection, cover, json, version, type };
    const relation = twin ? 'twin' : near ? `other ${type}, version ${version}, of` : 'fresh';
    const secret = `${relation} ${String(json.id)}: ${cover.why}`;
    return this.#told(secret, this.#place(place), json, collection.id);
  }

  /** Who delivers the same content again under another term takes the old one back: no secret. */
  #says(organisation: string, json: Json): boolean {
    const text = JSON.stringify(json);
    return this.#delivered.some(
      (each) => each.organisation === organisation && JSON.stringify(each.json) === text,
    );
  }

  /** In a delivery of its own, or among others; removed again now and then. */
  #place(place: {
    readonly organisation: string;
    readonly collection: Collection;
    readonly cover: Cover;
    readonly json: Json;
    readonly version: number;
    readonly type: ContentType;
  }): Step[] {
    const random = this.#random;
    const { organisation, collection, cover, json } = place;
    const steps = [...this.#steps];
    const timed = cover.from !== undefined || cover.until !== undefined;
    const among = steps.findIndex(
      (step) =>
        step.kind === 'deliver' &&
        step.organisation === organisation &&
        step.collection === collection.id &&
        step.from === undefined,
    );
    let at = random.below(steps.length + 1);
    const envelope = steps[among];
    if (!timed && envelope?.kind === 'deliver' && random.once(2)) {
      const objects = [...envelope.objects];
      objects.splice(random.below(objects.length + 1), 0, { json, hidden: true });
      steps[among] = { ...envelope, objects };
      at = among;
    } else {
      steps.splice(at, 0, {
        kind: 'deliver',
        organisation,
        collection: collection.id,
        objects: [{ json, hidden: true }],
        ...(cover.from === undefined ? {} : { from: cover.from }),
        ...(cover.until === undefined ? {} : { until: cover.until }),
        name: 'secret',
        hidden: true,
      });
    }
    if (random.once(3) && isSafeToRemove(place, this.#delivered)) {
      const later = at + 1 + random.below(steps.length - at);
      const id = String(json.id);
      steps.splice(later, 0, {
        kind: 'remove',
        organisation,
        collection: collection.id,
        id,
        hidden: true,
      });
    }
    return steps;
  }
}

/** Removing the hidden object must not remove what its owner has there besides. */
function isSafeToRemove(
  { organisation, json }: { readonly organisation: string; readonly json: Json },
  delivered: readonly Delivered[],
): boolean {
  return !delivered.some((each) => each.id === json.id && each.organisation === organisation);
}

/** A way to hide something of an organisation in a collection from the low one; null: none. */
function coverFor(
  low: Low,
  organisation: string,
  collection: Collection,
  random: Random,
): Cover | null {
  const any = random.pick([[TLP.CLEAR], [TLP.GREEN], [TLP.AMBER], []]);
  if (organisation === low.organisation) return null;
  if (!mayRead(low, collection) && random.once(2)) {
    return { why: 'in a collection of others', markings: any };
  }
  const covers: Cover[] = [
    { why: 'an unknown marking', markings: [TLP.CLEAR, DARK_MARKING] },
    { why: 'RED', markings: [TLP.RED] },
    { why: 'granular RED', markings: [TLP.CLEAR], granular: TLP.RED },
    { why: 'under embargo', markings: any, from: FAR_AHEAD },
    { why: 'expired', markings: any, until: LONG_AGO },
  ];
  const { audience } = collection.floor;
  // A floor may name an organisation, and AMBER+STRICT then reaches it.
  if (audience?.organisations.includes(low.organisation) !== true) {
    covers.push({ why: 'AMBER+STRICT', markings: [TLP.STRICT] });
  }
  const client = low.clientOf.includes(organisation);
  if (audience === null && !client) {
    covers.push({ why: 'AMBER', markings: [TLP.AMBER] });
    if (low.communities.length === 0) covers.push({ why: 'GREEN', markings: [TLP.GREEN] });
  }
  if (isOutside(low, collection)) covers.push({ why: 'of another circle', markings: any });
  return random.pick(covers);
}

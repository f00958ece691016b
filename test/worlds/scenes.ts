/**
 * Constellations that chance brings too seldom: each is played out in both worlds after the
 * history, with the hidden object in one of them.
 */
import type { Collection } from '../../src/store/port.ts';
import type { Random } from '../hostile/random.ts';
import {
  type ContentType,
  CREATORS,
  content,
  DARK_MARKING,
  isVersioned,
  type Json,
  TLP,
} from './content.ts';
import { mayRead, type Society } from './society.ts';
import type { Step } from './story.ts';

/** What a scene adds to a history, and what in it is hidden. */
export interface Scene {
  readonly secret: string;
  readonly steps: readonly Step[];
  readonly hidden: Json;
  readonly collection: Collection;
}

interface Stage {
  readonly society: Society;
  /** Where what is CLEAR is seen by the low principal. */
  readonly collection: Collection;
  readonly type: ContentType;
  readonly id: string;
  readonly points: readonly string[];
  readonly random: Random;
  /** Second of the story at which an embargo of the scene ends. */
  readonly ends: string;
}

export const LONG_AGO = '2020-01-01T00:00:00Z';

/** A scene, or null where this society has no place or no people for it. */
export function playScene(given: Omit<Stage, 'collection'>): Scene | null {
  const { society, random, type } = given;
  if (!isVersioned(type)) return null;
  const open = society.collections.filter(
    (each) =>
      mayRead(society.low, each) && each.floor.tlp === 'CLEAR' && each.floor.audience === null,
  );
  if (open.length === 0) return null;
  const stage = { ...given, collection: random.pick(open) };
  return random.once(2) ? uncovered(stage) : wordOfAuthority(stage);
}

/** A version is put under embargo; whether one that nobody sees lies below it must not matter. */
function uncovered(stage: Stage): Scene {
  const { society, random } = stage;
  const source = random.pick(society.organisations);
  const stranger = random.pick(
    society.organisations.filter((id) => id !== society.low.organisation),
  );
  const [first, last] = [versionOf(stage, 0), versionOf(stage, 3)];
  const hidden = versionOf(stage, random.pick([1, 2]), { markings: [TLP.CLEAR, DARK_MARKING] });
  const steps = [
    delivery(stage, source, first),
    delivery(stage, source, last),
    delivery(stage, stranger, hidden, { hidden: true }),
    delivery(stage, source, last, { from: stage.ends }),
  ];
  const { collection } = stage;
  return { secret: 'a version between what is uncovered', steps, hidden, collection };
}

/** The authority for a creator keeps, for itself, the very content of the later of two variants. */
function wordOfAuthority(stage: Stage): Scene | null {
  const { society, random, collection } = stage;
  const creator = random.pick(CREATORS);
  const authority = society.authorities[creator];
  if (authority === undefined || authority === society.low.organisation) return null;
  const [one, other] = society.organisations.filter((id) => id !== authority);
  if (one === undefined || other === undefined) return null;
  const [earlier, later] = [versionOf(stage, 1, { creator }), versionOf(stage, 1, { creator })];
  if (JSON.stringify(earlier) === JSON.stringify(later)) return null;
  const steps = [
    delivery(stage, one, earlier),
    delivery(stage, other, later),
    delivery(stage, authority, later, { hidden: true, until: LONG_AGO }),
  ];
  return { secret: 'the word of the authority, expired', steps, hidden: later, collection };
}

function versionOf(
  { type, id, points, random }: Stage,
  version: number,
  more: { readonly markings?: readonly string[]; readonly creator?: string } = {},
): Json {
  const draft = { type, id, version, markings: [TLP.CLEAR], points, spec: '2.1', ...more } as const;
  return content(draft, random);
}

function delivery(
  { collection }: Stage,
  organisation: string,
  json: Json,
  more: { readonly hidden?: boolean; readonly from?: string; readonly until?: string } = {},
): Step {
  const hidden = more.hidden ?? false;
  return {
    kind: 'deliver',
    organisation,
    collection: collection.id,
    objects: [{ json, hidden }],
    name: hidden ? 'secret' : 'scene',
    ...more,
    hidden,
  };
}

/**
 * Makes feeds follow what they do not carry: what stands of an object on the shelf of its format
 * is compared with what was made of it for feeds, and the difference is stored, taken back or
 * erased. Driven by the outbox and by state alone: to do it twice, or again after a crash, changes
 * nothing.
 */
import { sha256 } from '../../core/digest.ts';
import { canonicalize, readJson } from '../../core/json/index.ts';
import { canonicalLabel } from '../../policy/index.ts';
import type { OutboxRow, Relabelling } from '../../store/port.ts';
import type { FlowHouse } from '../house.ts';
import { deliverDerived } from './deliver.ts';
import { type Derived, derive, HUB, isMaker, type ProjectionAuthor, sourceName } from './derive.ts';
import { isProjected } from './projectors.ts';

/** An object of another format than that of feeds, in one collection. */
export interface Source {
  readonly collection: string;
  readonly format: string;
  readonly id: string;
  /** Its bytes were erased, and so must be what was made of them. */
  readonly erased: boolean;
}

/** What a row of the outbox names; null where nothing is made of it. */
function sourceOf({ kind, subject }: OutboxRow): Source | null {
  const match = /^(\S+) (\S+) (.*)$/s.exec(subject);
  const [, collection = '', format = '', id = ''] = match ?? [];
  return isProjected(format) ? { collection, format, id, erased: kind === 'erasure' } : null;
}

/** Follows rows of kind `source` and `erasure`. */
export async function followSources(rows: readonly OutboxRow[], house: FlowHouse): Promise<void> {
  const sources = new Map<string, Source>();
  for (const row of rows) {
    const source = sourceOf(row);
    if (source === null) continue;
    const key = row.subject;
    sources.set(key, { ...source, erased: source.erased || sources.get(key)?.erased === true });
  }
  await followAll([...sources.values()], house);
}

/** How often a source that changes meanwhile is looked at again before it waits for its next row. */
const ROUNDS = 5;

export async function followAll(sources: readonly Source[], house: FlowHouse): Promise<void> {
  const { projection } = house;
  if (projection === undefined) return;
  let left = sources;
  for (let round = 0; left.length > 0 && round < ROUNDS; round++) {
    const looked = [];
    for (const source of left) looked.push(await look(source, projection, house));
    await takeBack(looked, house);
    for (const [collection, missing] of byCollection(looked)) {
      await deliverDerived(collection, missing, house);
    }
    const again: Source[] = [];
    // Another process may have changed it between the look and the delivery.
    for (const { source, state } of looked) {
      if (stateOf(await membersOf(source, house)) !== state) again.push(source);
    }
    left = again;
  }
}

/** A source as it stands, and what is missing or too much of what is made of it. */
interface Look {
  readonly source: Source;
  readonly state: string;
  readonly missing: readonly Derived[];
  /** What is no longer to be there. */
  readonly obsolete: readonly Relabelling[];
}

async function look(source: Source, author: ProjectionAuthor, house: FlowHouse): Promise<Look> {
  const members = await membersOf(source, house);
  const wanted = new Map<string, Derived>();
  if (await isWished(source.collection, house)) {
    for (const member of members) {
      for (const made of await derive(member, source.id, author)) {
        wanted.set(keyOf(made.record.contentDigest, made.label), made);
      }
    }
  }
  const obsolete: Relabelling[] = [];
  for await (const member of madeOf(source, house)) {
    // What is there, and still wanted, is not missing.
    const key = keyOf(contentOf(member.bytes), member.label);
    if (!wanted.delete(key)) obsolete.push(member);
  }
  return { source, state: stateOf(members), missing: [...wanted.values()], obsolete };
}

function membersOf({ collection, format, id }: Source, { operations }: FlowHouse) {
  return operations.ofObject(collection, format, id);
}

async function isWished(id: string, house: FlowHouse): Promise<boolean> {
  const { collections } = await house.directory();
  const collection = collections.find((each) => each.id === id);
  return collection !== undefined && collection.projection !== false;
}

function keyOf(contentDigest: Uint8Array, label: Relabelling['label']): string {
  return `${canonicalLabel(label)} ${Buffer.from(contentDigest).toString('hex')}`;
}

/** Whoever brings it back may have written it otherwise. */
function contentOf(bytes: Uint8Array): Uint8Array {
  const read = readJson(bytes);
  const canonical = read.ok ? canonicalize(read.value) : read;
  return sha256(canonical.ok ? canonical.value : bytes);
}

function byCollection(looks: readonly Look[]): Map<string, Derived[]> {
  const collections = new Map<string, Derived[]>();
  for (const { source, missing } of looks) {
    const known = collections.get(source.collection);
    if (known === undefined) collections.set(source.collection, [...missing]);
    else known.push(...missing);
  }
  return collections;
}

function stateOf(members: readonly Relabelling[]): string {
  return members
    .map(({ membership, label }) => `${membership} ${canonicalLabel(label)}`)
    .join('\n');
}

const BATCH = 100;

/** What was made of a source before, in its collection. */
async function* madeOf(source: Source, { operations }: FlowHouse): AsyncGenerator<Relabelling> {
  const name = sourceName(source.format, source.id);
  for (let after = 0; ; ) {
    const batch = await operations.referrers(name, after, BATCH);
    for (const member of batch) {
      const made = member.sources.some(isMaker);
      if (made && member.collection === source.collection) yield member;
    }
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.membership;
  }
}

async function takeBack(looks: readonly Look[], { writer, operations }: FlowHouse): Promise<void> {
  for (const erased of [false, true]) {
    const concerned = looks.filter((each) => each.source.erased === erased);
    const handles = concerned
      .flatMap(({ obsolete }) => obsolete)
      .flatMap(({ membership, sources }) =>
        sources.filter(isMaker).flatMap((maker) => operations.handles([membership], maker)),
      );
    if (handles.length === 0) continue;
    const entry = {
      principal: HUB,
      organisation: '',
      action: erased ? 'projection.erase' : 'projection.remove',
      subject: 'projection',
      outcome: 'done',
      detail: { sources: concerned.length, memberships: handles.length },
    } as const;
    if (erased) await writer.erase(handles, entry);
    else await writer.remove(handles, entry);
  }
}

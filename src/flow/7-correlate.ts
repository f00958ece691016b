/**
 * Stage 7. What a stored record changes for others, driven by the outbox so that it survives a
 * crash: a marking definition that arrives late relabels its referrers, a new member is offered
 * what it may now see, a changed floor relabels a collection, and what feeds do not carry is made
 * into what they do (projection/).
 * Error exit: a row that fails stays in the outbox and is tried again; the others go on.
 */
import type { Label } from '../core/label.ts';
import { LIMITS } from '../core/limits.ts';
import type { Principal } from '../core/principal.ts';
import type { MarkingDefinition } from '../core/record.ts';
import { canonicalLabel, interpret, joinFloor, normaliseLabel } from '../policy/index.ts';
import type { Directory, OutboxRow, Relabel, Relabelling } from '../store/port.ts';
import { decodeStored, definingOrganisations, markingIds } from './5-decide.ts';
import { MARKED, STIX_FORMAT } from './codecs.ts';
import type { FlowHouse } from './house.ts';
import { isMaker } from './projection/derive.ts';
import { followAll, followSources, type Source } from './projection/follow.ts';
import { isProjected } from './projection/projectors.ts';

const OUTBOX_BATCH = 100;

/** Works through the outbox once; returns how many rows were done. */
export async function correlate(house: FlowHouse): Promise<number> {
  const rows = await house.writer.takeOutbox(OUTBOX_BATCH);
  // Most rows ask for nothing: they go at once, so that others do not wait behind them.
  await house.writer.doneOutbox(rows.filter(({ kind }) => kind === 'stored').map(({ id }) => id));
  let failure = await project(rows.filter(isOfSource), house);
  for (const row of rows) {
    if (row.kind === 'stored' || isOfSource(row)) continue;
    try {
      await follow(row, house);
      await house.writer.doneOutbox([row.id]);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return rows.length;
}

function isOfSource({ kind }: OutboxRow): boolean {
  return kind === 'source' || kind === 'erasure';
}

/** Several at once; where that fails, each by itself, so that one does not hold up the others. */
async function project(rows: readonly OutboxRow[], house: FlowHouse): Promise<unknown> {
  if (rows.length === 0) return undefined;
  try {
    await followSources(rows, house);
    await house.writer.doneOutbox(rows.map(({ id }) => id));
    return undefined;
  } catch (error) {
    if (rows.length === 1) return error;
  }
  let failure: unknown;
  for (const row of rows) failure = (await project([row], house)) ?? failure;
  return failure;
}

async function follow(row: OutboxRow, house: FlowHouse): Promise<void> {
  const { operations } = house;
  switch (row.kind) {
    case 'definition':
      await relabelAll(
        (after) => operations.referrers(row.subject, after, LIMITS.chunk.records),
        `marking definition ${row.subject} arrived`,
        house,
      );
      return;
    case 'floor':
      await relabelAll(
        (after) => operations.members(row.subject, after, LIMITS.chunk.records),
        'the floor of the collection changed',
        house,
      );
      return;
    case 'membership':
      await reoffer(row, house);
      return;
    case 'projection':
      await followWish(row.subject, house);
      return;
    default:
      return;
  }
}

/** Projections of a collection are wanted from now on, or no longer. */
async function followWish(collection: string, house: FlowHouse): Promise<void> {
  for (let after = 0; ; ) {
    const members = await house.operations.members(collection, after, LIMITS.chunk.records);
    const last = members.at(-1);
    if (last === undefined) return;
    after = last.membership;
    const sources = new Map<string, Source>();
    for (const { format, bytes } of members) {
      if (!isProjected(format)) continue;
      const id = (await decodeStored(bytes, format, house.codecs))?.identity.id;
      if (id !== undefined) {
        sources.set(`${format} ${id}`, { collection, format, id, erased: false });
      }
    }
    await followAll([...sources.values()], house);
  }
}

async function relabelAll(
  batch: (after: number) => Promise<readonly Relabelling[]>,
  reason: string,
  house: FlowHouse,
): Promise<void> {
  for (let after = 0; ; ) {
    const members = await batch(after);
    const last = members.at(-1);
    if (last === undefined) return;
    after = last.membership;
    const directory = await house.directory();
    const changes: Relabel[] = [];
    for (const member of members) {
      const label = await labelAgain(member, directory, house);
      if (label && canonicalLabel(label) !== canonicalLabel(member.label)) {
        changes.push({ handle: member.membership, label, reason });
      }
    }
    if (changes.length > 0) {
      await house.writer.relabel(changes, {
        principal: 'hub',
        organisation: '',
        action: 'relabel',
        subject: reason,
        outcome: 'done',
        detail: { memberships: changes.length },
      });
    }
  }
}

/**
 * The label as it would be decided today. What the record took by default when it came (its TLP
 * without a marking, its embargo) is read off the label it carries.
 */
async function labelAgain(
  member: Relabelling,
  directory: Directory,
  house: FlowHouse,
): Promise<Label | null> {
  const collection = directory.collections.find(({ id }) => id === member.collection);
  if (collection === undefined) return null;
  // It says nothing of who may see it, so that only what it takes from the collection can change.
  // What the hub made follows its source, and what many sources share of it the collection.
  if (!MARKED.has(member.format) || member.sources.every(isMaker)) {
    const { label, owner } = member;
    return normaliseLabel(joinFloor({ ...label, owner }, collection.floor));
  }
  const record = await decodeStored(member.bytes, member.format, house.codecs);
  if (record === null) return null;
  const organisations = definingOrganisations(member.owner, directory);
  const found = await house.operations.definitions(markingIds(record), organisations);
  const definitions = new Map<string, MarkingDefinition>();
  for (const bytes of found.values()) {
    const defines = (await decodeStored(bytes, STIX_FORMAT, house.codecs))?.markings.defines;
    if (defines) definitions.set(defines.id, defines);
  }
  const { label } = interpret(record.markings, {
    owner: member.owner,
    creator: record.identity.creator,
    definitions,
    unmarked: member.label.tlp,
    from: member.label.from,
    until: member.label.until,
  });
  return normaliseLabel(joinFloor(label, collection.floor));
}

/** Subject is the organisation; `row.organisation` what it joined, or whose client it became. */
async function reoffer(row: OutboxRow, house: FlowHouse): Promise<void> {
  const { communities, organisations } = await house.directory();
  const joined = communities.filter(({ members }) => members.includes(row.subject));
  const served = organisations.filter(({ clients }) => clients.includes(row.subject));
  const principal = (without: string): Principal => ({
    kind: 'organisation',
    id: row.subject,
    organisation: row.subject,
    communities: joined.map(({ id }) => id).filter((id) => id !== without),
    clients: served.map(({ id }) => id).filter((id) => id !== without),
    roles: ['reader'],
  });
  await house.writer.reoffer(row.subject, principal(row.organisation), principal(''));
}

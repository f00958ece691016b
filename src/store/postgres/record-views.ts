/** Rows as a viewer may see them, with the handles that a writer needs to change them. */
import { CybexError } from '../../core/error.ts';
import { authorise } from '../handle.ts';
import { compareVersions } from '../match.ts';
import type { RecordView } from '../port.ts';
import { collectionOf } from '../shelf-name.ts';
import { shownVersion } from '../version.ts';
import { rowsOf, sql } from './connect.ts';
import { grouped, type VisibleRow, visibleRows } from './contenders.ts';
import type { Snapshot } from './page-rows.ts';
import { int8s } from './wire.ts';

const DETAILS = sql(
  `SELECT m.id, m.object, m.collection, o.name, o.format, o.type, c.text AS collection_name,
     r.title, r.withdrawn, r.bytes
   FROM unnest($1::bigint[]) WITH ORDINALITY AS u (id, place)
     JOIN membership m ON m.id = u.id JOIN record r ON r.id = m.record
     JOIN object o ON o.id = m.object JOIN term c ON c.id = m.collection
   ORDER BY u.place`,
);

interface Detail {
  readonly id: number;
  readonly object: number;
  readonly collection: number;
  readonly name: string;
  readonly format: number;
  readonly type: number;
  readonly collection_name: string;
  readonly title: string;
  readonly withdrawn: boolean;
  readonly bytes: Uint8Array;
}

/** Views of memberships that were found visible in this snapshot, in the order given. */
export async function recordViews(
  snapshot: Snapshot,
  memberships: readonly number[],
): Promise<RecordView[]> {
  const { runner, current, access } = snapshot;
  const { terms } = current;
  const details = await rowsOf<Detail>(runner, DETAILS, int8s(memberships));
  const collections = [...new Set(details.map((detail) => detail.collection))];
  const objects = [...new Set(details.map((detail) => detail.object))];
  const rows = await visibleRows(runner, terms, access.bits, collections, objects);
  await terms.name(
    runner,
    details.flatMap(({ format, type }) => [format, type]),
  );
  const groups = grouped(rows);
  return details.map((detail) => {
    const siblings = groups.get(`${detail.collection}/${detail.object}`) ?? [];
    const row = siblings.find((each) => each.id === detail.id);
    if (row === undefined) throw new CybexError('internal', 'a row of the page is not visible');
    return viewOf(snapshot, detail, row, siblings);
  });
}

function viewOf(
  { current, access }: Snapshot,
  detail: Detail,
  row: VisibleRow,
  siblings: readonly VisibleRow[],
): RecordView {
  const { terms, book } = current;
  const label = book.get(row.label)?.label;
  if (label === undefined) throw new CybexError('internal', 'a visible label is not known');
  const variants = siblings.filter(
    (other) =>
      other.id !== row.id &&
      other.specVersion === row.specVersion &&
      compareVersions(other, row) === 0,
  );
  return {
    handle: handleOf(row, access),
    format: terms.text(detail.format),
    id: detail.name,
    type: terms.text(detail.type),
    specVersion: row.specVersion,
    version: shownVersion(row.version, row.since),
    title: detail.title,
    label,
    collection: collectionOf(detail.collection_name),
    added: row.position,
    bytes: detail.bytes,
    variants: variants.length,
    withdrawn: detail.withdrawn,
  };
}

export function handleOf(
  row: Pick<VisibleRow, 'id' | 'sources'>,
  access: Snapshot['access'],
): ReturnType<typeof authorise> {
  const own = access.organisation > 0 && row.sources.includes(access.organisation);
  return authorise(row.id, access.principal.organisation, own);
}

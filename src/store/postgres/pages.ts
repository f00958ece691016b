/** Pages of a collection for one viewer: TAXII's objects and manifest. */
import { LIMITS } from '../../core/limits.ts';
import { compileMatch } from '../match.ts';
import type { ManifestPage, ManifestRow, ObjectPage, PageHead, PageQuery } from '../port.ts';
import { FEED_FORMAT, shelfName } from '../shelf-name.ts';
import { shownVersion } from '../version.ts';
import { readBodies } from './bodies.ts';
import type { Candidate } from './candidates.ts';
import { type Runner, reading, rowsOf, sql } from './connect.ts';
import type { Access, Epochs } from './current.ts';
import { walksCollection } from './lanes.ts';
import { type Cut, pageRows, type Snapshot, wantedRows } from './page-rows.ts';
import { decidingBits, readPlain } from './plain.ts';
import type { Visit } from './visit.ts';
import { int8s } from './wire.ts';

const DETAILS = sql(
  `SELECT o.name AS id, o.format, r.version, r.spec, m.since
   FROM unnest($1::bigint[]) WITH ORDINALITY AS u (id, place)
     JOIN membership m ON m.id = u.id JOIN record r ON r.id = m.record
     JOIN object o ON o.id = r.object
   ORDER BY u.place`,
);

interface Detail {
  readonly id: string;
  readonly format: number;
  readonly version: string;
  readonly spec: number;
  readonly since: number;
}

export class Pages {
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  async objects(query: PageQuery): Promise<ObjectPage> {
    const quick = await this.#quickly(query);
    if (quick !== null) return quick;
    return this.#visit.within(async (snapshot) => {
      const cut = await this.#cut(snapshot, query);
      const bodies = await readBodies(snapshot.runner, cut.rows);
      return { ...this.#head(query, snapshot, cut), ...bodies };
    });
  }

  manifest(query: PageQuery): Promise<ManifestPage> {
    return this.#visit.within(async (snapshot) => {
      const cut = await this.#cut(snapshot, query);
      const rows = await this.#manifestRows(snapshot.runner, cut.rows);
      return { ...this.#head(query, snapshot, cut), rows };
    });
  }

  async #cut(snapshot: Snapshot, query: PageQuery): Promise<Cut> {
    const shelf = await readableShelf(snapshot, query);
    if (shelf === null) return { rows: [], more: false };
    return pageRows(snapshot, shelf, query, compileMatch(query.match));
  }

  async #manifestRows(runner: Runner, rows: readonly Candidate[]): Promise<ManifestRow[]> {
    const { terms } = this.#visit.current;
    const details = await rowsOf<Detail>(runner, DETAILS, int8s(rows.map((row) => row.id)));
    await terms.name(
      runner,
      details.flatMap((detail) => [detail.format, detail.spec]),
    );
    return details.map((detail, index) => ({
      id: detail.id,
      version: shownVersion(detail.version, detail.since),
      added: rows[index]?.position ?? 0,
      format: terms.text(detail.format),
      specVersion: terms.text(detail.spec),
    }));
  }

  #head(
    query: PageQuery,
    { access, epochs }: { readonly access: Access; readonly epochs: Epochs },
    { rows, more }: Cut,
  ): PageHead {
    const [first] = rows;
    const last = rows.at(-1);
    return {
      count: rows.length,
      more,
      ...(first !== undefined && { first: first.position }),
      ...(last !== undefined && { last: { position: last.position, tie: last.tie } }),
      feedEpoch: epochs.feed_epoch,
      viewEpoch: this.#visit.current.viewEpoch(access, query.collection),
    };
  }

  /**
   * The common page in one statement. Null when it is not one, or when what the process knows
   * proves older than the statement's snapshot; the careful way is then taken from the start.
   */
  async #quickly(query: PageQuery): Promise<ObjectPage | null> {
    const { connections, current } = this.#visit;
    const match = compileMatch(query.match);
    const bits = decidingBits(match);
    const access = this.#visit.presumed();
    if (query.format !== undefined && query.format !== FEED_FORMAT) return null;
    if (bits === null || access === null || current.careful.has(query)) return null;
    const collection = access.readable.get(query.collection) ?? -1;
    const wanted = wantedRows(access, current, collection, query, match);
    if (wanted.types?.includes(-1) || wanted.specs?.includes(-1)) return null;
    if (!walksCollection(access.bits, collection, query.limit)) return null;
    const limit = Math.max(1, query.limit);
    const most = Math.min(query.maxBytes ?? LIMITS.taxii.pageBytes, LIMITS.taxii.pageBytes);
    // Where nothing is hidden a set bit says that the row is contested by a visible one.
    const asked = access.bits.seesEverything ? { ...wanted, without: bits } : wanted;
    const { epochs, page } = await reading(connections.pages, (runner) =>
      readPlain(runner, asked, bits, limit, most),
    );
    if (!current.covers(epochs, access)) return null;
    if (page === 'contested') current.careful.add(query);
    if (page === 'contested' || page === 'tied') return null;
    const viewEpoch = current.viewEpoch(access, query.collection);
    return { ...page, feedEpoch: epochs.feed_epoch, viewEpoch };
  }
}

/** Number of a shelf that the viewer may read; null when he may not, or nothing stands there. */
export async function readableShelf(
  { access, current, runner }: Snapshot,
  { collection, format = FEED_FORMAT }: Pick<PageQuery, 'collection' | 'format'>,
): Promise<number | null> {
  const number = access.readable.get(collection);
  if (number === undefined || format === FEED_FORMAT) return number ?? null;
  const name = shelfName(collection, format);
  await current.terms.find(runner, [name]);
  return current.terms.id(name) ?? null;
}

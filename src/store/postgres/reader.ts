/** The reader of one viewer: the only way to a record. */
import { compileMatch } from '../match.ts';
import type {
  AuthorisedRecord,
  Match,
  PageQuery,
  Reader,
  RecordPage,
  RecordQuery,
} from '../port.ts';
import { conflictsOf, countOf } from './overview.ts';
import { chosenOf } from './page-rows.ts';
import { Pages, readableShelf } from './pages.ts';
import { handleOf } from './record-views.ts';
import { search } from './search.ts';
import type { Visit } from './visit.ts';

export class PostgresReader implements Reader {
  readonly #visit: Visit;
  readonly #pages: Pages;

  constructor(visit: Visit) {
    this.#visit = visit;
    this.#pages = new Pages(visit);
  }

  objects(query: PageQuery) {
    return this.#pages.objects(query);
  }

  manifest(query: PageQuery) {
    return this.#pages.manifest(query);
  }

  records(query: RecordQuery): Promise<RecordPage> {
    return this.#visit.within((snapshot) => search(snapshot, query));
  }

  authorise(
    collection: string,
    id: string,
    match: Match,
    format?: string,
  ): Promise<readonly AuthorisedRecord[]> {
    return this.#visit.within(async (snapshot) => {
      const { access, current, runner } = snapshot;
      const place = format === undefined ? { collection } : { collection, format };
      const number = await readableShelf(snapshot, place);
      if (number === null) return [];
      const compiled = compileMatch(match);
      if (compiled.ids !== null && !compiled.ids.has(id)) return [];
      const rows = await chosenOf(snapshot, number, new Set([id]), compiled, 'every');
      await current.terms.find(runner, compiled.types ?? []);
      const types = compiled.types && [...compiled.types].map((type) => current.terms.id(type));
      return rows
        .filter((row) => types === null || types.includes(row.type))
        .map((row) => handleOf(row, access));
    });
  }

  counts(collections: readonly string[]) {
    return this.#visit.within(async (snapshot) => {
      const counts = [];
      for (const collection of collections) counts.push(await countOf(snapshot, collection));
      return counts;
    });
  }

  conflicts(limit: number) {
    return this.#visit.within((snapshot) => conflictsOf(snapshot, limit));
  }
}

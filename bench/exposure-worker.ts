/** What `exposure.ts` measures, in a process of its own: prints its figures as JSON. */
import type { JsonObject } from '../src/core/json/index.ts';
import { ExposureWatch, Statements, scan } from '../src/state/exposure/index.ts';
import { readSbom, type Sbom } from '../src/state/sbom/index.ts';
import { Advisories } from './exposure-data.ts';

const [cves = 0, osvs = 0, hot = 0, assets = 0, rounds = 1] = process.argv.slice(2).map(Number);
const TIME = '2026-06-01T00:00:00Z';
const made = new Advisories(71);

function sbomOf(text: string): Sbom {
  const { sbom } = readSbom(text);
  if (sbom === null) throw new Error('no SBOM');
  return sbom;
}

function milliseconds(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const megabytes = (bytes: number) => bytes / 1e6;

/** Texts are made in portions, and only reading them and taking them in is counted. */
function fill(statements: Statements): { readonly seconds: number; readonly records: number } {
  let took = 0;
  const records = cves + osvs;
  for (let done = 0; done < records; ) {
    const portion = Math.min(5_000, records - done);
    const texts = Array.from({ length: portion }, (_, i) =>
      done + i < cves ? made.cve(done + i < hot) : made.osv(),
    );
    took += milliseconds(() => {
      for (const text of texts) statements.put(JSON.parse(text) as JsonObject);
    });
    done += portion;
  }
  return { seconds: took / 1000, records };
}

const statements = new Statements();
const { seconds, records } = fill(statements);
globalThis.gc?.();
const resident = megabytes(process.memoryUsage().rss);

const text = made.sbom(1_000, true);
const match = () => scan(sbomOf(text), statements, { time: TIME });
const cold = milliseconds(match);
const warm = Array.from({ length: rounds + 3 }, () => milliseconds(match)).slice(3);
const found = match();
const after = megabytes(process.memoryUsage().rss);

/** Every tenth asset has the product, and then all of them. */
function reverse(every: number): number[] {
  const watch = new ExposureWatch();
  for (let i = 0; i < assets; i++) watch.setAsset(`a${i}`, sbomOf(made.sbom(10, i % every === 0)));
  return Array.from({ length: rounds + 3 }, () => {
    const document = JSON.parse(made.cve(true)) as JsonObject;
    let changes = 0;
    const took = milliseconds(() => {
      changes = watch.put(document).length;
    });
    if (changes > assets) throw new Error(`${changes} changes`);
    return took;
  }).slice(3);
}

const [tenth, all] = [reverse(10), reverse(1)];
process.stdout.write(
  JSON.stringify({
    records,
    statements: statements.counts.statements,
    keys: statements.size.keys,
    index: megabytes(statements.size.bytes),
    resident,
    after,
    seconds,
    cold,
    warm,
    tenth,
    all,
    matches: found.matches.length,
    undecidable: found.undecidable.length,
  }),
);

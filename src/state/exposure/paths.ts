/** How a component got into what the SBOM is about. */
import type { Sbom } from '../sbom/index.ts';

const MOST_PATHS = 10;
const LONGEST = 64;

/** Ways from the subject to each component, the shortest first; found once, asked often. */
export class Paths {
  readonly #above = new Map<string, string[]>();
  readonly #root: string | null;
  readonly #found = new Map<string, readonly (readonly string[])[]>();

  constructor(sbom: Sbom) {
    this.#root = sbom.root;
    for (const { from, to, kind } of sbom.relations) {
      if (kind !== 'depends-on' && kind !== 'contains') continue;
      const above = this.#above.get(to);
      if (above === undefined) this.#above.set(to, [from]);
      else above.push(from);
    }
  }

  to(ref: string): readonly (readonly string[])[] {
    let found = this.#found.get(ref);
    if (found === undefined) {
      found = this.#search(ref);
      this.#found.set(ref, found);
    }
    return found;
  }

  /** Breadth first upwards; a component that nothing leads to stands alone. */
  #search(ref: string): readonly (readonly string[])[] {
    const found: string[][] = [];
    let level: string[][] = [[ref]];
    const seen = new Map<string, number>([[ref, 1]]);
    for (let length = 1; length < LONGEST && level.length > 0; length++) {
      const next: string[][] = [];
      for (const way of level) {
        const [top = ref] = way;
        const above = top === this.#root ? [] : (this.#above.get(top) ?? []);
        if (above.length === 0 && (top === this.#root || this.#root === null)) found.push(way);
        if (found.length >= MOST_PATHS) return found;
        for (const up of above) {
          // Each element is passed through a few times only: graphs have more ways than time.
          const times = seen.get(up) ?? 0;
          if (times >= MOST_PATHS || way.includes(up)) continue;
          seen.set(up, times + 1);
          next.push([up, ...way]);
        }
      }
      level = next;
    }
    return found.length > 0 ? found : [[ref]];
  }
}

/** How a component got into what the document is about. */
import { LIMITS } from '../../../core/limits.ts';
import type { Component, Sbom } from '../model.ts';

export interface FoundPaths {
  /** Refs from the root, or from where nothing leads on, to the component; the shortest first. */
  readonly paths: readonly (readonly string[])[];
  /** There are more than are told, or looking further was given up. */
  readonly more: boolean;
}

/** Ways without a circle, at most LIMITS.paths.told of them. */
export function pathsTo(sbom: Sbom, ref: string): FoundPaths {
  const above = aboveOf(sbom);
  const found: string[][] = [];
  let level: readonly (readonly string[])[] = [[ref]];
  let steps = 0;
  for (let length = 1; level.length > 0; length++) {
    const next: string[][] = [];
    for (const way of level) {
      const [top = ref] = way;
      const ups = top === sbom.root ? [] : (above.get(top) ?? []).filter((up) => !way.includes(up));
      if (ups.length === 0) found.push([...way]);
      if (found.length >= LIMITS.paths.told) return { paths: found, more: true };
      for (const up of ups) {
        if (++steps > LIMITS.paths.steps) return { paths: found, more: true };
        next.push([up, ...way]);
      }
    }
    if (length >= LIMITS.paths.length && next.length > 0) return { paths: found, more: true };
    level = next;
  }
  return { paths: found, more: false };
}

function aboveOf({ relations }: Sbom): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const { from, to, kind } of relations) {
    if (kind !== 'depends-on' && kind !== 'contains') continue;
    const known = above.get(to);
    if (known === undefined) above.set(to, [from]);
    else if (!known.includes(from)) known.push(from);
  }
  return above;
}

/** Components that a text may mean: a ref, a package URL with or without version, or a name. */
export function componentsNamed(sbom: Sbom, text: string): readonly Component[] {
  const exact = sbom.components.filter(({ ref, purl }) => ref === text || purl === text);
  if (exact.length > 0) return exact;
  return sbom.components.filter(({ name, group, version, purl }) => {
    const whole = group === undefined ? name : `${group}/${name}`;
    const bare = purl?.split(/[?#]/)[0] ?? '';
    const names = [name, whole, `${name}@${version}`, `${whole}@${version}`, bare];
    return names.includes(text) || (bare.startsWith(`${text}@`) && text.startsWith('pkg:'));
  });
}

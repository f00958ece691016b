/** What changed from one SBOM to another. */
import type { Component, Sbom } from '../model.ts';
import { identityOf } from './identity.ts';

export interface VersionChange {
  /** Package URL without version, CPE without version, or name. */
  readonly identity: string;
  readonly before: readonly Component[];
  readonly after: readonly Component[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface LicenseChange {
  readonly component: Component;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface SbomDiff {
  readonly added: readonly Component[];
  readonly removed: readonly Component[];
  readonly changed: readonly VersionChange[];
  readonly licenses: readonly LicenseChange[];
  /** Components of both in the same version, each counted once. */
  readonly same: number;
}

type Versions = Map<string, Component>;

/**
 * Components are told apart by what they are (`compare/identity.ts`), versions by their text. One
 * that stands in several versions has changed where the set of versions has.
 */
export function diffSboms(before: Sbom, after: Sbom): SbomDiff {
  const [old, young] = [groupsOf(before), groupsOf(after)];
  const added: Component[] = [];
  const removed: Component[] = [];
  const changed: VersionChange[] = [];
  const licenses: LicenseChange[] = [];
  let same = 0;
  for (const [identity, versions] of young) {
    const earlier = old.get(identity);
    if (earlier === undefined) {
      added.push(...versions.values());
      continue;
    }
    for (const [version, component] of versions) {
      const was = earlier.get(version);
      if (was === undefined) continue;
      same++;
      const [from, to] = [sorted(was.licenses), sorted(component.licenses)];
      if (JSON.stringify(from) !== JSON.stringify(to)) licenses.push({ component, from, to });
    }
    const change = changeOf(identity, earlier, versions);
    if (change !== null) changed.push(change);
  }
  for (const [identity, versions] of old) {
    if (!young.has(identity)) removed.push(...versions.values());
  }
  return { added, removed, changed, licenses, same };
}

function groupsOf({ components, root }: Sbom): ReadonlyMap<string, Versions> {
  const groups = new Map<string, Versions>();
  for (const component of components) {
    // What the document is about is not one of its parts; files change with every build.
    if (component.ref === root || component.type === 'file') continue;
    const { key, version } = identityOf(component);
    const versions = groups.get(key) ?? new Map<string, Component>();
    if (!versions.has(version)) versions.set(version, component);
    groups.set(key, versions);
  }
  return groups;
}

function changeOf(identity: string, old: Versions, young: Versions): VersionChange | null {
  const gone = [...old].filter(([version]) => !young.has(version));
  const come = [...young].filter(([version]) => !old.has(version));
  if (gone.length + come.length === 0) return null;
  return {
    identity,
    before: gone.map(([, component]) => component),
    after: come.map(([, component]) => component),
    from: [...old.keys()],
    to: [...young.keys()],
  };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

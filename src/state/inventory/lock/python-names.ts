/** What Python's lock files share: names by PEP 503, and what a manifest asks for. */
import { listOf, memberOf, objectOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { nameKey } from '../../purl/index.ts';
import type { Hash } from '../../sbom/index.ts';
import { colonDigest, hexDigest } from '../digest-text.ts';
import type { PartsList } from '../parts.ts';

/** Refs by normalised name; several where markers choose one of several versions. */
export class PythonNames {
  readonly #refs = new Map<string, string[]>();

  add(name: string, ref: string): void {
    const key = nameKey('pep503', name);
    this.#refs.set(key, [...(this.#refs.get(key) ?? []), ref]);
  }

  /** All that the name may mean; with a version, the one that has it. */
  find(name: string, isIt: (ref: string) => boolean = () => true): readonly string[] {
    const refs = this.#refs.get(nameKey('pep503', name)) ?? [];
    const exact = refs.filter(isIt);
    return exact.length > 0 ? exact : refs;
  }
}

/** The name at the beginning of a requirement of PEP 508. */
export function requiredName(requirement: string): string | null {
  return /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]{0,255}[A-Za-z0-9])?)/.exec(requirement)?.[1] ?? null;
}

/** What the project asks for, by purpose. */
export interface Wanted {
  readonly runtime: readonly string[];
  readonly optional: readonly string[];
  readonly development: readonly string[];
}

/** pyproject.toml: `[project]` (PEP 621), `[dependency-groups]` (PEP 735), `[tool.poetry]`. */
export function wantedBy(manifest: JsonObject): Wanted {
  const project = objectOf(manifest, 'project');
  const poetry = objectOf(objectOf(manifest, 'tool'), 'poetry');
  const listed = (object: JsonObject | undefined, name: string) =>
    listOf(object, name).flatMap((each) =>
      typeof each === 'string' ? (requiredName(each) ?? []) : [],
    );
  const named = (object: JsonObject | undefined) =>
    Object.keys(object ?? {}).filter((name) => name !== 'python');
  const inAll = (object: JsonObject | undefined) =>
    Object.keys(object ?? {}).flatMap((name) => listed(object, name));
  const groups = Object.entries(objectOf(poetry, 'group') ?? {}).flatMap(([, group]) =>
    named(objectOf(isJsonObject(group) ? group : undefined, 'dependencies')),
  );
  const own = objectOf(poetry, 'dependencies');
  const extra = named(own).filter((name) => {
    const said = memberOf(own, name);
    return isJsonObject(said) && said.optional === true;
  });
  return {
    runtime: [...listed(project, 'dependencies'), ...named(own).filter((n) => !extra.includes(n))],
    optional: [...inAll(objectOf(project, 'optional-dependencies')), ...extra],
    development: [
      ...inAll(objectOf(manifest, 'dependency-groups')),
      ...groups,
      ...named(objectOf(poetry, 'dev-dependencies')),
    ],
  };
}

/** The project as the root, with what it asks for. */
export function addProject(manifest: JsonObject, names: PythonNames, list: PartsList): void {
  const project = objectOf(manifest, 'project');
  const poetry = objectOf(objectOf(manifest, 'tool'), 'poetry');
  const name = textOf(project, 'name') ?? textOf(poetry, 'name') ?? 'project';
  const version = textOf(project, 'version') ?? textOf(poetry, 'version');
  list.root ??= list.add({
    key: '.',
    path: '',
    type: 'application',
    name,
    version,
    purl: { type: 'pypi', name: nameKey('pep503', name), version },
  });
  const wanted = wantedBy(manifest);
  const refs = (from: readonly string[]) => from.flatMap((each) => names.find(each));
  const [runtime, optional, development] = [
    refs(wanted.runtime),
    refs(wanted.optional),
    refs(wanted.development),
  ];
  const all = [...runtime, ...optional, ...development];
  for (const ref of all) if (list.root !== null) list.relate(list.root, ref, '');
  list.direct(all);
  list.purposes(runtime, optional, development);
}

/**
 * A digest belongs to one file. Where a lock allows several (a wheel for every platform), which of
 * them is installed is not known, and none is told.
 */
export function onlyDigest(texts: readonly string[]): readonly Hash[] {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? colonDigest(only) : [];
}

/** `{ sha256 = "…" }` of PEP 751. */
export function tableDigests(table: JsonObject | undefined): readonly Hash[] {
  return Object.entries(table ?? {}).flatMap(([algorithm, digits]) =>
    typeof digits === 'string' ? hexDigest(algorithm, digits) : [],
  );
}

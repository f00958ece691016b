/** package.json as it is published: a library that brings nothing, a hub whose parts are optional. */

export interface ProjectManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
  readonly [member: string]: unknown;
}

/** What serves the clone alone: how it is built, tested and installed. */
const OF_THE_CLONE = [
  'scripts',
  'files',
  'dependencies',
  'devDependencies',
  'overrides',
  'allowScripts',
];

function published(project: ProjectManifest): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(project).filter(([member]) => !OF_THE_CLONE.includes(member)),
  );
}

/** What the libraries import: the parser behind src/core/xml. */
const OF_THE_LIBRARIES: readonly string[] = ['saxes'];

/** What they import too, and carry with them: a linear regex engine, whose package holds four. */
export const INLINED: readonly string[] = ['re2js'];

/**
 * Manifest of the npm tarball. What the hub alone needs becomes an optional peer, which npm does
 * not install by itself.
 */
export function libraryManifest(project: ProjectManifest): object {
  const all = Object.entries(project.dependencies);
  const hub = all.filter(([name]) => !OF_THE_LIBRARIES.includes(name) && !INLINED.includes(name));
  return {
    ...published(project),
    sideEffects: false,
    dependencies: Object.fromEntries(all.filter(([name]) => OF_THE_LIBRARIES.includes(name))),
    peerDependencies: Object.fromEntries(hub),
    peerDependenciesMeta: Object.fromEntries(hub.map(([name]) => [name, { optional: true }])),
  };
}

/** Manifest of the archive that carries its packages with it. */
export function archiveManifest(project: ProjectManifest): object {
  return { ...published(project), private: true, dependencies: project.dependencies };
}

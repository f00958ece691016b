/**
 * Whom the sample exchange is for: the organisations that it brings, the operator, and whoever
 * tries the hub out at the machine itself. A real peer must not take made-up information for real,
 * so for everybody else its collections do not exist, whatever they grant.
 */
import type { Principal } from '../../core/principal.ts';
import type { DirectoryIndex } from '../directory.ts';

const WITHOUT = new WeakMap<DirectoryIndex, DirectoryIndex>();

/** The directory as this caller may know of it; `here`: the request comes from this machine. */
export function directoryFor(
  principal: Principal,
  directory: DirectoryIndex,
  here: boolean,
): DirectoryIndex {
  const real = withoutSample(directory);
  return real === directory || practises(principal, directory, here) ? directory : real;
}

function practises(principal: Principal, directory: DirectoryIndex, here: boolean): boolean {
  if (principal.kind === 'anonymous') return here;
  const own = directory.organisations.find(({ id }) => id === principal.organisation);
  return own !== undefined && (own.sample || own.operator);
}

/** Computed once for each state of the directory. The same one when it has no sample. */
function withoutSample(directory: DirectoryIndex): DirectoryIndex {
  const known = WITHOUT.get(directory);
  if (known !== undefined) return known;
  const collections = directory.collections.filter(({ sample }) => !sample);
  const real =
    collections.length === directory.collections.length
      ? directory
      : {
          ...directory,
          collections,
          collectionById: new Map(collections.map((row) => [row.id, row])),
        };
  WITHOUT.set(directory, real);
  return real;
}

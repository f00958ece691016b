/** Writes a package URL (purl-spec, "How to build a PURL"). */
import { encode } from './encode.ts';
import type { Purl } from './model.ts';

/** The canonical text of components that are in canonical form, as `parsePurl` gives them. */
export function formatPurl(purl: Purl): string {
  const { type, namespace, name, version, qualifiers, subpath } = purl;
  const path = namespace === null ? '' : `${segments(namespace)}/`;
  // Type git alone has a path for its name.
  const written = type === 'git' ? segments(name) : encode(name);
  const keys = Object.keys(qualifiers).sort();
  const query = keys.map((key) => `${key}=${encode(qualifiers[key] as string)}`).join('&');
  return [
    `pkg:${type}/${path}${written}`,
    version === null ? '' : `@${encode(version)}`,
    query === '' ? '' : `?${query}`,
    subpath === null ? '' : `#${segments(subpath)}`,
  ].join('');
}

function segments(path: string): string {
  return path.split('/').map(encode).join('/');
}

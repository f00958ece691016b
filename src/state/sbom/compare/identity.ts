/** Which component of one document is which of another: what it is, its version aside. */
import type { Component } from '../model.ts';

export interface Identity {
  /** Equal for the same thing in whatever version. */
  readonly key: string;
  readonly version: string;
}

/**
 * The package URL without version and without the qualifiers that change with it; else the first
 * CPE name without version; else type, group and name.
 */
export function identityOf(component: Component): Identity {
  const { purl, cpes, type, group, name } = component;
  const said = component.version ?? '';
  if (purl !== undefined) {
    const { bare, version } = withoutVersion(purl);
    return { key: bare, version: version === '' ? said : version };
  }
  const [cpe] = cpes;
  if (cpe?.startsWith('cpe:2.3:')) {
    const parts = cpe.match(/(?:[^:\\]|\\.)+/g) ?? [];
    return { key: `cpe:${parts.slice(2, 5).join(':')}`, version: said || (parts[5] ?? '') };
  }
  return { key: JSON.stringify([type, group ?? '', name]), version: said };
}

/** Architecture tells packages apart; where they came from, and by which build, does not. */
const KEPT = new Set(['arch', 'classifier', 'type', 'platform']);

function withoutVersion(purl: string): { readonly bare: string; readonly version: string } {
  const [path = '', query = ''] = (purl.split('#')[0] ?? '').split('?', 2);
  const at = path.lastIndexOf('@');
  const versioned = at > path.lastIndexOf('/');
  const kept = query.split('&').filter((pair) => KEPT.has(pair.split('=')[0] ?? ''));
  const bare = versioned ? path.slice(0, at) : path;
  return {
    bare: kept.length === 0 ? bare : `${bare}?${kept.sort().join('&')}`,
    version: versioned ? decoded(path.slice(at + 1)) : '',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

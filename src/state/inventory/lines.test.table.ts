/** What a file says, as lines that tests compare. */
import type { Parts } from './model.ts';

/** One line a component: purl or name, then what is said of it. */
export function partLines({ components, root }: Parts): string[] {
  return components.map((part) => {
    const { ref, purl, name, version, direct, development, scope, hashes, identifiers } = part;
    const words = [
      purl ?? `${name}${version === undefined ? '' : ` ${version}`}`,
      ref === root ? 'root' : '',
      direct === true ? 'direct' : '',
      development ? 'dev' : (scope ?? ''),
      ...hashes.map(({ algorithm, value }) => `${algorithm}=${value.slice(0, 6)}`),
      ...identifiers.map(({ type, value }) => `${type}:${value}`),
    ];
    return words.filter((word) => word !== '').join(' ');
  });
}

/** `from > to`, by the keys of the file. */
export function relationLines({ relations }: Parts): string[] {
  const key = (ref: string) => ref.slice(ref.indexOf('#') + 1);
  return relations.map(({ from, to, kind }) => {
    const sign = kind === 'contains' ? '[' : '>';
    return `${key(from)} ${sign} ${key(to)}`;
  });
}

/** `code place`. */
export function findingLines({ issues }: Parts): string[] {
  return issues.map(({ code, path }) => `${code.replace('inventory-', '')} ${path}`.trim());
}

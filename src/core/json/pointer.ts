/** JSON Pointer (RFC 6901): the names of places in a document. */
import type { JsonValue } from './value.ts';

/** §3: `~` and `/` of a member name, escaped for a pointer. */
export function escapeToken(name: string): string {
  if (!name.includes('~') && !name.includes('/')) return name;
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** §4: first `~1`, then `~0`, so that `~01` gives `~1`. */
export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The pointer of these member names and indexes, from the root on. */
export function joinPointer(tokens: readonly (string | number)[]): string {
  let pointer = '';
  for (const token of tokens) {
    pointer += `/${typeof token === 'number' ? token : escapeToken(token)}`;
  }
  return pointer;
}

/** The member names and indexes of a pointer; null when it is none (§3). */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer.slice(1).split('/').map(unescapeToken);
}

/** §4: the value at a pointer; undefined where there is none or the pointer is malformed. */
export function getPointer(root: JsonValue, pointer: string): JsonValue | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === null) return undefined;
  let value: JsonValue | undefined = root;
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value) ? element(value, token) : member(value, token);
  }
  return value;
}

/** §4: an array index is decimal without leading zeros; `-` names the element after the last. */
function element(list: readonly JsonValue[], token: string): JsonValue | undefined {
  return /^(?:0|[1-9][0-9]{0,15})$/.test(token) ? list[Number(token)] : undefined;
}

function member(value: object, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? (value as Record<string, JsonValue>)[name] : undefined;
}

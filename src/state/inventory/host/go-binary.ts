/** What a program made by Go says of its modules (Go: debug/buildinfo; inline form since 1.18). */
import { LIMITS } from '../../../core/limits.ts';
import { goPurl } from '../lock/go-mod.ts';
import type { PartsList } from '../parts.ts';
import { linesOf } from '../text.ts';

const MAGIC = new TextEncoder().encode('\u00ff Go buildinf:').subarray(1);
const HEADER_BYTES = 32;
const INLINE = 2;

export function isElf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/** Adds the program, Go's standard library and its modules; false where it has no build information. */
export function addGoBinary(path: string, bytes: Uint8Array, list: PartsList): boolean {
  const at = findHeader(bytes);
  if (at < 0) return false;
  const version = textAt(bytes, at + HEADER_BYTES);
  const info = version === null ? null : textAt(bytes, version.end);
  if (version === null || info === null) return false;
  // Sixteen bytes before and behind tell a debugger where it is.
  const lines = info.text.length > 33 ? info.text.slice(16, -16) : '';
  const found = modulesOf(lines);
  const main = list.add({
    key: path,
    path,
    type: 'application',
    name: found.main?.name ?? found.path ?? path,
    version: released(found.main?.version),
    ...(found.main === undefined
      ? {}
      : { purl: goPurl(found.main.name, released(found.main.version)) }),
  });
  if (main === null) return false;
  list.root = main;
  const number = /^go(\d[^\s]*)/.exec(version.text)?.[1];
  const modules = [...found.modules];
  if (number !== undefined) modules.unshift({ name: 'stdlib', version: number });
  for (const { name, version: exact } of modules) {
    const purl =
      name === 'stdlib' ? { type: 'golang', name, version: exact } : goPurl(name, released(exact));
    const ref = list.add({ key: `${path}!${name}`, path, name, version: released(exact), purl });
    if (ref !== null) list.relate(main, ref, path);
  }
  return true;
}

interface Module {
  readonly name: string;
  readonly version: string;
}

/** Lines `path`, `mod`, `dep`, and `=>` for what replaces the one before. */
function modulesOf(text: string): { path?: string; main?: Module; modules: readonly Module[] } {
  let path: string | undefined;
  let main: Module | undefined;
  const modules: Module[] = [];
  for (const { text: line } of linesOf(text)) {
    const [verb, name = '', version = ''] = line.slice(0, LIMITS.inventory.nameChars).split('\t');
    if (verb === 'path') path = name;
    else if (verb === 'mod') main = { name, version };
    else if (verb === 'dep') modules.push({ name, version });
    else if (verb === '=>' && modules.length > 0) modules[modules.length - 1] = { name, version };
  }
  return {
    ...(path === undefined ? {} : { path }),
    ...(main === undefined || main.name === '' ? {} : { main }),
    modules: modules.filter(({ name }) => name !== ''),
  };
}

/** A module built where it lies has no version. */
function released(version: string | undefined): string | undefined {
  return version === undefined || version === '' || version === '(devel)' ? undefined : version;
}

/** The header stands at a multiple of 16, its sign of 14 bytes first. */
function findHeader(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (at % 16 !== 0 || !isMagic(bytes, at)) continue;
    return ((bytes[at + 15] ?? 0) & INLINE) === 0 ? -1 : at;
  }
  return -1;
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  for (let i = 1; i < 14; i++) if (bytes[at + i] !== MAGIC[i]) return false;
  return true;
}

/** A length as varint, then as many bytes of UTF-8. */
function textAt(bytes: Uint8Array, at: number): { text: string; end: number } | null {
  let length = 0;
  let shift = 0;
  let from = at;
  for (;;) {
    const byte = bytes[from++];
    if (byte === undefined || shift > 28) return null;
    length += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) break;
  }
  if (length > LIMITS.inventory.manifestBytes || from + length > bytes.length) return null;
  const end = from + length;
  return { text: new TextDecoder('latin1').decode(bytes.subarray(from, end)), end };
}

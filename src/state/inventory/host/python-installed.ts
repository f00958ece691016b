/** Installed Python packages: *.dist-info/METADATA, *.egg-info (PyPA, "Core metadata"). */
import { nameKey } from '../../purl/index.ts';
import { requiredName } from '../lock/python-names.ts';
import { pypiPurl } from '../lock/requirements.ts';
import type { Found, PartsList } from '../parts.ts';
import { linesOf, textOfBytes } from '../text.ts';

/** Whether a file of this path holds metadata of one installed package. */
export function isPythonMetadata(path: string): boolean {
  return /(?:^|\/)(?:[^/]+\.dist-info\/METADATA|[^/]+\.egg-info(?:\/PKG-INFO)?)$/.test(path);
}

/** Adds the package to those of one folder of packages; gives what it needs, by name. */
export function addPythonPackage(
  path: string,
  bytes: Uint8Array,
  list: PartsList,
): { readonly ref: string; readonly name: string; readonly needs: readonly string[] } | null {
  const headers = headersOf(textOfBytes(bytes) ?? '');
  const name = headers.get('name')?.[0] ?? '';
  const version = headers.get('version')?.[0] ?? '';
  if (name === '' || version === '') {
    list.find('inventory-entry', path, 'Name and Version');
    return null;
  }
  const found: Found = {
    key: path,
    path,
    name,
    version,
    purl: pypiPurl(name, version),
    licenses: headers.get('license-expression') ?? [],
  };
  const ref = list.add(found);
  // What only an extra asks for may be missing.
  const needs = (headers.get('requires-dist') ?? []).filter((each) => !/;.*\bextra\b/.test(each));
  return ref === null
    ? null
    : {
        ref,
        name: nameKey('pep503', name),
        needs: needs.flatMap((each) => requiredName(each) ?? []),
      };
}

/** Headers as of a mail, up to the first empty line; names in lower case. */
function headersOf(text: string): ReadonlyMap<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { text: line } of linesOf(text)) {
    if (line === '') break;
    const header = /^([A-Za-z-]{1,64}):\s*(.*)$/.exec(line);
    if (header === null) continue;
    const name = (header[1] ?? '').toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), (header[2] ?? '').trim()]);
  }
  return headers;
}

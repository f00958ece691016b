/** Lock files that are JSON: read once, within the bound, with what I-JSON forbids reported. */
import { readJson } from '../../../core/json/read.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';

/** Hands the object at the root to a reader; what is none becomes a finding. */
export function readJsonLock(
  file: SourceFile,
  form: string,
  read: (document: JsonObject, list: PartsList) => void,
): Parts {
  const json = readJson(file.bytes, { maxBytes: LIMITS.inventory.fileBytes });
  if (!json.ok) {
    const [issue] = json.issues;
    return noParts(file.path, form, 'inventory-form', issue?.message ?? 'No JSON');
  }
  if (!isJsonObject(json.value)) {
    return noParts(file.path, form, 'inventory-form', 'No object');
  }
  const list = new PartsList(file.path, form);
  for (const { path, message } of json.issues) list.find('inventory-syntax', path, message);
  read(json.value, list);
  return list.done();
}

/** The object of a file beside the one that is read, where it is there and is one. */
export function objectBeside(bytes: Uint8Array | undefined): JsonObject | undefined {
  if (bytes === undefined) return undefined;
  const json = readJson(bytes, { maxBytes: LIMITS.inventory.fileBytes });
  return json.ok && isJsonObject(json.value) ? json.value : undefined;
}

/** Names of the members of an object, its own ones. */
export function namesIn(object: JsonObject | undefined): readonly string[] {
  return object === undefined ? [] : Object.keys(object);
}

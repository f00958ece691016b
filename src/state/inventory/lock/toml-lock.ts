/** Lock files that are TOML. */
import type { JsonObject } from '../../../core/json/value.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { textOfBytes } from '../text.ts';
import { readToml } from '../toml/read.ts';

/** Hands the document to a reader; what is no TOML becomes a finding. */
export function readTomlLock(
  file: SourceFile,
  form: string,
  read: (document: JsonObject, list: PartsList) => void,
): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null)
    return noParts(file.path, form, 'inventory-size', `${file.bytes.length} bytes`);
  const toml = readToml(text);
  const list = new PartsList(file.path, form);
  if (toml.ok) read(toml.value, list);
  else list.find('inventory-form', toml.issue.path, toml.issue.message);
  return list.done();
}

/** A document beside the one that is read, where it is there and is TOML. */
export function tomlBeside(bytes: Uint8Array | undefined): JsonObject | undefined {
  const text = bytes === undefined ? null : textOfBytes(bytes);
  const toml = text === null ? null : readToml(text);
  return toml?.ok ? toml.value : undefined;
}

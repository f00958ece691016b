/** Lock files that are YAML. */
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import type { Parts, SourceFile } from '../model.ts';
import { noParts, PartsList } from '../parts.ts';
import { textOfBytes } from '../text.ts';
import { readYaml } from '../yaml/read.ts';

/** Hands the mappings at the root of the documents to a reader. */
export function readYamlLock(
  file: SourceFile,
  form: string,
  read: (documents: readonly JsonObject[], list: PartsList) => void,
): Parts {
  const text = textOfBytes(file.bytes);
  if (text === null)
    return noParts(file.path, form, 'inventory-size', `${file.bytes.length} bytes`);
  const yaml = readYaml(text);
  const list = new PartsList(file.path, form);
  if (!yaml.ok) list.find('inventory-form', yaml.issue.path, yaml.issue.message);
  else {
    const documents = yaml.documents.filter(isJsonObject);
    if (documents.length === 0) list.find('inventory-form', '', 'No mapping');
    else read(documents, list);
  }
  return list.done();
}

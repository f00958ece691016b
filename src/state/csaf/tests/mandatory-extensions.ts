/** Mandatory tests on extensions (2.1 §2.4). */

import { eachExtension, eachExtensionList } from '../model/extensions.ts';
import type { CsafModel } from '../model/model.ts';
import { eachObject, textOf } from '../model/values.ts';
import { classOf, contentFaults, packageOf } from '../registers/extensions.ts';
import { quote } from './mandatory-products.ts';
import { ONLY_21, type Report, test } from './test.ts';

/** 6.1.60.1: what stands around the content follows the standard. */
function contentSchema(model: CsafModel, report: Report): void {
  for (const { path, message } of model.faults('extension')) report(path, message);
}

function unsupported(schema: string, path: string, report: Report): void {
  report.remark(path, `The ${classOf(schema)} extension ${quote(schema)} is not supported here.`);
}

/** 6.1.60.2: the content follows the extension's own schema. */
function extensionSchema(model: CsafModel, report: Report): void {
  eachExtension(model, (extension, path) => {
    const schema = textOf(extension.$schema);
    if (schema === undefined) return;
    const known = packageOf(schema);
    if (known === undefined) return unsupported(schema, path, report);
    for (const fault of contentFaults(known, extension))
      report(path, `${fault.path}: ${fault.message}`);
  });
}

/** 6.1.60.3: the extension stands where, as often and beside what its metadata allow. */
function extensionMetadata(model: CsafModel, report: Report): void {
  eachExtensionList(model, ({ value, path, location }) => {
    const counts = new Map<string, number>();
    eachObject(value, (extension) => {
      const schema = textOf(extension.$schema);
      if (schema !== undefined) counts.set(schema, (counts.get(schema) ?? 0) + 1);
    });
    for (const [schema, count] of counts) {
      const known = packageOf(schema);
      if (known === undefined) {
        unsupported(schema, path, report);
        continue;
      }
      const most = known.most[location] ?? Number.POSITIVE_INFINITY;
      if (count > most) {
        report(
          path,
          `The extension ${quote(schema)} stands here ${count} times; ${most} is allowed.`,
        );
      }
      const other = known.incompatible.find((name) => counts.has(name) && name > schema);
      if (other !== undefined) {
        report(path, `The extensions ${quote(schema)} and ${quote(other)} are incompatible.`);
      }
    }
  });
}

export const MANDATORY_EXTENSION_TESTS = [
  test(
    'csaf-extension-content-schema',
    [
      '6.1.60.1',
      'Content Schema',
      'An extension does not have $schema, category, critical and content as the standard asks.',
      'The message names what is missing or wrong.',
    ],
    contentSchema,
    ONLY_21,
  ),
  test(
    'csaf-extension-schema',
    [
      '6.1.60.2',
      'Extension Schema',
      'The content of an extension does not follow the schema that it names.',
      'Correct the content, or name the right schema.',
    ],
    extensionSchema,
    ONLY_21,
  ),
  test(
    'csaf-extension-metadata',
    [
      '6.1.60.3',
      'Extension Metadata',
      'An extension stands where, as often or beside what its metadata do not allow.',
      'Move or remove it as its metadata ask.',
    ],
    extensionMetadata,
    ONLY_21,
  ),
] as const;

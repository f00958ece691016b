/** Extensions (2.1 §2.4) with their places. */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import { eachMetric } from './metrics.ts';
import type { CsafModel } from './model.ts';
import { eachObject } from './values.ts';

export type ExtensionLocation =
  | 'root'
  | 'document'
  | 'branches'
  | 'full_product_names'
  | 'product_paths'
  | 'metrics'
  | 'vulnerabilities';

/** One list `x_extensions`. */
export interface ExtensionList {
  readonly location: ExtensionLocation;
  readonly path: string;
  readonly value: JsonValue;
}

export function eachExtensionList(model: CsafModel, visit: (list: ExtensionList) => void): void {
  const see = (owner: JsonObject, location: ExtensionLocation, path: string) => {
    if (owner.x_extensions === undefined) return;
    visit({ location, path: `${path}/x_extensions`, value: owner.x_extensions });
  };
  see(model.root, 'root', '');
  see(model.document, 'document', '/document');
  for (const product of model.tree.products) {
    if (product.value.x_extensions === undefined) continue;
    const location = product.origin === 'combined' ? 'product_paths' : product.origin;
    see(product.value, location, product.path);
  }
  for (const vulnerability of model.vulnerabilities) {
    see(vulnerability.value, 'vulnerabilities', vulnerability.path);
    eachMetric(model, vulnerability, ({ content, contentPath }) => {
      see(content, 'metrics', contentPath);
    });
  }
}

export function eachExtension(
  model: CsafModel,
  visit: (extension: JsonObject, path: string, list: ExtensionList) => void,
): void {
  eachExtensionList(model, (list) => {
    eachObject(list.value, (item, i) => visit(item, `${list.path}/${i}`, list));
  });
}

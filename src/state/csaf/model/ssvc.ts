/** SSVC objects of a document (2.1). */
import type { JsonObject } from '../../../core/json/index.ts';
import { parseNamespace, type SsvcNamespace } from '../schema/namespace.ts';
import { eachMetric } from './metrics.ts';
import type { CsafModel } from './model.ts';
import { eachObject, objectOf, textOf } from './values.ts';
import type { Vulnerability } from './vulnerability.ts';

export interface SsvcObject {
  readonly value: JsonObject;
  readonly path: string;
  readonly vulnerability: Vulnerability;
}

export function eachSsvc(model: CsafModel, visit: (ssvc: SsvcObject) => void): void {
  for (const vulnerability of model.vulnerabilities) {
    eachMetric(model, vulnerability, ({ content, contentPath }) => {
      if (content.ssvc_v2 === undefined) return;
      visit({ value: objectOf(content.ssvc_v2), path: `${contentPath}/ssvc_v2`, vulnerability });
    });
  }
}

export interface SsvcSelection {
  readonly value: JsonObject;
  readonly path: string;
  readonly ssvc: SsvcObject;
  readonly namespace: SsvcNamespace;
  /** As written. */
  readonly namespaceText: string;
}

/** Every selection whose namespace can be read. */
export function eachSelection(model: CsafModel, visit: (selection: SsvcSelection) => void): void {
  eachSsvc(model, (ssvc) => {
    eachObject(ssvc.value.selections, (value, i) => {
      const namespaceText = textOf(value.namespace) ?? '';
      const namespace = parseNamespace(namespaceText);
      if (namespace === null) return;
      visit({ value, path: `${ssvc.path}/selections/${i}`, ssvc, namespace, namespaceText });
    });
  });
}

/** Namespaces that SSVC reserves: `example` and what lies in it are for documentation. */
export function isReserved(base: string): boolean {
  return /^(?:example|test|invalid)(?:$|[.#])/.test(base);
}

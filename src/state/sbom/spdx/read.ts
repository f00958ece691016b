/** An SPDX 2.x document in the words of the model, with the rules that no schema can say. */
import type { Issue } from '../../../core/issue.ts';
import { objectOf, objectsOf, textOf, textsOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { URI } from '../../../core/shape/form.ts';
import { type SbomIssueCode, sbomIssue } from '../issues.ts';
import { licenseFault } from '../license-expression.ts';
import type { Component, Hash, Relation, Sbom, Supplier } from '../model.ts';
import { isRelationEnd } from './identifier.ts';
import { READINGS } from './relationships.table.ts';

const DOCUMENT = 'SPDXRef-DOCUMENT';

export interface ReadSpdx {
  readonly sbom: Sbom;
  readonly issues: readonly Issue<SbomIssueCode>[];
}

export function readSpdx2(document: JsonObject, version: string): ReadSpdx {
  return new SpdxReader(document).read(version);
}

class SpdxReader {
  readonly #document: JsonObject;
  readonly #issues: Issue<SbomIssueCode>[] = [];
  readonly #components: Component[] = [];
  readonly #relations: Relation[] = [];
  readonly #places = new Map<string, string>([[DOCUMENT, '']]);
  readonly #dependenciesKnown = new Set<string>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  read(version: string): ReadSpdx {
    this.#namespace();
    for (const { entry, path } of objectsOf(this.#document, 'packages', '')) {
      this.#package(entry, path);
    }
    for (const { entry, path } of objectsOf(this.#document, 'files', '')) this.#file(entry, path);
    for (const { entry, path } of objectsOf(this.#document, 'snippets', '')) {
      this.#enter(entry, path);
    }
    this.#relationships();
    const roots = this.#roots();
    const info = objectOf(this.#document, 'creationInfo');
    const creators = textsOf(info, 'creators');
    return {
      issues: this.#issues,
      sbom: {
        format: 'spdx',
        version,
        identity: textOf(this.#document, 'documentNamespace') ?? null,
        created: textOf(info, 'created') ?? null,
        authors: creators.filter((name) => !name.startsWith('Tool:')).map(afterColon),
        tools: creators.filter((name) => name.startsWith('Tool:')).map(afterColon),
        root: roots.length === 1 ? (roots[0] ?? null) : null,
        components: this.#components,
        relations: this.#relations,
        completeness: 'unknown',
        completenessOf: new Map(),
        dependenciesKnown: this.#dependenciesKnown,
      },
    };
  }

  /** §6.5: an absolute URI without fragment, because the fragment names elements. */
  #namespace(): void {
    const namespace = textOf(this.#document, 'documentNamespace');
    if (namespace === undefined) return;
    if (URI.test(namespace) && !namespace.includes('#')) return;
    this.#issues.push(sbomIssue('spdx-namespace', '/documentNamespace', `"${namespace}"`));
  }

  #package(value: JsonObject, path: string): void {
    const ref = this.#enter(value, path);
    if (this.#components.length === LIMITS.sbom.components) {
      const detail = `More than ${LIMITS.sbom.components} components`;
      this.#issues.push(sbomIssue('sbom-components-many', path, detail));
    }
    if (this.#components.length >= LIMITS.sbom.components) return;
    this.#components.push(packageOf(value, ref, path));
    this.#verification(value, path);
    for (const name of ['licenseConcluded', 'licenseDeclared'] as const) {
      this.#license(textOf(value, name), `${path}/${name}`);
    }
    for (const file of textsOf(value, 'hasFiles')) {
      this.#relations.push({ from: ref, to: file, kind: 'contains', path: `${path}/hasFiles` });
    }
  }

  /** §7.9: where files were analysed the code is mandatory, otherwise it must not be there. */
  #verification(value: JsonObject, path: string): void {
    const analysed = value.filesAnalyzed !== false;
    const code = objectOf(value, 'packageVerificationCode');
    if (!analysed && code !== undefined) {
      const detail = 'filesAnalyzed is false, and a code is given';
      this.#issues.push(sbomIssue('spdx-verification-code', path, detail));
    }
    const files = textsOf(value, 'hasFiles').length > 0;
    if (value.filesAnalyzed === true && code === undefined && files) {
      const detail = 'filesAnalyzed is true, and no code is given';
      this.#issues.push(sbomIssue('spdx-verification-code', path, detail));
    }
  }

  #license(expression: string | undefined, path: string): void {
    if (expression === undefined || !asserted(expression)) return;
    const fault = licenseFault(expression);
    if (fault === null) return;
    const detail = `${fault.message} (position ${fault.at})`;
    this.#issues.push(sbomIssue('sbom-licence', path, detail));
  }

  #file(value: JsonObject, path: string): void {
    const ref = this.#enter(value, path);
    if (this.#components.length >= LIMITS.sbom.components) return;
    this.#components.push({
      ref,
      type: 'file',
      name: textOf(value, 'fileName') ?? '',
      cpes: [],
      hashes: hashesOf(value, path),
      licenses: [textOf(value, 'licenseConcluded')].filter(asserted),
      identifiers: [],
      path,
    });
  }

  /** §7.2: unique within the document. */
  #enter(value: JsonObject, path: string): string {
    const id = textOf(value, 'SPDXID') ?? `#${path}`;
    const first = this.#places.get(id);
    if (first === undefined) {
      this.#places.set(id, path);
      return id;
    }
    const detail = `"${id}" stands at ${first === '' ? 'the document' : first} already`;
    this.#issues.push(sbomIssue('sbom-ref-repeated', `${path}/SPDXID`, detail));
    return `${id}#${path}`;
  }

  #relationships(): void {
    for (const { entry, path } of objectsOf(this.#document, 'relationships', '')) {
      const from = textOf(entry, 'spdxElementId');
      const to = textOf(entry, 'relatedSpdxElement');
      const type = textOf(entry, 'relationshipType');
      if (from === undefined || to === undefined || type === undefined) continue;
      this.#expect(from, `${path}/spdxElementId`);
      this.#expect(to, `${path}/relatedSpdxElement`);
      const reading = Object.hasOwn(READINGS, type) ? READINGS[type] : undefined;
      const kind = reading?.kind ?? type.toLowerCase().replaceAll('_', '-');
      const [a, b] = reading?.reversed ? [to, from] : [from, to];
      if (kind === 'depends-on') this.#dependenciesKnown.add(a);
      if (b !== 'NONE' && b !== 'NOASSERTION' && a !== 'NONE' && a !== 'NOASSERTION') {
        this.#relations.push({ from: a, to: b, kind, path });
      }
    }
  }

  #expect(id: string, path: string): void {
    if (!isRelationEnd(id)) this.#issues.push(sbomIssue('spdx-reference', path, `"${id}"`));
    else if (id.startsWith('SPDXRef-') && !this.#places.has(id)) {
      this.#issues.push(sbomIssue('sbom-ref-dangling', path, `"${id}" is not in the document`));
    }
  }

  /** What the document describes: by relationship, or by the member that came before it. */
  #roots(): string[] {
    const described = this.#relations
      .filter(({ from, kind }) => from === DOCUMENT && kind === 'describes')
      .map(({ to }) => to);
    const listed = textsOf(this.#document, 'documentDescribes');
    const roots = [...new Set([...described, ...listed])];
    if (roots.length === 0 && this.#components.length > 1) {
      this.#issues.push(sbomIssue('spdx-describes-nothing', '', 'relationships'));
    }
    return roots;
  }
}

function packageOf(value: JsonObject, ref: string, path: string): Component {
  const identifiers: { type: string; value: string }[] = [];
  const cpes: string[] = [];
  const purls: string[] = [];
  for (const { entry } of objectsOf(value, 'externalRefs', path)) {
    const type = textOf(entry, 'referenceType');
    const locator = textOf(entry, 'referenceLocator');
    if (type === undefined || locator === undefined) continue;
    // Annex F; the full IRI of a type ends in its short name.
    const short = type.slice(type.lastIndexOf('/') + 1);
    if (short === 'purl') purls.push(locator);
    else if (short === 'cpe23Type' || short === 'cpe22Type') cpes.push(locator);
    else identifiers.push({ type: short, value: locator });
  }
  const [purl, ...others] = purls;
  const optional = {
    version: textOf(value, 'versionInfo'),
    purl,
    swid: identifiers.find(({ type }) => type === 'swid')?.value,
    supplier: supplierOf(textOf(value, 'supplier')),
    author: supplierOf(textOf(value, 'originator'))?.name,
  };
  return {
    ref,
    type: purposeOf(textOf(value, 'primaryPackagePurpose')),
    name: textOf(value, 'name') ?? '',
    cpes,
    hashes: hashesOf(value, path),
    licenses: [
      ...new Set(
        [textOf(value, 'licenseConcluded'), textOf(value, 'licenseDeclared')].filter(asserted),
      ),
    ],
    identifiers: [...others.map((each) => ({ type: 'purl', value: each })), ...identifiers],
    path,
    ...Object.fromEntries(Object.entries(optional).filter(([, given]) => given !== undefined)),
  };
}

function purposeOf(purpose: string | undefined): string {
  return purpose === undefined ? 'library' : purpose.toLowerCase().replaceAll('_', '-');
}

function hashesOf(value: JsonObject, path: string): Hash[] {
  return [...objectsOf(value, 'checksums', path)].flatMap(({ entry }) => {
    const algorithm = textOf(entry, 'algorithm');
    const digest = textOf(entry, 'checksumValue');
    return algorithm === undefined || digest === undefined ? [] : [{ algorithm, value: digest }];
  });
}

/** §7.5: `Organization: name (mail)`. */
function supplierOf(agent: string | undefined): Supplier | undefined {
  return agent === undefined || !asserted(agent)
    ? undefined
    : { name: afterColon(agent).replace(/ ?\([^()]*\)$/, ''), urls: [] };
}

function afterColon(text: string): string {
  return text.slice(text.indexOf(':') + 1).trim();
}

function asserted(text: string | undefined): text is string {
  return text !== undefined && text !== 'NOASSERTION' && text !== 'NONE';
}

/** An SBOM as SPDX 2.3 in JSON. */
import { licenseFault } from '../license-expression.ts';
import type { Component, Relation, Sbom } from '../model.ts';
import type { WriteOptions } from './options.ts';

const DOCUMENT = 'SPDXRef-DOCUMENT';
/** §7.10: words of SPDX for digests. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'MD5',
  'SHA-1': 'SHA1',
  'SHA-256': 'SHA256',
  'SHA-384': 'SHA384',
  'SHA-512': 'SHA512',
  'SHA3-256': 'SHA3-256',
  'SHA3-384': 'SHA3-384',
  'SHA3-512': 'SHA3-512',
  'BLAKE2b-256': 'BLAKE2b-256',
  'BLAKE2b-384': 'BLAKE2b-384',
  'BLAKE2b-512': 'BLAKE2b-512',
  BLAKE3: 'BLAKE3',
};
/** §7.24 */
const PURPOSES: ReadonlySet<string> = new Set([
  'application',
  'framework',
  'library',
  'container',
  'operating-system',
  'device',
  'firmware',
  'source',
  'archive',
  'file',
  'install',
]);

/** A document that its own reader accepts. Licences that are none of SPDX become references. */
export function writeSpdx(sbom: Sbom, options: WriteOptions): object {
  const writer = new SpdxWriter(sbom);
  const root = sbom.components.find(({ ref }) => ref === sbom.root);
  const name = root === undefined ? 'inventory' : `${root.name} ${root.version ?? ''}`.trim();
  const packages = sbom.components.map((component) => writer.package(component));
  const described = root === undefined ? sbom.components : [root];
  const { tool, author, created, uuid, namespace = 'https://spdx.org/spdxdocs' } = options;
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: DOCUMENT,
    name,
    documentNamespace: `${namespace}/${name.replace(/[^A-Za-z0-9._-]+/g, '-')}-${uuid}`,
    creationInfo: {
      created: created.replace(/\.\d+Z$/, 'Z'),
      creators: [
        `Tool: ${tool.name}-${tool.version}`,
        ...(author === undefined ? [] : [`Organization: ${oneLine(author)}`]),
      ],
    },
    packages,
    relationships: [
      ...described.map(({ ref }) => relationship(DOCUMENT, 'DESCRIBES', writer.idOf(ref))),
      ...sbom.relations.flatMap((each) => writer.relation(each)),
      ...[...sbom.dependenciesKnown].flatMap((ref) => writer.needsNothing(ref)),
    ],
    ...(writer.extracted.length === 0 ? {} : { hasExtractedLicensingInfos: writer.extracted }),
  };
}

class SpdxWriter {
  readonly #ids = new Map<string, string>();
  readonly #licenses = new Map<string, string>();
  readonly #development = new Set<string>();
  readonly #needing = new Set<string>();
  readonly extracted: object[] = [];

  constructor(sbom: Sbom) {
    // Identifiers may have letters, digits, full stops and hyphens: refs have more.
    for (const { ref, development } of sbom.components) {
      this.#ids.set(ref, `SPDXRef-Package-${this.#ids.size + 1}`);
      if (development) this.#development.add(ref);
    }
    for (const { from, kind } of sbom.relations) if (kind === 'depends-on') this.#needing.add(from);
  }

  idOf(ref: string): string {
    return this.#ids.get(ref) ?? 'NOASSERTION';
  }

  package(component: Component): object {
    const { ref, type, name, group, version, supplier, author, hashes, licenses, source } =
      component;
    const digests = hashes.flatMap(({ algorithm, value }) =>
      Object.hasOwn(ALGORITHMS, algorithm)
        ? [{ algorithm: ALGORITHMS[algorithm], checksumValue: value }]
        : [],
    );
    const references = referencesOf(component);
    return {
      SPDXID: this.idOf(ref),
      name: group === undefined ? name : `${group}/${name}`,
      ...(version === undefined ? {} : { versionInfo: version }),
      supplier: supplier === undefined ? 'NOASSERTION' : `Organization: ${oneLine(supplier.name)}`,
      ...(author === undefined ? {} : { originator: `Person: ${oneLine(author)}` }),
      downloadLocation: 'NOASSERTION',
      filesAnalyzed: false,
      ...(digests.length === 0 ? {} : { checksums: digests }),
      licenseConcluded: 'NOASSERTION',
      licenseDeclared: this.#license(licenses),
      copyrightText: 'NOASSERTION',
      ...(references.length === 0 ? {} : { externalRefs: references }),
      ...(PURPOSES.has(type)
        ? { primaryPackagePurpose: type.toUpperCase().replaceAll('-', '_') }
        : {}),
      ...(source === undefined ? {} : { sourceInfo: `found in ${source}` }),
    };
  }

  relation({ from, to, kind }: Relation): readonly object[] {
    const [a, b] = [this.#ids.get(from), this.#ids.get(to)];
    if (a === undefined || b === undefined) return [];
    if (kind === 'contains') return [relationship(a, 'CONTAINS', b)];
    if (kind !== 'depends-on') return [];
    // §11.1 has a word of its own for what only building and testing needs.
    const builds = this.#development.has(to) && !this.#development.has(from);
    return [builds ? relationship(b, 'DEV_DEPENDENCY_OF', a) : relationship(a, 'DEPENDS_ON', b)];
  }

  /** Stated and empty: NONE, which is not the same as nothing said. */
  needsNothing(ref: string): readonly object[] {
    const id = this.#ids.get(ref);
    return id === undefined || this.#needing.has(ref)
      ? []
      : [relationship(id, 'DEPENDS_ON', 'NONE')];
  }

  #license(texts: readonly string[]): string {
    if (texts.length === 0) return 'NOASSERTION';
    const parts = texts.map((text) => (licenseFault(text) === null ? text : this.#reference(text)));
    const several = parts.length > 1;
    return parts.map((text) => (several && text.includes(' ') ? `(${text})` : text)).join(' AND ');
  }

  #reference(text: string): string {
    const known = this.#licenses.get(text);
    if (known !== undefined) return known;
    const id = `LicenseRef-${this.#licenses.size + 1}`;
    this.#licenses.set(text, id);
    this.extracted.push({ licenseId: id, extractedText: text, name: oneLine(text) });
    return id;
  }
}

function relationship(from: string, type: string, to: string): object {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to };
}

/** Annex F: package URLs and CPE names have types of their own. */
function referencesOf({ purl, cpes }: Component): readonly object[] {
  const reference = (category: string, type: string, locator: string) => ({
    referenceCategory: category,
    referenceType: type,
    referenceLocator: locator,
  });
  return [
    ...(purl === undefined ? [] : [reference('PACKAGE-MANAGER', 'purl', purl)]),
    ...cpes.map((cpe) =>
      reference('SECURITY', cpe.startsWith('cpe:2.3:') ? 'cpe23Type' : 'cpe22Type', cpe),
    ),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 1_024);
}

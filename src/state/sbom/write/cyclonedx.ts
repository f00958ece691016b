/** An SBOM as CycloneDX 1.6 in JSON (ECMA-424). */
import { licenseFault } from '../license-expression.ts';
import type { Component, Sbom } from '../model.ts';
import { SPDX_LICENSE_IDS } from '../spdx/licenses.table.ts';
import type { WriteOptions } from './options.ts';

const TYPES: ReadonlySet<string> = new Set([
  'application',
  'framework',
  'library',
  'container',
  'platform',
  'operating-system',
  'device',
  'device-driver',
  'firmware',
  'file',
  'machine-learning-model',
  'data',
  'cryptographic-asset',
]);
const ALGORITHMS: ReadonlySet<string> = new Set([
  'MD5',
  'SHA-1',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
  'BLAKE2b-256',
  'BLAKE2b-384',
  'BLAKE2b-512',
  'BLAKE3',
]);
const SCOPES: ReadonlySet<string> = new Set(['required', 'optional', 'excluded']);

/** A document that its own reader accepts; what the format has no place for becomes properties. */
export function writeCycloneDx(sbom: Sbom, options: WriteOptions): object {
  const { uuid, created, tool, author } = options;
  const nesting = new Nesting(sbom);
  const root = sbom.components.find(({ ref }) => ref === sbom.root);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: {
      timestamp: created,
      tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
      ...(author === undefined ? {} : { authors: [{ name: author }] }),
      ...(root === undefined ? {} : { component: componentOf(root) }),
    },
    components: nesting.tops().map((component) => nested(component, nesting)),
    dependencies: dependenciesOf(sbom, nesting),
    compositions: [
      {
        aggregate: sbom.completeness,
        ...(root === undefined ? {} : { assemblies: [root.ref] }),
      },
    ],
  };
}

/** What contains what, as a tree: each component lies in one other, and never in itself. */
class Nesting {
  readonly #sbom: Sbom;
  readonly #inside = new Map<string, Component[]>();
  readonly #placed = new Set<string>();

  constructor(sbom: Sbom) {
    this.#sbom = sbom;
    const byRef = new Map(sbom.components.map((each) => [each.ref, each]));
    const above = new Map<string, string>();
    for (const { from, to, kind } of sbom.relations) {
      const part = byRef.get(to);
      if (kind !== 'contains' || part === undefined || !byRef.has(from)) continue;
      if (from === sbom.root || to === sbom.root || above.has(to)) continue;
      if (this.#isAbove(to, from, above)) continue;
      above.set(to, from);
      this.#placed.add(to);
      this.#inside.set(from, [...(this.#inside.get(from) ?? []), part]);
    }
  }

  tops(): readonly Component[] {
    return this.#sbom.components.filter(
      ({ ref }) => ref !== this.#sbom.root && !this.#placed.has(ref),
    );
  }

  partsOf(ref: string): readonly Component[] {
    return this.#inside.get(ref) ?? [];
  }

  isPlaced(ref: string): boolean {
    return this.#placed.has(ref);
  }

  /** Whether `ref` lies around `start` already; the chain is as long as the nesting. */
  #isAbove(ref: string, start: string, above: ReadonlyMap<string, string>): boolean {
    let steps = 0;
    for (let at: string | undefined = start; at !== undefined; at = above.get(at)) {
      if (at === ref || ++steps > DEEPEST) return true;
    }
    return false;
  }
}

/** What readers of JSON take: a component is two levels of it. */
const DEEPEST = 20;

function nested(component: Component, nesting: Nesting): object {
  const parts = nesting.partsOf(component.ref);
  const own = componentOf(component);
  if (parts.length === 0) return own;
  return { ...own, components: parts.map((part) => nested(part, nesting)) };
}

/** The whole needs what nothing else of it needs: a list has no other word for its beginning. */
function dependenciesOf(sbom: Sbom, nesting: Nesting): readonly object[] {
  const refs = new Set(sbom.components.map(({ ref }) => ref));
  const needs = new Map<string, Set<string>>();
  const needed = new Set<string>();
  const add = (from: string, to: string) => {
    needs.set(from, (needs.get(from) ?? new Set()).add(to));
  };
  for (const { from, to, kind } of sbom.relations) {
    if (kind !== 'depends-on' || from === to || !refs.has(from) || !refs.has(to)) continue;
    add(from, to);
    needed.add(to);
  }
  for (const { from, to, kind } of sbom.relations) {
    const begins = kind === 'contains' && from === sbom.root && refs.has(to) && to !== from;
    if (begins && !needed.has(to) && !nesting.isPlaced(to)) add(from, to);
  }
  const stated = [...refs].filter((ref) => needs.has(ref) || sbom.dependenciesKnown.has(ref));
  return stated.map((ref) => ({ ref, dependsOn: [...(needs.get(ref) ?? [])] }));
}

function componentOf(component: Component): object {
  const { ref, type, name, group, version, purl, supplier, author, scope, cpes, hashes } =
    component;
  const digests = hashes.filter(({ algorithm }) => ALGORITHMS.has(algorithm));
  const licenses = licensesOf(component.licenses);
  const properties = propertiesOf(component);
  return {
    type: TYPES.has(type) ? type : 'library',
    'bom-ref': ref,
    ...(supplier === undefined ? {} : { supplier: supplierOf(supplier) }),
    ...(author === undefined ? {} : { authors: [{ name: author }] }),
    ...(group === undefined ? {} : { group }),
    name,
    ...(version === undefined ? {} : { version }),
    ...(scope !== undefined && SCOPES.has(scope) ? { scope } : {}),
    ...(digests.length === 0
      ? {}
      : { hashes: digests.map(({ algorithm, value }) => ({ alg: algorithm, content: value })) }),
    ...(licenses.length === 0 ? {} : { licenses }),
    ...(cpes[0] === undefined ? {} : { cpe: cpes[0] }),
    ...(purl === undefined ? {} : { purl }),
    ...(component.source === undefined
      ? {}
      : { evidence: { occurrences: [{ location: component.source }] } }),
    ...(properties.length === 0 ? {} : { properties }),
  };
}

function supplierOf({ name, urls }: NonNullable<Component['supplier']>): object {
  return urls.length === 0 ? { name } : { name, url: urls };
}

/** One expression alone, or a list of licences: the schema allows no mixture. */
function licensesOf(texts: readonly string[]): readonly object[] {
  const [only] = texts;
  const single = texts.length === 1 && only !== undefined;
  if (single && !SPDX_LICENSE_IDS.has(only) && licenseFault(only) === null) {
    return [{ expression: only }];
  }
  return texts.map((text) => ({
    license: SPDX_LICENSE_IDS.has(text) ? { id: text } : { name: text },
  }));
}

function propertiesOf(component: Component): readonly object[] {
  const { development, direct, cpes, identifiers } = component;
  const pairs: [name: string, value: string][] = [
    ...(development ? [['cybex:development', 'true'] as [string, string]] : []),
    ...(direct === undefined ? [] : [['cybex:direct', String(direct)] as [string, string]]),
    ...cpes.slice(1).map((cpe): [string, string] => ['cybex:cpe', cpe]),
    ...identifiers.map(({ type, value }): [string, string] => [`cybex:identifier:${type}`, value]),
  ];
  return pairs.map(([name, value]) => ({ name, value }));
}

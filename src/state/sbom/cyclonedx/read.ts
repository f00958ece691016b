/** A CycloneDX BOM in the words of the model. Whatever is of another type than it should is left out. */
import type { Issue } from '../../../core/issue.ts';
import { listOf, objectOf, objectsOf, textOf, textsOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type SbomIssueCode, sbomIssue } from '../issues.ts';
import type { Completeness, Component, Hash, Relation, Sbom, Supplier } from '../model.ts';
import { readTools } from './made-with.ts';

export interface ReadBom {
  readonly sbom: Sbom;
  readonly issues: readonly Issue<SbomIssueCode>[];
}

/** Reads components, dependencies and compositions; checks that references have a target. */
export function readBom(bom: JsonObject, version: string): ReadBom {
  return new BomReader(bom).read(version);
}

class BomReader {
  readonly #bom: JsonObject;
  readonly #issues: Issue<SbomIssueCode>[] = [];
  readonly #components: Component[] = [];
  readonly #relations: Relation[] = [];
  /** Every bom-ref of the document: services and others can be referred to as well. */
  readonly #refs = new Map<string, string>();
  readonly #dependenciesKnown = new Set<string>();

  constructor(bom: JsonObject) {
    this.#bom = bom;
  }

  read(version: string): ReadBom {
    const metadata = objectOf(this.#bom, 'metadata');
    const subject = objectOf(metadata, 'component');
    const root = subject ? this.#component(subject, '/metadata/component') : null;
    for (const { entry, path } of objectsOf(this.#bom, 'components', '')) {
      this.#component(entry, path);
    }
    for (const { entry, path } of objectsOf(this.#bom, 'services', '')) this.#service(entry, path);
    this.#others();
    this.#dependencies();
    const { whole, single } = this.#compositions(root);
    const serial = textOf(this.#bom, 'serialNumber');
    if (serial === undefined) {
      this.#issues.push(sbomIssue('sbom-serial-missing', '', 'serialNumber'));
    }
    const tools = readTools(metadata);
    return {
      issues: this.#issues,
      sbom: {
        format: 'cyclonedx',
        version,
        identity: serial === undefined ? null : `${serial}/${versionOf(this.#bom)}`,
        created: textOf(metadata, 'timestamp') ?? null,
        authors: authorsOf(metadata),
        tools,
        root,
        components: this.#components,
        relations: this.#relations,
        completeness: whole,
        completenessOf: single,
        dependenciesKnown: this.#dependenciesKnown,
      },
    };
  }

  /** Components hold components: a stack of work instead of recursion on the input. */
  #component(outermost: JsonObject, place: string): string {
    const work = [{ value: outermost, path: place, inside: null as string | null }];
    let first = '';
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (this.#components.length >= LIMITS.sbom.components) {
        const detail = `More than ${LIMITS.sbom.components} components`;
        this.#issues.push(sbomIssue('sbom-components-many', next.path, detail));
        return first;
      }
      const ref = this.#enter(textOf(next.value, 'bom-ref') ?? `#${next.path}`, next.path);
      if (next.path === place) first = ref;
      this.#components.push(componentOf(next.value, ref, next.path));
      if (next.inside !== null) {
        this.#relations.push({ from: next.inside, to: ref, kind: 'contains', path: next.path });
      }
      const inner = [...objectsOf(next.value, 'components', next.path)].reverse();
      for (const { entry, path } of inner) work.push({ value: entry, path, inside: ref });
    }
    return first;
  }

  #service(service: JsonObject, path: string): void {
    const work = [{ service, path }];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      this.#enter(textOf(next.service, 'bom-ref') ?? `#${next.path}`, next.path);
      for (const inner of objectsOf(next.service, 'services', next.path)) {
        work.push({ service: inner.entry, path: inner.path });
      }
    }
  }

  /** bom-ref of what is neither component nor service: all share one space of names. */
  #others(): void {
    for (const name of ['vulnerabilities', 'compositions', 'annotations', 'formulation']) {
      for (const { entry, path } of objectsOf(this.#bom, name, '')) {
        const ref = textOf(entry, 'bom-ref');
        if (ref !== undefined) this.#enter(ref, path);
      }
    }
  }

  /** "Every bom-ref must be unique within the BOM." */
  #enter(ref: string, path: string): string {
    const first = this.#refs.get(ref);
    if (first === undefined) {
      this.#refs.set(ref, path);
      return ref;
    }
    const detail = `"${ref}" stands at ${first} already`;
    this.#issues.push(sbomIssue('sbom-ref-repeated', `${path}/bom-ref`, detail));
    return `${ref}#${path}`;
  }

  /** No entry: unknown. An entry without dependsOn: none. */
  #dependencies(): void {
    for (const { entry, path } of objectsOf(this.#bom, 'dependencies', '')) {
      const from = textOf(entry, 'ref');
      if (from === undefined) continue;
      this.#expect(from, `${path}/ref`);
      this.#dependenciesKnown.add(from);
      for (const [kind, member] of [
        ['depends-on', 'dependsOn'],
        ['provides', 'provides'],
      ] as const) {
        listOf(entry, member).forEach((to, i) => {
          if (typeof to !== 'string') return;
          const place = `${path}/${member}/${i}`;
          this.#expect(to, place);
          this.#relations.push({ from, to, kind, path: place });
        });
      }
    }
  }

  #expect(ref: string, path: string): void {
    if (this.#refs.has(ref) || ref.startsWith('urn:cdx:')) return;
    this.#issues.push(sbomIssue('sbom-ref-dangling', path, `"${ref}" is not in the document`));
  }

  /** The composition that names the root, or names nothing, speaks of the whole. */
  #compositions(root: string | null): {
    whole: Completeness;
    single: ReadonlyMap<string, Completeness>;
  } {
    const single = new Map<string, Completeness>();
    let whole: Completeness = 'unknown';
    for (const { entry } of objectsOf(this.#bom, 'compositions', '')) {
      const said = completenessOf(textOf(entry, 'aggregate'));
      const named = [...textsOf(entry, 'assemblies'), ...textsOf(entry, 'dependencies')];
      for (const ref of named) single.set(ref, weaker(single.get(ref), said));
      if (named.length === 0 || (root !== null && named.includes(root))) whole = said;
    }
    return { whole, single };
  }
}

function componentOf(value: JsonObject, ref: string, path: string): Component {
  const cpe = textOf(value, 'cpe');
  const supplier = supplierOf(objectOf(value, 'supplier') ?? objectOf(value, 'manufacturer'));
  const optional = {
    group: textOf(value, 'group'),
    version: textOf(value, 'version'),
    purl: textOf(value, 'purl'),
    swid: textOf(objectOf(value, 'swid'), 'tagId'),
    supplier: supplier ?? named(textOf(value, 'publisher')),
    author: textOf(value, 'author') ?? peopleOf(value)[0],
    scope: textOf(value, 'scope'),
  };
  return {
    ref,
    type: textOf(value, 'type') ?? 'library',
    name: textOf(value, 'name') ?? '',
    cpes: cpe === undefined ? [] : [cpe],
    hashes: hashesOf(value, path),
    licenses: licensesOf(value, path),
    identifiers: [
      ...textsOf(value, 'omniborId').map((id) => ({ type: 'omnibor', value: id })),
      ...textsOf(value, 'swhid').map((id) => ({ type: 'swhid', value: id })),
    ],
    path,
    ...Object.fromEntries(Object.entries(optional).filter(([, given]) => given !== undefined)),
  };
}

function hashesOf(value: JsonObject, path: string): Hash[] {
  return [...objectsOf(value, 'hashes', path)].flatMap(({ entry }) => {
    const algorithm = textOf(entry, 'alg');
    const content = textOf(entry, 'content');
    return algorithm === undefined || content === undefined ? [] : [{ algorithm, value: content }];
  });
}

function licensesOf(value: JsonObject, path: string): string[] {
  return [...objectsOf(value, 'licenses', path)].flatMap(({ entry }) => {
    const license = objectOf(entry, 'license');
    const said = textOf(entry, 'expression') ?? textOf(license, 'id') ?? textOf(license, 'name');
    return said === undefined ? [] : [said];
  });
}

function supplierOf(entity: JsonObject | undefined): Supplier | undefined {
  const name = textOf(entity, 'name');
  return name === undefined ? undefined : { name, urls: textsOf(entity, 'url') };
}

function named(name: string | undefined): Supplier | undefined {
  return name === undefined ? undefined : { name, urls: [] };
}

function peopleOf(value: JsonObject | undefined): string[] {
  return [...objectsOf(value, 'authors', '')].flatMap(
    ({ entry }) => textOf(entry, 'name') ?? textOf(entry, 'email') ?? [],
  );
}

function authorsOf(value: JsonObject | undefined): string[] {
  const entities = ['manufacturer', 'manufacture', 'supplier'].flatMap(
    (name) => textOf(objectOf(value, name), 'name') ?? [],
  );
  return [...new Set([...peopleOf(value), ...entities])];
}

function versionOf(bom: JsonObject): number {
  return typeof bom.version === 'number' && isJsonObject(bom) ? bom.version : 1;
}

function completenessOf(aggregate: string | undefined): Completeness {
  if (aggregate === 'complete') return 'complete';
  return aggregate?.startsWith('incomplete') ? 'incomplete' : 'unknown';
}

/** Two statements about one component: the one that claims less counts. */
function weaker(a: Completeness | undefined, b: Completeness): Completeness {
  if (a === undefined || a === b) return b;
  return a === 'incomplete' || b === 'incomplete' ? 'incomplete' : 'unknown';
}

/** An SPDX 3.0 document (profiles Core, Software, Security) in the words of the model. */
import type { Issue } from '../../../core/issue.ts';
import { memberOf, objectsOf, textOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type SbomIssueCode, sbomIssue } from '../issues.ts';
import type { Completeness, Component, Hash, Relation, Sbom, Supplier } from '../model.ts';
import { checkSpdx3 } from './check.ts';
import { type Graph, graphOf, idsOf, type Node } from './graph.ts';
import { individualOf, isBelow } from './model.ts';
import { type SpdxSecurity, securityOf } from './security.ts';

export interface ReadSpdx3 {
  readonly sbom: Sbom;
  readonly security: SpdxSecurity;
  readonly issues: readonly Issue<SbomIssueCode>[];
}

/** Checks and reads; what is not of its class is left out of the model, not of the findings. */
export function readSpdx3(document: JsonObject): ReadSpdx3 {
  const graph = graphOf(document);
  const issues = [...checkSpdx3(document, graph)];
  const sbom = new Spdx3Reader(graph, issues).read();
  return { sbom, security: securityOf(graph), issues };
}

/** What needs, holds or describes; `A TYPE B` reads from left to right in every one of them. */
const KINDS: Readonly<Record<string, string>> = {
  dependsOn: 'depends-on',
  hasOptionalDependency: 'depends-on',
  hasProvidedDependency: 'depends-on',
  hasPrerequisite: 'depends-on',
  hasDynamicLink: 'depends-on',
  hasStaticLink: 'depends-on',
  contains: 'contains',
  expandsTo: 'contains',
  describes: 'describes',
};

class Spdx3Reader {
  readonly #graph: Graph;
  readonly #issues: Issue<SbomIssueCode>[];
  readonly #relations: Relation[] = [];
  readonly #known = new Set<string>();
  readonly #complete = new Map<string, Completeness>();
  readonly #licenses = new Map<string, Set<string>>();
  /** Components that something needs for building or testing, and those needed at run time. */
  readonly #building = new Set<string>();
  readonly #running = new Set<string>();

  constructor(graph: Graph, issues: Issue<SbomIssueCode>[]) {
    this.#graph = graph;
    this.#issues = issues;
  }

  read(): Sbom {
    for (const node of this.#graph.nodes) {
      if (isBelow(node.type, 'Relationship')) this.#relationship(node);
    }
    const documentNode = this.#graph.nodes.find(({ type }) => type === 'SpdxDocument');
    const root = this.#rootOf(documentNode);
    const info = this.#creationOf(documentNode);
    const names = (member: string) =>
      info === null ? [] : idsOf(info.object, member, info.path).map((id) => this.#nameOf(id));
    return {
      format: 'spdx',
      version: textOf(info?.object, 'specVersion') ?? '3.0.1',
      identity: documentNode?.id ?? null,
      created: textOf(info?.object, 'created') ?? null,
      authors: names('createdBy'),
      tools: names('createdUsing'),
      root,
      components: this.#components(),
      relations: this.#relations,
      completeness: (root === null ? undefined : this.#complete.get(root)) ?? 'unknown',
      completenessOf: this.#complete,
      dependenciesKnown: this.#known,
    };
  }

  /** A collection of the document may stand between it and what it is about. */
  #rootOf(documentNode: Node | undefined): string | null {
    let node = documentNode;
    for (let steps = 0; node !== undefined && steps < LIMITS.paths.length; steps++) {
      const [root, ...more] = idsOf(node.object, 'rootElement', node.path);
      if (root === undefined || more.length > 0) return null;
      const next = this.#graph.byId.get(root);
      if (next === undefined || !isBelow(next.type, 'ElementCollection')) return root;
      node = next;
    }
    return null;
  }

  #creationOf(documentNode: Node | undefined): Node | null {
    const holder = documentNode ?? this.#graph.nodes.find(({ type }) => isBelow(type, 'Element'));
    if (holder === undefined) return null;
    const [id] = idsOf(holder.object, 'creationInfo', holder.path);
    return this.#graph.byId.get(id ?? '') ?? null;
  }

  #nameOf(id: string): string {
    return textOf(this.#graph.byId.get(id)?.object, 'name') ?? id;
  }

  #relationship({ object, path, type }: Node): void {
    const said = textOf(object, 'relationshipType');
    const [from] = idsOf(object, 'from', path);
    if (said === undefined || from === undefined) return;
    const targets = idsOf(object, 'to', path);
    if (said === 'hasDeclaredLicense' || said === 'hasConcludedLicense') {
      for (const to of targets) this.#license(from, to);
      return;
    }
    const kind = Object.hasOwn(KINDS, said) ? (KINDS[said] ?? said) : kebab(said);
    if (kind === 'depends-on') this.#statement(from, object);
    const scope = type === 'LifecycleScopedRelationship' ? textOf(object, 'scope') : undefined;
    const building = scope !== undefined && scope !== 'runtime' && scope !== 'other';
    for (const to of targets) {
      if (individualOf(to) !== null) continue;
      if (kind === 'depends-on') (building ? this.#building : this.#running).add(to);
      this.#relations.push({ from, to, kind, path });
    }
  }

  /** `completeness` of what one element needs; to NoneElement: it needs nothing. */
  #statement(from: string, object: JsonObject): void {
    const targets = idsOf(object, 'to', '').map((id) => individualOf(id) ?? id);
    if (!targets.includes('NoAssertionElement')) this.#known.add(from);
    const said = textOf(object, 'completeness');
    if (said === 'complete' || said === 'incomplete') this.#complete.set(from, said);
    else if (targets.includes('NoneElement')) this.#complete.set(from, 'complete');
  }

  #license(from: string, to: string): void {
    const node = this.#graph.byId.get(to);
    const listed = /^https:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+)$/.exec(to)?.[1];
    const text =
      textOf(node?.object, 'simplelicensing_licenseExpression') ??
      listed ??
      textOf(node?.object, 'name');
    if (text === undefined || text === 'NOASSERTION' || individualOf(to) !== null) return;
    this.#licenses.set(from, (this.#licenses.get(from) ?? new Set()).add(text));
  }

  #components(): readonly Component[] {
    const components: Component[] = [];
    for (const node of this.#graph.nodes) {
      const software = isBelow(node.type, 'software_Package') || node.type === 'software_File';
      if (!software || this.#graph.byId.get(node.id) !== node) continue;
      if (components.length === LIMITS.sbom.components) {
        const detail = `More than ${LIMITS.sbom.components} components`;
        this.#issues.push(sbomIssue('sbom-components-many', node.path, detail));
        break;
      }
      components.push(this.#component(node));
    }
    return components;
  }

  #component(node: Node): Component {
    const { id, object, path } = node;
    const named = identifiersOf(object, path);
    const purl = textOf(object, 'software_packageUrl') ?? named.purls[0];
    const others = named.purls.filter((each) => each !== purl);
    const optional = {
      version: textOf(object, 'software_packageVersion'),
      purl,
      swid: named.swid,
      supplier: this.#agent(node, 'suppliedBy'),
      author: this.#agent(node, 'originatedBy')?.name,
      development: this.#building.has(id) && !this.#running.has(id) ? (true as const) : undefined,
    };
    return {
      ref: id,
      type: typeOf(node),
      name: textOf(object, 'name') ?? '',
      cpes: named.cpes,
      hashes: hashesOf(object, path),
      licenses: [...(this.#licenses.get(id) ?? [])],
      identifiers: [...others.map((value) => ({ type: 'purl', value })), ...named.others],
      path,
      ...Object.fromEntries(Object.entries(optional).filter(([, each]) => each !== undefined)),
    };
  }

  #agent({ object, path }: Node, member: string): Supplier | undefined {
    const [id] = idsOf(object, member, path);
    if (id === undefined || individualOf(id) === 'NoAssertionElement') return undefined;
    return { name: this.#nameOf(id), urls: [] };
  }
}

function typeOf({ type, object }: Node): string {
  if (type === 'software_File') return 'file';
  if (type === 'ai_AIPackage') return 'machine-learning-model';
  if (type === 'dataset_DatasetPackage') return 'data';
  return kebab(textOf(object, 'software_primaryPurpose') ?? 'library');
}

interface Identifiers {
  readonly purls: readonly string[];
  readonly cpes: readonly string[];
  readonly swid: string | undefined;
  readonly others: Component['identifiers'];
}

function identifiersOf(object: JsonObject, path: string): Identifiers {
  const said = [...objectsOf(object, 'externalIdentifier', path)].flatMap(({ entry }) => {
    const type = textOf(entry, 'externalIdentifierType');
    const value = textOf(entry, 'identifier');
    return type === undefined || value === undefined ? [] : [{ type, value }];
  });
  const of = (...types: readonly string[]) =>
    said.filter(({ type }) => types.includes(type)).map(({ value }) => value);
  const contents = [...objectsOf(object, 'software_contentIdentifier', path)].flatMap(
    ({ entry }) => {
      const type = textOf(entry, 'software_contentIdentifierType');
      const value = textOf(entry, 'software_contentIdentifierValue');
      return type === undefined || value === undefined ? [] : [{ type, value }];
    },
  );
  const own = new Set(['packageUrl', 'cpe22', 'cpe23', 'swid']);
  return {
    purls: of('packageUrl'),
    cpes: of('cpe23', 'cpe22'),
    swid: of('swid')[0],
    others: [...said.filter(({ type }) => !own.has(type)), ...contents],
  };
}

/** Words of SPDX for digests: `sha256`, `sha3_256`, `blake2b256`. */
function hashesOf(object: JsonObject, path: string): readonly Hash[] {
  return [...objectsOf(object, 'verifiedUsing', path)].flatMap(({ entry }) => {
    const algorithm = memberOf(entry, 'algorithm');
    const value = textOf(entry, 'hashValue');
    if (typeof algorithm !== 'string' || value === undefined) return [];
    const word = algorithm
      .replace(/^sha3_(\d+)$/, 'SHA3-$1')
      .replace(/^sha(\d+)$/, 'SHA-$1')
      .replace(/^blake2b(\d+)$/, 'BLAKE2b-$1')
      .replace(/^(md\d|blake3)$/, (name) => name.toUpperCase());
    return [{ algorithm: word, value }];
  });
}

function kebab(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

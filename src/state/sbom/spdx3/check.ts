/** Whether the objects of an SPDX 3 document are of their classes, and refer to what is there. */
import type { Issue } from '../../../core/issue.ts';
import { escapeToken } from '../../../core/json/index.ts';
import { memberOf, objectsOf, textOf } from '../../../core/json/member.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type SbomIssueCode, sbomIssue } from '../issues.ts';
import { licenseFault } from '../license-expression.ts';
import type { Graph, Node } from './graph.ts';
import { individualOf, isBelow, isConcrete, type MemberRule, membersOf, wordsOf } from './model.ts';

/** Every finding, at most LIMITS.shape.issues. */
export function checkSpdx3(document: JsonObject, graph: Graph): readonly Issue<SbomIssueCode>[] {
  return new Spdx3Check(graph).run(document);
}

const CONTEXT = /^https:\/\/spdx\.org\/rdf\/3\.0\.[01]\/spdx-context\.jsonld$/;
/** Members of JSON-LD itself. */
const KEYWORDS = new Set(['type', '@type', 'spdxId', '@id', '@context', '@graph']);

class Spdx3Check {
  readonly #graph: Graph;
  readonly #external: ReadonlySet<string>;
  readonly #issues: Issue<SbomIssueCode>[] = [];

  constructor(graph: Graph) {
    this.#graph = graph;
    const maps = graph.nodes.filter(({ type }) => type === 'ExternalMap');
    this.#external = new Set(maps.flatMap(({ object }) => textOf(object, 'externalSpdxId') ?? []));
  }

  run(document: JsonObject): readonly Issue<SbomIssueCode>[] {
    const context = memberOf(document, '@context');
    if (typeof context !== 'string' || !CONTEXT.test(context)) {
      this.#find('spdx3-context', '/@context', quoted(context));
    }
    const documents = this.#graph.nodes.filter(({ type }) => type === 'SpdxDocument');
    const [, second] = documents;
    if (second !== undefined) {
      this.#find('spdx3-document', second.path, `${documents.length} of class SpdxDocument`);
    }
    for (const node of this.#graph.repeated) {
      this.#find('sbom-ref-repeated', node.path, quoted(node.id));
    }
    for (const node of this.#graph.nodes) this.#node(node);
    return this.#issues;
  }

  #node(node: Node): void {
    const { type, object, path } = node;
    // Extensions are classes of whoever makes them, named by an IRI.
    if (type.includes(':') && !type.startsWith('_:')) return;
    const members = membersOf(type);
    if (members === null || !isConcrete(type)) {
      this.#find('spdx3-class', `${path}/type`, type === '' ? 'No type' : quoted(type));
      return;
    }
    this.#identity(node);
    for (const [name, rule] of members) {
      if (rule.required && memberOf(object, name) === undefined) {
        this.#find('spdx3-missing', path, `${name} of ${type}`);
      }
    }
    for (const [name, value] of Object.entries(object)) {
      if (KEYWORDS.has(name)) continue;
      const place = `${path}/${escapeToken(name)}`;
      const rule = members.get(name);
      if (rule === undefined) this.#find('spdx3-member', place, `${name} of ${type}`);
      else this.#member(value, rule, place);
    }
    if (isBelow(type, 'Relationship')) this.#relationship(node);
    const expression = textOf(object, 'simplelicensing_licenseExpression');
    if (expression !== undefined) this.#license(expression, object, path);
  }

  /** Core: an element has an IRI; what is no element may be a blank node. */
  #identity({ type, object, path }: Node): void {
    if (!isBelow(type, 'Element')) return;
    const id = textOf(object, 'spdxId');
    if (id === undefined || !/^[A-Za-z][A-Za-z0-9+.-]*:./.test(id)) {
      this.#find('spdx3-id', `${path}/spdxId`, quoted(memberOf(object, 'spdxId')));
    }
  }

  #member(value: JsonValue, rule: MemberRule, path: string): void {
    if (!rule.list) {
      this.#value(value, rule.kind, path);
      return;
    }
    if (!Array.isArray(value)) {
      this.#find('spdx3-type', path, `${quoted(value)} is no list`);
      return;
    }
    if (rule.required && value.length === 0) this.#find('spdx3-missing', path, 'An entry');
    value.forEach((each: JsonValue, i) => {
      this.#value(each, rule.kind, `${path}/${i}`);
    });
  }

  #value(value: JsonValue, kind: string, path: string): void {
    if (kind.startsWith('@')) this.#reference(value, kind.slice(1), path);
    else if (kind.startsWith('#')) {
      if (typeof value !== 'string' || !wordsOf(kind.slice(1)).has(value)) {
        this.#find('spdx3-word', path, `${quoted(value)} of ${kind.slice(1)}`);
      }
    } else if (!FORMS[kind]?.(value)) {
      this.#find('spdx3-type', path, `${quoted(value)} is no ${kind}`);
    }
  }

  /** An object of the class, or the id of one, in the document or mapped to another one. */
  #reference(value: JsonValue, wanted: string, path: string): void {
    if (isJsonObject(value)) {
      const type = textOf(value, 'type') ?? '';
      if (membersOf(type) !== null && !isBelow(type, wanted)) {
        this.#find('spdx3-reference', path, `${type} is no ${wanted}`);
      }
      return;
    }
    if (typeof value !== 'string' || !value.includes(':')) {
      if (typeof value !== 'string' || individualOf(value) === null) {
        this.#find('spdx3-type', path, `${quoted(value)} is no IRI`);
      }
      return;
    }
    const target = this.#graph.byId.get(value);
    if (target !== undefined) {
      if (membersOf(target.type) !== null && !isBelow(target.type, wanted)) {
        this.#find('spdx3-reference', path, `${target.type} is no ${wanted}`);
      }
      return;
    }
    const known = this.#external.has(value) || individualOf(value) !== null;
    // Listed licences stand in a document of their own that everybody has.
    if (known || value.startsWith('https://spdx.org/licenses/')) return;
    const code = value.startsWith('_:') ? 'spdx3-reference' : 'sbom-ref-dangling';
    this.#find(code, path, `${quoted(value)} is not in the document`);
  }

  /** Security: each assessment has its type of relationship and begins at a vulnerability. */
  #relationship({ type, object, path }: Node): void {
    const said = textOf(object, 'relationshipType') ?? '';
    const wanted = Object.hasOwn(ASSESSMENTS, type) ? ASSESSMENTS[type] : undefined;
    if (wanted !== undefined && said !== wanted) {
      this.#find('spdx3-assessment', `${path}/relationshipType`, `${said} is not ${wanted}`);
    }
    const from = this.#graph.byId.get(textOf(object, 'from') ?? '');
    if (isBelow(type, 'security_VulnAssessmentRelationship') && from !== undefined) {
      if (!isBelow(from.type, 'security_Vulnerability')) {
        this.#find('spdx3-assessment', `${path}/from`, `${from.type} is no vulnerability`);
      }
    }
    if (type === 'security_VexNotAffectedVulnAssessmentRelationship') {
      const reasons = ['security_justificationType', 'security_impactStatement'];
      if (reasons.every((name) => memberOf(object, name) === undefined)) {
        this.#find('spdx3-assessment', path, 'Neither justification nor impact statement');
      }
    }
  }

  /** `customIdToUri` gives names of one's own a meaning. */
  #license(expression: string, object: JsonObject, path: string): void {
    const own = [...objectsOf(object, 'simplelicensing_customIdToUri', path)].flatMap(
      ({ entry }) => textOf(entry, 'key') ?? [],
    );
    const fault = licenseFault(expression);
    if (fault === null || own.some((name) => fault.message.includes(`"${name}"`))) return;
    if (expression === 'NOASSERTION' || expression === 'NONE') return;
    const place = `${path}/simplelicensing_licenseExpression`;
    this.#find('sbom-licence', place, `${fault.message} (position ${fault.at})`);
  }

  #find(code: SbomIssueCode, path: string, detail: string): void {
    if (this.#issues.length < LIMITS.shape.issues) this.#issues.push(sbomIssue(code, path, detail));
  }
}

const ASSESSMENTS: Readonly<Record<string, string>> = {
  security_VexAffectedVulnAssessmentRelationship: 'affects',
  security_VexNotAffectedVulnAssessmentRelationship: 'doesNotAffect',
  security_VexFixedVulnAssessmentRelationship: 'fixedIn',
  security_VexUnderInvestigationVulnAssessmentRelationship: 'underInvestigationFor',
  security_CvssV2VulnAssessmentRelationship: 'hasAssessmentFor',
  security_CvssV3VulnAssessmentRelationship: 'hasAssessmentFor',
  security_CvssV4VulnAssessmentRelationship: 'hasAssessmentFor',
  security_EpssVulnAssessmentRelationship: 'hasAssessmentFor',
  security_SsvcVulnAssessmentRelationship: 'hasAssessmentFor',
  security_ExploitCatalogVulnAssessmentRelationship: 'hasAssessmentFor',
};

const isText = (value: JsonValue): value is string => typeof value === 'string';
const isWhole = (value: JsonValue, least: number) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

/** Core: DateTime has seconds and Z. Decimals may be numbers or texts of digits. */
const FORMS: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  text: isText,
  uri: (value) => isText(value) && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value),
  time: (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value),
  number: (value) =>
    typeof value === 'number' || (isText(value) && /^-?[0-9]+(?:\.[0-9]*)?$/.test(value)),
  integer: (value) => isWhole(value, Number.MIN_SAFE_INTEGER),
  natural: (value) => isWhole(value, 0),
  positive: (value) => isWhole(value, 1),
  flag: (value) => typeof value === 'boolean',
  'text:semver': (value) =>
    isText(value) &&
    value.length < 256 &&
    /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:[-+][0-9A-Za-z.+-]+)?$/.test(value),
  'text:media-type': (value) => isText(value) && /^[^/]+\/[^/]+$/.test(value),
};

function quoted(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
}

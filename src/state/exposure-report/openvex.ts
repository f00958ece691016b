/** What was decided about the findings as OpenVEX 0.2.0, for suppliers, customers and other tools. */
import type { JsonObject } from '../../core/json/index.ts';
import { uuidV5 } from '../../core/uuid.ts';
import type { IgnoreRule } from '../exposure/index.ts';
import type { Component } from '../sbom/index.ts';
import { members } from './members.ts';
import type { AnyFinding, ScanReport } from './model.ts';
import { findingsOf } from './model.ts';

export interface OpenVexOptions {
  /** Who says so: a person or organisation. */
  readonly author: string;
  /** The rules that closed findings; one with a `justification` of OpenVEX says "not affected". */
  readonly rules?: readonly Partial<IgnoreRule & { readonly justification: string }>[];
}

/** Namespace of the UUIDs (RFC 9562 §5.5) of documents. */
const DOCUMENTS = '6c9f6f2d-5a0e-5f7e-9a5b-0d0c4c1b8e21';

const JUSTIFICATIONS: readonly string[] = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
];

/**
 * A statement for every judgement; null where there is none, for a document has at least one.
 * Open and undecidable findings are under investigation: that somebody looked at them is all that a
 * scan can say. An ignored one is not "not affected" unless its rule gives a justification.
 */
export function toOpenVex(report: ScanReport, options: OpenVexOptions): JsonObject | null {
  const { tool, time, file, sha256 } = report;
  const groups = new Map<string, { readonly said: JsonObject; readonly of: AnyFinding[] }>();
  for (const finding of findingsOf(report)) {
    const said = judgementOf(finding, options);
    const key = JSON.stringify([finding.vulnerability, said]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { said, of: [finding] });
    else group.of.push(finding);
  }
  if (groups.size === 0) return null;
  const name = JSON.stringify([file, sha256, time, options.author]);
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `urn:uuid:${uuidV5(DOCUMENTS, name)}`,
    author: options.author,
    timestamp: time,
    version: 1,
    tooling: `${tool.name} ${tool.version}`,
    statements: [...groups.values()].map(({ said, of }) => statementOf(report, said, of)),
  };
}

function statementOf(
  report: ScanReport,
  said: JsonObject,
  findings: readonly AnyFinding[],
): JsonObject {
  const [first] = findings;
  const aliases = [...new Set(findings.flatMap((finding) => finding.aliases))];
  return {
    vulnerability: members({
      name: first?.vulnerability ?? '',
      description: first?.summary ?? undefined,
      aliases: aliases.length === 0 ? undefined : aliases,
    }),
    products: productsOf(report, findings),
    ...said,
  };
}

/** The product is what the SBOM is about, limited to the component; else the component itself. */
function productsOf({ sbom }: ScanReport, findings: readonly AnyFinding[]): readonly JsonObject[] {
  const root = sbom.components.find(({ ref }) => ref === sbom.root);
  const parts = new Map<string, JsonObject>();
  for (const { component } of findings) {
    const named = identityOf(component, sbom.identity);
    parts.set(JSON.stringify(named), named);
  }
  if (root === undefined || root.purl === undefined) return [...parts.values()];
  const own = JSON.stringify(identityOf(root, sbom.identity));
  const subcomponents = [...parts].flatMap(([key, part]) => (key === own ? [] : [part]));
  const product = identityOf(root, sbom.identity);
  const whole = parts.has(own) ? [product] : [];
  return subcomponents.length === 0 ? whole : [...whole, { ...product, subcomponents }];
}

/** A package URL, a CPE, or the place in the SBOM where there is neither. */
function identityOf({ purl, cpes, ref }: Component, identity: string | null): JsonObject {
  if (purl !== undefined) {
    return isIri(purl) ? { '@id': purl, identifiers: { purl } } : { identifiers: { purl } };
  }
  const cpe = cpes.find((each) => each.startsWith('cpe:2.3:'));
  if (cpe !== undefined) return { identifiers: { cpe23: cpe } };
  return { '@id': `${iriOf(identity)}#${encodeURIComponent(ref)}` };
}

function iriOf(identity: string | null): string {
  return identity !== null && isIri(identity) && !identity.includes('#') ? identity : '';
}

/** RFC 3987: a package URL may be written with characters that no IRI has. */
function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu.test(text);
}

function judgementOf(finding: AnyFinding, { rules = [] }: OpenVexOptions): JsonObject {
  switch (finding.status) {
    case 'fixed':
      return { status: 'fixed', status_notes: finding.by };
    case 'not_affected':
      return { status: 'not_affected', impact_statement: finding.by };
    case 'ignored': {
      const rule = rules.find(
        ({ author, expires, reason }) => finding.by === ignoredBy({ author, expires, reason }),
      );
      const justification = rule?.justification ?? '';
      return JUSTIFICATIONS.includes(justification)
        ? { status: 'not_affected', justification, impact_statement: finding.by }
        : { status: 'affected', action_statement: finding.by };
    }
    default:
      return members({
        status: 'under_investigation',
        status_notes: finding.why.length > 0 ? finding.why.join(' ') : undefined,
      });
  }
}

/** As the engine names the rule that closes a finding. */
function ignoredBy({ author, expires, reason }: Partial<IgnoreRule>): string {
  return `ignored by ${author} until ${expires}: ${reason}`;
}

/**
 * What closes a finding: statements of those who may speak for the product. Specific beats general,
 * then the newest; contradictions of equal rank stay open.
 */
import { compareTimestamps } from '../../core/timestamp.ts';
import type { VexStatement, VexTrust } from '../vex/index.ts';
import { type AskedProduct, askFor, exactness } from '../vex/product.ts';
import type { Inventory, Subject } from './inventory.ts';
import type { Claim, ClaimStatus, Said } from './model.ts';

export interface Weighed {
  /** Null: nobody who is trusted says anything, or they contradict each other. */
  readonly status: ClaimStatus | null;
  readonly contradicted: boolean;
  /** The statements that decide. */
  readonly by: readonly Said[];
  /** What others say. */
  readonly beside: readonly string[];
}

export class VexBook {
  readonly #byVulnerability = new Map<string, VexStatement[]>();
  readonly #speakers: ReadonlySet<string>;

  constructor(statements: readonly VexStatement[], trust: VexTrust | undefined) {
    for (const statement of statements) {
      for (const id of statement.vulnerability) {
        const known = this.#byVulnerability.get(id);
        if (known === undefined) this.#byVulnerability.set(id, [statement]);
        else known.push(statement);
      }
    }
    const { suppliers = [], operator } = trust ?? {};
    this.#speakers = new Set([...suppliers, ...(operator === undefined ? [] : [operator])]);
  }

  /** `wholes`: what the component is in, by the ways to it. */
  weigh(
    ids: readonly string[],
    subject: Subject,
    wholes: readonly Subject[],
    claims: readonly Claim[],
  ): Weighed {
    const statements = new Set(ids.flatMap((id) => this.#byVulnerability.get(id) ?? []));
    const said = [
      ...[...statements].flatMap((statement) => saidOf(statement, subject, wholes) ?? []),
      ...claims.flatMap((claim) => claim.said ?? []),
    ];
    const trusted = said.filter(({ author }) => this.#speakers.has(author));
    const best = trusted.filter((each) => !trusted.some((other) => outranks(other, each)));
    const statuses = new Set(best.map(({ status }) => status));
    const [only = null] = statuses;
    const beside = said
      .filter(({ author }) => !this.#speakers.has(author))
      .map(
        ({ author, status, document }) => `${author || 'somebody'} says ${status} in ${document}`,
      );
    return {
      status: statuses.size === 1 ? only : null,
      contradicted: statuses.size > 1,
      by: best,
      beside,
    };
  }
}

function outranks(a: Said, b: Said): boolean {
  if (a.specific !== b.specific) return a.specific > b.specific;
  return compareTimestamps(a.time, b.time) > 0;
}

/** Null where the statement is not about the component, or about a part of it only. */
function saidOf(
  statement: VexStatement,
  subject: Subject,
  wholes: readonly Subject[],
): Said | null {
  const { subcomponents, product } = statement;
  const specific =
    subcomponents.length === 0
      ? exactest(statement.product, subject)
      : withinExactness(subcomponents, product, subject, wholes);
  if (specific === 0) return null;
  const { author, time, document, status } = statement;
  return { author, time, document, status, specific };
}

/** A claim about a part holds within the product that it names, and nowhere else. */
function withinExactness(
  subcomponents: VexStatement['subcomponents'],
  product: VexStatement['product'],
  subject: Subject,
  wholes: readonly Subject[],
): number {
  const part = Math.max(0, ...subcomponents.map((names) => exactest(names, subject)));
  const whole = Math.max(0, ...wholes.map((each) => exactest(product, each)));
  return part === 0 || whole === 0 ? 0 : part + whole;
}

function exactest(names: VexStatement['product'], subject: Subject): number {
  return Math.max(0, ...askedOf(subject).map((asked) => exactness(names, asked)));
}

const ASKED = new WeakMap<Subject, readonly AskedProduct[]>();

function askedOf(subject: Subject): readonly AskedProduct[] {
  const known = ASKED.get(subject);
  if (known !== undefined) return known;
  const { purl, cpes } = subject.component;
  const hashes = subject.hashes.map((hash) => hash.slice(2));
  const asked = [...(purl === undefined ? [] : [purl]), ...cpes].map((text) => ({
    ...askFor(text),
    hashes,
  }));
  const all = asked.length > 0 || hashes.length === 0 ? asked : [{ hashes }];
  ASKED.set(subject, all);
  return all;
}

/** Components that a VEX itself calls affected, whoever published the vulnerability. */
export function vexClaims(
  statements: readonly VexStatement[],
  inventory: Inventory,
): ReadonlyMap<Subject, readonly Claim[]> {
  const claims = new Map<Subject, Claim[]>();
  for (const statement of statements) {
    if (statement.status !== 'affected') continue;
    const names =
      statement.subcomponents.length > 0 ? statement.subcomponents : [statement.product];
    for (const subject of inventory.subjects) {
      if (!names.some((each) => exactest(each, subject) > 0)) continue;
      claims.set(subject, [...(claims.get(subject) ?? []), claimOf(statement, subject)]);
    }
  }
  return claims;
}

function claimOf(statement: VexStatement, { component }: Subject): Claim {
  const { vulnerability, document, action, author } = statement;
  return {
    component,
    record: vulnerability[0] ?? document,
    source: `vex:${author}`,
    aliases: vulnerability,
    upstream: [],
    status: 'affected',
    candidate: false,
    basis: 'vex',
    confidence: 'high',
    fixedIn: [],
    state: null,
    remedies: action === undefined ? [] : [{ category: 'advice', details: action }],
    why: [`${document} says affected.`],
  };
}

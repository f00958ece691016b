/**
 * What all statements together say of one product and one vulnerability. A statement counts only
 * when its author is the supplier of the product or the operator; the others are shown beside.
 */
import { compareTimestamps } from '../../core/timestamp.ts';
import type { VexStatement, VexStatus } from './model.ts';
import { askFor, exactness } from './product.ts';

export interface VexTrust {
  /** Authors that speak for the product: its suppliers, verified or configured. */
  readonly suppliers: readonly string[];
  /** The author that speaks for the house itself. */
  readonly operator?: string;
}

export interface VexQuestion {
  /** purl, CPE, or the identifier that the documents use. */
  readonly product: string;
  /** A part of the product; statements limited to other parts do not apply. */
  readonly subcomponent?: string;
  /** Any of its names. */
  readonly vulnerability: string;
}

export interface WeighedStatement extends VexStatement {
  /** Its author is trusted with this question. */
  readonly trusted: boolean;
  /** It says something of the product asked for, not of a part of it only. */
  readonly applies: boolean;
  /** The answer rests on it. */
  readonly decisive: boolean;
}

export interface VexAnswer {
  /** `no_data`: nobody who is trusted says anything; `undecidable`: they contradict each other. */
  readonly status: VexStatus | 'no_data' | 'undecidable';
  readonly statements: readonly WeighedStatement[];
  /** The decisive statements where they contradict each other. */
  readonly conflicts: readonly VexStatement[];
}

/** Specific beats general, then the newest; contradictions of equal rank stay open. */
export function vexStatus(
  statements: readonly VexStatement[],
  question: VexQuestion,
  trust: VexTrust,
): VexAnswer {
  const weighed = weigh(statements, question, trust);
  const eligible = weighed.filter(({ trusted, applies }) => trusted && applies);
  const best = eligible.filter((each) => !eligible.some((other) => outranks(other, each)));
  const said = new Set(best.map(({ statement }) => statement.status));
  const [only] = said;
  return {
    status: said.size > 1 ? 'undecidable' : (only ?? 'no_data'),
    statements: weighed.map((each) => ({
      ...each.statement,
      trusted: each.trusted,
      applies: each.applies,
      decisive: best.includes(each),
    })),
    conflicts: said.size > 1 ? best.map(({ statement }) => statement) : [],
  };
}

interface Weighed {
  readonly statement: VexStatement;
  readonly specific: number;
  readonly trusted: boolean;
  readonly applies: boolean;
}

/** Statements about this vulnerability and product, whoever made them. */
function weigh(
  statements: readonly VexStatement[],
  { product, subcomponent, vulnerability }: VexQuestion,
  trust: VexTrust,
): readonly Weighed[] {
  const asked = askFor(product);
  const part = subcomponent === undefined ? null : askFor(subcomponent);
  const speakers = new Set([...trust.suppliers, ...(trust.operator ? [trust.operator] : [])]);
  return statements.flatMap((statement) => {
    if (!statement.vulnerability.includes(vulnerability)) return [];
    const specific = exactness(statement.product, asked);
    if (specific === 0) return [];
    const limited = statement.subcomponents.length > 0;
    const meant =
      part === null ? [] : statement.subcomponents.map((names) => exactness(names, part));
    const applies = !limited || meant.some((each) => each > 0);
    const within = Math.max(0, ...meant);
    return [
      { statement, specific: specific + within, trusted: speakers.has(statement.author), applies },
    ];
  });
}

function outranks(a: Weighed, b: Weighed): boolean {
  if (a.specific !== b.specific) return a.specific > b.specific;
  return compareTimestamps(a.statement.time, b.statement.time) > 0;
}

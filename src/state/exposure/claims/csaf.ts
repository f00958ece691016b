/** What a CSAF document says of a component; a product of several parts counts where all are there. */
import type { JsonObject } from '../../../core/json/index.ts';
import { entriesOf, textOf, textsOf } from '../../../core/json/view.ts';
import { compareVersions } from '../../vers/index.ts';
import type { Inventory, Subject } from '../inventory.ts';
import type { Claim, ClaimStatus, FixState, Remedy, Undecided } from '../model.ts';
import {
  type Build,
  isModulePart,
  isPresent,
  matchPart,
  type PartMatch,
  type PartNames,
} from '../part.ts';
import type { RecordHead } from '../statement.ts';
import type { Stored } from '../store.ts';

/** One product of the document that is, or may be, the component. */
interface Said {
  readonly status: ClaimStatus;
  readonly reason?: Undecided;
  readonly specific: number;
  readonly fixedIn: readonly string[];
  readonly match: PartMatch;
  readonly body: JsonObject;
  readonly why: string;
}

/** One claim for each vulnerability of the document. */
export function csafClaims(
  head: RecordHead,
  statements: readonly Stored[],
  subject: Subject,
  inventory: Inventory,
): Claim[] {
  const byVulnerability = new Map<unknown, Said[]>();
  for (const { body } of statements) {
    const said = saidOf(body, subject, inventory);
    if (said === null) continue;
    byVulnerability.set(body.index, [...(byVulnerability.get(body.index) ?? []), said]);
  }
  return [...byVulnerability.values()].map((said) => claimOf(head, decide(said), said, subject));
}

/** Null where the product is another, or is not there with all its parts. */
function saidOf(body: JsonObject, subject: Subject, inventory: Inventory): Said | null {
  const [part, ...wholes] = entriesOf(body, 'parts') as unknown as readonly PartNames[];
  const module = wholes.some(isModulePart);
  const match = part === undefined ? null : matchPart(part, subject, module);
  if (match === null) return null;
  const stated = textOf(body, 'status') as ClaimStatus;
  const build = stated === 'fixed' ? match.build : null;
  if (build === null && match.version === false) return null;
  const present = wholes.map((whole) => isPresent(whole, inventory, subject));
  if (present.includes('no')) return null;
  const specific = match.specific + wholes.length;
  const product = `${textOf(body, 'list') ?? ''} ${textOf(body, 'product') ?? ''}`;
  const base = { specific, match, body, fixedIn: [] };
  if (present.includes('unknown')) {
    const why = `${product}: ${match.why}, but what it runs on is not known.`;
    return { ...base, status: 'undecidable', reason: 'platform', why };
  }
  if (match.version === null) {
    const why = `${product}: ${match.why}, but its version cannot be compared.`;
    return { ...base, status: 'undecidable', reason: match.reason ?? 'version', why };
  }
  if (build !== null) return { ...base, ...ofBuild(build, specific, product) };
  if (stated === 'undecidable') {
    const why = `${product}: the publisher does not know.`;
    return { ...base, status: stated, reason: 'unknown', why };
  }
  return { ...base, status: stated, why: `${product}: ${match.why}.` };
}

/** `fixed` names a build: at or above it is mended, below it is not. */
function ofBuild(
  { stated, own, scheme }: Build,
  specific: number,
  product: string,
): Pick<Said, 'status' | 'reason' | 'fixedIn' | 'specific' | 'why'> {
  const order = compareVersions(scheme, own, stated);
  if (!order.ok) {
    const why = `${product}: ${own} cannot be compared with ${stated}.`;
    return { status: 'undecidable', reason: 'version', fixedIn: [], specific, why };
  }
  if (order.value >= 0) {
    const why = `${product}: ${own} is at or above ${stated}.`;
    return { status: 'fixed', fixedIn: [], specific, why };
  }
  // What lies below a build is less exactly meant than the build.
  const why = `${product}: ${own} is below ${stated}.`;
  return { status: 'affected', fixedIn: [stated], specific: specific / 2, why };
}

/** Specific beats general; within one rank affected and well contradict each other. */
function decide(said: readonly Said[]): { status: ClaimStatus; reason?: Undecided } {
  const most = Math.max(...said.map(({ specific }) => specific));
  const best = said.filter(({ specific }) => specific === most);
  const has = (status: ClaimStatus) => best.some((each) => each.status === status);
  const well = has('not_affected') || has('fixed');
  if (has('affected')) {
    return well ? { status: 'undecidable', reason: 'contradiction' } : { status: 'affected' };
  }
  const open = best.find(({ status }) => status === 'undecidable');
  if (open !== undefined) return { status: 'undecidable', reason: open.reason ?? 'unknown' };
  if (has('under_investigation')) return { status: 'under_investigation' };
  return { status: has('fixed') ? 'fixed' : 'not_affected' };
}

function claimOf(
  head: RecordHead,
  decided: { readonly status: ClaimStatus; readonly reason?: Undecided },
  said: readonly Said[],
  { component, identity }: Subject,
): Claim {
  const speaking = said.filter(({ status }) => status === decided.status);
  const best = (speaking.length > 0 ? speaking : said).toSorted((a, b) => b.specific - a.specific);
  const first = best[0] as Said;
  const ids = textsOf(first.body, 'ids');
  const affected = decided.status === 'affected';
  const fixedIn = affected ? [...new Set(said.flatMap((each) => each.fixedIn))] : [];
  const remedies = affected ? said.flatMap(({ body }) => remediesOf(body)) : [];
  const because = textOf(first.body, 'because');
  const { basis, confidence } = first.match;
  return {
    component,
    record: ids[0] ?? `${head.id}#${String(first.body.index)}`,
    source: `${head.source}:${head.id}`,
    aliases: ids,
    upstream: [],
    ...decided,
    // Of another publisher's names for what a distribution has packaged.
    candidate: identity?.distribution === true && basis !== 'distribution' && basis !== 'hash',
    basis,
    confidence,
    fixedIn,
    state: affected ? stateOf(remedies, fixedIn) : null,
    remedies,
    why: [...best.map(({ why }) => why), ...(because === undefined ? [] : [`Because: ${because}`])],
    said: {
      author: head.author ?? '',
      time: head.time ?? '',
      specific: first.specific,
      document: head.id,
      status: decided.status,
    },
  };
}

function remediesOf(body: JsonObject): readonly Remedy[] {
  return entriesOf(body, 'remedies') as unknown as readonly Remedy[];
}

/** §3.2.4.12.1: what the category of the remediation promises. */
function stateOf(remedies: readonly Remedy[], fixedIn: readonly string[]): FixState {
  const has = (category: string) => remedies.some((each) => each.category === category);
  if (fixedIn.length > 0 || has('vendor_fix')) return 'fixed-in';
  if (has('fix_planned')) return 'fix-planned';
  const never = remedies.find(({ category }) => category === 'no_fix_planned');
  if (never === undefined) return 'unfixed';
  return /end.of.life|out of support/i.test(never.details) ? 'end-of-life' : 'will-not-fix';
}

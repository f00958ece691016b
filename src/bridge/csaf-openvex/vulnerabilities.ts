/** Vulnerabilities of a CSAF document, made of the claims of OpenVEX. */
import type { JsonObject } from '../../core/json/value.ts';
import { cleaned } from '../projection/index.ts';
import type { Claim } from './claims.ts';
import { isTime } from './time.ts';

const GROUPS: Readonly<Record<string, string>> = {
  affected: 'known_affected',
  not_affected: 'known_not_affected',
  fixed: 'fixed',
  under_investigation: 'under_investigation',
};

const CVE = /^CVE-[0-9]{4}-[0-9]{4,19}$/;

/** One for each vulnerability, in the order in which they are first named. */
export function vulnerabilitiesOf(claims: readonly Claim[]): JsonObject[] {
  const byName = new Map<string, Claim[]>();
  for (const claim of claims) {
    const known = byName.get(claim.vulnerability);
    if (known === undefined) byName.set(claim.vulnerability, [claim]);
    else known.push(claim);
  }
  return [...byName].map(([name, about]) => vulnerabilityOf(name, about));
}

function vulnerabilityOf(name: string, given: readonly Claim[]): JsonObject {
  const claims = withoutContradiction(given);
  const status = new Map<string, Set<string>>();
  for (const { statement, products } of claims) {
    const name = GROUPS[statement.text('status') ?? ''] ?? '';
    const group = status.get(name) ?? new Set();
    for (const id of products) group.add(id);
    status.set(name, group);
  }
  return cleaned({
    ...namesOf(name, claims),
    flags: claims.flatMap(flagOf),
    notes: notesOf(name, claims),
    product_status: Object.fromEntries([...status].map(([group, ids]) => [group, [...ids]])),
    remediations: claims.flatMap(remediationOf),
    threats: claims.flatMap(threatOf),
  }) as JsonObject;
}

/** No product is in two groups (6.1.6): of claims of one time the first stands. */
function withoutContradiction(claims: readonly Claim[]): Claim[] {
  const taken = new Map<string, string>();
  return claims.flatMap((claim) => {
    const status = claim.statement.seeText('status') ?? '';
    const products = claim.products.filter((id) => {
      if (!taken.has(id)) taken.set(id, status);
      return taken.get(id) === status;
    });
    return products.length === 0 ? [] : [{ ...claim, products }];
  });
}

/** The CVE among name and aliases, if there is one; everything else as an id of its system. */
function namesOf(name: string, claims: readonly Claim[]): JsonObject {
  const all = new Set<string>([name]);
  for (const { statement } of claims) {
    statement.text('vulnerability');
    const struct = statement.at('vulnerability');
    if (struct.text('name') === undefined) struct.text('@id');
    for (const alias of struct.texts('aliases')) all.add(alias);
  }
  const cves = [...all].filter((id) => CVE.test(id));
  const cve = CVE.test(name) ? name : cves.length === 1 ? cves[0] : undefined;
  const ids = [...all]
    .filter((id) => id !== cve)
    .map((text) => ({ system_name: systemOf(text), text }));
  return cleaned({ cve, ids }) as JsonObject;
}

/** The prefix names the system as people do: GHSA, RUSTSEC … */
function systemOf(id: string): string {
  return /^([A-Za-z]{1,40})-/.exec(id)?.[1]?.toUpperCase() ?? 'other';
}

/** CSAF 2.1 §4.5 demands a note; the description, what is said of a status, or that there is none. */
function notesOf(name: string, claims: readonly Claim[]): JsonObject[] {
  const described = claims
    .map(({ statement }) => statement.at('vulnerability'))
    .find((struct) => struct.seeText('description') !== undefined);
  const description = described?.text('description');
  const notes = claims.flatMap(({ statement, products }) => {
    const text = statement.text('status_notes');
    return text === undefined ? [] : [{ category: 'other', product_ids: [...products], text }];
  });
  const first =
    description === undefined
      ? { category: 'other', text: `The source does not describe ${name}.` }
      : { category: 'description', text: description };
  return description === undefined && notes.length > 0 ? notes : [first, ...notes];
}

function dated({ statement, date }: Claim): string | undefined {
  if (date === undefined) return undefined;
  if (statement.text('last_updated') === undefined) statement.text('timestamp');
  return date;
}

function flagOf(claim: Claim): JsonObject[] {
  const { statement, products } = claim;
  if (statement.seeText('status') !== 'not_affected') return [];
  const label = statement.textIf('justification', (text) => JUSTIFICATIONS.has(text));
  if (label === undefined) return [];
  return [cleaned({ date: dated(claim), label, product_ids: [...products] }) as JsonObject];
}

const JUSTIFICATIONS = new Set([
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
]);

/** 6.1.27.9: without a flag there must be an impact, be it that none is stated. */
function threatOf(claim: Claim): JsonObject[] {
  const { statement, products } = claim;
  const none = statement.seeText('status') === 'not_affected' && flagOf(claim).length === 0;
  const details =
    statement.text('impact_statement') ?? (none ? 'The source does not say why.' : '');
  if (details === '') return [];
  const date = dated(claim);
  return [cleaned({ category: 'impact', date, details, product_ids: [...products] }) as JsonObject];
}

/** 6.1.27.10: what is affected needs a remediation, be it that none is stated. */
function remediationOf(claim: Claim): JsonObject[] {
  const { statement, products } = claim;
  if (statement.seeText('status') !== 'affected') return [];
  const stated = statement.text('action_statement');
  const date =
    stated === undefined ? undefined : statement.textIf('action_statement_timestamp', isTime);
  const remedy = {
    category: stated === undefined ? 'none_available' : 'mitigation',
    date: date ?? dated(claim),
    details: stated ?? 'The source does not say what to do.',
    product_ids: [...products],
  };
  return [cleaned(remedy) as JsonObject];
}

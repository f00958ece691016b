/** Observables that a STIX pattern looks for by equality. */
import type { Observable } from '../../../core/record.ts';
import { type ComparisonFact, comparisons } from '../../pattern/index.ts';
import { parseIpv4, parseIpv6 } from '../formats/address.ts';
import { readPattern } from '../pattern-reading.ts';
import { hashObservable, normalValue } from './observables.ts';

/** At most so many, since a pattern can list thousands in IN. */
const MOST = 1_000;

/** Adds what the comparisons `=` and `IN` that are not negated compare with. */
export function addPatternObservables(
  pattern: string,
  version: '2.0' | '2.1',
  into: Observable[],
): void {
  const parsed = readPattern(pattern, version);
  if (!parsed.ok) return;
  for (const fact of comparisons(parsed.value)) {
    if (fact.negated || (fact.operator !== '=' && fact.operator !== 'IN')) continue;
    for (const constant of fact.values) {
      if (into.length >= MOST) return;
      const text = textOfConstant(constant);
      const observable = text === null ? null : observableOf(fact, text);
      if (observable !== null) into.push(observable);
    }
  }
}

function textOfConstant(constant: ComparisonFact['values'][number]): string | null {
  if (constant.kind === 'string') return constant.value;
  return constant.kind === 'integer' ? String(constant.value) : null;
}

function observableOf(fact: ComparisonFact, value: string): Observable | null {
  const keys = fact.steps.flatMap((step) => (step.kind === 'key' ? [step.name] : []));
  const [first, second] = keys;
  if (first === undefined) return null;
  if (second === undefined) return valueAt(fact.type, first, value);
  if (first === 'hashes') return hashObservable(fact.type, second, value);
  if (second !== 'value' || keys.length > 2) return null;
  const target = referenced(first, value);
  return target === null ? null : valueAt(target, second, value);
}

function valueAt(type: string, property: string, value: string): Observable {
  return { kind: `${type}:${property}`, value: normalValue(type, property, value) };
}

/** The type that a reference leads to, as far as property and value tell (§6.4, §6.6, §6.12). */
function referenced(property: string, value: string): string | null {
  switch (property) {
    case 'src_ref':
    case 'dst_ref':
    case 'resolves_to_refs':
      if (parseIpv4(value) !== null) return 'ipv4-addr';
      return parseIpv6(value) === null ? 'domain-name' : 'ipv6-addr';
    case 'from_ref':
    case 'sender_ref':
    case 'to_refs':
    case 'cc_refs':
    case 'bcc_refs':
      return 'email-addr';
    default:
      return null;
  }
}

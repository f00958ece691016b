/** Rules of ISSUBSET and ISSUPERSET (STIX 2.1 §9.6.1). */
import { addressFamily } from './address.ts';
import { excerpt, type Report } from './issues.ts';
import type { Comparison, ObjectPath } from './tree.ts';

export function checkAddress(comparison: Comparison, report: Report): void {
  if (comparison.operator !== 'ISSUBSET' && comparison.operator !== 'ISSUPERSET') return;
  const { path, value, operator } = comparison;
  const family = addressFamily(value.value);
  if (family === null) {
    const message = `${excerpt(value.value)} is no IPv4 or IPv6 address or CIDR block.`;
    report('address-invalid', 'error', message, value.at);
  } else if (isOtherFamily(path.type, family)) {
    report(
      'address-family',
      'warning',
      `${excerpt(path.type)} has no IPv${family} value.`,
      value.at,
    );
  }
  if (!leadsToAddress(path)) {
    report('address-path', 'warning', `${operator} compares the value of an address.`, path.at);
  }
}

function isOtherFamily(type: string, family: 4 | 6): boolean {
  return type === (family === 4 ? 'ipv6-addr' : 'ipv4-addr');
}

/** The value property of an address object, or of an object that a reference leads to. */
function leadsToAddress(path: ObjectPath): boolean {
  const last = path.steps.at(-1);
  if (last?.kind !== 'key' || last.name !== 'value') return false;
  if (path.steps.length === 1) return path.type === 'ipv4-addr' || path.type === 'ipv6-addr';
  const before = path.steps.findLast((step, i) => step.kind === 'key' && i < path.steps.length - 1);
  return before?.kind === 'key' && /_refs?$/.test(before.name);
}

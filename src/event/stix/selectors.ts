/** Selectors of granular markings (STIX 2.1 §7.2.3): `external_references.[0].source_name`. */
import type { StixMap } from './findings.ts';

/** Steps of a selector: names and indexes; null where the syntax is not that of §7.2.3. */
export function parseSelector(selector: string): (string | number)[] | null {
  if (selector.length > 10_000) return null;
  const steps: (string | number)[] = [];
  for (const component of selector.split('.')) {
    if (component.startsWith('[')) {
      if (!/^\[[0-9]{1,15}\]$/.test(component)) return null;
      steps.push(Number(component.slice(1, -1)));
    } else {
      if (component === '' || component.includes('[') || component.includes(']')) return null;
      steps.push(component);
    }
  }
  return typeof steps[0] === 'number' ? null : steps;
}

/** True when the path leads to something in the object. */
export function resolvesSelector(steps: readonly (string | number)[], root: StixMap): boolean {
  let value: unknown = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return false;
    if (typeof step === 'number') {
      if (!Array.isArray(value) || step >= value.length) return false;
      value = value[step];
    } else {
      if (Array.isArray(value) || !Object.hasOwn(value, step)) return false;
      value = (value as StixMap)[step];
    }
  }
  return true;
}

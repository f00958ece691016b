/** Decision points of the registered SSVC namespaces. */
import type { SsvcDecisionPoint, SsvcPort } from '../ports.ts';
import { CVSS_POINTS, SSVC_POINTS } from './ssvc.table.ts';

/** Base namespaces that the SSVC project has registered. */
const REGISTERED: ReadonlySet<string> = new Set(['cvss', ...Object.keys(SSVC_POINTS)]);

const POINTS: ReadonlyMap<string, SsvcDecisionPoint> = new Map(
  Object.entries(SSVC_POINTS).flatMap(([namespace, rows]) =>
    rows.map(([key, version, name, values]) => [
      `${namespace}:${key}:${version}`,
      { name, values: values.split('; ').map(readValue) },
    ]),
  ),
);

function readValue(text: string): SsvcDecisionPoint['values'][number] {
  const colon = text.indexOf(':');
  return { key: text.slice(0, colon), name: text.slice(colon + 1) };
}

function decisionPoint(base: string, key: string, version: string): SsvcDecisionPoint | null {
  if (base !== 'cvss') return POINTS.get(`${base}:${key}:${version}`) ?? null;
  const codes = Object.hasOwn(CVSS_POINTS, key) ? CVSS_POINTS[key] : undefined;
  if (codes === undefined) return null;
  // Names and order differ between the versions of CVSS; without them they are not compared.
  return { name: '', values: codes.split(' ').map((code) => ({ key: code, name: '' })) };
}

export const SSVC_LIST: SsvcPort = {
  isRegistered: (base) => REGISTERED.has(base),
  isKnown: (base) => REGISTERED.has(base),
  decisionPoint,
  versions: (base, key) =>
    (Object.hasOwn(SSVC_POINTS, base) ? (SSVC_POINTS[base] ?? []) : []).flatMap((row) =>
      row[0] === key ? [row[1]] : [],
    ),
};

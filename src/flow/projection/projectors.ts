/** Of which formats STIX is made for feeds, and by whom; loaded with the first record of each. */
import type { ProjectionContext } from '../../bridge/projection/index.ts';
import type { JsonValue } from '../../core/json/value.ts';
import type { StixObject } from '../../event/stix/types.ts';
import { CSAF_SIGN } from '../../state/csaf/sniff.ts';
import { CVE_SIGN } from '../../state/cve/sniff.ts';
import { OSV_SIGN } from '../../state/osv/sniff.ts';

/** Pure: the same document and context give the same objects. */
export type Project = (
  document: JsonValue,
  context: ProjectionContext,
) => { readonly objects: readonly StixObject[] };

const PROJECTORS: ReadonlyMap<string, () => Promise<Project>> = new Map([
  [CSAF_SIGN.format, async () => (await import('../../bridge/csaf-stix/index.ts')).projectCsaf],
  [CVE_SIGN.format, async () => (await import('../../bridge/cve-stix/index.ts')).projectCve],
  [OSV_SIGN.format, async () => (await import('../../bridge/osv-stix/index.ts')).projectOsv],
]);

export function isProjected(format: string): boolean {
  return PROJECTORS.has(format);
}

/** Null where nothing is made of a format. */
export async function projectorOf(format: string): Promise<Project | null> {
  return (await PROJECTORS.get(format)?.()) ?? null;
}

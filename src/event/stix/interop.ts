/**
 * What the STIX 2.1 interoperability profile (OASIS CTI TC) asks of objects beyond the standard, as
 * its published schemas have it. Three names are misspelt there (`architecture_exectuion_envs`,
 * `capabiliites`, `external_references:`), which no object can meet; here they are spelt right.
 */
import { type Findings, has, type StixMap } from './findings.ts';
import { tlpOf } from './tlp.ts';

/** Properties that the profile requires, by type. */
export const INTEROP_REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['attack-pattern', ['created_by_ref', 'external_references', 'kill_chain_phases']],
  ['campaign', ['created_by_ref']],
  ['course-of-action', ['created_by_ref']],
  ['grouping', ['created_by_ref']],
  ['indicator', ['created_by_ref', 'indicator_types', 'name']],
  ['infrastructure', ['created_by_ref', 'infrastructure_types']],
  ['intrusion-set', ['created_by_ref', 'primary_motivation', 'resource_level']],
  ['location', ['created_by_ref', 'region']],
  [
    'malware',
    [
      'architecture_execution_envs',
      'capabilities',
      'created_by_ref',
      'first_seen',
      'implementation_languages',
      'last_seen',
      'malware_types',
      'name',
    ],
  ],
  [
    'malware-analysis',
    ['analysis_ended', 'analysis_started', 'created_by_ref', 'result', 'submitted', 'version'],
  ],
  ['note', ['created_by_ref']],
  ['observed-data', ['created_by_ref', 'object_refs']],
  ['opinion', ['created_by_ref']],
  ['relationship', ['created_by_ref']],
  ['report', ['created_by_ref', 'report_types']],
  ['sighting', ['count', 'created_by_ref', 'first_seen', 'last_seen']],
  [
    'threat-actor',
    [
      'created_by_ref',
      'primary_motivation',
      'resource_level',
      'roles',
      'sophistication',
      'threat_actor_types',
    ],
  ],
  ['tool', ['created_by_ref', 'tool_types']],
  ['vulnerability', ['created_by_ref', 'external_references']],
]);

/** The required properties, and one TLP level at most. */
export function checkInterop(object: StixMap, type: string, at: Findings): void {
  for (const name of INTEROP_REQUIRED.get(type) ?? []) {
    if (!has(object, name)) at.add('stix-interop', `${type} has no ${name}`);
  }
  const markings = has(object, 'object_marking_refs') ? object.object_marking_refs : undefined;
  if (!Array.isArray(markings)) return;
  const levels = markings.filter((id: unknown) => typeof id === 'string' && tlpOf(id));
  if (levels.length > 1) {
    at.add('stix-interop', `${levels.length} TLP markings`, { key: 'object_marking_refs' });
  }
}

/** Property tables of section 4: domain objects. */
import type { Rule } from '../findings.ts';
import * as rules from '../rules/domain.ts';
import { creatorIsNamed, languageIsNamed } from '../rules/general.ts';
import { after, modifiedNotBeforeCreated, notBefore } from '../rules/order.ts';
import { CORE_COMMON, CORE_NOT_APPLICABLE, KILL_CHAIN_PHASE } from './general.ts';
import {
  BOOLEAN,
  CONTAINER,
  classReference,
  enumeration,
  float,
  integer,
  list,
  object,
  REFERENCE,
  RESERVED,
  reference,
  STRING,
  STRINGS,
  suggestedReference,
  TIMESTAMP,
  vocabulary,
} from './kind.ts';
import type { Table } from './shape.ts';
import { required, table, type Written } from './table.ts';

/** Rules of every object with the common properties of a domain or relationship object. */
export const CORE_RULES: readonly Rule[] = [
  modifiedNotBeforeCreated,
  languageIsNamed,
  creatorIsNamed,
];

function domain(
  name: string,
  clause: string,
  own: Readonly<Record<string, Written>>,
  more: readonly Rule[] = [],
): Table {
  return table(name, clause, own, {
    class: 'sdo',
    common: CORE_COMMON,
    notApplicable: CORE_NOT_APPLICABLE,
    rules: [...CORE_RULES, ...more],
  });
}

const PHASES = list(object(KILL_CHAIN_PHASE));
const REFERENCES = list(REFERENCE);
const MOTIVATION = vocabulary('attack-motivation-ov');
const SEEN = { first_seen: TIMESTAMP, last_seen: TIMESTAMP };
const NAMED = { name: required(STRING), description: STRING };

export const DOMAIN_TABLES: readonly Table[] = [
  domain('attack-pattern', '4.1.1', { ...NAMED, aliases: STRINGS, kill_chain_phases: PHASES }),
  domain('campaign', '4.2.1', { ...NAMED, aliases: STRINGS, ...SEEN, objective: STRING }, [
    notBefore('first_seen', 'last_seen', '4.2.1'),
  ]),
  domain('course-of-action', '4.3.1', { ...NAMED, action: RESERVED }),
  domain('grouping', '4.4.1', {
    // Errata 01 prints (required); it changes no requirement of the standard, which has it optional.
    name: STRING,
    description: STRING,
    context: required(vocabulary('grouping-context-ov')),
    object_refs: required(REFERENCES),
  }),
  domain('identity', '4.5.1', {
    ...NAMED,
    roles: STRINGS,
    identity_class: vocabulary('identity-class-ov'),
    sectors: list(vocabulary('industry-sector-ov')),
    contact_information: STRING,
  }),
  domain('incident', '4.6.1', NAMED),
  domain(
    'indicator',
    '4.7.1',
    {
      name: STRING,
      description: STRING,
      indicator_types: list(vocabulary('indicator-type-ov')),
      pattern: required(STRING),
      pattern_type: required(vocabulary('pattern-type-ov')),
      pattern_version: STRING,
      valid_from: required(TIMESTAMP),
      valid_until: TIMESTAMP,
      kill_chain_phases: PHASES,
    },
    [rules.indicatorIsDescribed, after('valid_from', 'valid_until', '4.7.1')],
  ),
  domain(
    'infrastructure',
    '4.8.1',
    {
      ...NAMED,
      infrastructure_types: list(vocabulary('infrastructure-type-ov')),
      aliases: STRINGS,
      kill_chain_phases: PHASES,
      ...SEEN,
    },
    [notBefore('first_seen', 'last_seen', '4.8.1')],
  ),
  domain(
    'intrusion-set',
    '4.9.1',
    {
      ...NAMED,
      aliases: STRINGS,
      ...SEEN,
      goals: STRINGS,
      resource_level: vocabulary('attack-resource-level-ov'),
      primary_motivation: MOTIVATION,
      secondary_motivations: list(MOTIVATION),
    },
    [notBefore('first_seen', 'last_seen', '4.9.1')],
  ),
  domain(
    'location',
    '4.10.1',
    {
      name: STRING,
      description: STRING,
      latitude: float(-90, 90),
      longitude: float(-180, 180),
      precision: float(0, Number.POSITIVE_INFINITY),
      region: vocabulary('region-ov'),
      country: STRING,
      administrative_area: STRING,
      city: STRING,
      street_address: STRING,
      postal_code: STRING,
    },
    [
      rules.locationHasPlace,
      rules.locationCoordinates,
      rules.locationPrecision,
      rules.locationCountry,
      rules.locationArea,
    ],
  ),
  domain(
    'malware',
    '4.11.1',
    {
      name: STRING,
      description: STRING,
      malware_types: list(vocabulary('malware-type-ov')),
      // Errata 01 prints (optional); it changes no requirement of the standard, which requires it.
      is_family: required(BOOLEAN),
      aliases: STRINGS,
      kill_chain_phases: PHASES,
      ...SEEN,
      operating_system_refs: list(reference('software')),
      architecture_execution_envs: list(vocabulary('processor-architecture-ov')),
      implementation_languages: list(vocabulary('implementation-language-ov')),
      capabilities: list(vocabulary('malware-capabilities-ov')),
      sample_refs: list(reference('artifact', 'file')),
    },
    [rules.malwareFamilyName, notBefore('first_seen', 'last_seen', '4.11.1')],
  ),
  domain(
    'malware-analysis',
    '4.12.1',
    {
      product: required(STRING),
      version: STRING,
      host_vm_ref: reference('software'),
      operating_system_ref: reference('software'),
      installed_software_refs: list(reference('software')),
      configuration_version: STRING,
      modules: STRINGS,
      analysis_engine_version: STRING,
      analysis_definition_version: STRING,
      submitted: TIMESTAMP,
      analysis_started: TIMESTAMP,
      analysis_ended: TIMESTAMP,
      result_name: STRING,
      result: vocabulary('malware-result-ov'),
      analysis_sco_refs: list(classReference('an observable', 'sco')),
      sample_ref: suggestedReference('artifact', 'file', 'network-traffic'),
    },
    [rules.malwareAnalysisResult, rules.malwareAnalysisProduct],
  ),
  domain('note', '4.13.1', {
    abstract: STRING,
    content: required(STRING),
    authors: STRINGS,
    object_refs: required(REFERENCES),
  }),
  domain(
    'observed-data',
    '4.14.1',
    {
      first_observed: required(TIMESTAMP),
      last_observed: required(TIMESTAMP),
      number_observed: required(integer(1, 999_999_999)),
      objects: CONTAINER,
      object_refs: list(classReference('an observable or a relationship', 'sco', 'sro')),
    },
    [
      rules.observedContent,
      rules.observedObservable,
      rules.observedDeprecated,
      notBefore('first_observed', 'last_observed', '4.14.1'),
    ],
  ),
  domain('opinion', '4.15.1', {
    explanation: STRING,
    authors: STRINGS,
    opinion: required(enumeration('opinion-enum')),
    object_refs: required(REFERENCES),
  }),
  domain('report', '4.16.1', {
    ...NAMED,
    report_types: list(vocabulary('report-type-ov')),
    published: required(TIMESTAMP),
    object_refs: required(REFERENCES),
  }),
  domain(
    'threat-actor',
    '4.17.1',
    {
      ...NAMED,
      threat_actor_types: list(vocabulary('threat-actor-type-ov')),
      aliases: STRINGS,
      ...SEEN,
      roles: list(vocabulary('threat-actor-role-ov')),
      goals: STRINGS,
      sophistication: vocabulary('threat-actor-sophistication-ov'),
      resource_level: vocabulary('attack-resource-level-ov'),
      primary_motivation: MOTIVATION,
      secondary_motivations: list(MOTIVATION),
      personal_motivations: list(MOTIVATION),
    },
    [notBefore('first_seen', 'last_seen', '4.17.1')],
  ),
  domain('tool', '4.18.1', {
    ...NAMED,
    tool_types: list(vocabulary('tool-type-ov')),
    aliases: STRINGS,
    kill_chain_phases: PHASES,
    tool_version: STRING,
  }),
  domain('vulnerability', '4.19.1', NAMED),
];

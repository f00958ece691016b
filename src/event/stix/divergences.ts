/** Where this checker and the reference (cti-stix-validator) do not agree, and why. */

export interface StixDivergence {
  /** Case of the corpus stix-validity (2.1), or null where it has none. */
  readonly case: string | null;
  /** `expected`: under the options of the case; `must_only`: without options; `both`. */
  readonly verdict: 'expected' | 'must_only' | 'both';
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

function rows(
  test: string,
  cases: readonly number[],
  row: Omit<StixDivergence, 'case'>,
): StixDivergence[] {
  return cases.map((number) => ({ case: `${test}#${number}`, ...row }));
}

const OTHER_SCHEMA = {
  verdict: 'both',
  reference: 'invalid',
  ours: 'valid',
  clause: 'STIX 2.1 §7.3',
  why: "The rule broken stands in a JSON schema of the case's own (schema_dir), not in the standard, and neither a producer nor a consumer has to apply it.",
} as const;

const PROPERTY_NAME = {
  verdict: 'must_only',
  reference: 'valid',
  ours: 'stix-property-name',
  clause: 'STIX 2.1 §11.1.1',
  why: 'Names of custom properties must have only a–z, 0–9 and underscore and at most 250 characters. The reference asks for it only in its strict mode.',
} as const;

const OBSERVABLE_REFERENCE = {
  verdict: 'expected',
  reference: 'valid',
  ours: 'stix-reference-uuid',
  clause: 'STIX 2.1 §2.9',
  why: 'src_ref has a UUID with eleven digits in its last group, where RFC 4122 asks for twelve. The reference does not look at references of observables. We warn, and refuse it when strict.',
} as const;

const EXTENDED_OBSERVABLE = {
  verdict: 'expected',
  reference: 'invalid',
  ours: 'valid',
  clause: 'STIX 2.1 §7.3',
  why: 'An extension of type toplevel-property-extension may add properties to any STIX Object, observables too. The reference lets it do so on domain objects only.',
} as const;

const TLP_ID = {
  verdict: 'expected',
  reference: 'valid',
  ours: 'stix-marking-tlp-id',
  clause: 'STIX 2.1 §7.2.1, §3.6',
  why: 'The object has the id of the official TLP:GREEN marking and another content, though every representation of an object has the same values. We warn, and refuse it when strict; policy goes by the id alone.',
} as const;

const FORCED_VERSION = {
  verdict: 'expected',
  reference: 'the other',
  ours: 'by content',
  clause: 'STIX 2.1 §3.2',
  why: 'The case tests how that tool chooses between two sets of schemas by an option; it is no rule of the standard. Under version 2.1 an object needs spec_version; as 2.0 an object is only read, and its bundle is not asked for its spec_version.',
} as const;

const INDICATOR = 'indicator_tests.IndicatorTestCases';
const TRAFFIC = 'network_traffic_tests.ObservedDataTestCases';
const OBSERVED = 'observed_data_tests.ObservedDataTestCases';
const MARKING = 'marking_definition_tests.MarkingDefinitionTestCases';
const VERSION = 'spec_version_tests.SpecVersionTestCases';

export const STIX_DIVERGENCES: readonly StixDivergence[] = [
  ...rows(`${INDICATOR}.test_additional_schema`, [1], OTHER_SCHEMA),
  ...rows(`${INDICATOR}.test_additional_schema_custom_type`, [3], OTHER_SCHEMA),
  ...rows(`${INDICATOR}.test_additional_schema_extension`, [1, 2], OTHER_SCHEMA),
  ...rows(`${INDICATOR}.test_custom_property_name_invalid_character`, [1], PROPERTY_NAME),
  ...rows(`${INDICATOR}.test_custom_property_name_long`, [1], PROPERTY_NAME),
  {
    case: `${INDICATOR}.test_invalid_lang#1`,
    verdict: 'must_only',
    reference: 'invalid',
    ours: 'stix-language-unknown',
    clause: 'STIX 2.1 §3.2; RFC 5646 §2.2.9',
    why: 'RFC 5646 knows two classes of conformance: "foo" is well-formed, and not valid, since no such language is registered. Whether it is registered depends on the date of the registry, so that it is a warning, and an error when strict.',
  },
  ...rows(`${TRAFFIC}.test_invalid_start_end_time`, [3], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_network_traffic_end_is_active`, [2], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_network_traffic_ipfix`, [2], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_network_traffic_ports`, [3, 4], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_network_traffic_protocols`, [2, 3], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_network_traffic_socket_options`, [2], OBSERVABLE_REFERENCE),
  ...rows(`${TRAFFIC}.test_wellformed_network_traffic`, [1], OBSERVABLE_REFERENCE),
  ...rows(
    `${OBSERVED}.test_observable_object_custom_toplevel_property_with_extension`,
    [1, 4],
    EXTENDED_OBSERVABLE,
  ),
  ...rows(`${MARKING}.test_marking_definition_with_extension`, [2], TLP_ID),
  ...rows(`${MARKING}.test_vocab_marking_definition_label`, [3], TLP_ID),
  ...rows(`${VERSION}.test_all`, [3, 4], FORCED_VERSION),
  ...rows(`${VERSION}.test_cmd`, [1, 2], FORCED_VERSION),
  ...rows(`${VERSION}.test_cmd_and_obj`, [1, 2], FORCED_VERSION),
  ...rows(`${VERSION}.test_none`, [1], FORCED_VERSION),
  {
    case: null,
    verdict: 'both',
    reference: 'STIX 2.1 Errata 01 prints malware.is_family as optional',
    ours: 'required',
    clause: 'STIX 2.1 §4.11.1; Errata 01 §2',
    why: 'The OASIS Standard requires it, and Errata 01 says that it changes no requirement.',
  },
  {
    case: null,
    verdict: 'both',
    reference: 'STIX 2.1 Errata 01 prints grouping.name as required',
    ours: 'optional',
    clause: 'STIX 2.1 §4.4.1; Errata 01 §2',
    why: 'It is optional in the OASIS Standard and in the published JSON schema, and Errata 01 says that it changes no requirement.',
  },
  {
    case: null,
    verdict: 'both',
    reference:
      'The published JSON schemas have other terms for account-type-ov, implementation-language-ov, industry-sector-ov, infrastructure-type-ov, region-ov, report-type-ov and threat-actor-type-ov',
    ours: 'The terms of section 10',
    clause: 'STIX 2.1 §10',
    why: 'The text is normative; the lists of the schemas have joined words (`europe eastern-europe`) and are not used to validate there.',
  },
  {
    case: null,
    verdict: 'both',
    reference:
      'The published JSON schemas let extension-definition have confidence, lang and extensions and no created_by_ref, and language-content have lang',
    ours: 'stix-not-applicable; created_by_ref is required',
    clause: 'STIX 2.1 §7.1.1, §7.3.1',
    why: 'The tables of common properties say so.',
  },
  {
    case: null,
    verdict: 'both',
    reference:
      'The schemas of the interoperability profile require architecture_exectuion_envs, capabiliites and `external_references:`',
    ours: 'architecture_execution_envs, capabilities, external_references',
    clause: 'STIX 2.1 §4.11.1, §3.2',
    why: 'The names are misspelt: no object has them.',
  },
  {
    case: null,
    verdict: 'both',
    reference: 'STIX 2.1 Errata 01 prints sighting.summary as a string',
    ours: 'boolean',
    clause: 'STIX 2.1 §5.2.1; Errata 01 §2',
    why: 'Meaning and default (false) are those of a boolean, as in the OASIS Standard.',
  },
  {
    case: null,
    verdict: 'both',
    reference: 'STIX 2.1 §6.7.1 and others: keys of hashes MUST come from hash-algorithm-ov',
    ours: 'stix-hash-algorithm (warning)',
    clause: 'STIX 2.1 §2.7, §2.14',
    why: 'An open vocabulary may be left by its own definition, and §2.7 says SHOULD; the reference reads it so too.',
  },
  {
    case: null,
    verdict: 'both',
    reference: 'STIX 2.1 §2.8: hexadecimal digits are lower case',
    ours: 'stix-hex-case (information)',
    clause: 'STIX 2.1 §2.8',
    why: 'The examples of the standard have upper-case digits (§6.6.2), and they mean the same bytes; the reference takes both.',
  },
  {
    case: null,
    verdict: 'both',
    reference:
      'created_by_ref and malware-analysis.sample_ref of another type than the table of embedded relationships names: valid',
    ours: 'stix-reference-suggested (information)',
    clause: 'STIX 2.1 §3.3',
    why: 'No sentence of the property tables says MUST for these; the published cases have them.',
  },
];

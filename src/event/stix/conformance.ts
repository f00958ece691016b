/** What the clauses of STIX 2.1 ask of content, which finding answers, and where it is decided. */
import { STIX_ISSUES, type StixIssueCode } from './issues.ts';

export interface StixConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Finding when it is broken; empty where one object alone cannot tell. */
  readonly code: StixIssueCode | '';
  /** Function and file below src/event/stix. */
  readonly function: string;
  /** How the clause is met otherwise. */
  readonly note?: string;
}

/** The function that decides each finding. */
export const DECIDED_BY: Readonly<Record<StixIssueCode, string>> = {
  'stix-not-object': 'checkObject (check.ts)',
  'stix-null': 'wrongType (findings.ts)',
  'stix-value-type': 'checkValue (walk.ts)',
  'stix-binary': 'checkRareValue (walk.ts)',
  'stix-empty-dictionary': 'checkDictionary (dictionaries.ts)',
  'stix-dictionary-key': 'checkKey (dictionaries.ts)',
  'stix-dictionary-value': 'checkDictionaryValue (dictionaries.ts)',
  'stix-dictionary-key-case': 'checkKey (dictionaries.ts)',
  'stix-enumeration': 'checkEnumeration (walk.ts)',
  'stix-external-reference-empty': 'externalReferenceSaysSomething (rules/general.ts)',
  'stix-external-reference-hashes': 'externalReferenceHashes (rules/general.ts)',
  'stix-cve-id': 'catalogueIds (rules/general.ts)',
  'stix-capec-id': 'catalogueIds (rules/general.ts)',
  'stix-url': 'checkRareValue (walk.ts)',
  'stix-external-reference-url': 'externalReferenceUrl (rules/general.ts)',
  'stix-number-range': 'checkNumber (walk.ts)',
  'stix-hash-name': 'checkHash (dictionaries.ts)',
  'stix-hash-value': 'checkHash (dictionaries.ts)',
  'stix-hash-algorithm': 'checkHash (dictionaries.ts)',
  'stix-hash-sha256': 'checkHashes (dictionaries.ts)',
  'stix-hex': 'checkHex (walk.ts)',
  'stix-hex-case': 'checkHex (walk.ts)',
  'stix-identifier': 'checkId (identity-rules.ts)',
  'stix-identifier-type': 'checkId (identity-rules.ts)',
  'stix-identifier-version': 'checkId (identity-rules.ts)',
  'stix-identifier-random': 'checkObservableId (identity-rules.ts)',
  'stix-identifier-deterministic': 'checkObservableId (identity-rules.ts)',
  'stix-kill-chain-form': 'killChainForm (rules/general.ts)',
  'stix-kill-chain-phase': 'killChainPhase (rules/general.ts)',
  'stix-empty-list': 'checkList (walk.ts)',
  'stix-custom-value': 'checkWithin (dictionaries.ts)',
  'stix-container-key': 'checkContainer (container.ts)',
  'stix-container-reference': 'checkContainerReference (reference.ts)',
  'stix-vocabulary': 'checkVocabulary (walk.ts)',
  'stix-vocabulary-form': 'checkVocabulary (walk.ts)',
  'stix-timestamp': 'checkTimestamp (walk.ts)',
  'stix-type': 'checkType (identity-rules.ts)',
  'stix-type-reserved': 'checkType (identity-rules.ts)',
  'stix-required': 'reportMissing (walk.ts)',
  'stix-property-name': 'checkUnknownProperty (extend.ts)',
  'stix-property-reserved': 'checkUnknownProperty (extend.ts)',
  'stix-defanged': 'checkNotApplicable (extend.ts)',
  'stix-not-applicable': 'checkNotApplicable (extend.ts)',
  'stix-version': 'checkObject21 (check.ts)',
  'stix-version-2-0': 'checkObject20 (v20.ts)',
  'stix-timestamp-precision': 'checkTimestamp (walk.ts)',
  'stix-marking-precision': 'markingPrecision (rules/meta.ts)',
  'stix-encoding-alone': 'encodingOf (rules/general.ts)',
  'stix-encoding-name': 'encodingOf (rules/general.ts)',
  'stix-language': 'checkLanguageTag (language.ts)',
  'stix-language-unknown': 'checkLanguageTag (language.ts)',
  'stix-language-absent': 'languageIsNamed (rules/general.ts)',
  'stix-creator-absent': 'creatorIsNamed (rules/general.ts)',
  'stix-reference-type': 'checkReference (reference.ts)',
  'stix-reference-suggested': 'checkReference (reference.ts)',
  'stix-reference-uuid': 'reportForm (reference.ts)',
  'stix-modified-early': 'modifiedNotBeforeCreated (rules/order.ts)',
  'stix-observable-versioned': 'observableVersioning (rules/general.ts)',
  'stix-time-order': 'notBefore, after (rules/order.ts)',
  'stix-indicator-described': 'indicatorIsDescribed (rules/domain.ts)',
  'stix-pattern': 'checkIndicatorPattern (pattern.ts)',
  'stix-pattern-custom': 'checkPrefix (pattern.ts)',
  'stix-pattern-custom-lax': 'checkPrefix (pattern.ts)',
  'stix-location-place': 'locationHasPlace (rules/domain.ts)',
  'stix-location-coordinates': 'locationCoordinates (rules/domain.ts)',
  'stix-location-country': 'locationCountry (rules/domain.ts)',
  'stix-location-area': 'locationArea (rules/domain.ts)',
  'stix-location-precision': 'locationPrecision (rules/domain.ts)',
  'stix-malware-family-name': 'malwareFamilyName (rules/domain.ts)',
  'stix-malware-analysis-result': 'malwareAnalysisResult (rules/domain.ts)',
  'stix-malware-analysis-product': 'malwareAnalysisProduct (rules/domain.ts)',
  'stix-observed-content': 'observedContent (rules/domain.ts)',
  'stix-observed-observable': 'observedObservable (rules/domain.ts)',
  'stix-deprecated': 'observedDeprecated (rules/domain.ts)',
  'stix-relationship-name': 'relationshipName (rules/relationship.ts)',
  'stix-relationship-suggested': 'relationshipIsDefined (rules/relationship.ts)',
  'stix-relationship-self': 'relationshipTwoEnds (rules/relationship.ts)',
  'stix-artifact-content': 'artifactContent (rules/observable.ts)',
  'stix-artifact-hashes': 'artifactHashes (rules/observable.ts)',
  'stix-artifact-key': 'artifactKey (rules/observable.ts)',
  'stix-domain-name': 'domainNameValue (rules/observable.ts)',
  'stix-email-address': 'emailAddressValue (rules/observable.ts)',
  'stix-email-body': 'emailBody (rules/observable.ts)',
  'stix-email-header': 'emailHeaderDecoded (rules/observable.ts)',
  'stix-email-part': 'emailPartContent (rules/observable.ts)',
  'stix-file-identity': 'fileIdentity (rules/observable.ts)',
  'stix-extension-own': 'checkOwn (walk.ts)',
  'stix-extension-place': 'checkExtension (extend.ts)',
  'stix-pe-second': 'peTimestamp (rules/observable.ts)',
  'stix-ipv4': 'ipv4Value (rules/observable.ts)',
  'stix-ipv6': 'ipv6Value (rules/observable.ts)',
  'stix-mac': 'macValue (rules/observable.ts)',
  'stix-traffic-ends': 'trafficEnds (rules/observable.ts)',
  'stix-traffic-ports': 'trafficPorts (rules/observable.ts)',
  'stix-traffic-active': 'trafficActive (rules/observable.ts)',
  'stix-traffic-protocol': 'trafficProtocols (rules/observable.ts)',
  'stix-traffic-extension-protocol': 'trafficExtensionProtocols (rules/observable.ts)',
  'stix-ipfix': 'ipfixElements (rules/observable.ts)',
  'stix-http-header': 'httpFields (rules/observable.ts)',
  'stix-http-lower': 'httpLowerCase (rules/observable.ts)',
  'stix-socket-option': 'socketOptions (rules/observable.ts)',
  'stix-pdf-info': 'pdfInfo (rules/observable.ts)',
  'stix-mime-type': 'mimeType (rules/observable.ts)',
  'stix-object-own': 'checkOwn (walk.ts)',
  'stix-process-priority': 'processPriority (rules/observable.ts)',
  'stix-cpe': 'softwareCpe (rules/observable.ts)',
  'stix-url-value': 'urlValue (rules/observable.ts)',
  'stix-registry-hive': 'registryHive (rules/observable.ts)',
  'stix-marking-definition': 'markingIsDefined (rules/meta.ts)',
  'stix-marking-type': 'markingType (rules/meta.ts)',
  'stix-marking-statement': 'markingStatement (rules/meta.ts)',
  'stix-marking-tlp': 'markingTlp (rules/meta.ts)',
  'stix-marking-tlp-id': 'markingTlpId (rules/meta.ts)',
  'stix-marking-circular': 'markingNotCircular (rules/meta.ts)',
  'stix-marking-extension': 'markingTlp2 (rules/meta.ts)',
  'stix-granular-choice': 'granularChoice (rules/general.ts)',
  'stix-selector': 'selectorsResolve (rules/general.ts)',
  'stix-selector-unresolved': 'selectorsResolve (rules/general.ts)',
  'stix-language-contents': 'checkLanguages (dictionaries.ts)',
  'stix-extension-properties': 'extensionProperties (rules/meta.ts)',
  'stix-extension-property-list': 'extensionProperties (rules/meta.ts)',
  'stix-extension-description': 'extensionDescription (rules/meta.ts)',
  'stix-extension-key': 'checkCustomExtension (extend.ts)',
  'stix-extension-type': 'checkDefinedExtension (extend.ts)',
  'stix-extension-undefined': 'checkCustomProperty (extend.ts)',
  'stix-bundle-object': 'checkMember (check.ts)',
  'stix-bundle-property': 'checkBundleMembers (bundle.ts)',
  'stix-bundle-duplicate': 'checkMember (check.ts)',
  'stix-custom-property': 'checkCustomProperty (extend.ts)',
  'stix-custom-property-prefix': 'checkCustomProperty (extend.ts)',
  'stix-custom-property-prefix-lax': 'checkCustomProperty (extend.ts)',
  'stix-custom-type': 'checkCustomType (check.ts)',
  'stix-custom-type-prefix': 'checkCustomType (check.ts)',
  'stix-custom-type-prefix-lax': 'checkCustomType (check.ts)',
  'stix-custom-object-empty': 'checkCustomType (check.ts)',
  'stix-custom-extension-empty': 'checkCustomExtension (extend.ts)',
  'stix-interop': 'checkInterop (interop.ts)',
  'stix-too-deep': 'checkAnyValue (dictionaries.ts)',
};

/** Clauses that no single object can show to be broken. */
const BEYOND_ONE_OBJECT: readonly StixConformanceRow[] = [
  beyond(
    '2.9',
    'A producer does not use one UUID for objects of two types.',
    'Each id is kept as its own record.',
  ),
  beyond(
    '3.2',
    'labels are not used where a property of the type says the same.',
    'A matter of meaning.',
  ),
  beyond(
    '3.5',
    'Who republishes an object changed gives it a new id.',
    'The hub publishes every object byte for byte.',
  ),
  beyond(
    '3.6',
    'Only the creator versions or revokes an object; after a revocation there is none.',
    'The store keeps every variant beside the others and shows the contradiction.',
  ),
  beyond(
    '3.6',
    'Every representation of a version has the same properties and values.',
    'Variants of one version are kept apart by their content digest.',
  ),
  beyond(
    '4.11.1',
    'Samples of one malware instance are the same binary data.',
    'Needs the samples.',
  ),
  beyond('4.11.2', 'A malware family is no variant of an instance.', 'Needs both objects.'),
  beyond('6.6.1', 'received_lines stand in the order of the message.', 'Needs the message.'),
  beyond('6.12.1', 'Protocols are listed from outer to inner.', 'Needs the packet.'),
  beyond('6.14.1', 'The CPE stands in the official dictionary.', 'Its form is checked (stix-cpe).'),
  beyond(
    '7.1.1',
    'object_modified is that of the object; lists have the length of the originals.',
    'Needs the object translated.',
  ),
  beyond('7.3', 'An extension does not redefine what the standard defines.', 'Needs its schema.'),
];

function beyond(clause: string, meaning: string, note: string): StixConformanceRow {
  return { clause: `STIX 2.1 §${clause}`, level: 'MUST', meaning, code: '', function: '', note };
}

const LEVELS = { must: 'MUST', should: 'SHOULD', note: 'MAY' } as const;

function rowOf(code: StixIssueCode): StixConformanceRow {
  const { clause, level, meaning, check } = STIX_ISSUES[code];
  const row = { clause, level: LEVELS[level], meaning, code, function: DECIDED_BY[code] };
  return check === undefined ? row : { ...row, note: `Check: ${check}.` };
}

/** All clauses, in the order of the standard as far as findings go. */
export const STIX_CONFORMANCE: readonly StixConformanceRow[] = [
  ...(Object.keys(STIX_ISSUES) as StixIssueCode[]).map(rowOf),
  ...BEYOND_ONE_OBJECT,
];

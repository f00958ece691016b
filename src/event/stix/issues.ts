/** Every finding on STIX content: code, level, clause, meaning, remedy. */
import type { Issue } from '../../core/issue.ts';
import type { StixCheck } from './checks.ts';

/**
 * `must`: an error. `should`: a warning, an error when strict, silent when its check is off.
 * `note`: information only.
 */
export type StixLevel = 'must' | 'should' | 'note';

export interface StixIssueMeaning {
  readonly level: StixLevel;
  /** Clause unless the finding names a nearer one (the property table of the type, say). */
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
  /** Optional check that the finding belongs to, for `should` and `note`. */
  readonly check?: StixCheck;
}

type Row = readonly [StixLevel, string, string, string, StixCheck?];

const ROWS = {
  // Section 2: data types
  'stix-not-object': [
    'must',
    '3',
    'A STIX Object is a JSON object.',
    'Send one object, a list of objects or a bundle.',
  ],
  'stix-null': [
    'must',
    '2',
    'null is not a value of any STIX data type.',
    'Leave the property out.',
  ],
  'stix-value-type': [
    'must',
    '2',
    'The value is not of the data type that the property takes.',
    'Write a value of that type.',
  ],
  'stix-binary': [
    'must',
    '2.1',
    'A binary value is base64 with padding (RFC 4648).',
    'Encode the bytes as base64.',
  ],
  'stix-empty-dictionary': [
    'must',
    '2.3',
    'A dictionary has at least one key.',
    'Leave the property out when there is nothing to say.',
  ],
  'stix-dictionary-key': [
    'must',
    '2.3',
    'Dictionary keys are ASCII letters, digits, hyphens and underscores, at most 250.',
    'Rename the key.',
  ],
  'stix-dictionary-value': [
    'must',
    '2.3',
    'The value is not of the type that this dictionary takes.',
    'Write a value of that type.',
  ],
  'stix-dictionary-key-case': [
    'should',
    '2.3',
    'Dictionary keys should be lower case.',
    'Write the key in lower case.',
    'observable-dictionary-keys',
  ],
  'stix-enumeration': [
    'must',
    '2.4',
    'The value is not in the closed enumeration of this property.',
    'Use a value of the enumeration.',
  ],
  'stix-external-reference-empty': [
    'must',
    '2.5.2',
    'An external reference has a description, a url or an external_id beside source_name.',
    'Add one of the three.',
  ],
  'stix-external-reference-hashes': [
    'should',
    '2.5.1',
    'hashes should be provided where the external reference has a url.',
    'Add the hashes of what the url points at.',
    'extref-hashes',
  ],
  'stix-cve-id': [
    'must',
    '4.19.1',
    'A reference to CVE has source_name "cve" and the exact CVE identifier as external_id.',
    'Write source_name "cve" and external_id like "CVE-2021-44228".',
  ],
  'stix-capec-id': [
    'must',
    '4.1.1',
    'A reference to CAPEC has source_name "capec" and external_id "CAPEC-" and a number.',
    'Write source_name "capec" and external_id like "CAPEC-66".',
  ],
  'stix-url': [
    'must',
    '2.5.1',
    'The value is not a URL (RFC 3986).',
    'Write an absolute URL with its scheme.',
  ],
  'stix-number-range': [
    'must',
    '2.10',
    'The number is outside the range of this property.',
    'Write a number within the range.',
  ],
  'stix-hash-name': [
    'must',
    '2.7',
    'Names of hash algorithms are 3–250 ASCII letters, digits, hyphens and underscores.',
    'Use a name of hash-algorithm-ov.',
  ],
  'stix-hash-value': [
    'must',
    '2.7',
    'The value has not the form that its hash algorithm gives.',
    'Correct the value or the name of the algorithm.',
  ],
  'stix-hash-algorithm': [
    'should',
    '10.7',
    'The name of the hash algorithm should come from hash-algorithm-ov.',
    'Use MD5, SHA-1, SHA-256, SHA-512, SHA3-256, SHA3-512, SSDEEP or TLSH.',
    'hash-algo',
  ],
  'stix-hash-sha256': [
    'should',
    '2.7',
    'A SHA-256 hash should be included wherever possible.',
    'Add the SHA-256 hash.',
    'sha-256',
  ],
  'stix-hex': [
    'must',
    '2.8',
    'A hex value is an even number of hexadecimal digits.',
    'Write two digits for each byte.',
  ],
  'stix-hex-case': [
    'note',
    '2.8',
    'Hexadecimal digits are lower case; readers accept both.',
    'Write a–f in lower case.',
  ],
  'stix-identifier': [
    'must',
    '2.9',
    'An identifier is an object type, two hyphens and an RFC 4122 UUID.',
    'Write it like "indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f".',
  ],
  'stix-identifier-type': [
    'must',
    '2.9',
    'The type in the id is the type of the object.',
    'Make the part before "--" equal to the property type.',
  ],
  'stix-identifier-version': [
    'should',
    '2.9',
    'Domain, relationship and meta objects should have a UUIDv4, observables a UUIDv5.',
    'Generate the id with that UUID version.',
    'uuid-check',
  ],
  'stix-identifier-random': [
    'must',
    '2.9',
    'An observable without any ID contributing property has a UUIDv4.',
    'Generate a random UUIDv4 for it.',
  ],
  'stix-identifier-deterministic': [
    'should',
    '2.9',
    'The UUIDv5 is not the one that the ID contributing properties give.',
    'Generate the id from the contributing properties, or use a UUIDv4.',
    'deterministic-id',
  ],
  'stix-kill-chain-form': [
    'should',
    '2.11',
    'Names of kill chains and phases should be lower case with hyphens between words.',
    'Rename it.',
    'kill-chain-names',
  ],
  'stix-kill-chain-phase': [
    'should',
    '2.11',
    'The phase is not one of the Lockheed Martin kill chain.',
    'Use a phase of that kill chain, or name the kill chain meant.',
    'kill-chain-names',
  ],
  'stix-empty-list': [
    'must',
    '2.12',
    'A list has at least one value.',
    'Leave the property out when there is nothing to list.',
  ],
  'stix-container-key': [
    'should',
    '2.13',
    'Keys of the deprecated observable container should be "0", "1", "2" and so on.',
    'Number the objects, or use object_refs.',
    'observable-object-keys',
  ],
  'stix-container-reference': [
    'must',
    '2.13',
    'A reference within an observable container names an object of the same container.',
    'Add the object or correct the key.',
  ],
  'stix-vocabulary': [
    'should',
    '2.14',
    'The value should come from the open vocabulary of this property.',
    'Use a term of the vocabulary where one fits.',
  ],
  'stix-vocabulary-form': [
    'should',
    '2.14',
    'Own terms should be lower case with hyphens between words.',
    'Rename the term.',
    'open-vocab-format',
  ],
  'stix-timestamp': [
    'must',
    '2.16.1',
    'A timestamp is an existing instant, RFC 3339 in UTC: YYYY-MM-DDTHH:mm:ss[.s+]Z.',
    'Write it like 2026-11-21T09:30:00.000Z.',
  ],
  // Section 3: general concepts
  'stix-type': [
    'must',
    '3.2',
    'type names the kind of the object in lower-case ASCII letters, digits and single hyphens, 3–250 characters.',
    'Add the type, or rename it.',
  ],
  'stix-type-reserved': ['must', '3.8', 'The name is reserved.', 'Use another type.'],
  'stix-required': ['must', '3.1', 'A required property is missing.', 'Add the property.'],
  'stix-property-name': [
    'must',
    '3.1',
    'Property names are a–z, 0–9 and underscore, a letter first, 3–250 characters.',
    'Rename the property.',
  ],
  'stix-property-reserved': [
    'must',
    '3.8',
    'The property name is reserved for future versions.',
    'Rename the property.',
  ],
  'stix-defanged': ['must', '3.2', 'defanged is for observables only.', 'Remove the property.'],
  'stix-not-applicable': [
    'should',
    '3.2',
    'The common property does not apply to this type of object.',
    'Remove the property.',
    'not-applicable',
  ],
  'stix-version': ['must', '3.2', 'spec_version of a STIX 2.1 object is "2.1".', 'Write "2.1".'],
  'stix-version-2-0': [
    'note',
    '3.2',
    'The object is STIX 2.0; it is kept as it came.',
    'Convert it to STIX 2.1 where the sender can.',
  ],
  'stix-timestamp-precision': [
    'must',
    '3.2',
    'created and modified have at least three digits after the second.',
    'Write milliseconds.',
  ],
  'stix-encoding-alone': [
    'must',
    '3.1',
    'An _enc property needs the property whose encoding it names.',
    'Add the property or remove its _enc.',
  ],
  'stix-encoding-name': [
    'must',
    '3.9.1',
    'An _enc property names a character set of the IANA registry.',
    'Write the preferred MIME name, like "windows-1252".',
  ],
  'stix-language': [
    'must',
    '3.2',
    'The value is not a language tag (RFC 5646).',
    'Write a tag like "en" or "ja".',
  ],
  'stix-language-unknown': [
    'should',
    '3.2',
    'The language subtag is none that is known (RFC 5646 §2.2.9: well-formed, perhaps not valid).',
    'Write a registered subtag, like "en" or "ja".',
    'languages',
  ],
  'stix-language-absent': [
    'should',
    '3.2',
    'lang should be present where the object has text to translate.',
    'Add lang.',
    'language',
  ],
  'stix-creator-absent': [
    'should',
    '3.5',
    'The creator should be named by created_by_ref.',
    'Add created_by_ref, unless anonymous.',
    'object-creator',
  ],
  'stix-reference-type': [
    'must',
    '3.3',
    'The reference points at an object of a type that the property does not take.',
    'Refer to an object of the right type.',
  ],
  'stix-reference-suggested': [
    'note',
    '3.3',
    'The reference points at another type than the table of embedded relationships names.',
    'Refer to an object of that type.',
  ],
  'stix-reference-uuid': [
    'should',
    '2.9',
    'The UUID in a reference from an observable is malformed, so that the reference resolves to nothing.',
    'Correct the reference.',
    'observable-reference',
  ],
  'stix-modified-early': [
    'must',
    '3.6.1',
    'modified is not earlier than created.',
    'Correct the times.',
  ],
  'stix-observable-versioned': [
    'must',
    '3.6',
    'An observable with versioning properties does not use a deterministic id.',
    'Use a UUIDv4, or remove created, modified, revoked and created_by_ref.',
  ],
  'stix-time-order': [
    'must',
    '4',
    'Two times of the object are in the wrong order.',
    'Correct the times.',
  ],
  // Section 4: domain objects
  'stix-indicator-described': [
    'should',
    '4.7.1',
    'Indicators should have a name and a description.',
    'Say what the indicator detects.',
    'indicator-properties',
  ],
  'stix-pattern': [
    'must',
    '4.7.1',
    'A pattern of type stix is a valid STIX pattern.',
    'Correct the pattern at the place given.',
  ],
  'stix-pattern-custom': [
    'should',
    '11.1.1',
    'The pattern uses an object type or a property that STIX 2.1 does not define.',
    'Use the x- or x_ prefix with a source identifier.',
    'custom-prefix',
  ],
  'stix-pattern-custom-lax': [
    'should',
    '11.1.1',
    'The pattern uses an object type or a property without the x- or x_ prefix.',
    'Use the prefix.',
    'custom-prefix-lax',
  ],
  'stix-location-place': [
    'must',
    '4.10',
    'A location has a region, a country, or latitude and longitude.',
    'Add one of them.',
  ],
  'stix-location-coordinates': [
    'must',
    '4.10.1',
    'latitude and longitude come together, and precision only with both.',
    'Add the missing coordinate or remove the others.',
  ],
  'stix-location-country': [
    'should',
    '4.10.1',
    'country should be an ISO 3166-1 alpha-2 code.',
    'Write a code like "jp".',
    'countries',
  ],
  'stix-location-area': [
    'should',
    '4.10.1',
    'administrative_area should be an ISO 3166-2 code.',
    'Write a code like "JP-13".',
    'administrative-area',
  ],
  'stix-location-precision': [
    'should',
    '4.10',
    'A location given by coordinates should say its precision.',
    'Add precision in metres.',
    'location-precision',
  ],
  'stix-malware-family-name': ['must', '4.11.1', 'A malware family has a name.', 'Add name.'],
  'stix-malware-analysis-result': [
    'must',
    '4.12',
    'A malware analysis has a result or analysis_sco_refs.',
    'Add one of them.',
  ],
  'stix-malware-analysis-product': [
    'should',
    '4.12.1',
    'Product names should be lower case with hyphens between words.',
    'Rename the product.',
    'malware-analysis-product',
  ],
  'stix-observed-content': [
    'must',
    '4.14',
    'Observed data has object_refs or (deprecated) objects, and not both.',
    'Keep one of them.',
  ],
  'stix-observed-observable': [
    'must',
    '4.14.1',
    'object_refs has at least one reference to an observable.',
    'Add the observable.',
  ],
  'stix-deprecated': [
    'should',
    '4.14.1',
    'The property is deprecated.',
    'Use object_refs.',
    'deprecated-properties',
  ],
  // Section 5: relationship objects
  'stix-relationship-name': [
    'must',
    '5.1.2',
    'relationship_type has only a–z, 0–9 and hyphens.',
    'Rename the relationship.',
  ],
  'stix-relationship-suggested': [
    'should',
    '5.1.2',
    'The standard does not define this relationship between these types.',
    'Use a defined relationship, or related-to.',
    'relationship-types',
  ],
  'stix-relationship-self': [
    'note',
    '5.1',
    'The relationship points from an object to itself.',
    'Correct one end.',
  ],
  // Section 6: observables
  'stix-artifact-content': [
    'must',
    '6.1',
    'An artifact has payload_bin or url, and not both.',
    'Keep one of them.',
  ],
  'stix-artifact-hashes': [
    'must',
    '6.1.1',
    'An artifact with a url has hashes.',
    'Add the hashes of the content.',
  ],
  'stix-artifact-key': [
    'must',
    '6.1.1',
    'decryption_key needs encryption_algorithm.',
    'Add the algorithm or remove the key.',
  ],
  'stix-domain-name': [
    'must',
    '6.4.1',
    'The value is not a domain name (RFC 1034, RFC 5890).',
    'Write the name alone, without scheme or path.',
  ],
  'stix-email-address': [
    'must',
    '6.5.1',
    'The value is not an addr-spec (RFC 5322 §3.4.1).',
    'Write the address alone, without display name.',
  ],
  'stix-email-body': [
    'must',
    '6.6.1',
    'body is for messages that are not multipart, body_multipart for those that are.',
    'Keep the one that fits is_multipart.',
  ],
  'stix-email-header': [
    'must',
    '6.6',
    'Encoded words (RFC 2047) are decoded in the properties of a message.',
    'Decode the header field.',
  ],
  'stix-email-part': ['must', '6.6.2', 'A MIME part has body or body_raw_ref.', 'Add one of them.'],
  'stix-file-identity': ['must', '6.7', 'A file has hashes or a name.', 'Add one of them.'],
  'stix-extension-own': [
    'must',
    '6',
    'The extension has at least one of its own properties.',
    'Add a property or remove the extension.',
  ],
  'stix-extension-place': [
    'must',
    '6',
    'The predefined extension belongs to another type of object.',
    'Move it, or define an extension of your own.',
  ],
  'stix-pe-second': [
    'must',
    '6.7.6',
    'time_date_stamp is precise to the second.',
    'Remove the fraction.',
  ],
  'stix-ipv4': [
    'must',
    '6.8.1',
    'The value is not an IPv4 address or CIDR block.',
    'Write it like 198.51.100.3 or 198.51.100.0/24.',
  ],
  'stix-ipv6': [
    'must',
    '6.9.1',
    'The value is not an IPv6 address or CIDR block.',
    'Write it like 2001:db8::1 or 2001:db8::/32.',
  ],
  'stix-mac': [
    'must',
    '6.10.1',
    'The value is not a colon-delimited lower-case MAC-48 address.',
    'Write it like 00:00:ab:cd:ef:01.',
  ],
  'stix-traffic-ends': [
    'must',
    '6.12',
    'Network traffic has src_ref or dst_ref.',
    'Add one of them.',
  ],
  'stix-traffic-ports': [
    'should',
    '6.12',
    'Network traffic should have src_port and dst_port.',
    'Add the ports.',
    'network-traffic-ports',
  ],
  'stix-traffic-active': [
    'must',
    '6.12.1',
    'Traffic with an end is not active.',
    'Remove end or set is_active to false.',
  ],
  'stix-traffic-protocol': [
    'should',
    '6.12.1',
    'Protocol names should be IANA service names.',
    'Use the name of the registry.',
    'protocols',
  ],
  'stix-traffic-extension-protocol': [
    'should',
    '6.12.1',
    'The protocol of an extension should be listed in protocols.',
    'Add the protocol.',
    'protocols',
  ],
  'stix-ipfix': [
    'should',
    '6.12.1',
    'ipfix keys should be names of IPFIX information elements.',
    'Use the name of the registry.',
    'ipfix',
  ],
  'stix-http-header': [
    'should',
    '6.12.2',
    'request_header keys should be HTTP field names with their case.',
    'Use the name of the field.',
    'http-request-headers',
  ],
  'stix-http-lower': [
    'note',
    '6.12.2',
    'request_method and request_version are lower-case strings.',
    'Write them in lower case.',
  ],
  'stix-socket-option': [
    'should',
    '6.12.4',
    'Socket options should be names of the socket interface.',
    'Use the name with its case, like SO_KEEPALIVE.',
    'socket-options',
  ],
  'stix-pdf-info': [
    'should',
    '6.7.4',
    'document_info_dict keys should be entries of the document information dictionary.',
    'Use the name with its case, like Title.',
    'pdf-doc-info',
  ],
  'stix-mime-type': [
    'should',
    '6.7.1',
    'mime_type should be a registered media type.',
    'Write it like application/zip.',
    'mime-type',
  ],
  'stix-object-own': [
    'must',
    '6',
    'The object has at least one of its own properties.',
    'Add a property.',
  ],
  'stix-process-priority': [
    'should',
    '6.13.2',
    'priority should end in _CLASS.',
    'Write it like HIGH_PRIORITY_CLASS.',
    'windows-process-priority-format',
  ],
  'stix-cpe': [
    'must',
    '6.14.1',
    'cpe is a CPE 2.3 formatted string.',
    'Write it like cpe:2.3:a:microsoft:word:2000:*:*:*:*:*:*:*.',
  ],
  'stix-url-value': [
    'must',
    '6.15.1',
    'The value is not a URL (RFC 3986 §1.1.3).',
    'Write an absolute URL with its scheme.',
  ],
  'stix-registry-hive': [
    'must',
    '6.17.1',
    'The hive of a registry key is not abbreviated.',
    'Write HKEY_LOCAL_MACHINE, not HKLM.',
  ],
  // Section 7: meta objects
  'stix-marking-definition': [
    'must',
    '7.2.1',
    'A marking definition has extensions, or definition_type and definition.',
    'Add them.',
  ],
  'stix-marking-type': [
    'should',
    '7.2.1',
    'definition_type should be statement or tlp; other markings are extensions.',
    'Define the marking by an extension.',
    'marking-definition-type',
  ],
  'stix-marking-statement': [
    'must',
    '7.2.1',
    'A statement marking has a statement.',
    'Add the statement.',
  ],
  'stix-marking-tlp': [
    'must',
    '7.2.1',
    'Only the TLP marking definitions of the standard may be used.',
    'Refer to the official object by its id.',
  ],
  'stix-marking-tlp-id': [
    'should',
    '7.2.1',
    'The object has the id of an official TLP marking and says something else.',
    'Use another id for your own marking.',
    'tlp-marking',
  ],
  'stix-marking-circular': [
    'must',
    '3.2',
    'A marking definition does not mark itself.',
    'Remove the reference.',
  ],
  'stix-marking-extension': [
    'must',
    '7.2.1',
    'The TLP 2.0 extension does not say a TLP 2.0 level.',
    'Use the official TLP 2.0 marking definition.',
  ],
  'stix-granular-choice': [
    'must',
    '7.2.3',
    'A granular marking has either lang or marking_ref.',
    'Keep one of them.',
  ],
  'stix-selector': [
    'must',
    '7.2.3',
    'A selector is property names, keys and [indexes] separated by dots.',
    'Write it like external_references.[0].source_name.',
  ],
  'stix-selector-unresolved': [
    'must',
    '7.2.3',
    'The selector points at nothing in this object.',
    'Correct the selector or remove it.',
  ],
  'stix-language-contents': [
    'must',
    '7.1.1',
    'contents is a dictionary of language tags, each with a dictionary of translated properties.',
    'Write it like {"de": {"name": "…"}}.',
  ],
  'stix-extension-properties': [
    'must',
    '7.3.1',
    'extension_properties is only for toplevel-property-extension.',
    'Remove it or add that type to extension_types.',
  ],
  'stix-extension-property-list': [
    'should',
    '7.3.1',
    'A toplevel-property-extension should list its extension_properties.',
    'List the names of the new properties.',
    'extension-properties',
  ],
  'stix-extension-description': [
    'should',
    '7.3.1',
    'An extension definition should be described.',
    'Add description.',
    'extension-description',
  ],
  'stix-extension-key': [
    'must',
    '3.2',
    'Keys of extensions are ids of extension definitions, names of predefined extensions, or custom names ending in -ext.',
    'Rename the key.',
  ],
  'stix-extension-type': [
    'must',
    '3.2',
    'An extension of an extension definition has an extension_type.',
    'Add extension_type.',
  ],
  'stix-extension-undefined': [
    'should',
    '7.3',
    'The object, extension or property is custom and no extension definition covers it.',
    'Define it by an extension.',
    'extensions-use',
  ],
  // Section 8: bundle
  'stix-bundle-object': [
    'must',
    '8.1',
    'objects lists STIX Objects; a bundle is none.',
    'List the objects themselves.',
  ],
  'stix-bundle-property': [
    'should',
    '8',
    'A bundle has type, id and objects only; others may not keep what is added.',
    'Remove the property.',
    'custom-prefix',
  ],
  'stix-bundle-duplicate': [
    'should',
    '8',
    'The bundle has two objects of one id and one modified time.',
    'Send each version once.',
    'duplicate-ids',
  ],
  // Section 11: customizing
  'stix-custom-property': [
    'must',
    '11.1',
    'Custom properties are not accepted here.',
    'Remove the property.',
  ],
  'stix-custom-property-prefix': [
    'should',
    '11.1.1',
    'Custom property names should be x_, a source identifier, an underscore and a name.',
    'Rename it like x_example_com_score.',
    'custom-prefix',
  ],
  'stix-custom-property-prefix-lax': [
    'should',
    '11.1.1',
    'Custom property names should start with x_.',
    'Rename it like x_score.',
    'custom-prefix-lax',
  ],
  'stix-custom-type': [
    'must',
    '11.2',
    'Custom object types are not accepted here.',
    'Use an object type of STIX 2.1.',
  ],
  'stix-custom-type-prefix': [
    'should',
    '11.2.1',
    'Custom object types should be x-, a source identifier, a hyphen and a name.',
    'Rename it like x-example-com-asset.',
    'custom-prefix',
  ],
  'stix-custom-type-prefix-lax': [
    'should',
    '11.2.1',
    'Custom object types should start with x-.',
    'Rename it like x-asset.',
    'custom-prefix-lax',
  ],
  'stix-custom-object-empty': [
    'must',
    '11.2.1',
    'A custom object has at least one property of its own.',
    'Add a property.',
  ],
  'stix-custom-extension-empty': [
    'must',
    '11.3.1',
    'A custom extension has at least one property.',
    'Add a property or remove the extension.',
  ],
  // Interoperability
  'stix-interop': [
    'must',
    '12',
    'The object lacks what the interoperability profile asks for.',
    'Add it.',
  ],
  'stix-too-deep': ['must', '2', 'The object is nested deeper than is read.', 'Flatten it.'],
} as const satisfies Record<string, Row>;

export type StixIssueCode = keyof typeof ROWS;

export type StixIssue = Issue<StixIssueCode>;

function meaningOf(row: Row): StixIssueMeaning {
  const [level, clause, meaning, remedy, check] = row;
  const numbered = { level, clause: `STIX 2.1 §${clause}`, meaning, remedy };
  return check === undefined ? numbered : { ...numbered, check };
}

/** Meaning, remedy, clause and level of every code. */
export const STIX_ISSUES: Readonly<Record<StixIssueCode, StixIssueMeaning>> = Object.fromEntries(
  Object.entries(ROWS).map(([code, row]) => [code, meaningOf(row)]),
) as Record<StixIssueCode, StixIssueMeaning>;

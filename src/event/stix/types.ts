/**
 * STIX 2.1 as TypeScript types: `StixObject` narrows by `type`. They describe valid content;
 * `parseStix` gives values of these types only where the checker found no error.
 */

/** `type--UUID` (§2.9). */
export type Identifier<Type extends string = string> = `${Type}--${string}`;
/** RFC 3339 in UTC (§2.16). */
export type Timestamp = string;
/** A term of an open vocabulary, or another (§2.14). */
export type OpenVocab = string;

export type Hashes = Readonly<Record<string, string>>;
export type Dictionary<Value = unknown> = Readonly<Record<string, Value>>;
export type ExtensionType =
  | 'new-sdo'
  | 'new-sco'
  | 'new-sro'
  | 'property-extension'
  | 'toplevel-property-extension';

export interface ExternalReference {
  readonly source_name: string;
  readonly description?: string;
  readonly url?: string;
  readonly hashes?: Hashes;
  readonly external_id?: string;
}

export interface KillChainPhase {
  readonly kill_chain_name: string;
  readonly phase_name: string;
}

/** Either `lang` or `marking_ref` (§7.2.3). */
export interface GranularMarking {
  readonly lang?: string;
  readonly marking_ref?: Identifier<'marking-definition'>;
  readonly selectors: readonly string[];
}

/** Content of an extension that an extension definition describes (§7.3). */
export interface DefinedExtension {
  readonly extension_type: ExtensionType;
  readonly [property: string]: unknown;
}

export type Extensions = Readonly<Record<string, DefinedExtension | Dictionary>>;

interface Marked {
  readonly object_marking_refs?: readonly Identifier<'marking-definition'>[];
  readonly granular_markings?: readonly GranularMarking[];
  readonly extensions?: Extensions;
  /** Custom properties (§11.1). */
  readonly [custom: `x_${string}`]: unknown;
}

/** Common properties of domain and relationship objects (§3.2). */
interface Core<Type extends string> extends Marked {
  readonly type: Type;
  readonly spec_version: '2.1';
  readonly id: Identifier<Type>;
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: Timestamp;
  readonly modified: Timestamp;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly confidence?: number;
  readonly lang?: string;
  readonly external_references?: readonly ExternalReference[];
}

/** Common properties of observables (§3.2). */
interface Observable<Type extends string> extends Marked {
  readonly type: Type;
  readonly spec_version?: '2.1';
  readonly id: Identifier<Type>;
  readonly defanged?: boolean;
}

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Seen {
  readonly first_seen?: Timestamp;
  readonly last_seen?: Timestamp;
}

interface Phased {
  readonly kill_chain_phases?: readonly KillChainPhase[];
}

interface Aliased {
  readonly aliases?: readonly string[];
}

// Section 4: domain objects

export interface AttackPattern extends Core<'attack-pattern'>, Named, Aliased, Phased {}

export interface Campaign extends Core<'campaign'>, Named, Aliased, Seen {
  readonly objective?: string;
}

export interface CourseOfAction extends Core<'course-of-action'>, Named {}

export interface Grouping extends Core<'grouping'> {
  readonly name?: string;
  readonly description?: string;
  readonly context: OpenVocab;
  readonly object_refs: readonly Identifier[];
}

export interface Identity extends Core<'identity'>, Named {
  readonly roles?: readonly string[];
  readonly identity_class?: OpenVocab;
  readonly sectors?: readonly OpenVocab[];
  readonly contact_information?: string;
}

export interface Incident extends Core<'incident'>, Named {}

export interface Indicator extends Core<'indicator'>, Partial<Named>, Phased {
  readonly indicator_types?: readonly OpenVocab[];
  readonly pattern: string;
  readonly pattern_type: OpenVocab;
  readonly pattern_version?: string;
  readonly valid_from: Timestamp;
  readonly valid_until?: Timestamp;
}

export interface Infrastructure extends Core<'infrastructure'>, Named, Aliased, Phased, Seen {
  readonly infrastructure_types?: readonly OpenVocab[];
}

export interface IntrusionSet extends Core<'intrusion-set'>, Named, Aliased, Seen {
  readonly goals?: readonly string[];
  readonly resource_level?: OpenVocab;
  readonly primary_motivation?: OpenVocab;
  readonly secondary_motivations?: readonly OpenVocab[];
}

export interface Location extends Core<'location'>, Partial<Named> {
  readonly latitude?: number;
  readonly longitude?: number;
  readonly precision?: number;
  readonly region?: OpenVocab;
  readonly country?: string;
  readonly administrative_area?: string;
  readonly city?: string;
  readonly street_address?: string;
  readonly postal_code?: string;
}

export interface Malware extends Core<'malware'>, Partial<Named>, Aliased, Phased, Seen {
  readonly malware_types?: readonly OpenVocab[];
  readonly is_family: boolean;
  readonly operating_system_refs?: readonly Identifier<'software'>[];
  readonly architecture_execution_envs?: readonly OpenVocab[];
  readonly implementation_languages?: readonly OpenVocab[];
  readonly capabilities?: readonly OpenVocab[];
  readonly sample_refs?: readonly Identifier<'file' | 'artifact'>[];
}

export interface MalwareAnalysis extends Core<'malware-analysis'> {
  readonly product: string;
  readonly version?: string;
  readonly host_vm_ref?: Identifier<'software'>;
  readonly operating_system_ref?: Identifier<'software'>;
  readonly installed_software_refs?: readonly Identifier<'software'>[];
  readonly configuration_version?: string;
  readonly modules?: readonly string[];
  readonly analysis_engine_version?: string;
  readonly analysis_definition_version?: string;
  readonly submitted?: Timestamp;
  readonly analysis_started?: Timestamp;
  readonly analysis_ended?: Timestamp;
  readonly result_name?: string;
  readonly result?: OpenVocab;
  readonly analysis_sco_refs?: readonly Identifier[];
  readonly sample_ref?: Identifier<'file' | 'artifact' | 'network-traffic'>;
}

export interface Note extends Core<'note'> {
  readonly abstract?: string;
  readonly content: string;
  readonly authors?: readonly string[];
  readonly object_refs: readonly Identifier[];
}

export interface ObservedData extends Core<'observed-data'> {
  readonly first_observed: Timestamp;
  readonly last_observed: Timestamp;
  readonly number_observed: number;
  /** Deprecated (§2.13). */
  readonly objects?: Dictionary<Dictionary>;
  readonly object_refs?: readonly Identifier[];
}

export interface Opinion extends Core<'opinion'> {
  readonly explanation?: string;
  readonly authors?: readonly string[];
  readonly opinion: 'strongly-disagree' | 'disagree' | 'neutral' | 'agree' | 'strongly-agree';
  readonly object_refs: readonly Identifier[];
}

export interface Report extends Core<'report'>, Named {
  readonly report_types?: readonly OpenVocab[];
  readonly published: Timestamp;
  readonly object_refs: readonly Identifier[];
}

export interface ThreatActor extends Core<'threat-actor'>, Named, Aliased, Seen {
  readonly threat_actor_types?: readonly OpenVocab[];
  readonly roles?: readonly OpenVocab[];
  readonly goals?: readonly string[];
  readonly sophistication?: OpenVocab;
  readonly resource_level?: OpenVocab;
  readonly primary_motivation?: OpenVocab;
  readonly secondary_motivations?: readonly OpenVocab[];
  readonly personal_motivations?: readonly OpenVocab[];
}

export interface Tool extends Core<'tool'>, Named, Aliased, Phased {
  readonly tool_types?: readonly OpenVocab[];
  readonly tool_version?: string;
}

export interface Vulnerability extends Core<'vulnerability'>, Named {}

// Section 5: relationship objects

export interface Relationship extends Core<'relationship'> {
  readonly relationship_type: string;
  readonly description?: string;
  readonly source_ref: Identifier;
  readonly target_ref: Identifier;
  readonly start_time?: Timestamp;
  readonly stop_time?: Timestamp;
}

export interface Sighting extends Core<'sighting'>, Seen {
  readonly description?: string;
  readonly count?: number;
  readonly sighting_of_ref: Identifier;
  readonly observed_data_refs?: readonly Identifier<'observed-data'>[];
  readonly where_sighted_refs?: readonly Identifier<'identity' | 'location'>[];
  readonly summary?: boolean;
}

// Section 6: observables

export interface Artifact extends Observable<'artifact'> {
  readonly mime_type?: string;
  readonly payload_bin?: string;
  readonly url?: string;
  readonly hashes?: Hashes;
  readonly encryption_algorithm?: 'AES-256-GCM' | 'ChaCha20-Poly1305' | 'mime-type-indicated';
  readonly decryption_key?: string;
}

export interface AutonomousSystem extends Observable<'autonomous-system'> {
  readonly number: number;
  readonly name?: string;
  readonly rir?: string;
}

interface FileTimes {
  readonly ctime?: Timestamp;
  readonly mtime?: Timestamp;
  readonly atime?: Timestamp;
}

export interface Directory extends Observable<'directory'>, FileTimes {
  readonly path: string;
  readonly path_enc?: string;
  readonly contains_refs?: readonly Identifier<'file' | 'directory'>[];
}

export interface DomainName extends Observable<'domain-name'> {
  readonly value: string;
  readonly resolves_to_refs?: readonly Identifier<'ipv4-addr' | 'ipv6-addr' | 'domain-name'>[];
}

export interface EmailAddress extends Observable<'email-addr'> {
  readonly value: string;
  readonly display_name?: string;
  readonly belongs_to_ref?: Identifier<'user-account'>;
}

export interface EmailMimePart {
  readonly body?: string;
  readonly body_raw_ref?: Identifier<'artifact' | 'file'>;
  readonly content_type?: string;
  readonly content_disposition?: string;
}

export interface EmailMessage extends Observable<'email-message'> {
  readonly is_multipart: boolean;
  readonly date?: Timestamp;
  readonly content_type?: string;
  readonly from_ref?: Identifier<'email-addr'>;
  readonly sender_ref?: Identifier<'email-addr'>;
  readonly to_refs?: readonly Identifier<'email-addr'>[];
  readonly cc_refs?: readonly Identifier<'email-addr'>[];
  readonly bcc_refs?: readonly Identifier<'email-addr'>[];
  readonly message_id?: string;
  readonly subject?: string;
  readonly received_lines?: readonly string[];
  readonly additional_header_fields?: Dictionary<readonly string[]>;
  readonly body?: string;
  readonly body_multipart?: readonly EmailMimePart[];
  readonly raw_email_ref?: Identifier<'artifact'>;
}

export interface File extends Observable<'file'>, FileTimes {
  readonly hashes?: Hashes;
  readonly size?: number;
  readonly name?: string;
  readonly name_enc?: string;
  readonly magic_number_hex?: string;
  readonly mime_type?: string;
  readonly parent_directory_ref?: Identifier<'directory'>;
  readonly contains_refs?: readonly Identifier[];
  readonly content_ref?: Identifier<'artifact'>;
}

interface Address {
  readonly value: string;
  readonly resolves_to_refs?: readonly Identifier<'mac-addr'>[];
  readonly belongs_to_refs?: readonly Identifier<'autonomous-system'>[];
}

export interface Ipv4Address extends Observable<'ipv4-addr'>, Address {}
export interface Ipv6Address extends Observable<'ipv6-addr'>, Address {}

export interface MacAddress extends Observable<'mac-addr'> {
  readonly value: string;
}

export interface Mutex extends Observable<'mutex'> {
  readonly name: string;
}

type Endpoint = Identifier<'ipv4-addr' | 'ipv6-addr' | 'mac-addr' | 'domain-name'>;

export interface NetworkTraffic extends Observable<'network-traffic'> {
  readonly start?: Timestamp;
  readonly end?: Timestamp;
  readonly is_active?: boolean;
  readonly src_ref?: Endpoint;
  readonly dst_ref?: Endpoint;
  readonly src_port?: number;
  readonly dst_port?: number;
  readonly protocols: readonly string[];
  readonly src_byte_count?: number;
  readonly dst_byte_count?: number;
  readonly src_packets?: number;
  readonly dst_packets?: number;
  readonly ipfix?: Dictionary<number | string>;
  readonly src_payload_ref?: Identifier<'artifact'>;
  readonly dst_payload_ref?: Identifier<'artifact'>;
  readonly encapsulates_refs?: readonly Identifier<'network-traffic'>[];
  readonly encapsulated_by_ref?: Identifier<'network-traffic'>;
}

export interface Process extends Observable<'process'> {
  readonly is_hidden?: boolean;
  readonly pid?: number;
  readonly created_time?: Timestamp;
  readonly cwd?: string;
  readonly command_line?: string;
  readonly environment_variables?: Dictionary<string>;
  readonly opened_connection_refs?: readonly Identifier<'network-traffic'>[];
  readonly creator_user_ref?: Identifier<'user-account'>;
  readonly image_ref?: Identifier<'file'>;
  readonly parent_ref?: Identifier<'process'>;
  readonly child_refs?: readonly Identifier<'process'>[];
}

export interface Software extends Observable<'software'> {
  readonly name: string;
  readonly cpe?: string;
  readonly swid?: string;
  readonly languages?: readonly string[];
  readonly vendor?: string;
  readonly version?: string;
}

export interface Url extends Observable<'url'> {
  readonly value: string;
}

export interface UserAccount extends Observable<'user-account'> {
  readonly user_id?: string;
  readonly credential?: string;
  readonly account_login?: string;
  readonly account_type?: OpenVocab;
  readonly display_name?: string;
  readonly is_service_account?: boolean;
  readonly is_privileged?: boolean;
  readonly can_escalate_privs?: boolean;
  readonly is_disabled?: boolean;
  readonly account_created?: Timestamp;
  readonly account_expires?: Timestamp;
  readonly credential_last_changed?: Timestamp;
  readonly account_first_login?: Timestamp;
  readonly account_last_login?: Timestamp;
}

export interface WindowsRegistryValue {
  readonly name?: string;
  readonly data?: string;
  readonly data_type?: string;
}

export interface WindowsRegistryKey extends Observable<'windows-registry-key'> {
  readonly key?: string;
  readonly values?: readonly WindowsRegistryValue[];
  readonly modified_time?: Timestamp;
  readonly creator_user_ref?: Identifier<'user-account'>;
  readonly number_of_subkeys?: number;
}

export interface X509Certificate extends Observable<'x509-certificate'> {
  readonly is_self_signed?: boolean;
  readonly hashes?: Hashes;
  readonly version?: string;
  readonly serial_number?: string;
  readonly signature_algorithm?: string;
  readonly issuer?: string;
  readonly validity_not_before?: Timestamp;
  readonly validity_not_after?: Timestamp;
  readonly subject?: string;
  readonly subject_public_key_algorithm?: string;
  readonly subject_public_key_modulus?: string;
  readonly subject_public_key_exponent?: number;
  readonly x509_v3_extensions?: Dictionary<string>;
}

// Section 7: meta objects

export interface LanguageContent extends Omit<Core<'language-content'>, 'lang'> {
  readonly type: 'language-content';
  readonly object_ref: Identifier;
  readonly object_modified?: Timestamp;
  readonly contents: Dictionary<Dictionary>;
}

export interface MarkingDefinition extends Marked {
  readonly type: 'marking-definition';
  readonly spec_version: '2.1';
  readonly id: Identifier<'marking-definition'>;
  readonly created_by_ref?: Identifier<'identity'>;
  readonly created: Timestamp;
  readonly external_references?: readonly ExternalReference[];
  readonly name?: string;
  readonly definition_type?: OpenVocab;
  readonly definition?: Dictionary;
}

export interface ExtensionDefinition extends Omit<Marked, 'extensions'> {
  readonly type: 'extension-definition';
  readonly spec_version: '2.1';
  readonly id: Identifier<'extension-definition'>;
  readonly created_by_ref: Identifier<'identity'>;
  readonly created: Timestamp;
  readonly modified: Timestamp;
  readonly revoked?: boolean;
  readonly labels?: readonly string[];
  readonly external_references?: readonly ExternalReference[];
  readonly name: string;
  readonly description?: string;
  readonly schema: string;
  readonly version: string;
  readonly extension_types: readonly ExtensionType[];
  readonly extension_properties?: readonly string[];
}

/** An object of a type that STIX 2.1 does not define (§7.3, §11.2). */
export interface CustomObject {
  readonly type: `x-${string}`;
  readonly id: Identifier;
  readonly spec_version?: '2.1';
  readonly [property: string]: unknown;
}

export type DomainObject =
  | AttackPattern
  | Campaign
  | CourseOfAction
  | Grouping
  | Identity
  | Incident
  | Indicator
  | Infrastructure
  | IntrusionSet
  | Location
  | Malware
  | MalwareAnalysis
  | Note
  | ObservedData
  | Opinion
  | Report
  | ThreatActor
  | Tool
  | Vulnerability;

export type RelationshipObject = Relationship | Sighting;

export type CyberObservable =
  | Artifact
  | AutonomousSystem
  | Directory
  | DomainName
  | EmailAddress
  | EmailMessage
  | File
  | Ipv4Address
  | Ipv6Address
  | MacAddress
  | Mutex
  | NetworkTraffic
  | Process
  | Software
  | Url
  | UserAccount
  | WindowsRegistryKey
  | X509Certificate;

export type MetaObject = LanguageContent | MarkingDefinition | ExtensionDefinition;

/** Any STIX Object; narrows by `type`. */
export type StixObject =
  | DomainObject
  | RelationshipObject
  | CyberObservable
  | MetaObject
  | CustomObject;

/** A bundle (§8): no STIX Object. */
export interface Bundle {
  readonly type: 'bundle';
  readonly id: Identifier<'bundle'>;
  readonly objects?: readonly StixObject[];
}

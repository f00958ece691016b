/** Property tables of section 6: observables. */
import type { Rule } from '../findings.ts';
import { encodingOf, observableVersioning } from '../rules/general.ts';
import * as rules from '../rules/observable.ts';
import { notBefore } from '../rules/order.ts';
import { OBSERVABLE_COMMON, OBSERVABLE_NOT_APPLICABLE } from './general.ts';
import {
  BINARY,
  BOOLEAN,
  COUNT,
  classReference,
  dictionary,
  enumeration,
  HASHES,
  HEX,
  INTEGER,
  integer,
  LANGUAGE,
  list,
  object,
  reference,
  STRING,
  STRINGS,
  TIMESTAMP,
  URL,
  vocabulary,
} from './kind.ts';
import type { Table } from './shape.ts';
import { required, table, type Written } from './table.ts';

interface ObservableOptions {
  readonly atLeastOne?: boolean;
  readonly rules?: readonly Rule[];
}

function observable(
  name: string,
  clause: string,
  own: Readonly<Record<string, Written>>,
  options: ObservableOptions = {},
): Table {
  return table(name, clause, own, {
    class: 'sco',
    common: OBSERVABLE_COMMON,
    notApplicable: OBSERVABLE_NOT_APPLICABLE,
    atLeastOne: options.atLeastOne ?? false,
    rules: [observableVersioning, ...(options.rules ?? [])],
  });
}

const TIMES = { ctime: TIMESTAMP, mtime: TIMESTAMP, atime: TIMESTAMP };
const PORT = integer(0, 65_535);
const ENDPOINT = reference('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name');
const MAILBOX = reference('email-addr');
const ARTIFACT = reference('artifact');
const ADDRESS_REFS = {
  resolves_to_refs: list(reference('mac-addr')),
  belongs_to_refs: list(reference('autonomous-system')),
};

const MIME_PART = table(
  'email-mime-part-type',
  '6.6.2',
  {
    body: STRING,
    body_raw_ref: reference('artifact', 'file'),
    content_type: STRING,
    content_disposition: STRING,
  },
  { rules: [rules.emailPartContent] },
);

const REGISTRY_VALUE = table(
  'windows-registry-value-type',
  '6.17.2',
  {
    name: STRING,
    data: STRING,
    data_type: enumeration('windows-registry-datatype-enum'),
  },
  { atLeastOne: true },
);

const X509_EXTENSIONS = table(
  'x509-v3-extensions-type',
  '6.18.2',
  {
    basic_constraints: STRING,
    name_constraints: STRING,
    policy_constraints: STRING,
    key_usage: STRING,
    extended_key_usage: STRING,
    subject_key_identifier: STRING,
    authority_key_identifier: STRING,
    subject_alternative_name: STRING,
    issuer_alternative_name: STRING,
    subject_directory_attributes: STRING,
    crl_distribution_points: STRING,
    inhibit_any_policy: STRING,
    private_key_usage_period_not_before: TIMESTAMP,
    private_key_usage_period_not_after: TIMESTAMP,
    certificate_policies: STRING,
    policy_mappings: STRING,
  },
  { atLeastOne: true },
);

const TABLES: readonly Table[] = [
  observable(
    'artifact',
    '6.1.1',
    {
      mime_type: STRING,
      payload_bin: BINARY,
      url: URL,
      hashes: HASHES,
      encryption_algorithm: enumeration('encryption-algorithm-enum'),
      decryption_key: STRING,
    },
    {
      rules: [rules.artifactContent, rules.artifactHashes, rules.artifactKey, rules.mimeType],
    },
  ),
  observable('autonomous-system', '6.2.1', {
    number: required(INTEGER),
    name: STRING,
    rir: STRING,
  }),
  observable(
    'directory',
    '6.3.1',
    {
      path: required(STRING),
      path_enc: STRING,
      ...TIMES,
      contains_refs: list(reference('file', 'directory')),
    },
    { rules: [encodingOf('path')] },
  ),
  observable(
    'domain-name',
    '6.4.1',
    {
      value: required(STRING),
      resolves_to_refs: list(reference('ipv4-addr', 'ipv6-addr', 'domain-name')),
    },
    { rules: [rules.domainNameValue] },
  ),
  observable(
    'email-addr',
    '6.5.1',
    { value: required(STRING), display_name: STRING, belongs_to_ref: reference('user-account') },
    { rules: [rules.emailAddressValue] },
  ),
  observable(
    'email-message',
    '6.6.1',
    {
      is_multipart: required(BOOLEAN),
      date: TIMESTAMP,
      content_type: STRING,
      from_ref: MAILBOX,
      sender_ref: MAILBOX,
      to_refs: list(MAILBOX),
      cc_refs: list(MAILBOX),
      bcc_refs: list(MAILBOX),
      message_id: STRING,
      subject: STRING,
      received_lines: STRINGS,
      additional_header_fields: dictionary('string-list', 'cased'),
      body: STRING,
      body_multipart: list(object(MIME_PART)),
      raw_email_ref: ARTIFACT,
    },
    { rules: [rules.emailBody, rules.emailHeaderDecoded] },
  ),
  observable(
    'file',
    '6.7.1',
    {
      hashes: HASHES,
      size: COUNT,
      name: STRING,
      name_enc: STRING,
      magic_number_hex: HEX,
      mime_type: STRING,
      ...TIMES,
      parent_directory_ref: reference('directory'),
      contains_refs: list(classReference('an observable', 'sco')),
      content_ref: ARTIFACT,
    },
    { rules: [rules.fileIdentity, rules.mimeType, encodingOf('name')] },
  ),
  observable(
    'ipv4-addr',
    '6.8.1',
    { value: required(STRING), ...ADDRESS_REFS },
    {
      rules: [rules.ipv4Value],
    },
  ),
  observable(
    'ipv6-addr',
    '6.9.1',
    { value: required(STRING), ...ADDRESS_REFS },
    {
      rules: [rules.ipv6Value],
    },
  ),
  observable('mac-addr', '6.10.1', { value: required(STRING) }, { rules: [rules.macValue] }),
  observable('mutex', '6.11.1', { name: required(STRING) }),
  observable(
    'network-traffic',
    '6.12.1',
    {
      start: TIMESTAMP,
      end: TIMESTAMP,
      is_active: BOOLEAN,
      src_ref: ENDPOINT,
      dst_ref: ENDPOINT,
      src_port: PORT,
      dst_port: PORT,
      protocols: required(STRINGS),
      src_byte_count: COUNT,
      dst_byte_count: COUNT,
      src_packets: COUNT,
      dst_packets: COUNT,
      ipfix: dictionary('integer-or-string', 'cased'),
      src_payload_ref: ARTIFACT,
      dst_payload_ref: ARTIFACT,
      encapsulates_refs: list(reference('network-traffic')),
      encapsulated_by_ref: reference('network-traffic'),
    },
    {
      rules: [
        rules.trafficEnds,
        rules.trafficPorts,
        rules.trafficActive,
        rules.trafficProtocols,
        rules.trafficExtensionProtocols,
        rules.ipfixElements,
        notBefore('start', 'end', '6.12.1'),
      ],
    },
  ),
  observable(
    'process',
    '6.13.1',
    {
      is_hidden: BOOLEAN,
      pid: INTEGER,
      created_time: TIMESTAMP,
      cwd: STRING,
      command_line: STRING,
      environment_variables: dictionary('string', 'cased'),
      opened_connection_refs: list(reference('network-traffic')),
      creator_user_ref: reference('user-account'),
      image_ref: reference('file'),
      parent_ref: reference('process'),
      child_refs: list(reference('process')),
    },
    { atLeastOne: true },
  ),
  observable(
    'software',
    '6.14.1',
    {
      name: required(STRING),
      cpe: STRING,
      swid: STRING,
      languages: list(LANGUAGE),
      vendor: STRING,
      version: STRING,
    },
    { rules: [rules.softwareCpe] },
  ),
  observable('url', '6.15.1', { value: required(STRING) }, { rules: [rules.urlValue] }),
  observable(
    'user-account',
    '6.16.1',
    {
      user_id: STRING,
      credential: STRING,
      account_login: STRING,
      account_type: vocabulary('account-type-ov'),
      display_name: STRING,
      is_service_account: BOOLEAN,
      is_privileged: BOOLEAN,
      can_escalate_privs: BOOLEAN,
      is_disabled: BOOLEAN,
      account_created: TIMESTAMP,
      account_expires: TIMESTAMP,
      credential_last_changed: TIMESTAMP,
      account_first_login: TIMESTAMP,
      account_last_login: TIMESTAMP,
    },
    { atLeastOne: true },
  ),
  observable(
    'windows-registry-key',
    '6.17.1',
    {
      key: STRING,
      values: list(object(REGISTRY_VALUE)),
      modified_time: TIMESTAMP,
      creator_user_ref: reference('user-account'),
      number_of_subkeys: INTEGER,
    },
    { atLeastOne: true, rules: [rules.registryHive] },
  ),
  observable(
    'x509-certificate',
    '6.18.1',
    {
      is_self_signed: BOOLEAN,
      hashes: HASHES,
      version: STRING,
      serial_number: STRING,
      signature_algorithm: STRING,
      issuer: STRING,
      validity_not_before: TIMESTAMP,
      validity_not_after: TIMESTAMP,
      subject: STRING,
      subject_public_key_algorithm: STRING,
      subject_public_key_modulus: STRING,
      subject_public_key_exponent: INTEGER,
      x509_v3_extensions: object(X509_EXTENSIONS),
    },
    { atLeastOne: true },
  ),
];

/** Observables by type. */
export const OBSERVABLE_TABLES: ReadonlyMap<string, Table> = new Map(
  TABLES.map((entry) => [entry.name, entry]),
);

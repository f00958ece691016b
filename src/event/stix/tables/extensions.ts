/** Property tables of the predefined object extensions (§3.10; sections 6.7, 6.12, 6.13, 6.16). */
import * as rules from '../rules/observable.ts';
import {
  BOOLEAN,
  COUNT,
  dictionary,
  enumeration,
  float,
  HASHES,
  HEX,
  INTEGER,
  list,
  object,
  reference,
  STRING,
  STRINGS,
  TIMESTAMP,
  vocabulary,
} from './kind.ts';
import type { Table } from './shape.ts';
import { required, table } from './table.ts';

export interface PredefinedExtension {
  /** Type of the object that the extension belongs to. */
  readonly host: string;
  readonly table: Table;
}

const ALTERNATE_DATA_STREAM = table('alternate-data-stream-type', '6.7.3', {
  name: required(STRING),
  hashes: HASHES,
  size: COUNT,
});

const PE_OPTIONAL_HEADER = table(
  'windows-pe-optional-header-type',
  '6.7.6',
  {
    magic_hex: HEX,
    major_linker_version: INTEGER,
    minor_linker_version: INTEGER,
    size_of_code: COUNT,
    size_of_initialized_data: COUNT,
    size_of_uninitialized_data: COUNT,
    address_of_entry_point: INTEGER,
    base_of_code: INTEGER,
    base_of_data: INTEGER,
    image_base: INTEGER,
    section_alignment: INTEGER,
    file_alignment: INTEGER,
    major_os_version: INTEGER,
    minor_os_version: INTEGER,
    major_image_version: INTEGER,
    minor_image_version: INTEGER,
    major_subsystem_version: INTEGER,
    minor_subsystem_version: INTEGER,
    win32_version_value_hex: HEX,
    size_of_image: COUNT,
    size_of_headers: COUNT,
    checksum_hex: HEX,
    subsystem_hex: HEX,
    dll_characteristics_hex: HEX,
    size_of_stack_reserve: COUNT,
    size_of_stack_commit: COUNT,
    size_of_heap_reserve: COUNT,
    size_of_heap_commit: COUNT,
    loader_flags_hex: HEX,
    number_of_rva_and_sizes: INTEGER,
    hashes: HASHES,
  },
  { atLeastOne: true },
);

const PE_SECTION = table('windows-pe-section-type', '6.7.6', {
  name: required(STRING),
  size: COUNT,
  entropy: float(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  hashes: HASHES,
});

const FILE_EXTENSIONS = [
  table('archive-ext', '6.7.2', {
    contains_refs: required(list(reference('file', 'directory'))),
    comment: STRING,
  }),
  table(
    'ntfs-ext',
    '6.7.3',
    { sid: STRING, alternate_data_streams: list(object(ALTERNATE_DATA_STREAM)) },
    { atLeastOne: true },
  ),
  table(
    'pdf-ext',
    '6.7.4',
    {
      version: STRING,
      is_optimized: BOOLEAN,
      document_info_dict: dictionary('string', 'cased'),
      pdfid0: STRING,
      pdfid1: STRING,
    },
    { atLeastOne: true, rules: [rules.pdfInfo] },
  ),
  table(
    'raster-image-ext',
    '6.7.5',
    {
      image_height: INTEGER,
      image_width: INTEGER,
      bits_per_pixel: INTEGER,
      exif_tags: dictionary('integer-or-string', 'cased'),
    },
    { atLeastOne: true },
  ),
  table(
    'windows-pebinary-ext',
    '6.7.6',
    {
      pe_type: required(vocabulary('windows-pebinary-type-ov')),
      imphash: STRING,
      machine_hex: HEX,
      number_of_sections: COUNT,
      time_date_stamp: TIMESTAMP,
      pointer_to_symbol_table_hex: HEX,
      number_of_symbols: COUNT,
      size_of_optional_header: COUNT,
      characteristics_hex: HEX,
      file_header_hashes: HASHES,
      optional_header: object(PE_OPTIONAL_HEADER),
      sections: list(object(PE_SECTION)),
    },
    { rules: [rules.peSaysSomething, rules.peTimestamp] },
  ),
];

const TRAFFIC_EXTENSIONS = [
  table(
    'http-request-ext',
    '6.12.2',
    {
      request_method: required(STRING),
      request_value: required(STRING),
      request_version: STRING,
      request_header: dictionary('string-list', 'cased'),
      message_body_length: INTEGER,
      message_body_data_ref: reference('artifact'),
    },
    { rules: [rules.httpFields, rules.httpLowerCase] },
  ),
  table('icmp-ext', '6.12.3', { icmp_type_hex: required(HEX), icmp_code_hex: required(HEX) }),
  table(
    'socket-ext',
    '6.12.4',
    {
      address_family: required(enumeration('network-socket-address-family-enum')),
      is_blocking: BOOLEAN,
      is_listening: BOOLEAN,
      options: dictionary('integer', 'cased'),
      socket_type: enumeration('network-socket-type-enum'),
      socket_descriptor: COUNT,
      socket_handle: INTEGER,
    },
    { rules: [rules.socketOptions] },
  ),
  table('tcp-ext', '6.12.5', { src_flags_hex: HEX, dst_flags_hex: HEX }, { atLeastOne: true }),
];

const PROCESS_EXTENSIONS = [
  table(
    'windows-process-ext',
    '6.13.2',
    {
      aslr_enabled: BOOLEAN,
      dep_enabled: BOOLEAN,
      priority: STRING,
      owner_sid: STRING,
      // The name in the standard's table is windows_title; window_title is what it said before.
      windows_title: STRING,
      window_title: STRING,
      startup_info: dictionary('any', 'cased'),
      integrity_level: enumeration('windows-integrity-level-enum'),
    },
    { atLeastOne: true, rules: [rules.processPriority] },
  ),
  table(
    'windows-service-ext',
    '6.13.3',
    {
      service_name: STRING,
      descriptions: STRINGS,
      display_name: STRING,
      group_name: STRING,
      start_type: enumeration('windows-service-start-type-enum'),
      service_dll_refs: list(reference('file')),
      service_type: enumeration('windows-service-type-enum'),
      service_status: enumeration('windows-service-status-enum'),
    },
    { atLeastOne: true },
  ),
];

const ACCOUNT_EXTENSIONS = [
  table(
    'unix-account-ext',
    '6.16.2',
    { gid: INTEGER, groups: STRINGS, home_dir: STRING, shell: STRING },
    { atLeastOne: true },
  ),
];

function of(host: string, tables: readonly Table[]): [string, PredefinedExtension][] {
  return tables.map((extension) => [extension.name, { host, table: extension }]);
}

/** Predefined extensions by key. */
export const PREDEFINED_EXTENSIONS: ReadonlyMap<string, PredefinedExtension> = new Map([
  ...of('file', FILE_EXTENSIONS),
  ...of('network-traffic', TRAFFIC_EXTENSIONS),
  ...of('process', PROCESS_EXTENSIONS),
  ...of('user-account', ACCOUNT_EXTENSIONS),
]);

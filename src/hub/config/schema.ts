/**
 * Every setting of the hub: one table from which flags, `CYBEX_*` variables, the commented
 * `cybex.toml`, the checks and the settings page of the docs are made.
 */
import { z } from 'zod';
import { LIMITS } from '../../core/limits.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const positive = z.coerce.number().int().positive();
const flag = z.union([z.boolean(), z.stringbool()]);
const list = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/))]);

/** Keys are the names in the file; `public-url` is also `--public-url` and `CYBEX_PUBLIC_URL`. */
export const SETTINGS = {
  data: {
    schema: z.string().min(1).optional(),
    help: 'Directory of the store, its keys and its socket.',
    initial: './var under npm start, else $STATE_DIRECTORY, else the XDG state folder',
  },
  port: { schema: port.default(8460), help: 'TCP port; 0 takes a free one and prints it.' },
  host: {
    schema: z.string().default('127.0.0.1'),
    help: 'Address to listen on. Beyond loopback it needs TLS or trust-proxy.',
  },
  listen: {
    schema: z.string().startsWith('unix:').optional(),
    help: 'unix:PATH listens on a socket file instead of host and port.',
  },
  store: {
    schema: z
      .string()
      .regex(/^(sqlite|postgres(ql)?:.+)$/, 'is sqlite or a postgres: URL')
      .default('sqlite'),
    help: 'sqlite, or the URL of a PostgreSQL database of version 15 or later.',
    secret: true,
  },
  readers: {
    schema: positive.max(16).default(1),
    help: 'Reader threads of the SQLite store.',
  },
  sample: {
    schema: flag.default(true),
    help: 'Fill an empty house with the sample exchange at the first start.',
  },
  'public-url': {
    schema: z.url().optional(),
    help: 'Address under which others reach this hub, sub-path included. Builds every absolute URL.',
  },
  'trust-proxy': {
    schema: list.default([]),
    help: 'Addresses (CIDR) of reverse proxies whose forwarded headers count; permits plain HTTP.',
  },
  'tls-cert': { schema: z.string().optional(), help: 'PEM file with the certificate chain.' },
  'tls-key': { schema: z.string().optional(), help: 'PEM file with the private key.' },
  'tls-client-ca': {
    schema: z.string().optional(),
    help: 'PEM file with the authorities of client certificates (mutual TLS).',
  },
  'admin-token': {
    schema: z.string().min(32, 'needs at least 32 characters').optional(),
    help: 'First administrator token instead of a printed one.',
    secret: true,
  },
  title: {
    schema: z.string().max(200).default('CYBEX exchange point'),
    help: 'Name shown to others.',
  },
  contact: {
    schema: z.string().max(300).optional(),
    help: 'Whom to write to; shown in discovery.',
  },
  'max-content-length': {
    schema: positive.max(1024 * 1024 * 1024).default(LIMITS.taxii.maxContentLengthBytes),
    help: 'Largest TAXII envelope in bytes (max_content_length, TAXII 2.1 §4.2).',
  },
  'page-max': {
    schema: positive.max(10_000).default(LIMITS.taxii.pageMax),
    help: 'Most objects that one TAXII page holds.',
  },
  'rate-per-minute': {
    schema: positive.default(6000),
    help: 'Requests that one principal, or one anonymous address, may make in a minute.',
  },
  'quota-objects-per-day': {
    schema: positive.default(2_000_000),
    help: 'Objects that one organisation may add in a day.',
  },
  'status-days': {
    schema: positive.default(LIMITS.taxii.statusDays),
    help: 'Days for which TAXII status resources are kept.',
  },
  authorities: {
    schema: z.record(z.string(), z.string()).default({}),
    help: 'Creator id = organisation whose variants of that creator are served first.',
  },
  'allow-private': {
    schema: flag.default(false),
    help: 'Let URLs typed by the operator point to http, loopback or private addresses.',
  },
  ca: {
    schema: z.string().optional(),
    help: 'PEM file with further authorities for outgoing TLS.',
  },
  'metrics-token': {
    schema: z.string().min(16).optional(),
    help: 'Bearer token for /metrics; without it only loopback may read them.',
    secret: true,
  },
  'log-level': {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    help: 'Least severity that is logged.',
  },
  migrate: { schema: flag.default(true), help: 'Migrate an older store at start, after a backup.' },
} as const satisfies Readonly<Record<string, SettingRow>>;

export interface SettingRow {
  readonly schema: z.ZodType;
  readonly help: string;
  readonly initial?: string;
  /** Never printed, and may be given as a file by `NAME-file` or `CYBEX_NAME_FILE`. */
  readonly secret?: boolean;
}

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']>;
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

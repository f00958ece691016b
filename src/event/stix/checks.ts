/** The optional checks: everything that a SHOULD asks for, by name, and groups of them. */
import { VOCABULARIES } from './vocab.ts';

/** Checks that run unless disabled. */
const DEFAULT_CHECKS = [
  'custom-prefix',
  'custom-prefix-lax',
  'custom-values',
  'deprecated-properties',
  'duplicate-ids',
  'extension-description',
  'extension-properties',
  'extensions-use',
  'extref-hashes',
  'extref-url',
  'hash-algo',
  'http-request-headers',
  'indicator-properties',
  'ipfix',
  'kill-chain-names',
  'languages',
  'malware-analysis-product',
  'marking-definition-type',
  'marking-precision',
  'mime-type',
  'network-traffic-ports',
  'not-applicable',
  'observable-dictionary-keys',
  'observable-object-keys',
  'observable-reference',
  'open-vocab-format',
  'pdf-doc-info',
  'protocols',
  'relationship-types',
  'socket-options',
  'countries',
  'tlp-marking',
  'uuid-check',
  'windows-process-priority-format',
] as const;

/**
 * Checks that run only when enabled: nearly all content in circulation would fail them, so that
 * their findings would bury the others.
 */
const PEDANTIC_CHECKS = [
  'administrative-area',
  'deterministic-id',
  'language',
  'location-precision',
  'object-creator',
  'sha-256',
] as const;

export type StixCheck = (typeof DEFAULT_CHECKS)[number] | (typeof PEDANTIC_CHECKS)[number];

const VOCABULARY_CHECKS = Object.values(VOCABULARIES).map((vocabulary) => vocabulary.check);

const FORMAT_CHECKS = [
  'custom-prefix',
  'custom-prefix-lax',
  'kill-chain-names',
  'observable-dictionary-keys',
  'observable-object-keys',
  'open-vocab-format',
  'uuid-check',
  'windows-process-priority-format',
];

const SOURCE_CHECKS = [
  'mime-type',
  'protocols',
  'ipfix',
  'http-request-headers',
  'socket-options',
  'pdf-doc-info',
  'countries',
  'languages',
];

/** Names for several checks at once. */
export const CHECK_GROUPS: Readonly<Record<string, readonly string[]>> = {
  all: [...DEFAULT_CHECKS, ...VOCABULARY_CHECKS],
  pedantic: PEDANTIC_CHECKS,
  'format-checks': FORMAT_CHECKS,
  'all-vocabs': [...VOCABULARY_CHECKS, 'hash-algo'],
  'all-external-sources': SOURCE_CHECKS,
  'approved-values': [
    'marking-definition-type',
    'relationship-types',
    'duplicate-ids',
    'hash-algo',
    ...VOCABULARY_CHECKS,
    ...SOURCE_CHECKS,
  ],
  /** One check of older tools; the length of a name is a MUST here and the rest is hash-algo. */
  'hash-length': [],
};

/** Every name that `disabled` and `enabled` understand. */
export const CHECK_NAMES: readonly string[] = [
  ...DEFAULT_CHECKS,
  ...VOCABULARY_CHECKS,
  ...PEDANTIC_CHECKS,
  ...Object.keys(CHECK_GROUPS),
];

/** Which checks run: all but the disabled; with `enabled` alone, only those named. */
export function selectChecks(
  disabled: readonly string[] | undefined,
  enabled: readonly string[] | undefined,
): ReadonlySet<string> {
  const all = CHECK_GROUPS.all ?? [];
  const onlyEnabled = (enabled?.length ?? 0) > 0 && (disabled?.length ?? 0) === 0;
  const selected = new Set(onlyEnabled ? [] : all);
  for (const name of expand(disabled)) selected.delete(name);
  for (const name of expand(enabled)) selected.add(name);
  return selected;
}

function expand(names: readonly string[] | undefined): string[] {
  return (names ?? []).flatMap((name) => CHECK_GROUPS[name] ?? [name]);
}

/** What a scan could not know. None of it is a clean result. */
import { compareTimestamps, timestampFault, timestampToMicros } from '../../core/timestamp.ts';
import type { Unidentified } from '../exposure/index.ts';
import type { DataSource, Gap, PolicyOutcome } from './model.ts';

export interface Asked {
  readonly unidentified: readonly Unidentified[];
  readonly undecidable: number;
  readonly sources: readonly DataSource[];
  /** Components for each ecosystem of the SBOM, e.g. `npm` → 812. */
  readonly ecosystems: ReadonlyMap<string, number>;
  /** Not everything of what was scanned could be read. */
  readonly incomplete: boolean;
  /** Documents that could not be read, by name. */
  readonly unreadable: readonly string[];
  readonly policy: PolicyOutcome;
  /** RFC 3339. */
  readonly time: string;
  /** Oldest that a source may be; null: of an index a week since it was built, else any age. */
  readonly maxAgeSeconds: number | null;
  /** Reasons of unidentified components with which the operator is content. */
  readonly accepted: readonly Unidentified['reason'][];
}

export function gapsOf(asked: Asked): readonly Gap[] {
  return [
    ...missing(asked),
    ...unidentified(asked),
    ...asked.sources.flatMap((source) => sourceGaps(source, asked)),
    ...unreadable(asked),
    ...(asked.incomplete ? [INCOMPLETE] : []),
    ...undecided(asked),
    ...policyGaps(asked),
  ];
}

/** A component's ecosystem of which no statement was given, however many components it has. */
function missing({ unidentified: none }: Asked): readonly Gap[] {
  const messages = new Map<string, number>();
  for (const { reason, message } of none) {
    if (reason === 'no-data') messages.set(message, (messages.get(message) ?? 0) + 1);
  }
  return [...messages].map(([message, components]) => ({
    code: 'data-missing',
    message,
    components,
  }));
}

function unidentified({ unidentified: none, accepted }: Asked): readonly Gap[] {
  const reasons = new Map<string, number>();
  for (const { reason } of none) {
    if (reason === 'no-data' || accepted.includes(reason)) continue;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [...reasons].map(([reason, components]) => ({
    code: 'unidentified',
    message: `${counted(components, 'component')} cannot be looked up (${reason}).`,
    components,
  }));
}

/** Only sources on which the answer rests: an old ecosystem that nothing is from does no harm. */
function sourceGaps(source: DataSource, asked: Asked): readonly Gap[] {
  const components = concerned(source, asked);
  if (components === 0) return [];
  const name = sourceName(source);
  if (source.count === 0) {
    const message = `${name} is empty.`;
    return [{ code: 'data-empty', message, components }];
  }
  const most = asked.maxAgeSeconds ?? (source.kind === 'index' ? INDEX_SECONDS : null);
  if (most === null || most === Number.POSITIVE_INFINITY) return [];
  if (source.date === null || timestampFault(source.date, { offsets: true }) !== null) {
    const message = `${name} says no date, so its age cannot be held against --max-age.`;
    return [{ code: 'data-undated', message, components }];
  }
  const age = secondsBetween(source.date, asked.time);
  if (age <= most) return [];
  const message = `${name} is ${ageText(age)} old; --max-age is ${ageText(most)}.`;
  return [{ code: 'data-stale', message, components }];
}

/** An index that nobody builds anew is forgotten soon: so old it may be when nobody says otherwise. */
const INDEX_SECONDS = 7 * 86_400;

function concerned({ kind, name }: DataSource, asked: Asked): number {
  if (kind === 'osv') return asked.ecosystems.get(name) ?? 0;
  const all = [...asked.ecosystems.values()].reduce((sum, count) => sum + count, 0);
  if (kind === 'kev')
    return /\b(kev|ransomware)\b/.test(asked.policy.policy) ? Math.max(1, all) : 0;
  if (kind === 'epss') {
    return /\b(epss|percentile)\b/.test(asked.policy.policy) ? Math.max(1, all) : 0;
  }
  return kind === 'cve' || kind === 'nvd' || kind === 'index' ? Math.max(1, all) : 0;
}

/** `OSV npm`, `CVE records`, `KEV of CISA`. */
export function sourceName({ kind, name }: DataSource): string {
  const words: Readonly<Record<DataSource['kind'], string>> = {
    osv: `OSV ${name}`,
    cve: 'CVE records',
    nvd: 'NVD',
    csaf: name === '' ? 'CSAF' : `CSAF of ${name}`,
    vex: name === '' ? 'VEX' : `VEX of ${name}`,
    kev: `KEV of ${name}`,
    epss: `EPSS ${name}`,
    index: `The index ${name}`,
    other: name,
  };
  return words[kind].trim();
}

const INCOMPLETE: Gap = {
  code: 'subject-incomplete',
  message: 'Not everything of what was scanned could be read.',
  components: 0,
};

function unreadable({ unreadable: names }: Asked): readonly Gap[] {
  if (names.length === 0) return [];
  const [first] = names;
  const message = `${counted(names.length, 'document')} could not be read, ${first} for one.`;
  return [{ code: 'data-unreadable', message, components: 0 }];
}

function undecided({ undecidable }: Asked): readonly Gap[] {
  if (undecidable === 0) return [];
  const message = `${counted(undecidable, 'finding')} could not be decided.`;
  return [{ code: 'undecidable', message, components: 0 }];
}

function policyGaps({ policy, sources }: Asked): readonly Gap[] {
  if (policy.unknown.length === 0) return [];
  const names = [...new Set(policy.unknown.flatMap((each) => each.missing))].sort();
  const given = (kind: string) => sources.some((source) => source.kind === kind);
  const hints = names.flatMap((name) => {
    if (name === 'kev' && !given('kev')) return ['no KEV catalogue was given'];
    if (/epss|percentile/.test(name) && !given('epss')) return ['no EPSS scores were given'];
    return [`no ${name} is known`];
  });
  const message =
    `The policy "${policy.policy}" cannot be decided for ` +
    `${counted(policy.unknown.length, 'finding')}: ${hints.join(', ')}.`;
  return [{ code: 'policy-unknown', message, components: 0 }];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function secondsBetween(from: string, to: string): number {
  if (compareTimestamps(from, to) >= 0) return 0;
  const began = timestampToMicros(from, 'floor') ?? 0;
  return ((timestampToMicros(to, 'floor') ?? 0) - began) / 1_000_000;
}

function ageText(seconds: number): string {
  const days = seconds / 86_400;
  if (days >= 2) return `${Math.floor(days)} days`;
  return seconds >= 7_200 ? `${Math.floor(seconds / 3_600)} hours` : `${Math.floor(seconds)} s`;
}

/** What OSV records say of a component. */
import type { JsonObject } from '../../../core/json/index.ts';
import { objectsOf, textOf } from '../../../core/json/view.ts';
import { baseOf, type OsvExtent, type OsvExtentAnswer, readOsvExtent } from '../../osv/index.ts';
import { ecosystemOf } from '../../purl/index.ts';
import { compareVersions } from '../../vers/index.ts';
import { type Identity, isModular } from '../identity.ts';
import type { NamedPackage, Subject } from '../inventory.ts';
import type { Claim, FixState, Undecided } from '../model.ts';
import type { RecordHead } from '../statement.ts';
import type { Stored } from '../store.ts';
import { coversRelease } from '../system.ts';

/** Read once of a body. */
interface Entry {
  readonly ecosystem: string;
  readonly base: string;
  readonly release: string | null;
  readonly extent: OsvExtent;
  readonly fixes: readonly string[];
  /** As the body or its fixes say; null for what is in no module. */
  readonly module: string | null;
  readonly state: FixState | null;
}

interface Answer {
  readonly status: 'affected' | 'undecidable' | 'not_affected' | 'fixed';
  readonly reason?: Undecided;
  readonly fixedIn: readonly string[];
  readonly state: FixState | null;
  readonly why: readonly string[];
}

/** The claim of one record, of which these statements are about the package. */
export function osvClaim(
  head: RecordHead,
  statements: readonly Stored[],
  named: NamedPackage,
  subject: Subject,
): Claim | null {
  const { identity, component } = subject;
  if (identity === null) return null;
  const entries = statements.map(entryOf);
  const plain = entries.filter(({ release }) => release?.startsWith('Pro:') !== true);
  const answers = answersOf(plain, named, identity);
  // What is mended for subscribers alone counts where nothing else speaks of the release.
  const found = answers.length > 0 ? answers : answersOf(entries, named, identity);
  const rank = ['affected', 'undecidable', 'fixed', 'not_affected'] as const;
  const status = rank.find((each) => found.some((answer) => answer.status === each));
  const first = found.find((answer) => answer.status === status);
  if (status === undefined || first === undefined) return null;
  const deciding = found.filter((answer) => answer.status === status);
  return {
    component,
    record: head.id,
    source: head.source,
    aliases: head.aliases,
    upstream: head.upstream,
    status,
    candidate: false,
    ...(first.reason === undefined ? {} : { reason: first.reason }),
    basis: identity.distribution ? 'distribution' : 'ecosystem',
    confidence: 'high',
    fixedIn: [...new Set(deciding.flatMap(({ fixedIn }) => fixedIn))],
    state: first.state,
    remedies: [],
    why: deciding.flatMap(({ why }) => why),
  };
}

function entryOf(stored: Stored): Entry {
  stored.compiled ??= compile(stored.body);
  return stored.compiled as Entry;
}

function compile(body: JsonObject): Entry {
  const ecosystem = textOf(body, 'ecosystem') ?? '';
  const base = baseOf(ecosystem);
  const fixes = objectsOf(body, 'ranges')
    .filter((range) => textOf(range, 'type') !== 'GIT')
    .flatMap((range) => objectsOf(range, 'events'))
    .flatMap((event) => textOf(event, 'fixed') ?? []);
  const module = textOf(body, 'module')?.split(':').slice(0, 2).join(':');
  return {
    ecosystem,
    base,
    release: base === ecosystem ? null : ecosystem.slice(base.length + 1),
    extent: readOsvExtent({ ...body, package: { ecosystem } }, `affected[${String(body.index)}]`),
    fixes,
    module: module ?? (fixes.some(isModular) ? '' : null),
    state: (textOf(body, 'state') as FixState | undefined) ?? null,
  };
}

function answersOf(
  entries: readonly Entry[],
  named: NamedPackage,
  identity: Identity,
): readonly Answer[] {
  return entries.flatMap((entry) => answerOf(entry, named.version, identity) ?? []);
}

/** Null where the entry is about another release or another module. */
function answerOf(entry: Entry, version: string, identity: Identity): Answer | null {
  if (identity.distribution) {
    const covers = coversRelease(entry.base, entry.release, identity.system);
    if (covers === 'no' || isOtherModule(entry, identity.module)) return null;
    if (covers === 'unknown') return releaseUnknown(entry, identity);
  }
  const answer = entry.extent.answer(version);
  const isOpen = answer.status === 'affected' && entry.module === '' && identity.module !== null;
  if (identity.distribution && isOpen) return streamUnknown(entry);
  return finished(entry, answer, version);
}

/** A module is not what is beside it, and no other stream of itself. */
function isOtherModule({ module, fixes }: Entry, own: string | null): boolean {
  if (module === own || (module === null && fixes.length === 0)) return false;
  if (module === null || own === null) return true;
  return module !== '' && own !== '';
}

function releaseUnknown({ base, release }: Entry, { system }: Identity): Answer {
  const known =
    system === null ? 'is not known' : `is said to be ${system.id} ${system.version ?? ''}`;
  const why = `The statement holds for ${base}:${release ?? ''}; the release of the system ${known}.`;
  return { status: 'undecidable', reason: 'release', fixedIn: [], state: null, why: [why] };
}

function streamUnknown({ base }: Entry): Answer {
  const why = `The package is of a module, and ${base} does not say which stream is meant.`;
  return { status: 'undecidable', reason: 'module', fixedIn: [], state: null, why: [why] };
}

function finished(entry: Entry, answer: OsvExtentAnswer, version: string): Answer {
  const { status, why, cause } = answer;
  if (status === 'unaffected') {
    return { status: answer.mended ? 'fixed' : 'not_affected', fixedIn: [], state: null, why };
  }
  if (status === 'undecidable') {
    return { status, reason: cause ?? 'extent', fixedIn: [], state: null, why };
  }
  const fixedIn = fixesAbove(entry, version);
  const state = entry.state ?? (fixedIn.length > 0 ? 'fixed-in' : 'unfixed');
  return { status, fixedIn, state, why: entitled(entry, why) };
}

function entitled({ release }: Entry, why: readonly string[]): readonly string[] {
  return release?.startsWith('Pro:') === true
    ? [...why, 'The fix is in the repositories of Ubuntu Pro, for subscribers.']
    : why;
}

/** Fixed versions above the installed one, ascending. */
function fixesAbove({ fixes, ecosystem }: Entry, version: string): string[] {
  const scheme = ecosystemOf(ecosystem)?.scheme ?? null;
  const order = (a: string, b: string): number => {
    const compared = scheme === null ? null : compareVersions(scheme, a, b);
    return compared?.ok ? compared.value : 0;
  };
  return [...new Set(fixes)].filter((fix) => order(fix, version) > 0).sort(order);
}

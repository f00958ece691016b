/** What configurations of NVD and of CVE records say of a component, by its CPE names. */
import { textOf } from '../../../core/json/view.ts';
import {
  ANY,
  type Applicability,
  ATTRIBUTES,
  type CpeAsset,
  type Criterion,
  type CriterionMatch,
  evaluate,
  includesName,
  isWithin,
  matchCriterion,
  NA,
  readNvdConfiguration,
  type Wfn,
} from '../../cpe/index.ts';
import type { Inventory, Subject } from '../inventory.ts';
import { cpeKey } from '../keys.ts';
import type { Claim, ClaimStatus, Undecided } from '../model.ts';
import { criteriaOf } from '../read/nvd.ts';
import type { RecordHead } from '../statement.ts';
import type { Stored } from '../store.ts';

interface Configuration {
  readonly test: Applicability;
  readonly weak: readonly Weak[];
  /** Keys of all that it speaks of. */
  readonly keys: readonly string[];
}

interface Weak {
  readonly criterion: Criterion;
  readonly key: string | null;
  /** Nothing but the product and the range has to be looked at. */
  readonly simple: boolean;
}

interface Said {
  readonly status: ClaimStatus;
  readonly reason?: Undecided;
  readonly fixedIn: readonly string[];
  readonly why: readonly string[];
}

/** One claim a record and source: configurations beside each other, one is enough. */
export function nvdClaims(
  head: RecordHead,
  statements: readonly Stored[],
  subject: Subject,
  inventory: Inventory,
  explain: boolean,
): Claim[] {
  const said: (Said & { readonly source: string })[] = [];
  for (const stored of statements) {
    const answer = answerOf(configurationOf(stored), subject, inventory, explain);
    if (answer !== null) said.push({ ...answer, source: textOf(stored.body, 'source') ?? 'nvd' });
  }
  if (said.length === 0) return [];
  const rank = ['affected', 'undecidable', 'not_affected'] as const;
  const status = rank.find((each) => said.some((answer) => answer.status === each));
  const [first, ...others] = said.filter((answer) => answer.status === status);
  if (first === undefined) return [];
  const { component, identity, guessed } = subject;
  const fixedIn = [...new Set([first, ...others].flatMap((answer) => answer.fixedIn))];
  return [
    {
      component,
      record: head.id,
      source: first.source === 'nvd' ? 'nvd' : `cve:${first.source}`,
      aliases: head.aliases,
      upstream: head.upstream,
      status: first.status,
      candidate: identity?.distribution === true,
      ...(first.reason === undefined ? {} : { reason: first.reason }),
      basis: guessed ? 'guess' : 'cpe',
      confidence: guessed ? 'low' : 'medium',
      fixedIn,
      state: first.status !== 'affected' ? null : fixedIn.length > 0 ? 'fixed-in' : 'unfixed',
      remedies: [],
      why: [first, ...others].flatMap(({ why }) => why),
    },
  ];
}

function configurationOf(stored: Stored): Configuration {
  stored.compiled ??= compile(stored);
  return stored.compiled as Configuration;
}

function compile({ body }: Stored): Configuration {
  const test = readNvdConfiguration(body.test).test ?? { kind: 'broken', reason: 'no test' };
  const criteria = criteriaOf(test);
  return {
    test,
    weak: criteria
      .filter(({ vulnerable }) => vulnerable)
      .map((criterion) => ({
        criterion,
        key: cpeKey(criterion.name),
        simple: ATTRIBUTES.slice(3).every((attribute) => criterion.name[attribute] === ANY),
      })),
    keys: [...new Set(criteria.flatMap(({ name }) => cpeKey(name) ?? []))],
  };
}

/** Null where the configuration finds nothing weak that the component may be. */
function answerOf(
  configuration: Configuration,
  subject: Subject,
  inventory: Inventory,
  explain: boolean,
): Said | null {
  const hits: Criterion[] = [];
  const possible: Criterion[] = [];
  for (const weak of configuration.weak) {
    const match = own(weak, subject);
    if (match === 'yes') hits.push(weak.criterion);
    else if (match === 'possible') possible.push(weak.criterion);
  }
  const maybe = hits.length > 0 ? hits : possible;
  const [first] = maybe;
  if (first === undefined) return explain ? besideRange(configuration.weak, subject) : null;
  const names = [...subject.cpes, ...othersOf(configuration, subject, inventory)];
  const { value, open } = evaluate(configuration.test, names, { world: 'open' });
  const text = criterionText(first);
  if (value === 'true') {
    const fixedIn = maybe.flatMap(({ end }) => (end === null || end.including ? [] : [end.text]));
    return { status: 'affected', fixedIn, why: [`${text} means it.`] };
  }
  if (value === 'false') {
    const why = [`${text} means it, but not what it would have to run on or with.`];
    return { status: 'not_affected', fixedIn: [], why };
  }
  const unversioned = hits.length === 0 && subject.cpes.some(({ version }) => version === ANY);
  const reason = unversioned ? 'version' : 'platform';
  const why = [`${text} may mean it: ${open[0]?.reason ?? 'the configuration is not complete'}.`];
  return { status: 'undecidable', reason, fixedIn: [], why };
}

function own({ criterion, key, simple }: Weak, { cpes, assets }: Subject): CriterionMatch {
  let best: CriterionMatch = 'no';
  for (const [i, name] of cpes.entries()) {
    const asset = assets[i] as CpeAsset;
    const version = simple && key !== null ? asset.version : null;
    const match =
      version === null
        ? matchCriterion(criterion, name)
        : cpeKey(name) === key && isWithin(version, criterion.start, criterion.end)
          ? 'yes'
          : 'no';
    if (match === 'yes') return match;
    if (match === 'possible') best = match;
  }
  return best;
}

/** The product is meant, in other versions. */
function besideRange(weak: readonly Weak[], { cpes }: Subject): Said | null {
  const range = weak.find(
    ({ criterion: { name, start, end } }) =>
      (start !== null || end !== null) &&
      cpes.some((each) => each.version !== NA && includesName(name, each)),
  )?.criterion;
  if (range === undefined) return null;
  const why = [`${criterionText(range)} does not hold its version.`];
  return { status: 'not_affected', fixedIn: [], why };
}

/** What else of the asset the configuration speaks of, and what it runs on at all. */
function othersOf({ keys }: Configuration, subject: Subject, inventory: Inventory): Wfn[] {
  const named = keys.flatMap((key) => inventory.with(key)).filter((other) => other !== subject);
  return [...named.flatMap(({ cpes }) => cpes), ...inventory.surroundings];
}

function criterionText({ name, start, end }: Criterion): string {
  const from = start === null ? '' : ` ${start.including ? '≥' : '>'} ${start.text}`;
  const to = end === null ? '' : ` ${end.including ? '≤' : '<'} ${end.text}`;
  const version = name.version === ANY ? '' : ` ${name.version.replace(/\\/g, '')}`;
  return `${name.vendor}:${name.product}${version}${from}${to}`.replace(/\\/g, '');
}

/** Random patterns and observations, small enough for the brute force, made to match often. */
import type { BruteObservation, Json } from './brute.test.fixture.ts';

/** A number from 0 to below `below`, from a seeded generator. */
export type Random = (below: number) => number;

/** Mulberry32: a seed repeats the case. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

/** 2026-01-01T00:00:00Z in seconds: the zero of the generated times. */
export const ORIGIN = 1_767_225_600;
const LAST = 6;

export function timeText(second: number): string {
  return new Date((ORIGIN + second) * 1_000).toISOString().replace('.000Z', 'Z');
}

/** Mostly one type: a comparison of the other is one more that cannot match. */
const TYPES = ['aaa', 'aaa', 'aaa', 'aaa', 'bbb'];
const STRINGS = [
  'a',
  'b',
  'ab',
  '\u1e9b\u0323',
  '\u00e9',
  'e\u0301',
  '\u{1f98a}',
  '\uffff',
  'a\n',
  '',
];
const ADDRESSES = [
  '10.0.0.1',
  '10.0.0.0/24',
  '10.0.0.0/8',
  '2001:db8::1',
  '2001:db8::/32',
  '0.0.0.0/0',
];
const STAMPS = [timeText(0), timeText(1), '2026-01-01T00:00:00.500Z', '2026-01-01 00:00'];
const HEX = ['61', '6162', 'E9', '', '6'];

/** One observable object; references lead to objects that may be there. */
function object(random: Random, type: string, ids: readonly string[]): Json {
  const made: Json = { type };
  if (random(8) > 0) made.n = random(4) - 1;
  if (random(8) > 0) made.s = pick(random, STRINGS);
  if (random(3) > 0) made.b = random(2) === 0;
  if (random(4) > 0) made.l = Array.from({ length: random(4) }, () => random(3));
  if (random(3) > 0) made.ip = pick(random, ADDRESSES);
  if (random(3) > 0) made.t = pick(random, STAMPS);
  if (random(3) > 0) made.x_hex = pick(random, HEX);
  if (random(3) > 0) made.p_bin = pick(random, ['YQ==', 'YWI=', '6Q==', '', '!']);
  if (random(3) > 0) made.d = { 'k.k': random(2), constructor: 1, m: [{ v: random(2) }] };
  if (random(3) > 0) made.o_ref = random(8) === 0 ? 7 : pick(random, ids);
  if (random(3) > 0) made.o_refs = [pick(random, ids), pick(random, ids)];
  if (random(12) === 0) made.s = null;
  return made;
}

export interface GeneratedCase {
  readonly pattern: string;
  /** What the matcher is given. */
  readonly observed: readonly Json[];
  /** The same for the brute force. */
  readonly plain: readonly BruteObservation[];
}

export function generateCase(random: Random): GeneratedCase {
  const observed: Json[] = [];
  const plain: BruteObservation[] = [];
  for (let i = 1 + random(5); i > 0; i--) {
    const { given, seen } = observation(random, i);
    observed.push(given);
    plain.push(seen);
  }
  // Every third case is about time and number alone: there the brackets match easily.
  const joint = random(3) === 0;
  const pattern = joint
    ? observationExpression(random, 3, () => `aaa:n >= ${random(3)}`)
    : observationExpression(random, 2, () => comparisonExpression(random, 2));
  return { pattern, observed, plain };
}

function observation(random: Random, index: number): { given: Json; seen: BruteObservation } {
  const old = random(3) === 0;
  const names = [0, 1, 2].map((n) => (old ? String(n) : `${pick(random, TYPES)}--${index}-${n}`));
  const reach = [...names, old ? '9' : 'aaa--none'];
  const all = new Map<string, Json>();
  for (const name of names.slice(0, 1 + random(3))) {
    const type = old ? pick(random, TYPES) : (name.split('--')[0] as string);
    all.set(name, { ...object(random, type, reach), ...(old ? {} : { id: name }) });
  }
  const first = random(LAST);
  const last = Math.min(LAST, first + (random(2) === 0 ? 0 : random(4)));
  const count = random(3) === 0 ? 1 + random(3) : 1;
  const data: Json = {
    type: 'observed-data',
    id: `observed-data--${index}`,
    first_observed: timeText(first),
    last_observed: timeText(last),
    number_observed: count,
  };
  if (old) {
    const given = { ...data, objects: Object.fromEntries(all) };
    return {
      given,
      seen: { count, first: first + ORIGIN, last: last + ORIGIN, roots: [...all.values()], all },
    };
  }
  const refs = [...all.keys()].filter((_, i) => i === 0 || random(3) > 0);
  const given = {
    type: 'bundle',
    objects: [...all.values(), { ...data, object_refs: refs }],
  };
  const roots = refs.map((ref) => all.get(ref) as Json);
  return { given, seen: { count, first: first + ORIGIN, last: last + ORIGIN, roots, all } };
}

/** Observation expressions of up to about four brackets. */
export function observationExpression(random: Random, depth: number, inner: () => string): string {
  const kind = depth === 0 ? 0 : random(9);
  let text: string;
  if (kind < 4) text = `[${inner()}]`;
  else {
    const operator = pick(random, [' AND ', ' OR ', ' OR ', ' FOLLOWEDBY ']);
    const parts = [
      observationExpression(random, depth - 1, inner),
      observationExpression(random, depth - 1, inner),
    ];
    text = `(${parts.join(operator)})`;
  }
  const qualifiers = [
    () => ` REPEATS ${1 + random(2) + random(2)} TIMES`,
    () => ` WITHIN ${1 + random(3)} SECONDS`,
    () => {
      const start = random(LAST);
      return ` START t'${timeText(start)}' STOP t'${timeText(start + 1 + random(4))}'`;
    },
  ];
  const chosen = qualifiers.filter(() => random(6) === 0).map((make) => make());
  if (random(2) === 0) chosen.reverse();
  return text + chosen.join('');
}

export function comparisonExpression(
  random: Random,
  depth: number,
  type = pick(random, TYPES),
): string {
  if (depth === 0 || random(5) > 1)
    return comparison(random, random(20) === 0 ? pick(random, TYPES) : type);
  const operator = pick(random, [' AND ', ' OR ']);
  const parts = Array.from({ length: 2 }, () => comparisonExpression(random, depth - 1, type));
  return `(${parts.join(operator)})`;
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function comparison(random: Random, type: string): string {
  const through = pick(random, [
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'o_ref.',
    'o_refs[*].',
    'o_refs[0].',
  ]);
  const not = random(5) === 0 ? 'NOT ' : '';
  const order = () => pick(random, ['=', '=', '!=', '<', '<=', '>', '>=']);
  const strings = () => quote(pick(random, STRINGS));
  const makers = [
    () => `n ${not}${order()} ${random(4) - 1}`,
    () => `n ${not}${order()} ${random(3)}.5`,
    () => `s ${not}${order()} ${strings()}`,
    () => `s ${not}IN (${strings()}, ${strings()})`,
    () => `n ${not}IN (${random(3)}, ${random(3)}.0)`,
    () =>
      `s ${not}LIKE ${quote(pick(random, ['a%', '%', '_', '__', '%b', '%_', 'é', 'a_', '%\n']))}`,
    () =>
      `s ${not}MATCHES ${quote(pick(random, ['a', '^a$', '^.$', 'é', '[ab]+', '(?=a)', '^$', 'b|\\u{1f98a}'.slice(0, 1)]))}`,
    () => `b ${not}${pick(random, ['=', '!='])} ${pick(random, ['true', 'false'])}`,
    () => `l[${pick(random, ['*', '0', '1'])}] ${not}${order()} ${random(3)}`,
    () => `ip ${not}${pick(random, ['ISSUBSET', 'ISSUPERSET'])} ${quote(pick(random, ADDRESSES))}`,
    () => `t ${not}${order()} t'${timeText(random(2))}'`,
    () => `x_hex ${not}${order()} ${pick(random, ["h'61'", "'ab'", "b'YQ=='", "'é'"])}`,
    () =>
      `p_bin ${not}${pick(random, ["LIKE 'a%'", "MATCHES '^a'", "= 'a'", "> h'60'", "MATCHES '\uffff'"])}`,
    () => `s ${not}${order()} ${pick(random, ["h'61'", "b'YQ=='", "h'e9'"])}`,
    () => `d.'k.k' ${not}${order()} ${random(2)}`,
    () => `d.m[*].v ${not}${order()} ${random(2)}`,
    () => `d.${pick(random, ['constructor', 'toString'])} ${not}= 1`,
    () => `s ${not}!= ${random(2)}`,
  ];
  if (random(12) === 0) {
    const path = pick(random, [
      's',
      'l',
      'l[*]',
      'o_ref',
      'o_ref.n',
      'd.toString',
      'd.m[0].v',
      'x_hex',
      'p_bin',
    ]);
    return `${random(3) === 0 ? 'NOT ' : ''}EXISTS ${type}:${path}`;
  }
  return `${type}:${through}${pick(random, makers)()}`;
}

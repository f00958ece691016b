/**
 * The corpus cpe: every case of CPE 2.3 names, sets and language, and the 2.2 URIs. Cases of CPE 1.1
 * and 2.2 sets, and of the inner classes of the reference, have no counterpart and are counted.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { unbindFsValue } from './formatted-string.ts';
import {
  ANY,
  ATTRIBUTES,
  bindToFs,
  bindToUri,
  CPE_DIVERGENCES,
  type CpeValue,
  compareNames,
  compareValues,
  evaluate,
  formatWfn,
  hasWildcard,
  includesName,
  NA,
  parseCpe,
  readApplicability,
  type Wfn,
  wfn,
} from './index.ts';
import { decodeUri } from './uri.ts';
import { checkValue } from './value.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'cpe');
const skip = existsSync(CORPUS) ? false : `The corpus ${CORPUS} is absent; set CYBEX_CORPORA.`;

interface Step {
  readonly op?: string;
  readonly type?: string;
  readonly const?: string;
  readonly set_of?: readonly Step[];
  readonly on?: Step;
  readonly name?: string;
  readonly args?: readonly (Step | string | number | boolean)[];
}

interface Case {
  readonly id: string;
  readonly note: string;
  readonly do: Step;
  readonly expected: {
    readonly value?: unknown;
    readonly error?: string;
    readonly accepted?: true;
  };
}

class NoCounterpart extends Error {}
class Refused extends Error {}

const NAMES = ['CPE', 'CPE2_3', 'CPE2_3_WFN', 'CPE2_3_FS', 'CPE2_3_URI', 'CPE2_2'];
const RELATIONS: Readonly<Record<string, string>> = {
  LOGICAL_VALUE_EQUAL: 'equal',
  LOGICAL_VALUE_SUBSET: 'subset',
  LOGICAL_VALUE_SUPERSET: 'superset',
  LOGICAL_VALUE_DISJOINT: 'disjoint',
  LOGICAL_VALUE_UNDEFINED: 'undefined',
};

function name(text: string): Wfn {
  // CPE 1.1 has two slashes, or a slash inside.
  if (/^cpe:\/.*\//.test(text)) throw new NoCounterpart();
  const parsed = parseCpe(text);
  if (!parsed.ok) throw new Refused(parsed.issues[0]?.message);
  return parsed.value;
}

/** The value of a lone component. */
function component(type: string, text: string, attribute: string): CpeValue {
  const known = ATTRIBUTES.find((row) => row === attribute);
  if (known === undefined) throw new Refused('attribute');
  const value = type.endsWith('FS')
    ? unbindFsValue(text).value
    : type.endsWith('URI')
      ? decodeUri(text)
      : /^"(.*)"$/s.exec(text)?.[1]?.toLowerCase();
  if (typeof value !== 'string' || checkValue(known, value) !== null) throw new Refused(text);
  return value;
}

function create({ type = '', args = [] }: Step): unknown {
  if (NAMES.includes(type)) return { name: name(String(args[0])), type };
  if (type === 'CPESet2_3' || type === 'CPESet2_2') return [];
  if (type === 'CPEComponentAnyValue') return ANY;
  if (type === 'CPEComponentNotApplicable') return NA;
  if (/^CPEComponent2_3_(?:FS|URI|WFN)$/.test(type)) {
    return component(type, String(args[0]), String(args[1]));
  }
  if (type === 'CPELanguage2_3' || type === 'CPELanguage2_2') {
    const text = String(args[0]);
    const statement = readApplicability(
      text.startsWith('tests/') ? readFileSync(join(CORPUS, text), 'utf8') : text,
    );
    if (statement.test === null) throw new Refused('statement');
    return statement.test;
  }
  throw new NoCounterpart();
}

interface Named {
  readonly name: Wfn;
  readonly type: string;
}

/** The attribute in the form of the name's own binding. */
function attributeText({ name, type }: Named, attribute: string): string[] {
  const at = ATTRIBUTES.findIndex((row) => row === attribute);
  if (type.endsWith('WFN')) return [`"${name[ATTRIBUTES[at] as 'part']}"`];
  const bound = type.endsWith('URI') ? bindToUri(name).slice(5) : bindToFs(name).slice(8);
  return [bound.split(':')[at] ?? ''];
}

/** Binding of a lone component: that of a name which has nothing else. */
function bindComponent(op: string, value: CpeValue): string {
  const alone = wfn({ vendor: value });
  if (op === 'as_wfn') return value;
  return op === 'as_fs'
    ? (bindToFs(alone)
        .slice('cpe:2.3:*:'.length)
        .split(/(?<!\\):/)[0] as string)
    : bindToUri(alone).slice('cpe:/:'.length);
}

function run(step: Step | string | number | boolean): unknown {
  if (typeof step !== 'object') return step;
  if (step.const !== undefined) return RELATIONS[step.const];
  if (step.set_of !== undefined) {
    if (!step.type?.startsWith('CPESet2_')) throw new NoCounterpart();
    const all = step.set_of.map((inner) => (run(inner) as Named).name);
    return [...new Map(all.map((each) => [bindToFs(each), each])).values()];
  }
  const { op = '', args = [] } = step;
  if (op === 'new') return create(step);
  if (op === 'equals') return isEqual(run(args[0] as Step), run(args[1] as Step));
  if (op.startsWith('_') && step.type === 'CPESet2_3') return inner(op, args as string[]);
  if (op === '_unbind') return { name: name(String(args[0])), type: 'CPE2_3_WFN' };
  if (op === 'len') {
    const set = run(args[0] as Step);
    if (Array.isArray(set)) return set.length;
    throw new NoCounterpart();
  }
  if (op === 'contained_in') {
    const [inside, outside] = args.map((each) => run(each));
    if (typeof inside !== 'string' || typeof outside !== 'string') throw new NoCounterpart();
    return ['superset', 'equal'].includes(compareValues(outside, inside));
  }
  if (op.startsWith('cpe_')) {
    const [a, b] = args.map((each) => (run(each) as Named).name) as [Wfn, Wfn];
    return compareNames(a, b).relation === op.slice(4);
  }
  return onName(step);
}

function isEqual(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null && 'name' in value
      ? bindToFs((value as Named).name)
      : value;
  return text(a) === text(b);
}

/** Inner steps of the reference's sets, on values in the quoting of well-formed names. */
function inner(op: string, args: readonly string[]): unknown {
  const value = (text: string) => (text === 'ANY' ? ANY : text === 'NA' ? NA : text.toLowerCase());
  if (op === '_contains_wildcards') {
    // The doctests double their backslashes.
    return hasWildcard(value((args[0] as string).replaceAll('\\\\', '\\')));
  }
  if (op === '_compare' || op === '_compare_strings') {
    return compareValues(value(args[0] as string), value(args[1] as string));
  }
  throw new NoCounterpart();
}

function onName(step: Step): unknown {
  const { op = '', on, args = [] } = step;
  if (on === undefined) throw new NoCounterpart();
  const subject = run(on);
  if (op === 'name_match') {
    if (!Array.isArray(subject)) throw new NoCounterpart();
    const source = (run(args[0] as Step) as Named).name;
    return (subject as Wfn[]).some((target) => includesName(source, target));
  }
  if (op === 'language_match') {
    const names = run(args[0] as Step) as Wfn[];
    return evaluate(subject as never, names).value === 'true';
  }
  if (typeof subject === 'string' && op.startsWith('as_')) return bindComponent(op, subject);
  if (typeof subject !== 'object' || subject === null || !('name' in subject)) {
    throw new NoCounterpart();
  }
  const named = subject as Named;
  if (op === 'as_fs') return bindToFs(named.name);
  if (op === 'as_uri_2_3') return bindToUri(named.name);
  if (op === 'as_wfn') return formatWfn(named.name);
  if (op === 'get_attribute_values') return attributeText(named, String(args[0]));
  throw new NoCounterpart();
}

/** Well-formed names are compared by what they say: the reference leaves ANY out at times. */
function isSame(got: unknown, expected: unknown): boolean {
  if (typeof expected === 'string' && expected.startsWith('wfn:')) {
    const wanted = parseCpe(expected);
    return wanted.ok && typeof got === 'string' && got === formatWfn(wanted.value);
  }
  return JSON.stringify(got) === JSON.stringify(expected);
}

/** Classes of CPE 1.1 and of values that names of 2.3 do not have. */
const HISTORY = /"type":"[^"]*(?:1_1|Undefined|Empty|Simple)/;

/** What is wrong; empty when right, null without a counterpart. */
function verdict(row: Case): string | null {
  if (row.note.includes('1.1') || HISTORY.test(JSON.stringify(row.do))) return null;
  const { value, error, accepted } = row.expected;
  if (accepted === undefined && error === undefined && value === undefined) return null;
  try {
    const got = run(row.do);
    if (accepted) return '';
    if (error !== undefined) return `accepted, not ${error}`;
    return isSame(got, value) ? '' : `got ${JSON.stringify(got)}`;
  } catch (thrown) {
    if (thrown instanceof NoCounterpart) return null;
    if (!(thrown instanceof Refused)) throw thrown;
    return error === undefined ? `refused: ${thrown.message}` : '';
  }
}

test('cpe: every case that has a counterpart', { skip }, (t) => {
  const known = new Set(CPE_DIVERGENCES.map((row) => row.case));
  const used = new Set<string>();
  const wrong: string[] = [];
  let total = 0;
  for (const file of readdirSync(join(CORPUS, 'cases')).sort()) {
    const read = JSON.parse(readFileSync(join(CORPUS, 'cases', file), 'utf8'));
    const rows: readonly Case[] = Array.isArray(read) ? read : read.cases;
    let right = 0;
    let history = 0;
    for (const row of rows) {
      const found = verdict(row);
      if (found === null) history++;
      else if (found === '') right++;
      else if (known.has(row.id)) used.add(row.id);
      else wrong.push(`${row.id}: ${found} ${JSON.stringify(row)}`);
    }
    total += right;
    t.diagnostic(`${file}: ${right} of ${rows.length} right, ${history} without a counterpart`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    [...known].filter((id) => id !== null && !used.has(id)),
    [],
  );
  assert.ok(total > 450, `only ${total} cases ran`);
});

/** Functions of local variables (OVAL Definitions Schema, FunctionGroup). */
import { LIMITS } from '../../../core/limits.ts';
import { hasForm } from '../check/value.ts';
import { newBudget } from '../regex/index.ts';
import { readBoolean } from '../words.ts';
import type { Comparer } from './compare.ts';
import { globToRegex } from './glob.ts';
import { secondsOf } from './time.ts';
import { functionFlag } from './truth.ts';
import { failed, type Values } from './values.ts';

/** What a function is given. */
export interface Call {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parts: readonly Values[];
  /** Seconds since 1970 at which the function is evaluated. */
  readonly now: number;
  readonly comparer: Comparer;
}

/** Stops a function: the reason is the result. */
class Stop extends Error {}

/** Values of a function over its components; a fault gives the flag `error` and the reason. */
export function callFunction(call: Call): Values {
  const flag = functionFlag(call.parts.map((part) => part.flag));
  if (flag !== 'complete' && flag !== 'incomplete') {
    const reason = call.parts.find((part) => part.flag === flag)?.reason ?? '';
    return failed(reason, flag);
  }
  const run = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (run === undefined) return failed(`There is no function ${call.name}.`);
  try {
    const values = run(call);
    if (values.length > LIMITS.oval.variableValues) return failed('More values than the bound.');
    return { flag, values, reason: '' };
  } catch (stop) {
    if (stop instanceof Stop) return failed(stop.message);
    throw stop;
  }
}

type Run = (call: Call) => readonly string[];

const attribute = (call: Call, name: string) => call.attributes.get(name) ?? '';
const only = (call: Call) => call.parts[0]?.values ?? [];

/** Every choice of one value of each component, first components slowest. */
function product({ parts }: Call): readonly (readonly string[])[] {
  let rows: readonly (readonly string[])[] = [[]];
  for (const { values } of parts) {
    if (rows.length * values.length > LIMITS.oval.variableValues) {
      throw new Stop('More values than the bound.');
    }
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows;
}

/** ArithmeticFunctionType: with a float among the components the result is a float. */
const arithmetic: Run = (call) => {
  const add = attribute(call, 'arithmetic_operation') !== 'multiply';
  return product(call).map((row) => {
    const texts = row.map((each) => each.trim());
    if (texts.every((each) => hasForm(each, 'int') && each.length <= 512)) {
      const numbers = texts.map((each) => BigInt(each.replace(/^\+/, '')));
      return String(numbers.reduce((a, b) => (add ? a + b : a * b)));
    }
    if (!texts.every((each) => hasForm(each, 'float'))) throw new Stop('A value is no number.');
    const numbers = texts.map((each) => Number(each.replace('INF', 'Infinity')));
    const made = numbers.reduce((a, b) => (add ? a + b : a * b));
    return String(made).replace('Infinity', 'INF');
  });
};

const begin: Run = (call) => {
  const start = attribute(call, 'character');
  return only(call).map((each) => (each.startsWith(start) ? each : start + each));
};

const end: Run = (call) => {
  const last = attribute(call, 'character');
  return only(call).map((each) => (each.endsWith(last) ? each : each + last));
};

const concat: Run = (call) => {
  let chars = 0;
  return product(call).map((row) => {
    const made = row.join('');
    chars += made.length;
    if (chars > LIMITS.oval.variableChars) throw new Stop('Longer values than the bound.');
    return made;
  });
};

/** EscapeRegexFunctionType: the characters that Perl reads as more than themselves. */
const escapeRegex: Run = (call) =>
  only(call).map((each) => each.replaceAll(/[\^$\\.[\](){}*+?|]/g, '\\$&'));

const split: Run = (call) => {
  const delimiter = attribute(call, 'delimiter');
  // An empty delimiter divides nothing.
  return only(call).flatMap((each) => (delimiter === '' ? [each] : each.split(delimiter)));
};

/** SubstringFunctionType: counted from 1; a start below it is 1, behind the end is an error. */
const substring: Run = (call) => {
  const start = Number(attribute(call, 'substring_start'));
  const length = Number(attribute(call, 'substring_length'));
  if (!Number.isInteger(start) || !Number.isInteger(length)) throw new Stop('No numbers.');
  return only(call).map((each) => {
    const chars = [...each];
    const from = Math.max(start, 1) - 1;
    if (from >= chars.length) throw new Stop('substring_start is behind the end of a value.');
    const until = length < 0 ? chars.length : from + length;
    return chars.slice(from, until).join('');
  });
};

/** TimeDifferenceFunctionType: first less second; of one, the present less it. */
const timeDifference: Run = (call) => {
  const formats = ['format_1', 'format_2'].map((name) => attribute(call, name) || 'year_month_day');
  const read = (text: string, format: string) => {
    const seconds = secondsOf(text, format);
    if (seconds === null) throw new Stop(`${JSON.stringify(text.slice(0, 40))} is no ${format}.`);
    return seconds;
  };
  return product(call).map((row) => {
    const second = read(row.at(-1) ?? '', formats[1] as string);
    const first = row.length === 1 ? call.now : read(row[0] as string, formats[0] as string);
    return String(first - second);
  });
};

/** RegexCaptureFunctionType: the first group of the first match; empty without one. */
const regexCapture: Run = (call) => {
  const compiled = call.comparer.regex(attribute(call, 'pattern'));
  if (!compiled.ok) throw new Stop(`The pattern cannot be used: ${compiled.fault.reason}`);
  const budget = newBudget();
  return only(call).map((each) => {
    const match = compiled.regex.match(each, 0, budget);
    if (match === 'exhausted') throw new Stop('The pattern took more steps than the bound.');
    const [from = -1, to = -1] = match?.slice(2, 4) ?? [];
    return from === -1 || to === -1 ? '' : each.slice(from, to);
  });
};

const unique: Run = ({ parts }) => [...new Set(parts.flatMap(({ values }) => values))];
const count: Run = ({ parts }) => [String(parts.flatMap(({ values }) => values).length)];

const glob: Run = (call) => {
  const literal = readBoolean(attribute(call, 'glob_noescape')) ?? false;
  return only(call).map((each) => {
    const regex = globToRegex(each, literal);
    if (regex === null) throw new Stop(`${JSON.stringify(each.slice(0, 40))} is no glob pattern.`);
    return regex;
  });
};

const FUNCTIONS: Readonly<Record<string, Run>> = {
  arithmetic,
  begin,
  end,
  concat,
  escape_regex: escapeRegex,
  split,
  substring,
  time_difference: timeDifference,
  regex_capture: regexCapture,
  unique,
  count,
  glob_to_regex: glob,
};

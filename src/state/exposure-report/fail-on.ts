/**
 * `--fail-on`: which findings make a scan fail. A small language with three answers: what is not
 * known of a finding is neither yes nor no, so that a missing score never passes for a low one.
 *
 *     policy  = term *( ( "or" / "," ) term )
 *     term    = factor *( "and" factor )
 *     factor  = "not" factor / "known" measure / "(" policy ")" / test
 *     test    = "any" / "none" / "fixable" / "kev" / "ransomware" / "direct" / measure op value
 *     measure = "cvss2" / "cvss3" / "cvss4" / "epss" / "percentile"
 *     op      = ">=" / ">" / "<=" / "<" / "="
 *     value   = decimal, or for CVSS: "none" / "low" / "medium" / "high" / "critical"
 */
import type { AnyFinding, FindingName, PolicyOutcome, Rating } from './model.ts';

/** What a test says of one finding; `missing` names what would have to be known. */
interface Answer {
  readonly holds: boolean | null;
  readonly missing: readonly string[];
}

type Test = (finding: AnyFinding) => Answer;

export type ReadPolicy =
  | { readonly ok: true; readonly text: string; readonly test: Test }
  | { readonly ok: false; readonly message: string };

const MEASURES = ['cvss2', 'cvss3', 'cvss4', 'epss', 'percentile'] as const;
type Measure = (typeof MEASURES)[number];

const WORDS = ['any', 'none', 'fixable', 'kev', 'ransomware', 'direct'] as const;
const OPERATORS = ['>=', '<=', '>', '<', '='] as const;
type Operator = (typeof OPERATORS)[number];

/** Lower ends of the rating scales: CVSS 3.1 §5 and 4.0 §6; of 2.0 that of NVD. */
const SEVERITIES: readonly string[] = ['none', 'low', 'medium', 'high', 'critical'];

const MOST_CHARS = 4_096;
const DEEPEST = 32;

/** Reads a policy; `message` says in one sentence what is not understood, and what would be. */
export function readPolicy(text: string): ReadPolicy {
  if (text.length > MOST_CHARS) {
    return { ok: false, message: `A policy has at most ${MOST_CHARS} characters.` };
  }
  const reader = new PolicyReader(text);
  const test = reader.policy();
  if (test !== null && reader.atEnd) return { ok: true, text: text.trim(), test };
  return { ok: false, message: reader.complaint() };
}

/** A file of policies: one a line, any of them fails; `#` begins a comment. */
export function readPolicyFile(text: string): ReadPolicy {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { ok: false, message: 'The file holds no policy.' };
  return readPolicy(lines.map((line) => `(${line})`).join(' or '));
}

/** Asks the policy of every open finding; undecidable and closed ones are no subject of it. */
export function decidePolicy(
  policy: Extract<ReadPolicy, { ok: true }>,
  findings: readonly AnyFinding[],
): PolicyOutcome {
  const failing: FindingName[] = [];
  const unknown: PolicyOutcome['unknown'][number][] = [];
  for (const finding of findings) {
    const { holds, missing } = policy.test(finding);
    const name = { vulnerability: finding.vulnerability, ref: finding.component.ref };
    if (holds === true) failing.push(name);
    else if (holds === null) unknown.push({ ...name, missing: [...new Set(missing)] });
  }
  return { policy: policy.text, failing, unknown };
}

const TOKEN = /\s*(?:(>=|<=|>|<|=|\(|\)|,)|([a-z][a-z0-9.]*)|([0-9]+(?:\.[0-9]+)?%?))/iy;

class PolicyReader {
  readonly #tokens: string[] = [];
  #at = 0;
  #depth = 0;
  #complaint: string | null = null;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    for (let last = 0; ; last = TOKEN.lastIndex) {
      const match = TOKEN.exec(text);
      if (match !== null) {
        this.#tokens.push(match[0].trim().toLowerCase());
        continue;
      }
      const rest = text.slice(last).trim();
      if (rest !== '') this.#complain(`"${rest.slice(0, 20)}" is not understood`);
      break;
    }
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length && this.#complaint === null;
  }

  complaint(): string {
    const token = this.#tokens[this.#at];
    const stands = token === undefined ? 'The policy ends too early' : `"${token}" is not expected`;
    const words = [...WORDS, ...MEASURES.map((each) => `${each}>=N`)].join(', ');
    return `${this.#complaint ?? stands}; tests are ${words}, joined by and, or, not, ( ).`;
  }

  policy(): Test | null {
    return this.#joined(['or', ','], () => this.#term(), anyOf);
  }

  #term(): Test | null {
    return this.#joined(['and'], () => this.#factor(), allOf);
  }

  #joined(
    words: readonly string[],
    read: () => Test | null,
    join: (tests: readonly Test[]) => Test,
  ): Test | null {
    const tests: Test[] = [];
    do {
      const test = read();
      if (test === null) return null;
      tests.push(test);
    } while (words.some((word) => this.#take(word)));
    return tests.length === 1 ? (tests[0] ?? null) : join(tests);
  }

  #factor(): Test | null {
    if (this.#depth >= DEEPEST) return this.#complain(`More than ${DEEPEST} levels`);
    this.#depth++;
    const test = this.#inner();
    this.#depth--;
    return test;
  }

  #inner(): Test | null {
    if (this.#take('not')) {
      const test = this.#factor();
      return test === null ? null : opposite(test);
    }
    if (this.#take('known')) {
      const measure = this.#measure();
      return measure === null ? null : known(measure);
    }
    if (this.#take('(')) {
      const test = this.policy();
      return test !== null && this.#take(')') ? test : null;
    }
    return this.#test();
  }

  #test(): Test | null {
    const word = WORDS.find((each) => this.#take(each));
    if (word !== undefined) return wordTest(word);
    const measure = this.#measure();
    if (measure === null) return null;
    const operator = OPERATORS.find((each) => this.#take(each));
    if (operator === undefined) return null;
    const value = this.#value(measure);
    return value === null ? null : comparison(measure, operator, value);
  }

  #measure(): Measure | null {
    const token = this.#tokens[this.#at] ?? '';
    const found = MEASURES.find((each) => each === token);
    if (found !== undefined) {
      this.#at++;
      return found;
    }
    if (/^cvss|^severity$/.test(token) || SEVERITIES.includes(token)) {
      return this.#complain(
        `"${token}": name the scheme, for scores of two schemes do not compare: ` +
          'cvss3>=high or cvss4>=high',
      );
    }
    return null;
  }

  #value(measure: Measure): number | string | null {
    const token = this.#tokens[this.#at] ?? '';
    const cvss = measure.startsWith('cvss');
    if (measure === 'cvss2' && (token === 'none' || token === 'critical')) {
      return this.#complain(`The scale of CVSS 2.0 has no "${token}"`);
    }
    if (cvss && SEVERITIES.includes(token)) {
      this.#at++;
      return token;
    }
    const number = Number(token.replace(/%$/, '')) / (token.endsWith('%') ? 100 : 1);
    if (token === '' || Number.isNaN(number)) return null;
    const most = cvss ? 10 : 1;
    if (number > most || (cvss && token.endsWith('%'))) {
      return this.#complain(`${measure} goes from 0 to ${most}, not to ${token}`);
    }
    this.#at++;
    return number;
  }

  #take(token: string): boolean {
    if (this.#complaint !== null || this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #complain(text: string): null {
    this.#complaint ??= text;
    return null;
  }
}

const YES: Answer = { holds: true, missing: [] };
const NO: Answer = { holds: false, missing: [] };
const sure = (holds: boolean): Answer => (holds ? YES : NO);

/** Kleene's three values: one yes is enough; else one that is not known leaves it open. */
function anyOf(tests: readonly Test[]): Test {
  return (finding) => {
    const answers = tests.map((test) => test(finding));
    if (answers.some(({ holds }) => holds === true)) return YES;
    return openOr(answers, NO);
  };
}

function allOf(tests: readonly Test[]): Test {
  return (finding) => {
    const answers = tests.map((test) => test(finding));
    if (answers.some(({ holds }) => holds === false)) return NO;
    return openOr(answers, YES);
  };
}

function openOr(answers: readonly Answer[], else_: Answer): Answer {
  const missing = answers.flatMap((answer) => (answer.holds === null ? answer.missing : []));
  return missing.length > 0 ? { holds: null, missing } : else_;
}

function opposite(test: Test): Test {
  return (finding) => {
    const answer = test(finding);
    return answer.holds === null ? answer : sure(!answer.holds);
  };
}

function wordTest(word: (typeof WORDS)[number]): Test {
  switch (word) {
    case 'any':
      return () => YES;
    case 'none':
      return () => NO;
    case 'fixable':
      return ({ fixedIn }) => sure(fixedIn.length > 0);
    case 'direct':
      return ({ paths }) => sure(paths.some((path) => path.length <= 2));
    case 'kev':
      return ({ kev }) => (kev === null ? unknownOf('kev') : sure(kev.length > 0));
    case 'ransomware':
      return ({ kev }) =>
        kev === null
          ? unknownOf('kev')
          : sure(kev.some(({ ransomware }) => ransomware === 'known'));
  }
}

function unknownOf(measure: string): Answer {
  return { holds: null, missing: [measure] };
}

function known(measure: Measure): Test {
  return (finding) => sure(valuesOf(measure, finding).length > 0);
}

/** Of several scores of one scheme the worst counts: a policy does not choose between sources. */
function comparison(measure: Measure, operator: Operator, value: number | string): Test {
  return (finding) => {
    const values = valuesOf(measure, finding);
    if (values.length === 0) return unknownOf(measure);
    const asked = typeof value === 'string' ? SEVERITIES.indexOf(value) : value;
    const numbers = values.map(({ score, severity }) =>
      typeof value === 'string' ? SEVERITIES.indexOf(severity) : score,
    );
    return sure(compare(Math.max(...numbers), operator, asked));
  };
}

function compare(a: number, operator: Operator, b: number): boolean {
  switch (operator) {
    case '>=':
      return a >= b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '<':
      return a < b;
    case '=':
      return a === b;
  }
}

interface Value {
  readonly score: number;
  readonly severity: string;
}

function valuesOf(measure: Measure, { ratings, epss }: AnyFinding): readonly Value[] {
  if (measure === 'epss' || measure === 'percentile') {
    if (epss === null) return [];
    return [{ score: measure === 'epss' ? epss.score : epss.percentile, severity: '' }];
  }
  const scheme = `CVSS ${measure.slice(4)}.`;
  return ratings.filter((rating): rating is Rating & { score: number } => {
    return rating.scheme.startsWith(scheme) && rating.score !== null;
  });
}

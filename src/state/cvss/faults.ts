/**
 * Reads a vector that the quick pass (scan.ts) did not take, and says everything that is wrong or
 * odd about it, each with its place.
 */
import { CVSS_LIMITS } from '../../core/vector-limits.ts';
import { CvssIssues } from './issues.ts';
import type { MetricCodes } from './metric.ts';
import {
  GRAMMAR_V2,
  GRAMMAR_V4,
  GRAMMAR_V31,
  GRAMMARS,
  type Grammar,
  MOST_METRICS,
} from './scan.ts';

/** What a vector with findings says; without a grammar nothing of it could be read. */
export interface FaultyReading {
  readonly grammar: Grammar | null;
  readonly values: Uint8Array;
  /** Bits of the metrics that are written. */
  readonly written: number;
  readonly issues: CvssIssues;
}

/** Reads slowly; an empty list of issues means that the quick pass could have taken it. */
export function readFaulty(text: string): FaultyReading {
  const issues = new CvssIssues();
  const values = new Uint8Array(MOST_METRICS);
  const nothing = { grammar: null, values, written: 0, issues };
  if (text.trim() === '') {
    issues.add('cvss-empty', 'There is no vector string.');
    return nothing;
  }
  if (text.length > CVSS_LIMITS.chars) {
    issues.add('cvss-long', `${text.length} characters; ${CVSS_LIMITS.chars} are the most.`);
    return nothing;
  }
  const inner = unwrap(text, issues);
  const label = readLabel(inner.text, inner.from, issues);
  if (label === null) return nothing;
  const { grammar } = label;
  issues.concern(grammar.set.version);
  const reading = new MetricReading(grammar, values, issues);
  reading.pieces(inner.text.slice(label.length), inner.from + label.length);
  reading.complete(text.length);
  return { grammar, values, written: reading.written, issues };
}

/** White space around a vector is a fault; parentheses around one of 2.0 are a remark. */
function unwrap(text: string, issues: CvssIssues): { text: string; from: number } {
  const from = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed !== text) {
    const position = from > 0 ? 0 : trimmed.length;
    issues.add('cvss-syntax', 'White space stands around it.', { position });
  }
  const wrapped = trimmed.startsWith('(') && trimmed.endsWith(')');
  if (!wrapped || trimmed.startsWith('(CVSS')) return { text: trimmed, from };
  issues.add('cvss-parentheses', 'It stands in parentheses.', {
    position: from,
    severity: 'warning',
  });
  return { text: trimmed.slice(1, -1), from: from + 1 };
}

interface Label {
  readonly grammar: Grammar;
  readonly length: number;
}

function readLabel(text: string, position: number, issues: CvssIssues): Label | null {
  const exact = GRAMMARS.find(({ set }) => set.prefix !== '' && text.startsWith(set.prefix));
  if (exact) return { grammar: exact, length: exact.set.prefix.length };
  const end = text.search(/[/#]/);
  const head = end < 0 ? text : text.slice(0, end + 1);
  if (/^cvss/i.test(head)) return readOddLabel(head, position, issues);
  const grammar = guess(text);
  if (grammar !== GRAMMAR_V2) {
    const { prefix } = grammar.set;
    const said = `Without label it is of 2.0, which has no such metrics: start with ${prefix}.`;
    issues.add('cvss-prefix', said, { position });
  }
  return { grammar, length: 0 };
}

/** A label that is nearly one of the known: the metrics behind it are still looked at. */
function readOddLabel(head: string, position: number, issues: CvssIssues): Label | null {
  const version = /^cvss:?v?([0-9]+(?:\.[0-9]+)?)[/#]?$/i.exec(head)?.[1] ?? '';
  const known = GRAMMARS.find(
    ({ set }) => set.version === version || `${version}.0` === set.version,
  );
  if (known === undefined) {
    const said = `"${head.slice(0, 20)}" is no version of CVSS that is known here.`;
    issues.add('cvss-version', said, { position });
    return null;
  }
  const { prefix } = known.set;
  const right = prefix === '' ? '2.0 has no label' : `the label is ${prefix}`;
  issues.add('cvss-prefix', `"${head.slice(0, 20)}": ${right}.`, { position });
  return { grammar: known, length: head.length };
}

/** The version whose metrics a vector without label seems to have. */
function guess(text: string): Grammar {
  if (/(?:^|\/)(?:AT|VC|VI|VA):/.test(text)) return GRAMMAR_V4;
  if (/(?:^|\/)(?:PR|UI|S):/.test(text)) return GRAMMAR_V31;
  return GRAMMAR_V2;
}

class MetricReading {
  written = 0;
  readonly #grammar: Grammar;
  readonly #values: Uint8Array;
  readonly #issues: CvssIssues;
  #last = -1;
  #disordered = false;

  constructor(grammar: Grammar, values: Uint8Array, issues: CvssIssues) {
    this.#grammar = grammar;
    this.#values = values;
    this.#issues = issues;
  }

  pieces(text: string, from: number): void {
    let position = from;
    for (const piece of text.split('/')) {
      this.#piece(piece, position);
      position += piece.length + 1;
    }
  }

  #piece(piece: string, position: number): void {
    const colon = piece.indexOf(':');
    if (colon <= 0) {
      const what = piece === '' ? 'nothing' : `"${excerpt(piece)}"`;
      this.#issues.add('cvss-syntax', `metric:value is needed between slashes, not ${what}.`, {
        position,
      });
      return;
    }
    const name = piece.slice(0, colon);
    const { metrics } = this.#grammar.set;
    const at = metrics.findIndex((metric) => metric.name === name);
    const metric = metrics[at];
    if (metric === undefined) {
      this.#unknown(name, position);
      return;
    }
    if ((this.written & (1 << at)) !== 0) {
      this.#issues.add('cvss-metric-repeated', `${name} is given again.`, { position });
      return;
    }
    this.written |= 1 << at;
    this.#order(at, position);
    this.#value(at, metric, piece.slice(colon + 1), position + colon + 1);
  }

  #unknown(name: string, position: number): void {
    const { set } = this.#grammar;
    const alike = set.metrics.find((metric) => metric.name.toLowerCase() === name.toLowerCase());
    const others = GRAMMARS.filter(({ set: other }) =>
      other.metrics.some((metric) => metric.name === name),
    );
    const elsewhere = others.map(({ set: other }) => other.version).join(', ');
    const hint = alike ? ` Did you mean ${alike.name}?` : elsewhere && ` ${elsewhere} has it.`;
    const said = `CVSS ${set.version} has no metric "${excerpt(name)}".${hint}`;
    this.#issues.add('cvss-metric-unknown', said, { position });
  }

  #order(at: number, position: number): void {
    const { set, anyOrder } = this.#grammar;
    if (at < this.#last && !anyOrder && !this.#disordered) {
      this.#disordered = true;
      const [name, before] = [set.metrics[at]?.name, set.metrics[this.#last]?.name];
      // FIRST's own schema of 2.0 takes any order; 4.0 calls every other order invalid.
      const severity = set.version === '2.0' ? 'warning' : 'error';
      this.#issues.add('cvss-order', `${name} must stand before ${before}.`, {
        position,
        severity,
      });
    }
    this.#last = Math.max(this.#last, at);
  }

  #value(at: number, metric: MetricCodes, code: string, position: number): void {
    const { notDefined } = this.#grammar.set;
    if (code === notDefined && metric.group !== 'base') return;
    const value = metric.codes.indexOf(code);
    if (value >= 0) {
      this.#values[at] = value + 1;
      return;
    }
    const codes = [...metric.codes];
    if (metric.group !== 'base') codes.push(notDefined);
    const said = `${metric.name} has no value "${excerpt(code)}"; it has ${codes.join(', ')}.`;
    this.#issues.add('cvss-value', said, { position });
  }

  /** What is missing from the whole. */
  complete(position: number): void {
    const { set, mandatory, wholes } = this.#grammar;
    for (const [at, { name }] of set.metrics.entries()) {
      const bit = 1 << at;
      if ((mandatory & bit) === 0 || (this.written & bit) !== 0) continue;
      this.#issues.add('cvss-metric-missing', `${name} is missing; it is mandatory.`, { position });
    }
    for (const whole of wholes) {
      const absent = whole & ~this.written;
      if (absent === 0 || absent === whole) continue;
      const names = set.metrics
        .filter((_, at) => (absent & (1 << at)) !== 0)
        .map(({ name }) => name);
      const said = `${names.join(', ')} is left out; write ND.`;
      this.#issues.add('cvss-group-incomplete', said, { position, severity: 'warning' });
    }
  }
}

function excerpt(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20).toWellFormed()}…` : text;
}

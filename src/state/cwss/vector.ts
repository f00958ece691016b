/** CWSS vectors (§4): `(TI:H,0.9/AP:A,1.0/…/P:NA,1.0)`, read and written. */
import type { Issue, Parsed, Severity } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { nearest } from '../../core/text/nearest.ts';
import { type CwssFactor, QUANTIFIED } from './factor.ts';
import { CWSS_FACTORS } from './factors.table.ts';
import { CWSS_ISSUES } from './issues.table.ts';

export type CwssIssueCode = keyof typeof CWSS_ISSUES;

/** The value of a factor and the weight that counts for it. */
export interface CwssChoice {
  readonly code: string;
  readonly weight: number;
}

/** All 16 factors by name. */
export type CwssVector = Readonly<Record<string, CwssChoice>>;

/** Reads a vector; with an error there is no value. Several faults are found at once. */
export function parseCwss(text: string): Parsed<CwssVector, CwssIssueCode> {
  return new VectorReading().read(text);
}

/** Writes a vector with code and weight of each factor, in the order of the standard. */
export function formatCwss(vector: CwssVector): string {
  const pieces = CWSS_FACTORS.map(({ name }) => {
    const { code = 'UK', weight = 0.5 } = vector[name] ?? {};
    return `${name}:${code},${Number.isInteger(weight) ? weight.toFixed(1) : weight}`;
  });
  return `(${pieces.join('/')})`;
}

class VectorReading {
  readonly #issues: Issue<CwssIssueCode>[] = [];
  readonly #choices: Record<string, CwssChoice> = {};
  readonly #seen = new Set<string>();
  #last = -1;

  read(text: string): Parsed<CwssVector, CwssIssueCode> {
    if (text.trim() === '') this.#add('cwss-empty', 'There is no vector.');
    else if (text.length > LIMITS.cvss.chars) {
      this.#add('cwss-long', `${text.length} characters; ${LIMITS.cvss.chars} are the most.`);
    } else this.#pieces(text);
    const issues = this.#issues;
    if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
    return { ok: true, value: this.#choices, issues };
  }

  #pieces(text: string): void {
    const inner = this.#unwrap(text);
    for (const piece of inner.split('/')) this.#piece(piece);
    for (const { name, title } of CWSS_FACTORS) {
      if (!this.#seen.has(name)) this.#add('cwss-factor-missing', `${name} (${title}) is missing.`);
    }
  }

  #unwrap(text: string): string {
    const [opens, closes] = [text.startsWith('('), text.endsWith(')')];
    if (opens && closes) return text.slice(1, -1);
    const severity = opens === closes ? 'warning' : 'error';
    this.#add('cwss-parentheses', 'The vector does not stand in parentheses.', severity);
    return text.slice(opens ? 1 : 0, closes ? -1 : undefined);
  }

  #piece(piece: string): void {
    const [name = '', rest, ...more] = piece.split(':');
    if (name === '' || rest === undefined || more.length > 0) {
      this.#add('cwss-syntax', `"${excerpt(piece)}" is not factor:value,weight.`);
      return;
    }
    const at = CWSS_FACTORS.findIndex((factor) => factor.name === name);
    const factor = CWSS_FACTORS[at];
    if (factor === undefined) {
      const close = nearest(
        name.slice(0, 8),
        CWSS_FACTORS.map((known) => known.name),
      );
      const hint = close === null ? '' : ` Did you mean ${close}?`;
      this.#add('cwss-factor-unknown', `There is no factor "${excerpt(name)}".${hint}`);
      return;
    }
    if (this.#seen.has(name)) {
      this.#add('cwss-factor-repeated', `${name} is given again.`);
      return;
    }
    this.#seen.add(name);
    if (at < this.#last) {
      const before = CWSS_FACTORS[this.#last]?.name;
      this.#add('cwss-order', `${name} stands before ${before} in the standard.`, 'warning');
    }
    this.#last = Math.max(this.#last, at);
    this.#choice(factor, rest);
  }

  #choice(factor: CwssFactor, text: string): void {
    const { name, values } = factor;
    const [code = '', written, ...more] = text.split(',');
    if (more.length > 0) {
      this.#add('cwss-syntax', `"${excerpt(`${name}:${text}`)}" has more than one weight.`);
      return;
    }
    const value = values.find(([known]) => known === code);
    if (value === undefined && code !== QUANTIFIED) {
      const codes = [...values.map(([known]) => known), QUANTIFIED].join(', ');
      this.#add('cwss-value', `${name} has no value "${excerpt(code)}"; it has ${codes}.`);
      return;
    }
    const weight = this.#weight(factor, code, written, value?.[2]);
    if (weight !== null) this.#choices[name] = { code, weight };
  }

  /** The weight that counts: of a quantified factor its own, else the one of the standard. */
  #weight(
    { name }: CwssFactor,
    code: string,
    written: string | undefined,
    own?: number,
  ): number | null {
    if (written === undefined) {
      const said = `${name}:${code} has no weight${own === undefined ? '' : `; ${own} counts`}.`;
      this.#add('cwss-weight-missing', said, own === undefined ? 'error' : 'warning');
      return own ?? null;
    }
    const stated = /^(?:0|1|0?\.[0-9]{1,9}|0\.[0-9]{1,9}|1\.0{1,9})$/.test(written)
      ? Number(written)
      : null;
    if (stated === null) {
      this.#add('cwss-weight', `${name} has the weight "${excerpt(written)}"; 0 to 1 is needed.`);
      return null;
    }
    if (own === undefined) return stated;
    if (stated !== own) {
      const said = `${name}:${code} weighs ${own}, not ${written}; ${own} counts.`;
      this.#add('cwss-weight-differs', said, 'warning');
    }
    return own;
  }

  #add(code: CwssIssueCode, message: string, severity: Severity = 'error'): void {
    if (this.#issues.length >= LIMITS.json.issuesPerRecord) return;
    this.#issues.push({ code, severity, clause: CWSS_ISSUES[code].clause, path: '', message });
  }
}

function excerpt(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

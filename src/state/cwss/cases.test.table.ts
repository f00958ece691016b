/** Cases of our own for CWSS 1.0.1 (ITU-T X.1525). */
import type { Fact, Fault } from '../../core/cases.test.fixture.ts';
import { scoreCwss } from './score.ts';
import { formatCwss, parseCwss } from './vector.ts';

/** Names in the order of the standard, with a middling value each. */
const MIDDLING: Readonly<Record<string, string>> = {
  TI: 'M,0.6',
  AP: 'P,0.9',
  AL: 'S,0.9',
  IC: 'L,0.9',
  FC: 'T,1.0',
  RP: 'RU,0.7',
  RL: 'S,0.9',
  AV: 'L,0.5',
  AS: 'W,0.9',
  IN: 'T,0.9',
  SC: 'M,0.9',
  BI: 'H,0.9',
  DI: 'M,0.6',
  EX: 'L,0.2',
  EC: 'M,0.7',
  P: 'C,0.8',
};
const NAMES = Object.keys(MIDDLING);

/** The middling vector with some factors otherwise; `!` leaves a factor out. */
function vector(changes: Readonly<Record<string, string>> = {}): string {
  const given = { ...MIDDLING, ...changes };
  const pieces = Object.entries(given).filter(([, value]) => value !== '!');
  return `(${pieces.map(([name, value]) => `${name}:${value}`).join('/')})`;
}

/** Every factor with one and the same code, without weights. */
const all = (code: string) =>
  `(${NAMES.map((name) => `${name}:${name === 'AV' && code === 'UK' ? 'U' : code}`).join('/')})`;

const IMPACT = '§2.3.1 Technical Impact';
const QUANTIFIED = '§2.2 Quantified';
const VECTORS = '§4 vectors';

export const FAULTS: readonly Fault<string>[] = [
  [VECTORS, '', 'cwss-empty '],
  [VECTORS, '\t\n ', 'cwss-empty '],
  [VECTORS, `(${'TI:C,1.0/'.repeat(1_000)})`, 'cwss-long '],
  [VECTORS, vector().slice(1), 'cwss-parentheses '],
  [VECTORS, vector().slice(0, -1), 'cwss-parentheses '],
  [VECTORS, vector().slice(1, -1), 'cwss-parentheses '],
  [VECTORS, vector({ TI: '!' }), 'cwss-factor-missing '],
  [VECTORS, vector({ SC: '!' }), 'cwss-factor-missing '],
  [VECTORS, vector({ P: '!' }), 'cwss-factor-missing '],
  [VECTORS, vector({ AP: '!', EC: '!' }), 'cwss-factor-missing ', 'cwss-factor-missing '],
  [VECTORS, vector().replace('AL:', 'AP:'), 'cwss-factor-repeated ', 'cwss-factor-missing '],
  [VECTORS, vector().replace('/P:C', '/TI:M,0.6/P:C'), 'cwss-factor-repeated '],
  [VECTORS, vector().replace('TI:M,0.6/AP:P,0.9', 'AP:P,0.9/TI:M,0.6'), 'cwss-order '],
  [VECTORS, `(P:C,0.8/${vector({ P: '!' }).slice(1)}`, ...NAMES.slice(1).map(() => 'cwss-order ')],
  [VECTORS, vector().replace('/AL', '/ /AL'), 'cwss-syntax '],
  [VECTORS, vector().replace(')', '/)'), 'cwss-syntax '],
  [VECTORS, vector().replace('FC:T', 'FC=T'), 'cwss-syntax ', 'cwss-factor-missing '],
  [VECTORS, vector({ IC: 'L,0.9,0.9' }), 'cwss-syntax '],
  [VECTORS, vector({ IC: 'L' }), 'cwss-weight-missing '],
  [VECTORS, vector({ IC: 'L,' }), 'cwss-weight '],
  [VECTORS, vector({ IC: 'L,.9e0' }), 'cwss-weight '],
  [VECTORS, vector({ IC: 'L,90%' }), 'cwss-weight '],
  [VECTORS, vector({ IC: 'L,+0.9' }), 'cwss-weight '],
  ['§2.2 factors', vector().replace('AV:', 'av:'), 'cwss-factor-unknown ', 'cwss-factor-missing '],
  ['§2.2 factors', vector().replace('/P:', '/PR:L,0.5/P:'), 'cwss-factor-unknown '],
  [
    '§2.2 factors',
    vector().replace('/AS:', '/AI:'),
    'cwss-factor-unknown ',
    'cwss-factor-missing ',
  ],
  ['§2.2 Unknown', vector({ TI: 'U,0.5' }), 'cwss-value '],
  ['§2.2 Unknown', vector({ AV: 'UK,0.5' }), 'cwss-value '],
  [QUANTIFIED, vector({ BI: 'Q' }), 'cwss-weight-missing '],
  [QUANTIFIED, vector({ BI: 'Q,1.01' }), 'cwss-weight '],
  [QUANTIFIED, vector({ BI: 'Q,-0.1' }), 'cwss-weight '],
  [QUANTIFIED, vector({ BI: 'q,0.5' }), 'cwss-value '],
  [IMPACT, vector({ TI: 'X,0.6' }), 'cwss-value '],
  [IMPACT, vector({ TI: 'M,0.5' }), 'cwss-weight-differs '],
  ['§2.3.2 Acquired Privilege', vector({ AP: 'RU,0.6' }), 'cwss-weight-differs '],
  ['§2.3.3 Acquired Privilege Layer', vector({ AL: 'H,0.9' }), 'cwss-value '],
  ['§2.3.4 Internal Control', vector({ IC: 'C,0.1' }), 'cwss-weight-differs '],
  ['§2.3.5 Finding Confidence', vector({ FC: 'LF,0.8' }), 'cwss-value '],
  ['§2.4.1 Required Privilege', vector({ RP: 'P,0.9' }), 'cwss-weight-differs '],
  ['§2.4.3 Access Vector', vector({ AV: 'N,1.0' }), 'cwss-value '],
  ['§2.4.4 Authentication Strength', vector({ AS: 'L,0.9' }), 'cwss-value '],
  ['§2.4.5 Level of Interaction', vector({ IN: 'N,0.0' }), 'cwss-value '],
  ['§2.4.6 Deployment Scope', vector({ SC: 'L,0.5' }), 'cwss-value '],
  ['§2.5.2 Likelihood of Discovery', vector({ DI: 'N,0.0' }), 'cwss-value '],
  ['§2.5.4 External Control', vector({ EC: 'C,0.0' }), 'cwss-weight-differs '],
  ['§2.5.5 Prevalence', vector({ P: 'M,0.8' }), 'cwss-value '],
];

/** Base Finding, Attack Surface, Environmental sub-score and score. */
function scores(text: string): unknown {
  const scored = scoreCwss(text);
  if (!scored.ok) return scored.issues;
  const { base, attackSurface, environmental, score } = scored.value;
  return [base, attackSurface, environmental, score];
}

const rewritten = (text: string) => {
  const parsed = parseCwss(text);
  return parsed.ok ? formatCwss(parsed.value) : null;
};

const BASE = '§3.1 Base Finding';
const SURFACE = '§3.2 Attack Surface';
const AROUND = '§3.3 Environmental';

/**
 * By hand from §3. The middling vector: (6 + 9 + 5) × 0.9 × 4 = 72; (42 + 18 + 13.5 + 4.5) / 100 =
 * 0.78; (9 + 1.8 + 0.8 + 2.4) × 0.7 / 20 = 0.49; 72 × 0.78 × 0.49 = 27.5184.
 */
export const FACTS: readonly Fact<string>[] = [
  ['§3 score', vector(), scores, [72, 0.78, 0.49, 27.5]],
  [BASE, vector({ TI: 'C,1.0' }), scores, [86.4, 0.78, 0.49, 33]],
  [BASE, vector({ TI: 'N,0.0' }), scores, [0, 0.78, 0.49, 0]],
  [BASE, vector({ AP: 'L,0.6' }), scores, [66.6, 0.78, 0.49, 25.5]],
  [BASE, vector({ AP: 'D,0.7' }), scores, [68.4, 0.78, 0.49, 26.1]],
  [BASE, vector({ AL: 'N,0.7' }), scores, [68.4, 0.78, 0.49, 26.1]],
  [BASE, vector({ AL: 'E,1.0' }), scores, [73.8, 0.78, 0.49, 28.2]],
  [BASE, vector({ IC: 'M,0.7' }), scores, [56, 0.78, 0.49, 21.4]],
  [BASE, vector({ IC: 'I,0.5' }), scores, [40, 0.78, 0.49, 15.3]],
  [BASE, vector({ IC: 'B,0.3' }), scores, [24, 0.78, 0.49, 9.2]],
  [BASE, vector({ IC: 'C,0.0' }), scores, [0, 0.78, 0.49, 0]],
  [BASE, vector({ FC: 'LT,0.8' }), scores, [68.4, 0.78, 0.49, 26.1]],
  [BASE, vector({ FC: 'F,0.0' }), scores, [54, 0.78, 0.49, 20.6]],
  [BASE, vector({ FC: 'Q,0.25' }), scores, [58.5, 0.78, 0.49, 22.4]],
  [SURFACE, vector({ RP: 'N,1.0' }), scores, [72, 0.84, 0.49, 29.6]],
  [SURFACE, vector({ RP: 'P,0.6' }), scores, [72, 0.76, 0.49, 26.8]],
  [SURFACE, vector({ RP: 'A,0.1' }), scores, [72, 0.66, 0.49, 23.3]],
  [SURFACE, vector({ RL: 'A,1.0' }), scores, [72, 0.8, 0.49, 28.2]],
  [SURFACE, vector({ AV: 'I,1.0' }), scores, [72, 0.88, 0.49, 31]],
  [SURFACE, vector({ AV: 'V,0.8' }), scores, [72, 0.84, 0.49, 29.6]],
  [SURFACE, vector({ AV: 'A,0.7' }), scores, [72, 0.82, 0.49, 28.9]],
  [SURFACE, vector({ AV: 'P,0.2' }), scores, [72, 0.72, 0.49, 25.4]],
  [SURFACE, vector({ AS: 'S,0.7' }), scores, [72, 0.77, 0.49, 27.2]],
  [SURFACE, vector({ AS: 'M,0.8' }), scores, [72, 0.775, 0.49, 27.3]],
  [SURFACE, vector({ IN: 'O,0.3' }), scores, [72, 0.69, 0.49, 24.3]],
  [SURFACE, vector({ IN: 'NI,0.0' }), scores, [72, 0.645, 0.49, 22.8]],
  [SURFACE, vector({ IN: 'D,0.55' }), scores, [72, 0.7275, 0.49, 25.7]],
  [SURFACE, vector({ SC: 'R,0.5' }), scores, [72, 0.7, 0.49, 24.7]],
  [SURFACE, vector({ SC: 'D,0.7' }), scores, [72, 0.74, 0.49, 26.1]],
  [AROUND, vector({ BI: 'C,1.0' }), scores, [72, 0.78, 0.525, 29.5]],
  [AROUND, vector({ BI: 'L,0.3' }), scores, [72, 0.78, 0.28, 15.7]],
  [AROUND, vector({ BI: 'N,0.0' }), scores, [72, 0.78, 0, 0]],
  [AROUND, vector({ DI: 'H,1.0' }), scores, [72, 0.78, 0.532, 29.9]],
  [AROUND, vector({ EX: 'H,1.0' }), scores, [72, 0.78, 0.602, 33.8]],
  [AROUND, vector({ EX: 'N,0.0' }), scores, [72, 0.78, 0.462, 25.9]],
  [AROUND, vector({ P: 'W,1.0' }), scores, [72, 0.78, 0.511, 28.7]],
  [AROUND, vector({ P: 'UK,0.5' }), scores, [72, 0.78, 0.4585, 25.7]],
  [AROUND, vector({ EC: 'N,1.0' }), scores, [72, 0.78, 0.7, 39.3]],
  [AROUND, vector({ EC: 'D,0.6' }), scores, [72, 0.78, 0.42, 23.6]],
  [AROUND, vector({ EC: 'C,0.1' }), scores, [72, 0.78, 0.07, 3.9]],
  ['§2.2 Unknown', all('UK'), scores, [25, 0.5, 0.25, 3.1]],
  ['§2.2 Not Applicable', all('NA'), scores, [100, 1, 1, 100]],
  ['§2.2 Default', all('D'), scores, [43.2, 0.735, 0.3825, 12.1]],
  // The weight of the standard counts, not the one that is written.
  [IMPACT, vector({ TI: 'M,0.9' }), scores, [72, 0.78, 0.49, 27.5]],
  [VECTORS, vector({ TI: 'M' }), scores, [72, 0.78, 0.49, 27.5]],
  [VECTORS, vector({ TI: 'M' }), rewritten, vector()],
  [VECTORS, vector().slice(1, -1), rewritten, vector()],
  [VECTORS, vector({ FC: 'T,1' }), rewritten, vector()],
];

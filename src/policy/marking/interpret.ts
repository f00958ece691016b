/**
 * From the markings that a record declares to its label. Codecs declare, nothing but this module
 * says what a marking means.
 */
import { type Label, type Pap, TLP_LEVELS, type Tlp } from '../../core/label.ts';
import { LIMITS } from '../../core/limits.ts';
import type { DeclaredMarkings, MarkingDefinition } from '../../core/record.ts';
import { parseIep } from '../iep/policy.ts';
import type { RuleId } from '../rules.ts';
import { stricterPap, stricterTlp } from '../tlp/levels.ts';
import { officialMarking } from '../tlp/markings.ts';
import { parsePap, parseTlp } from '../tlp/text.ts';
import { isShallow, sortedSet } from './canonical.ts';

export interface InterpretContext {
  /** Organisation that delivered the record. */
  readonly owner: string;
  /** The source's own id of the creator. */
  readonly creator?: string | undefined;
  /**
   * Definitions by marking id. The caller gives only those that the owner organisation delivered
   * itself or that the operator installed. A definition says how far a record may go, so a
   * stranger's definition of someone else's marking would let him widen it: where two come under
   * one id, the owner's own counts, and a stranger's never.
   */
  readonly definitions: ReadonlyMap<string, MarkingDefinition>;
  /** TLP of what states none: the collection's or the delivery's default; AMBER when absent (R6). */
  readonly unmarked?: Tlp | undefined;
  /** Embargo (RFC 3339): nobody but the owner before `from` and from `until` on. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** One rule that shaped the label, and the marking that it spoke about (empty: the record). */
export interface AppliedRule {
  readonly id: RuleId;
  readonly marking: string;
}

export interface Interpretation {
  /** Not in normal form yet: join it with the floor of the collection (`joinFloor`). */
  readonly label: Label;
  /** In order of application. */
  readonly rules: readonly AppliedRule[];
  /** Ids that no definition was there for, sorted; a late one can change the label. */
  readonly missing: readonly string[];
}

/** The label of a record by its own markings (R6, R8, R9, R23, R26). */
export function interpret(declared: DeclaredMarkings, context: InterpretContext): Interpretation {
  const whole = read(declared.object, context);
  // A granular marking without a marking id states a language, which restricts nothing.
  const refs = declared.granular.map((granular) => granular.marking).filter((id) => id !== '');
  const parts = read(refs, context);
  const base = whole.tlp ?? defaultTlp(declared, context);
  const pap = stricterPap(whole.pap, parts.pap);
  const iep = [...whole.iep, ...parts.iep];
  const label: Label = {
    tlp: parts.tlp === undefined ? base : stricterTlp(base, parts.tlp),
    audience: null,
    ...(pap === undefined ? {} : { pap }),
    owner: context.owner,
    ...(context.creator === undefined ? {} : { creator: context.creator }),
    unknown: bounded([...whole.unknown, ...parts.unknown]),
    ...(iep.length === 0 ? {} : { iep }),
    ...(context.from === undefined ? {} : { from: context.from }),
    ...(context.until === undefined ? {} : { until: context.until }),
  };
  return {
    label,
    rules: spoken(declared, whole, parts),
    missing: sortedSet([...whole.missing, ...parts.missing]),
  };
}

/**
 * R6: what states no TLP takes the default of the way it came by. A marking definition is not
 * information about anything: whoever may read a record must be able to read what its markings
 * mean, so it starts CLEAR and only the collection's floor (or markings of its own) holds it back.
 */
function defaultTlp(declared: DeclaredMarkings, context: InterpretContext): Tlp {
  if (declared.defines !== undefined) return 'CLEAR';
  const unmarked = context.unmarked ?? 'AMBER';
  return TLP_LEVELS.includes(unmarked) ? unmarked : 'RED';
}

interface Reading {
  tlp: Tlp | undefined;
  pap: Pap | undefined;
  iep: Readonly<Record<string, unknown>>[];
  unknown: string[];
  missing: string[];
  rules: AppliedRule[];
}

/** R8: all markings hold at once: the highest TLP, the highest PAP, every IEP, every unknown. */
function read(ids: readonly string[], context: InterpretContext): Reading {
  const reading: Reading = {
    tlp: undefined,
    pap: undefined,
    iep: [],
    unknown: [],
    missing: [],
    rules: [],
  };
  for (const id of new Set(ids)) readOne(id, context, reading);
  return reading;
}

function readOne(id: string, context: InterpretContext, into: Reading): void {
  const official = officialMarking(id);
  // The official ids mean what their publishers say, whatever a delivered definition claims.
  if (official !== undefined) {
    if ('tlp' in official) stateTlp(official.tlp, id, into);
    else statePap(official.pap, id, into);
    return;
  }
  const definition = context.definitions.get(id);
  if (definition === undefined) into.missing.push(id);
  if (definition !== undefined && applyDefinition(definition, id, into)) return;
  into.unknown.push(id);
  into.rules.push({ id: 'R8', marking: id });
}

/** False when something in the definition cannot be understood: the marking is then unknown. */
function applyDefinition(definition: MarkingDefinition, id: string, into: Reading): boolean {
  const tlp = definition.tlp === undefined ? undefined : parseTlp(definition.tlp);
  const pap = definition.pap === undefined ? undefined : parsePap(definition.pap);
  const { iep } = definition;
  if (tlp === null || pap === null) return false;
  if (iep !== undefined && !(isShallow(iep) && stateIep(iep, id, into))) return false;
  if (tlp !== undefined) stateTlp(tlp, id, into);
  if (pap !== undefined) statePap(pap, id, into);
  if (tlp !== undefined || pap !== undefined || iep !== undefined) return true;
  // STIX 2.1 §7.2.1.3: a statement is text for people (copyright, terms of use).
  if (definition.kind !== 'statement') return false;
  into.rules.push({ id: 'statement', marking: id });
  return true;
}

function stateTlp(tlp: Tlp, marking: string, into: Reading): void {
  into.tlp = into.tlp === undefined ? tlp : stricterTlp(into.tlp, tlp);
  into.rules.push({ id: 'tlp', marking });
}

function statePap(pap: Pap, marking: string, into: Reading): void {
  into.pap = stricterPap(into.pap, pap);
  into.rules.push({ id: 'R26', marking });
}

/** R23: kept as it came; its TLP holds like one stated by a TLP marking. */
function stateIep(
  statement: Readonly<Record<string, unknown>>,
  marking: string,
  into: Reading,
): boolean {
  const { policy } = parseIep(statement);
  if (policy === null) return false;
  if (policy.tlp !== undefined) stateTlp(policy.tlp, marking, into);
  into.iep.push(statement);
  into.rules.push({ id: 'R23', marking });
  return true;
}

function spoken(declared: DeclaredMarkings, whole: Reading, parts: Reading): AppliedRule[] {
  const rules = [...whole.rules];
  if (whole.tlp === undefined) {
    rules.push({ id: declared.defines === undefined ? 'R6' : 'R6-definition', marking: '' });
  }
  for (const rule of parts.rules) rules.push({ id: 'R9', marking: rule.marking }, rule);
  if (declared.unresolvedSelectors) rules.push({ id: 'R9-selectors', marking: '' });
  return rules;
}

/** One unknown marking already means owner only, so the list may be cut; it never becomes empty. */
function bounded(unknown: readonly string[]): readonly string[] {
  return sortedSet(unknown).slice(0, LIMITS.label.markingsPerRecord);
}

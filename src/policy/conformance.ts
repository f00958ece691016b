/** What the marking standards ask of a receiver, as far as this cluster answers it. */
import type { PolicyIssueCode } from './issues.ts';

export interface PolicyConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly PolicyIssueCode[];
  /** Rules that see to it. */
  readonly note: string;
}

export const POLICY_CONFORMANCE: readonly PolicyConformanceRow[] = [
  {
    clause: 'TLP 2.0, TLP:RED',
    level: 'MUST',
    meaning: 'Recipients do not share it with anyone else: it is for their eyes only.',
    codes: [],
    note: 'R3, R3-channel, R3-automation, R3-use.',
  },
  {
    clause: 'TLP 2.0, TLP:AMBER+STRICT',
    level: 'MUST',
    meaning: 'Sharing is restricted to the organisation.',
    codes: [],
    note: 'R4, R4-use.',
  },
  {
    clause: 'TLP 2.0, TLP:AMBER',
    level: 'MUST',
    meaning: 'Recipients share it with their own organisation and its clients, by need to know.',
    codes: [],
    note: 'R5-amber, R5-forward.',
  },
  {
    clause: 'TLP 2.0, TLP:GREEN',
    level: 'MUST',
    meaning: 'It circulates within the community, not by publicly accessible channels.',
    codes: [],
    note: 'R5-green.',
  },
  {
    clause: 'TLP 2.0, TLP:CLEAR',
    level: 'MAY',
    meaning: 'Recipients spread it to the world.',
    codes: [],
    note: 'R5-clear; TLP 1.0 WHITE is read as CLEAR.',
  },
  {
    clause: 'STIX 2.1 §7.2.1.3',
    level: 'MAY',
    meaning: 'A statement marking is text for people; it carries no machine-readable restriction.',
    codes: [],
    note: 'It sets no level, so that the default for the unmarked holds (R6).',
  },
  {
    clause: 'STIX 2.1 §7.2.1.4',
    level: 'MUST',
    meaning: 'TLP levels are stated by the published marking definitions with their fixed ids.',
    codes: [],
    note: 'An id that is nearly one of them is an unknown marking (R8).',
  },
  {
    clause: 'STIX 2.1 §7.2.2',
    level: 'MUST',
    meaning: 'Object markings apply to the object and all its content, and all of them hold.',
    codes: [],
    note: 'R8.',
  },
  {
    clause: 'STIX 2.1 §7.2.3',
    level: 'MUST',
    meaning: 'Granular markings apply to the parts that their selectors name.',
    codes: [],
    note: 'The record is withheld whole at the highest level of its parts (R9).',
  },
  {
    clause: 'IEP 2.0 policy statements',
    level: 'MUST',
    meaning: 'Recipients keep to the statements of the policy that information carries.',
    codes: ['iep-unknown-value', 'iep-nothing-stated'],
    note: 'R23; of several policies the strictest value of each statement.',
  },
  {
    clause: 'IEP 2.0 start_date, end_date',
    level: 'MUST',
    meaning: 'A policy is effective from its start date until its end date.',
    codes: ['iep-bad-date'],
    note: 'R23-dates.',
  },
];

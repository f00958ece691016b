/** Where a rule leaves something open: how it is read here, and why. Rows of docs/divergences.md. */

export interface PolicyDivergence {
  readonly rule: string;
  readonly reading: string;
  readonly why: string;
}

export const POLICY_DIVERGENCES: readonly PolicyDivergence[] = [
  {
    rule: 'R5, R20',
    reading:
      'A lower TLP never gives less: whoever AMBER reaches, GREEN and CLEAR with the same audience reach too, registered clients included.',
    why: 'Otherwise a second, stricter marking would show a record to somebody who did not see it before, and joining labels could widen.',
  },
  {
    rule: 'R5',
    reading:
      'AMBER without an audience reaches the owner and the owner’s clients; with one, the owner, whom it names, and clients of the organisations it names. The owner’s clients then need to be named, or the owner has to name itself.',
    why: 'An audience restricts at every level, and an empty or mistyped one must be nobody.',
  },
  {
    rule: 'R3, R4',
    reading:
      'A person named in the audience is admitted at every level, on every channel that the level allows; at RED only a principal of kind person, interactively or by RID.',
    why: 'Naming a person is the narrowest permission there is; a stricter level must not reach him while a lower one does not.',
  },
  {
    rule: 'R3',
    reading:
      'RED without named persons is readable by nobody, its owner organisation included; the owner keeps the original that it sent.',
    why: 'RED is personal: an organisation account is not a person, and a feed that gives it back is a feed that carries RED.',
  },
  {
    rule: 'R5',
    reading:
      'A principal with assurance "none", of kind anonymous, or without an organisation is unauthenticated and reads CLEAR without an audience only.',
    why: 'GREEN and above are for authenticated organisations; who did not prove an identity has none.',
  },
  {
    rule: 'R6',
    reading:
      'A record that carries statement, PAP or unknown markings only counts as unmarked for the TLP default; an IEP policy that states a TLP marks it.',
    why: 'Public catalogues carry a copyright statement and no TLP; they are published by stating the default (import --tlp CLEAR).',
  },
  {
    rule: 'R6',
    reading:
      'A marking definition has the base CLEAR, so that only the collection’s floor or markings of its own hold it back.',
    why: 'A reader of a record has to be able to read what its markings mean.',
  },
  {
    rule: 'R6',
    reading:
      'Whether an unmarked foreign record is forwarded is decided by its label (AMBER by default), which already confines forwarding to clients.',
    why: 'A label says what holds, not how it came to be so; source profiles belong to the connector.',
  },
  {
    rule: 'R8',
    reading:
      'Only the exact official ids are TLP and PAP by themselves. A definition that the owner or the operator gave under another id is applied when its level can be read; an official id never takes its meaning from a delivered definition.',
    why: 'Near-miss ids exist in public code; a definition by a stranger would let him widen another’s marking.',
  },
  {
    rule: 'R9',
    reading:
      'A record with granular markings is withheld whole, at the highest level of its parts; the unmarked rest takes the default. A granular marking in an earlier place of the list does not override the record’s own.',
    why: 'STIX lets a granular marking lower a part; withholding whole, only the maximum is safe.',
  },
  {
    rule: 'R8, R11',
    reading:
      'Joining a label with an audience and one without keeps only whom the second lets stay: everyone at CLEAR, communities at GREEN, nobody but a common owner above. Audiences are intersected by id, without resolving members.',
    why: 'Who sees the join must see both parts; the result may be narrower than it could be, never wider.',
  },
  {
    rule: 'B.2 (collection floor)',
    reading:
      'Placing a record in a collection addresses it to the collection’s audience where the source named no one; a named audience is intersected with the collection’s. The floor never names persons for RED.',
    why: 'That is how AMBER is shared in a community: the source chooses the collection. An organisation named by the source and a community named by the floor have no id in common, so such a record stays with its owner.',
  },
  {
    rule: 'R8, B.2',
    reading:
      'Embargo and unknown markings are gates of their own: the owner organisation passes them, the level decides afterwards. The owner reads and exports such a record, and neither forwards it nor looks anything up with third parties by it.',
    why: 'RED under embargo must not become readable by the owner’s whole organisation; “the owner only” would be void if the owner passed it on before the time or without knowing what the marking asks.',
  },
  {
    rule: 'R13',
    reading:
      'Without maxTlp and maxPap, forward, export, enrich and every act of a machine are capped at CLEAR; a person who acts interactively is capped only by what is given. Reading is capped by maxTlp when it is given, by PAP never.',
    why: 'The rule speaks of connectors, enrichers, feeds and playbook steps; a hand at a console is none, and reading is invisible to an attacker.',
  },
  {
    rule: 'R7, R5',
    reading:
      'Forwarding: RED and AMBER+STRICT never; AMBER by its owner, or by a receiver for the purpose "clients"; GREEN and CLEAR by whoever reads them, up to the cap; a record with an audience by its owner only.',
    why: 'The destination is not part of the question: the cap says what it is trusted with, and TLP says who may widen a circle.',
  },
  {
    rule: 'R7',
    reading: 'Anonymous principals read and do nothing else, not even with CLEAR.',
    why: 'Forwarding, acting and exporting here are services of the hub; TLP:CLEAR binds nobody outside it.',
  },
  {
    rule: 'R26',
    reading:
      'A PAP that nobody stated restricts nothing. Acting needs PAP GREEN or lower, enriching AMBER or lower.',
    why: 'PAP is optional in every format that carries it; a collection’s floor can state one.',
  },
  {
    rule: 'R23',
    reading:
      'An IEP member that is not stated restricts nothing; one that is stated and unknown takes its strictest value; a statement without any policy (a reference) makes the marking unknown, while one that states its dates alone is a policy. An act counts as externally visible and direct unless the purpose says otherwise.',
    why: 'IEP says to ask the provider when in doubt, which a program cannot.',
  },
  {
    rule: 'R23',
    reading:
      'IEP binds forwarding, exporting, acting and enriching, also by the owner, who may be a relay; its TLP is joined into the label; it does not hide from reading.',
    why: 'The owner is who delivered the record here, not always its author.',
  },
  {
    rule: 'R2, R22',
    reading:
      'Writing needs the role contributor or org-admin and the own organisation’s label; operator and site-admin write nothing by role.',
    why: 'An org-admin can make a contributor of himself, so keeping him out would protect nothing.',
  },
  {
    rule: 'R15',
    reading:
      'Reading hidden and asking for the absent are one answer; explanations are for the owner and the operator’s preview, never part of a denial.',
    why: 'A reason would tell that there is something.',
  },
];

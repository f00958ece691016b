/** What can be wrong with SSVC inputs, tables and selections; docs/errors.md is made from it. */
export const SSVC_ISSUES = {
  'ssvc-table-unknown': {
    clause: 'SSVC decision tables',
    meaning: 'There is no shipped decision table of this name.',
    remedy: 'The message lists them; or give the table itself as JSON.',
  },
  'ssvc-point-unknown': {
    clause: 'SSVC decision points',
    meaning: 'The table has no such decision point.',
    remedy: 'The message lists its points.',
  },
  'ssvc-point-version': {
    clause: 'SSVC decision points',
    meaning: 'The value is of another version of the decision point than the table uses.',
    remedy: 'Decide it anew by the version that the message names.',
  },
  'ssvc-value-unknown': {
    clause: 'SSVC decision points',
    meaning: 'The decision point has no such value.',
    remedy: 'The message lists its values.',
  },
  'ssvc-assumed': {
    clause: 'SSVC decision points',
    meaning: 'A decision point has no value, so that all of its values were followed.',
    remedy: 'Find out its value: fewer outcomes remain.',
  },
  'ssvc-id': {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    meaning: 'A decision point stands under another id than its namespace, key and version make.',
    remedy: 'Use namespace:key:version as the name of the member.',
  },
  'ssvc-repeated': {
    clause: 'SSVC schema 2.0.0, DecisionPoint and DecisionTable',
    meaning: 'A value key or a combination of values is given twice.',
    remedy: 'Keep one of them.',
  },
  'ssvc-outcome': {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    meaning: 'The outcome is no decision point of the table.',
    remedy: 'Name one that stands in decision_points.',
  },
  'ssvc-row': {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    meaning: 'A row of the mapping lacks a decision point, has another, or an unknown value.',
    remedy: 'Each row gives each decision point of the table one of its values.',
  },
  'ssvc-not-total': {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    meaning: 'Combinations of values have no row.',
    remedy: 'Add rows: a decision table covers every combination.',
  },
  'ssvc-too-large': {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    meaning: 'The table has more combinations than are read here.',
    remedy: 'Split the table.',
  },
  'ssvc-order': {
    clause: 'SSVC, decision points are ordered sets',
    meaning: 'A more urgent input leads to a less urgent outcome.',
    remedy: 'Check whether it is meant: in an ordered table it is not.',
  },
} as const;

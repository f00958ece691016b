/** Findings on the shape of a document: what a published schema says, in one vocabulary. */
import type { Severity } from '../issue.ts';

export type ShapeIssueCode =
  | 'shape-type'
  | 'shape-missing'
  | 'shape-unknown'
  | 'shape-name'
  | 'shape-word'
  | 'shape-form'
  | 'shape-length'
  | 'shape-count'
  | 'shape-repeated'
  | 'shape-range'
  | 'shape-alternative';

export interface ShapeIssueMeaning {
  /** The clause stands in the finding: it is the one of the format. */
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const clause = 'the clause of the format';
const severity: Severity = 'error';

export const SHAPE_ISSUES: Record<ShapeIssueCode, ShapeIssueMeaning> = {
  'shape-type': {
    clause,
    severity,
    meaning: 'The value is of another JSON type than the format asks for here.',
    remedy: 'Write a value of the type that the message names.',
  },
  'shape-missing': {
    clause,
    severity,
    meaning: 'A member that the format demands is not there.',
    remedy: 'Add the member.',
  },
  'shape-unknown': {
    clause,
    severity,
    meaning: 'The format has no such member here, and allows no others.',
    remedy: 'Correct the name, or move what it says to where the format provides for it.',
  },
  'shape-name': {
    clause,
    severity,
    meaning: 'The name of the member is not of the form that the format asks for.',
    remedy: 'Rename the member.',
  },
  'shape-word': {
    clause,
    severity,
    meaning: 'The value is not one of those that the format lists.',
    remedy: 'Use one of the values of the list.',
  },
  'shape-form': {
    clause,
    severity,
    meaning: 'The text is not of the form that the format asks for.',
    remedy: 'Write it as the example in the message shows.',
  },
  'shape-length': {
    clause,
    severity,
    meaning: 'The text is shorter or longer than the format allows.',
    remedy: 'Bring it within the bounds that the message names.',
  },
  'shape-count': {
    clause,
    severity,
    meaning: 'A list or an object has fewer or more entries than the format allows.',
    remedy: 'Add or remove entries; leave an empty list out altogether.',
  },
  'shape-repeated': {
    clause,
    severity,
    meaning: 'Two entries of a list are equal where the format wants each only once.',
    remedy: 'Remove one of them.',
  },
  'shape-range': {
    clause,
    severity,
    meaning: 'The number is outside the range that the format allows.',
    remedy: 'Bring it within the bounds that the message names.',
  },
  'shape-alternative': {
    clause,
    severity,
    meaning: 'The value fits none of the alternatives of the format, or several exclusive ones.',
    remedy: 'Give exactly what one of the alternatives asks for.',
  },
};

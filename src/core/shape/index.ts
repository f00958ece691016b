/** What a format asks of a JSON value, as tables (types, members, words, forms, counts). */
export {
  DATE,
  DATE_TIME,
  EMAIL,
  type Form,
  IRI_REFERENCE,
  pattern,
  URI,
  URI_REFERENCE,
  UUID,
} from './form.ts';
export { SHAPE_ISSUES, type ShapeIssueCode, type ShapeIssueMeaning } from './issues.ts';
export {
  anyMember,
  byMember,
  type Members,
  object,
  oneMember,
  type Required,
  type Rest,
  required,
  together,
} from './object.ts';
export { sameKey } from './same.ts';
export {
  type Alternatives,
  anything,
  checkShape,
  either,
  every,
  exactly,
  flag,
  integer,
  type ListBounds,
  later,
  list,
  type NumberBounds,
  number,
  quoted,
  type Shape,
  type TextBounds,
  text,
  under,
  word,
} from './shape.ts';
export { Walk } from './walk.ts';

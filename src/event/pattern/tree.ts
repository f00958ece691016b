/**
 * The syntax tree of a pattern (STIX 2.1 §9). Parentheses leave no node: nesting says the same.
 * `at` is the offset of a node in the text it was read from, in UTF-16 code units; trees made by
 * hand write 0. Everything else of a node is its meaning.
 */

export type PatternVersion = '2.0' | '2.1';

export interface Pattern {
  readonly kind: 'pattern';
  readonly version: PatternVersion;
  readonly expression: ObservationExpression;
}

/** STIX 2.1 §9.5: what one or several observations must show. */
export type ObservationExpression = Observation | ObservationOperation | Qualified;

/** `[ … ]`: matches one observation. */
export interface Observation {
  readonly kind: 'observation';
  readonly at: number;
  readonly expression: ComparisonExpression;
}

export type ObservationOperator = 'AND' | 'OR' | 'FOLLOWEDBY';

/** Two or more operands, applied from left to right (§9.5.2). */
export interface ObservationOperation {
  readonly kind: 'operation';
  readonly at: number;
  readonly operator: ObservationOperator;
  readonly operands: readonly ObservationExpression[];
}

/** An expression with the qualifiers that follow it, the innermost first (§9.5.1). */
export interface Qualified {
  readonly kind: 'qualified';
  readonly at: number;
  readonly expression: ObservationExpression;
  readonly qualifiers: readonly Qualifier[];
}

export type Qualifier = Within | Repeats | StartStop;

export interface Within {
  readonly kind: 'within';
  readonly at: number;
  readonly seconds: IntegerConstant | FloatConstant;
}

export interface Repeats {
  readonly kind: 'repeats';
  readonly at: number;
  readonly times: number;
}

/** From `start` on and before `stop`. */
export interface StartStop {
  readonly kind: 'start-stop';
  readonly at: number;
  readonly start: TimestampConstant;
  readonly stop: TimestampConstant;
}

/** STIX 2.1 §9.6: what one object must show. */
export type ComparisonExpression = Comparison | BooleanOperation;

export interface BooleanOperation {
  readonly kind: 'boolean-operation';
  readonly at: number;
  readonly operator: 'AND' | 'OR';
  readonly operands: readonly ComparisonExpression[];
}

export type Comparison = ValueComparison | StringComparison | SetComparison | Existence;

export type ValueOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type StringOperator = 'LIKE' | 'MATCHES' | 'ISSUBSET' | 'ISSUPERSET';
export type ComparisonOperator = ValueOperator | StringOperator | 'IN' | 'EXISTS';

interface ComparisonBase {
  readonly kind: 'comparison';
  readonly at: number;
  readonly path: ObjectPath;
  /** True when NOT stands before the operator. */
  readonly negated: boolean;
}

export interface ValueComparison extends ComparisonBase {
  readonly operator: ValueOperator;
  readonly value: Constant;
}

export interface StringComparison extends ComparisonBase {
  readonly operator: StringOperator;
  readonly value: StringConstant;
}

export interface SetComparison extends ComparisonBase {
  readonly operator: 'IN';
  readonly values: readonly Constant[];
}

export interface Existence extends ComparisonBase {
  readonly operator: 'EXISTS';
}

/** STIX 2.1 §9.7: the first step is always a key. */
export interface ObjectPath {
  readonly kind: 'path';
  readonly at: number;
  /** Type of the object where the path starts, e.g. `network-traffic`. */
  readonly type: string;
  readonly steps: readonly PathStep[];
}

export type PathStep =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  /** `[*]`: any item of the list. */
  | { readonly kind: 'any' };

/** STIX 2.1 §9.2. */
export type Constant =
  | BooleanConstant
  | BinaryConstant
  | HexConstant
  | IntegerConstant
  | FloatConstant
  | StringConstant
  | TimestampConstant;

export interface BooleanConstant {
  readonly kind: 'boolean';
  readonly at: number;
  readonly value: boolean;
}

/** Octets as base64 (RFC 4648 §4) without line feeds; `constantBytes` decodes. */
export interface BinaryConstant {
  readonly kind: 'binary';
  readonly at: number;
  readonly base64: string;
}

/** Octets as lower-case hexadecimal; `constantBytes` decodes. */
export interface HexConstant {
  readonly kind: 'hex';
  readonly at: number;
  readonly hex: string;
}

/** Within ±(2^53 − 1). */
export interface IntegerConstant {
  readonly kind: 'integer';
  readonly at: number;
  readonly value: number;
}

export interface FloatConstant {
  readonly kind: 'float';
  readonly at: number;
  readonly value: number;
  /** The decimal number without needless zeros, e.g. `7.0`: keeps digits that `value` cannot. */
  readonly decimal: string;
}

export interface StringConstant {
  readonly kind: 'string';
  readonly at: number;
  readonly value: string;
}

/** As written between the apostrophes, e.g. `2014-01-13T07:03:17Z`. */
export interface TimestampConstant {
  readonly kind: 'timestamp';
  readonly at: number;
  readonly value: string;
}

export type PatternNode =
  | Pattern
  | ObservationExpression
  | Qualifier
  | ComparisonExpression
  | ObjectPath
  | Constant;

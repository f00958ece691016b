/** OVAL 5 as it is evaluated: definitions, tests, objects, states, variables. */
import type {
  OvalCheck,
  OvalClass,
  OvalDatatype,
  OvalExistence,
  OvalOperation,
  OvalOperator,
  OvalSetOperator,
} from './words.ts';

export interface OvalReference {
  /** E.g. `CVE`, `CPE`, `RHSA`. */
  readonly source: string;
  readonly id: string;
  readonly url: string;
}

export interface OvalAffected {
  readonly family: string;
  readonly platforms: readonly string[];
  readonly products: readonly string[];
}

export interface OvalDefinition {
  readonly id: string;
  readonly version: string;
  readonly class: OvalClass;
  readonly deprecated: boolean;
  readonly title: string;
  readonly description: string;
  readonly affected: readonly OvalAffected[];
  readonly references: readonly OvalReference[];
  readonly criteria: OvalCriteria | null;
}

export type OvalCriteriaNode = OvalCriteria | OvalCriterion | OvalExtend;

interface Negatable {
  readonly negate: boolean;
  readonly comment: string;
  readonly applicability: boolean | null;
}

export interface OvalCriteria extends Negatable {
  readonly kind: 'criteria';
  readonly operator: OvalOperator;
  readonly children: readonly OvalCriteriaNode[];
}

export interface OvalCriterion extends Negatable {
  readonly kind: 'criterion';
  readonly test: string;
}

export interface OvalExtend extends Negatable {
  readonly kind: 'extend_definition';
  readonly definition: string;
}

interface Part {
  readonly id: string;
  readonly version: string;
  /** Component of the namespace, e.g. `linux`. */
  readonly component: string;
  /** Local name, e.g. `dpkginfo_test`. */
  readonly name: string;
  readonly comment: string;
  readonly deprecated: boolean;
}

export interface OvalTest extends Part {
  readonly checkExistence: OvalExistence;
  readonly check: OvalCheck;
  readonly stateOperator: OvalOperator;
  /** Empty where the test has none (unknown_test). */
  readonly object: string;
  readonly states: readonly string[];
}

export interface OvalFilter {
  readonly state: string;
  readonly action: 'exclude' | 'include';
}

export interface OvalSet {
  readonly operator: OvalSetOperator;
  readonly sets: readonly OvalSet[];
  readonly objects: readonly string[];
  readonly filters: readonly OvalFilter[];
}

/** An entity of an object or state; a field of a record is one too. */
export interface OvalEntity {
  readonly name: string;
  readonly value: string;
  readonly datatype: OvalDatatype;
  readonly operation: OvalOperation;
  readonly mask: boolean;
  /** Id of a variable; empty where the value stands here. */
  readonly varRef: string;
  readonly varCheck: OvalCheck;
  readonly entityCheck: OvalCheck;
  readonly checkExistence: OvalExistence;
  /** xsi:nil: the entity is there and has no value. */
  readonly nil: boolean;
  /** Fields of a record; their names are those of the attribute. */
  readonly fields: readonly OvalEntity[];
}

export interface OvalObject extends Part {
  readonly set: OvalSet | null;
  readonly entities: readonly OvalEntity[];
  readonly behaviors: ReadonlyMap<string, string>;
  readonly filters: readonly OvalFilter[];
}

export interface OvalState extends Part {
  readonly operator: OvalOperator;
  readonly entities: readonly OvalEntity[];
}

export interface OvalRestriction {
  readonly operator: OvalOperator;
  readonly rules: readonly { readonly operation: OvalOperation; readonly value: string }[];
}

export type OvalVariable = Omit<Part, 'name'> & {
  readonly datatype: OvalDatatype;
} & (
    | { readonly kind: 'constant'; readonly values: readonly string[] }
    | { readonly kind: 'local'; readonly component: string; readonly source: OvalComponent }
    | {
        readonly kind: 'external';
        readonly possible: readonly string[];
        readonly restrictions: readonly OvalRestriction[];
      }
  );

/** What a local variable is made of. */
export type OvalComponent =
  | { readonly kind: 'literal'; readonly value: string; readonly datatype: OvalDatatype }
  | { readonly kind: 'variable'; readonly variable: string }
  | {
      readonly kind: 'object';
      readonly object: string;
      readonly field: string;
      readonly recordField: string;
    }
  | {
      readonly kind: 'function';
      /** E.g. `concat`. */
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly parts: readonly OvalComponent[];
    };

/** An oval_definitions document read whole. */
export interface OvalDocument {
  /** Of the core, e.g. `5.11.1`. */
  readonly schemaVersion: string;
  readonly timestamp: string;
  readonly definitions: ReadonlyMap<string, OvalDefinition>;
  readonly tests: ReadonlyMap<string, OvalTest>;
  readonly objects: ReadonlyMap<string, OvalObject>;
  readonly states: ReadonlyMap<string, OvalState>;
  readonly variables: ReadonlyMap<string, OvalVariable>;
}

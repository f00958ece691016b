/**
 * CSAF Extensions whose packages are known here. The OASIS CSAF TC has published no official and
 * no registered extension yet; the three of its test suite are known, as experimental ones.
 */
import type { JsonObject } from '../../../core/json/index.ts';
import type { ExtensionLocation } from '../model/extensions.ts';
import { anyObject, filled, list, object } from '../schema/shapes.ts';
import { type Check, type SchemaFault, Walk } from '../schema/walk.ts';

export type ExtensionClass = 'official' | 'registered' | 'experimental';

interface ExtensionPackage {
  readonly schema: string;
  readonly content: Check;
  /** Most items at a location; a location that is not named has no bound. */
  readonly most: Partial<Readonly<Record<ExtensionLocation, number>>>;
  readonly incompatible: readonly string[];
}

const TESTS =
  'https://raw.githubusercontent.com/oasis-tcs/csaf/refs/heads/master/csaf_2.1/extension/data/valid';
const DOCUMENTATION_11 = `${TESTS}/documentation-11/documentation-11-content_1.0.0.json`;
const DOCUMENTATION_12 = `${TESTS}/documentation-12/documentation-12-content_1.0.0.json`;
const DOCUMENTATION_13 = `${TESTS}/documentation-13/documentation-13-content_1.0.0.json`;

const PACKAGES: ReadonlyMap<string, ExtensionPackage> = new Map(
  [
    {
      schema: DOCUMENTATION_11,
      content: object({ documentation: filled }, { required: ['documentation'] }),
      most: { root: 1 },
      incompatible: [DOCUMENTATION_12],
    },
    {
      schema: DOCUMENTATION_12,
      content: object(
        { documentation: filled, notes: list(filled) },
        { required: ['documentation'] },
      ),
      most: {},
      incompatible: [DOCUMENTATION_11],
    },
    {
      schema: DOCUMENTATION_13,
      content: object({ configuration_tree: anyObject(1) }, { required: ['configuration_tree'] }),
      most: {},
      incompatible: [],
    },
  ].map((row) => [row.schema, row]),
);

/** Undefined where the extension's package is not known. */
export function packageOf(schema: string): ExtensionPackage | undefined {
  return PACKAGES.get(schema);
}

/** Faults of the content against the extension's own schema, with paths below the extension. */
export function contentFaults(known: ExtensionPackage, extension: JsonObject): SchemaFault[] {
  const walk = new Walk();
  walk.enter('content');
  known.content(extension.content ?? null, walk);
  walk.leave();
  return walk.faults;
}

/** Official ones lie with the standard; none is registered so far. */
export function classOf(schema: string): ExtensionClass {
  return /^https:\/\/docs\.oasis-open\.org\/csaf\//.test(schema) ? 'official' : 'experimental';
}

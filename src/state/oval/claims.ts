/**
 * What a definition says of packages: which are affected below (or at) which version. For engines
 * that match packages without evaluating definitions.
 */
import type { OvalCriteriaNode, OvalDocument, OvalEntity, OvalTest } from './model.ts';
import type { OvalOperation } from './words.ts';

export interface OvalPackageClaim {
  readonly definition: string;
  /** How the versions are ordered. */
  readonly scheme: 'deb' | 'rpm';
  /** Names of the package as the object says; several where it names a variable of constants. */
  readonly names: readonly string[];
  /** What holds of the package's EVR where the definition is true: `less than` most often. */
  readonly operation: OvalOperation;
  /** EPOCH:VERSION-RELEASE; empty where the test asks only whether the package is there. */
  readonly evr: string;
  /** Architectures, as a pattern or a name; empty for any. */
  readonly architecture: string;
  /** Tests and definitions that must hold too, by id. */
  readonly conditions: readonly string[];
  /** False where criteria are negated or counted (ONE, XOR), or the test asks for more than this. */
  readonly exact: boolean;
}

interface Way {
  readonly conditions: readonly string[];
  readonly exact: boolean;
}

/** Claims of a definition, one for each package test that its criteria reach. */
export function packageClaims(document: OvalDocument, id: string): readonly OvalPackageClaim[] {
  const claims: OvalPackageClaim[] = [];
  const criteria = document.definitions.get(id)?.criteria;
  if (criteria) walk(document, id, criteria, { conditions: [], exact: true }, claims);
  return claims;
}

/** Recursion ends at the depth of the document. */
function walk(
  document: OvalDocument,
  definition: string,
  node: OvalCriteriaNode,
  way: Way,
  claims: OvalPackageClaim[],
): void {
  if (node.kind === 'extend_definition') return;
  const exact = way.exact && !node.negate;
  if (node.kind === 'criterion') {
    const test = document.tests.get(node.test);
    const claim =
      test === undefined ? null : claimOf(document, definition, test, { ...way, exact });
    if (claim !== null) claims.push(claim);
    return;
  }
  const counted = node.operator === 'ONE' || node.operator === 'XOR';
  for (const child of node.children) {
    const beside =
      node.operator === 'AND' ? node.children.filter((each) => each !== child).flatMap(idsOf) : [];
    const conditions = [...way.conditions, ...beside];
    walk(document, definition, child, { conditions, exact: exact && !counted }, claims);
  }
}

/** What a condition rests on; the criteria of a group are named by what they hold. */
function idsOf(node: OvalCriteriaNode): string[] {
  if (node.kind === 'criterion') return [node.test];
  if (node.kind === 'extend_definition') return [node.definition];
  return node.children.flatMap(idsOf);
}

const SCHEMES: Readonly<Record<string, 'deb' | 'rpm'>> = {
  'linux.dpkginfo_test': 'deb',
  'linux.rpminfo_test': 'rpm',
};

function claimOf(
  document: OvalDocument,
  definition: string,
  test: OvalTest,
  { conditions, exact }: Way,
): OvalPackageClaim | null {
  const type = `${test.component}.${test.name}`;
  const scheme = Object.hasOwn(SCHEMES, type) ? SCHEMES[type] : undefined;
  const object = document.objects.get(test.object);
  const name = object?.entities.find((entity) => entity.name === 'name');
  if (scheme === undefined || object === undefined || name === undefined) return null;
  const state = test.states.length === 1 ? document.states.get(test.states[0] ?? '') : undefined;
  const entities = state?.entities ?? [];
  const evr = entities.find((entity) => entity.name === 'evr');
  const arch = entities.find((entity) => entity.name === 'arch');
  const plain =
    test.states.length <= 1 &&
    entities.every(({ name: each }) => each === 'evr' || each === 'arch') &&
    (state === undefined || state.operator === 'AND' || entities.length === 1) &&
    (test.check === 'all' || test.check === 'at least one') &&
    (test.checkExistence === 'at_least_one_exists' || test.checkExistence === 'all_exist') &&
    object.filters.length === 0 &&
    name.operation === 'equals' &&
    (evr === undefined || evr.varRef === '');
  return {
    definition,
    scheme,
    names: namesOf(document, name),
    operation: evr?.operation ?? 'equals',
    evr: evr?.varRef === '' ? evr.value.trim() : '',
    architecture: arch?.value.trim() ?? '',
    conditions,
    exact: exact && plain,
  };
}

function namesOf(document: OvalDocument, name: OvalEntity): readonly string[] {
  if (name.varRef === '') return [name.value.trim()];
  const variable = document.variables.get(name.varRef);
  return variable?.kind === 'constant' ? variable.values : [];
}

/** Writes results (OVAL Results Schema 5.11.1): full content, without the source definitions. */
import type { OvalCharacteristics } from '../characteristics.ts';
import type {
  OvalCriteriaResult,
  OvalDefinitionResult,
  OvalEvaluation,
} from '../evaluate/evaluate.ts';
import type { OvalTestResult } from '../evaluate/test.ts';
import type { OvalDocument, OvalEntity, OvalTest } from '../model.ts';
import { COMMON, INSTANCE, RESULTS } from '../words.ts';
import { type Masks, writeCharacteristics, writeGenerator } from './characteristics.ts';
import { element, listElement, textElement } from './xml.ts';

const REPORTED = ['true', 'false', 'unknown', 'error', 'not_evaluated', 'not_applicable'];

export interface OvalOutcome {
  readonly document: OvalDocument;
  readonly characteristics: OvalCharacteristics;
  readonly evaluation: OvalEvaluation;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The results document as text; values that definitions mask are not in it. */
export function writeResults({ document, characteristics, evaluation, now }: OvalOutcome): string {
  const timestamp = new Date(now).toISOString().slice(0, 19);
  const masks = masksOf(document, characteristics, evaluation);
  const definitions = [...evaluation.definitions].map(([id, result]) =>
    writeDefinition(id, result, document),
  );
  const tests = [...evaluation.tests].map(([id, result]) =>
    writeTest(id, result, document, evaluation),
  );
  const root = element(
    'oval_results',
    { xmlns: RESULTS, 'xmlns:oval': COMMON, 'xmlns:xsi': INSTANCE },
    writeGenerator('generator', timestamp),
    element(
      'directives',
      { include_source_definitions: 'false' },
      ...REPORTED.map((each) =>
        element(`definition_${each}`, { reported: 'true', content: 'full' }),
      ),
    ),
    element(
      'results',
      {},
      element(
        'system',
        {},
        listElement('definitions', definitions),
        listElement('tests', tests),
        writeCharacteristics(characteristics, { document, masks, declaration: false }),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function writeDefinition(
  id: string,
  { result, criteria, messages }: OvalDefinitionResult,
  document: OvalDocument,
): string {
  const definition = document.definitions.get(id);
  return element(
    'definition',
    {
      definition_id: id,
      version: definition?.version ?? '0',
      class: definition?.class,
      result,
    },
    ...messages.map((each) => textElement('message', each, { level: 'info' })),
    criteria === null ? '' : writeCriteria(criteria, document),
  );
}

/** Recursion ends at the depth of the document. */
function writeCriteria(
  { node, result, children }: OvalCriteriaResult,
  document: OvalDocument,
): string {
  const common = {
    applicability_check: node.applicability === null ? undefined : String(node.applicability),
    negate: node.negate ? 'true' : undefined,
    result,
  };
  if (node.kind === 'criterion') {
    const version = document.tests.get(node.test)?.version ?? '0';
    return element('criterion', { test_ref: node.test, version, ...common });
  }
  if (node.kind === 'extend_definition') {
    const version = document.definitions.get(node.definition)?.version ?? '0';
    return element('extend_definition', { definition_ref: node.definition, version, ...common });
  }
  const inner = children.map((child) => writeCriteria(child, document));
  return element('criteria', { operator: node.operator, ...common }, ...inner);
}

function writeTest(
  id: string,
  { result, items, messages }: OvalTestResult,
  document: OvalDocument,
  evaluation: OvalEvaluation,
): string {
  const test = document.tests.get(id);
  return element(
    'test',
    {
      test_id: id,
      version: test?.version ?? '0',
      check_existence: test?.checkExistence,
      check: test?.check ?? 'all',
      state_operator: test?.stateOperator,
      result,
    },
    ...messages.map((each) => textElement('message', each, { level: 'info' })),
    ...items.map(({ item, result: each }) =>
      element('tested_item', { item_id: item, result: each }),
    ),
    ...variablesOf(test, document).flatMap((variable) =>
      (evaluation.variables.get(variable)?.values ?? []).map((value) =>
        textElement('tested_variable', value, { variable_id: variable }),
      ),
    ),
  );
}

/** Variables that the object and the states of a test name. */
function variablesOf(test: OvalTest | undefined, document: OvalDocument): readonly string[] {
  const ids = new Set<string>();
  for (const { varRef, name, value } of entitiesOf(test, document)) {
    if (name === 'var_ref') ids.add(value.trim());
    if (varRef !== '') ids.add(varRef);
  }
  return [...ids];
}

function entitiesOf(test: OvalTest | undefined, document: OvalDocument): readonly OvalEntity[] {
  const object = document.objects.get(test?.object ?? '');
  const states = (test?.states ?? []).map((id) => document.states.get(id));
  return [...(object?.entities ?? []), ...states.flatMap((state) => state?.entities ?? [])];
}

/** EntityAttributeGroup, mask: what one object or state hides of an item is hidden. */
function masksOf(
  document: OvalDocument,
  { objects }: OvalCharacteristics,
  evaluation: OvalEvaluation,
): Masks {
  const masks = new Map<string, Set<string>>();
  const hide = (item: string, name: string) => {
    const names = masks.get(item) ?? new Set();
    masks.set(item, names.add(name));
  };
  for (const [id, { items }] of evaluation.tests) {
    const test = document.tests.get(id);
    for (const { name, mask } of entitiesOf(test, document)) {
      if (mask) for (const { item } of items) hide(item, name);
    }
  }
  for (const [id, { items }] of objects ?? []) {
    for (const { name, mask } of document.objects.get(id)?.entities ?? []) {
      if (mask) for (const item of items) hide(item.id, name);
    }
  }
  return masks;
}

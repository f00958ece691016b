/** Rules on a definition (OVAL Definitions Schema, DefinitionType). */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { ownText } from '../read/attributes.ts';
import { DEFINITIONS, readBoolean } from '../words.ts';
import { DEFINITION_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, checkContent, checkNotes, model } from './content.ts';

type Rule = (definition: XmlElement, find: Find) => void;

const isShaped: Rule = (definition, find) => {
  checkAttributes(definition, ATTRIBUTES.definition, '', find);
  checkNotes(definition, find);
  checkContent(definition, definition, model('metadata criteria?'), find, { body: true });
};

/** MetadataType: title, affected, reference, description, then whatever else. */
const metadataIsShaped: Rule = (definition, find) => {
  const metadata = childOf(definition, 'metadata');
  if (metadata === undefined) return;
  const content = model('title affected* reference* description');
  checkContent(definition, metadata, content, find, { until: 'description' });
  for (const each of childrenOf(metadata, 'affected')) {
    checkAttributes(each, ATTRIBUTES.affected, below(definition, each), find);
    checkContent(definition, each, model('platform* product*'), find);
  }
  for (const each of childrenOf(metadata, 'reference')) {
    checkAttributes(each, ATTRIBUTES.reference, below(definition, each), find);
  }
};

/** UniqueAffectedFamily, UniqueAffectedPlatform, UniqueAffectedProduct. */
const affectedIsNamedOnce: Rule = (definition, find) => {
  const metadata = childOf(definition, 'metadata');
  if (metadata === undefined) return;
  const families = new Set<string>();
  for (const affected of childrenOf(metadata, 'affected')) {
    const family = attributeOf(affected, 'family') ?? '';
    if (families.has(family)) {
      find('oval-affected-repeated', below(definition, affected), shown(family));
    }
    families.add(family);
    for (const local of ['platform', 'product']) {
      const seen = new Set<string>();
      for (const each of childrenOf(affected, local)) {
        const name = ownText(each).trim();
        if (seen.has(name)) find('oval-affected-repeated', below(definition, each), shown(name));
        seen.add(name);
      }
    }
  }
};

/** ReferenceType: an id of CVE has the form of one. */
const cveReferencesAreCves: Rule = (definition, find) => {
  const metadata = childOf(definition, 'metadata');
  for (const each of metadata === undefined ? [] : childrenOf(metadata, 'reference')) {
    const source = attributeOf(each, 'source') ?? '';
    const id = attributeOf(each, 'ref_id') ?? '';
    if (source.toUpperCase() === 'CVE' && !/^CVE-[0-9]{4}-[0-9]{4,19}$/.test(id)) {
      find('oval-cve-form', `${below(definition, each)}/@ref_id`, shown(id));
    }
  }
};

/** DefinitionType: only a deprecated definition may be without criteria. */
const hasCriteria: Rule = (definition, find) => {
  const deprecated = readBoolean(attributeOf(definition, 'deprecated') ?? '') ?? false;
  if (!deprecated && childOf(definition, 'criteria') === undefined) {
    find('oval-criteria-missing', '');
  }
};

const CRITERIA = '(criteria|criterion|extend_definition)+';

/** CriteriaType: operators over criteria, tests and other definitions. */
const criteriaAreShaped: Rule = (definition, find) => {
  const top = childOf(definition, 'criteria');
  const open = top === undefined ? [] : [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const at = below(definition, node);
    if (node.local === 'criteria') {
      checkAttributes(node, ATTRIBUTES.criteria, at, find);
      checkContent(definition, node, model(CRITERIA), find);
      open.push(...childrenOf(node).reverse());
    } else if (node.local === 'criterion') checkAttributes(node, ATTRIBUTES.criterion, at, find);
    else if (node.local === 'extend_definition') {
      checkAttributes(node, ATTRIBUTES.extend_definition, at, find);
    }
  }
};

const RULES: readonly Rule[] = [
  isShaped,
  metadataIsShaped,
  affectedIsNamedOnce,
  cveReferencesAreCves,
  hasCriteria,
  criteriaAreShaped,
];

/** Findings on one definition, whatever it refers to. */
export function checkDefinition(definition: XmlElement, find: Find): void {
  if (definition.local !== 'definition' || definition.namespace !== DEFINITIONS) {
    find('oval-content', '', `${shown(definition.name)} where definition belongs`);
    return;
  }
  for (const rule of RULES) rule(definition, find);
}

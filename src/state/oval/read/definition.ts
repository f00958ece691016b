/** Reads a definition (OVAL Definitions Schema, DefinitionType). */
import { childOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import type {
  OvalAffected,
  OvalCriteria,
  OvalCriteriaNode,
  OvalDefinition,
  OvalReference,
} from '../model.ts';
import { CLASSES, OPERATORS, readBoolean } from '../words.ts';
import { flag, ownText, text, word } from './attributes.ts';

export function readDefinition(element: XmlElement): OvalDefinition {
  const metadata = childOf(element, 'metadata');
  const criteria = childOf(element, 'criteria');
  const said = (local: string) => {
    const found = metadata && childOf(metadata, local);
    return found === undefined ? '' : ownText(found).trim();
  };
  return {
    id: text(element, 'id'),
    version: text(element, 'version'),
    class: word(element, 'class', CLASSES, 'miscellaneous'),
    deprecated: flag(element, 'deprecated'),
    title: said('title').replaceAll(/\s+/g, ' '),
    description: said('description'),
    affected: metadata === undefined ? [] : childrenOf(metadata, 'affected').map(readAffected),
    references: metadata === undefined ? [] : childrenOf(metadata, 'reference').map(readReference),
    criteria: criteria === undefined ? null : readCriteria(criteria),
  };
}

function readAffected(element: XmlElement): OvalAffected {
  const texts = (local: string) => childrenOf(element, local).map((each) => ownText(each).trim());
  return {
    family: text(element, 'family'),
    platforms: texts('platform'),
    products: texts('product'),
  };
}

function readReference(element: XmlElement): OvalReference {
  return {
    source: text(element, 'source').trim(),
    id: text(element, 'ref_id').trim(),
    url: text(element, 'ref_url').trim(),
  };
}

/** Recursion ends at the depth bound of the XML reader. */
function readCriteria(element: XmlElement): OvalCriteria {
  const children: OvalCriteriaNode[] = [];
  for (const child of childrenOf(element)) {
    const common = negatable(child);
    if (child.local === 'criteria') children.push(readCriteria(child));
    else if (child.local === 'criterion') {
      children.push({ kind: 'criterion', test: text(child, 'test_ref'), ...common });
    } else if (child.local === 'extend_definition') {
      const definition = text(child, 'definition_ref');
      children.push({ kind: 'extend_definition', definition, ...common });
    }
  }
  const operator = word(element, 'operator', OPERATORS, 'AND');
  return { kind: 'criteria', operator, children, ...negatable(element) };
}

function negatable(element: XmlElement) {
  return {
    negate: flag(element, 'negate'),
    comment: text(element, 'comment'),
    applicability: readBoolean(text(element, 'applicability_check')),
  };
}

/** Checks the values given to external variables (OVAL Variables Schema). */
import { childrenOf, type XmlElement, type XmlOpen } from '../../../core/xml/index.ts';
import { type Find, type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { ownText, text, word } from '../read/attributes.ts';
import { DATATYPES, type OvalDatatype, VARIABLES } from '../words.ts';
import { OUTCOME_ATTRIBUTES as ATTRIBUTES, checkAttributes } from './attributes.ts';
import { below, checkContent, model } from './content.ts';
import { checkGenerator, NO_GENERATOR, type OvalGenerator, readGenerator } from './generator.ts';
import { SectionOrder } from './order.ts';
import { hasForm } from './value.ts';

export class VariablesChecker {
  readonly #order = new SectionOrder(
    '/oval_variables',
    VARIABLES,
    ['generator', 'variables', 'Signature'],
    ['generator'],
  );
  readonly #ids = new Set<string>();
  generator: OvalGenerator = NO_GENERATOR;

  section(open: XmlOpen): void {
    this.#order.take(open);
  }

  element(element: XmlElement, section: string): OvalIssue[] {
    const issues: OvalIssue[] = [];
    const find: Find = (...found) => issues.push(ovalIssue(...found));
    if (section === 'generator') {
      this.generator = readGenerator(element);
      checkGenerator(element, find);
      return issues;
    }
    checkAttributes(element, ATTRIBUTES.externalVariable, '', find);
    checkContent(element, element, model('value+'), find, { body: true });
    const id = text(element, 'id');
    if (this.#ids.has(id)) find('oval-id-repeated', '/@id', shown(id));
    this.#ids.add(id);
    const datatype = word(element, 'datatype', DATATYPES, 'string') as OvalDatatype;
    for (const value of childrenOf(element, 'value')) {
      if (hasForm(ownText(value), datatype)) continue;
      find('oval-external-value', below(element, value), `${shown(ownText(value))} as ${datatype}`);
    }
    return issues;
  }

  end(): OvalIssue[] {
    return this.#order.end();
  }
}

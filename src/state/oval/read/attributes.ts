/** Attributes and texts as the readers take them: what is missing has its default. */
import { attributeOf, type XmlElement } from '../../../core/xml/index.ts';
import { readBoolean } from '../words.ts';

export function text(element: XmlElement, local: string): string {
  return attributeOf(element, local) ?? '';
}

/** A word of an enumeration; the default where it is missing or none. */
export function word<Word extends string>(
  element: XmlElement,
  local: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const given = attributeOf(element, local)?.trim();
  return words.find((each) => each === given) ?? otherwise;
}

export function flag(element: XmlElement, local: string): boolean {
  return readBoolean(text(element, local)) ?? false;
}

/** Text that stands in the element itself, not in elements within. */
export function ownText(element: XmlElement): string {
  let own = '';
  for (const child of element.children) if (typeof child === 'string') own += child;
  return own;
}

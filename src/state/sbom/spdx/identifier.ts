/** Identifiers within and between SPDX 2.x documents (SPDX 2.3 §6.3, §6.6, §11.1). */

const ELEMENT = /^SPDXRef-[A-Za-z0-9.-]+$/;
const ELSEWHERE = /^DocumentRef-[A-Za-z0-9.+-]+:SPDXRef-[A-Za-z0-9.-]+$/;
const DOCUMENT = /^DocumentRef-[A-Za-z0-9.+-]+$/;

/** §6.3: an element of this document. */
export function isElementId(text: string): boolean {
  return ELEMENT.test(text);
}

/** §6.6: another document, as this one calls it. */
export function isDocumentRef(text: string): boolean {
  return DOCUMENT.test(text);
}

/** §11.1: an element here or elsewhere, or that there is none or none known. */
export function isRelationEnd(text: string): boolean {
  return ELEMENT.test(text) || ELSEWHERE.test(text) || text === 'NONE' || text === 'NOASSERTION';
}

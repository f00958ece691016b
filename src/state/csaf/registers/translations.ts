/** Terms that the OASIS CSAF TC has translated (2.1 tests 6.2.39.x, 6.2.40, 6.2.46). */
import type { CsafModel } from '../model/model.ts';
import { textOf } from '../model/values.ts';

export type Term =
  | 'license'
  | 'product_description'
  | 'reasoning_for_supersession'
  | 'reasoning_for_withdrawal'
  | 'superseding_document';

const ENGLISH: Readonly<Record<Term, string>> = {
  license: 'License',
  product_description: 'Product Description',
  reasoning_for_supersession: 'Reasoning for Supersession',
  reasoning_for_withdrawal: 'Reasoning for Withdrawal',
  superseding_document: 'Superseding Document',
};

/** Recorded translations, by primary language subtag. */
const TRANSLATIONS: ReadonlyMap<string, Readonly<Record<Term, string>>> = new Map([
  ['en', ENGLISH],
  [
    'de',
    {
      license: 'Lizenz',
      product_description: 'Produktbeschreibung',
      reasoning_for_supersession: 'Begründung für die Ersetzung',
      reasoning_for_withdrawal: 'Begründung für die Zurückziehung',
      superseding_document: 'Ersetzendes Dokument',
    },
  ],
]);

/** Primary subtag of the document's language in lower case; `en` where none is given. */
export function languageOf(model: CsafModel): string {
  const tag = textOf(model.document.lang);
  return tag === undefined ? 'en' : (tag.split('-')[0] as string).toLowerCase();
}

/** True when the document language is English or unspecified. */
export function isEnglish(model: CsafModel): boolean {
  return languageOf(model) === 'en';
}

/** The term in the document's language; undefined where no translation is recorded. */
export function termOf(model: CsafModel, term: Term): string | undefined {
  return TRANSLATIONS.get(languageOf(model))?.[term];
}

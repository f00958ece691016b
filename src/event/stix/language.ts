/** Language tags (RFC 5646) as values: `lang`, software languages, keys of translated contents. */
import { type Findings, shown } from './findings.ts';
import { isLanguageTag } from './formats/text.ts';
import { isKnownLanguage } from './rules/registries/languages.ts';

/**
 * A tag must be well-formed; that its language is registered is RFC 5646's second class of
 * conformance (§2.2.9), which needs the registry: here a warning.
 */
export function checkLanguageTag(value: unknown, at: Findings, clause?: string): void {
  const more = clause === undefined ? {} : { clause };
  if (typeof value !== 'string') at.wrongType('a language tag', value);
  else if (!isLanguageTag(value)) at.add('stix-language', shown(value), more);
  else if (!isKnownLanguage(value)) at.add('stix-language-unknown', shown(value), more);
}

/** Language tags that may stand in `lang` (STIX 2.1 §3.2). */

/** RFC 5646 §2.1 as far as documents use it: language, script, region, and no more. */
export function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?$/i.test(text);
}

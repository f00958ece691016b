/** Ids of vulnerabilities in one form each. */

/**
 * The form in which ids are compared: CVE, EUVD, GCVE and JVNDB in upper case, GHSA with its lower
 * case parts. GCVE-0 is the numbering of CVE itself (GCVE BCP-01), so that both are one id.
 */
export function normalId(id: string): string {
  const text = id.trim();
  if (/^ghsa-/i.test(text)) return `GHSA-${text.slice(5).toLowerCase()}`;
  const gcve = /^gcve-0-([0-9]{4}-[0-9]{4,19})$/i.exec(text);
  if (gcve !== null) return `CVE-${gcve[1]}`;
  return /^(?:cve|euvd|gcve|jvndb)-/i.test(text) ? text.toUpperCase() : text;
}

/** True for CVE ids in their normal form. */
export function isCve(id: string): boolean {
  return /^CVE-[0-9]{4}-[0-9]{4,19}$/.test(id);
}

/** Clauses of the format are the definitions of its published schema and the prose within them. */
export const CVE_FORMAT_NAME = 'CVE Record Format';

/** Clause of a definition, e.g. `CVE Record Format, product`. */
export function clause(definition: string): string {
  return `${CVE_FORMAT_NAME}, ${definition}`;
}

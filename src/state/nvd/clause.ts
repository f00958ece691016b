/** Clauses are the members of NVD's published schemas. */
export function clause(member: string): string {
  return `NVD API 2.0, ${member}`;
}

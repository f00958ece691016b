/** Clauses are the fields of the OSV schema's page. */
export function clause(field: string): string {
  return `OSV 1.7, ${field}`;
}

/** Aliases of vulnerabilities: CVE, GHSA, EUVD, GCVE, JVNDB and the others. */
export { type AliasClaim, type AliasCluster, type AliasEdge, AliasIndex } from './alias.ts';
export { isCve, normalId } from './id.ts';
export { ALIAS_ISSUES, type AliasIssueCode } from './issues.table.ts';

/**
 * Am I hit: every component against every statement. Nothing that cannot be decided, and nothing
 * without data, counts as clean.
 */
import type { JsonObject } from '../../core/json/index.ts';
import type { Sbom } from '../sbom/index.ts';
import { Engine, type ScanOptions, type ScanResult } from './engine.ts';
import { Inventory } from './inventory.ts';
import { Statements } from './statements.ts';

/** `advisories` are OSV, CVE, NVD and CSAF documents, or statements that are indexed already. */
export function scan(
  sbom: Sbom,
  advisories: readonly JsonObject[] | Statements,
  options: ScanOptions,
): ScanResult {
  const statements = advisories instanceof Statements ? advisories : Statements.of(advisories);
  const inventory = new Inventory(sbom.components, options.distro ?? null, options.guessCpe);
  const engine = new Engine(sbom, inventory, statements, options);
  for (const subject of inventory.subjects) {
    engine.look(subject, statements.claimsOn(subject, inventory, options.explain === true));
  }
  return engine.result;
}

/** The report as JSON: the members of the rpc operation `scan`, and what people decide by. */
import type { JsonObject } from '../../core/json/index.ts';
import type { ScanReport } from './model.ts';

export function toJson(report: ScanReport): JsonObject {
  const { tool, time, file, sha256, sbom, sources, gaps, policy, exit } = report;
  const { matches, suppressed, undecidable, candidates, unidentified, unanalysed, issues } = report;
  const { format, version, identity, created } = sbom;
  const subject = { file, sha256, format, version, identity, created };
  const components = sbom.components.length;
  const whole = {
    tool,
    time,
    file,
    subject: { ...subject, components },
    sources,
    matches,
    suppressed,
    undecidable,
    candidates,
    unidentified,
    unanalysed,
    issues,
    gaps,
    policy,
    exit,
  };
  return whole as unknown as JsonObject;
}

/** `scan`: an SBOM against advisories, VEX and ignore rules. */
import { z } from 'zod';
import { systemClock } from '../../core/clock.ts';
import type { Issue } from '../../core/issue.ts';
import { isJsonObject, type JsonObject, readJson } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import { scan } from '../../state/exposure/index.ts';
import { readSbom } from '../../state/sbom/index.ts';
import { vexStatementsOf } from '../../state/vex/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

/** A document as text, or as the JSON it is. */
const document = z.union([z.string(), z.looseObject({})]);
const trust = z.object({
  suppliers: z.array(z.string()).default([]),
  operator: z.string().optional(),
});
const component = z.looseObject({ ref: z.string(), name: z.string() });
const texts = z.array(z.string()).readonly();
const remedy = z.object({
  category: z.string(),
  details: z.string(),
  restart: z.string().optional(),
  entitlements: texts.optional(),
});
const found = z.object({
  component,
  paths: z.array(texts).readonly(),
  vulnerability: z.string(),
  aliases: texts,
  /** Vulnerabilities that the records package or bundle. */
  upstream: texts,
  status: z.string(),
  fixedIn: texts,
  /** `fixed-in`, `unfixed`, `fix-planned`, `will-not-fix`, `end-of-life`. */
  state: z.string().nullable(),
  remediation: texts,
  remedies: z.array(remedy).readonly(),
  basis: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: texts,
  why: texts,
  /** What others say of it, whom nobody trusts with this product. */
  beside: texts,
});

const scanning = operation({
  op: 'scan',
  args: z.object({
    sbom: document,
    advisories: z.array(document),
    vex: z.array(document).default([]),
    ignores: z.array(z.looseObject({})).default([]),
    policy: z.looseObject({ trust: trust.optional() }).optional(),
    trust: trust.optional(),
    distro: z.string().optional(),
    time: z.string().optional(),
    /** Also tell what is well. */
    explain: z.boolean().optional(),
    /** Guess CPE names for packages that have none. */
    guessCpe: z.boolean().optional(),
  }),
  result: z.object({
    matches: z.array(found),
    suppressed: z.array(found.extend({ by: z.string() })),
    undecidable: z.array(found.extend({ reason: z.string() })),
    candidates: z.array(found),
    unidentified: z.array(z.object({ component, reason: z.string(), message: z.string() })),
    cleared: z.array(found),
    /** CVEs that NVD has not analysed: without applicability. */
    unanalysed: z.number(),
    issues: z.array(issue),
  }),
  run: (args) => {
    const issues: Issue[] = [];
    const read = readSbom(typeof args.sbom === 'string' ? args.sbom : JSON.stringify(args.sbom));
    issues.push(...placed(read.issues, '/sbom'));
    const advisories = documentsOf(args.advisories, '/advisories', issues);
    // A document that carries VEX speaks for itself, wherever it was given; so does an advisory.
    const documents = [...advisories, ...documentsOf(args.vex, '/vex', issues)];
    if (read.sbom === null) return { ...NOTHING, issues };
    const trusted = args.trust ?? args.policy?.trust;
    const result = scan(read.sbom, documents, {
      vex: vexStatementsOf(documents),
      ignores: args.ignores,
      time: args.time ?? microsToTimestamp(systemClock().now()),
      ...(args.distro === undefined ? {} : { distro: args.distro }),
      explain: args.explain === true,
      guessCpe: args.guessCpe === true,
      ...(trusted === undefined ? {} : { trust: trustOf(trusted) }),
    });
    return { ...result, issues: [...issues, ...result.issues] } as never;
  },
});

const NOTHING = {
  matches: [],
  suppressed: [],
  undecidable: [],
  candidates: [],
  unidentified: [],
  cleared: [],
  unanalysed: 0,
};

function trustOf({ suppliers, operator }: z.output<typeof trust>) {
  return { suppliers, ...(operator === undefined ? {} : { operator }) };
}

function documentsOf(
  documents: readonly (string | object)[],
  path: string,
  issues: Issue[],
): JsonObject[] {
  return documents.flatMap((each, i) => {
    if (typeof each !== 'string') return [each as JsonObject];
    const read = readJson(each, { maxBytes: LIMITS.document.bytes });
    issues.push(...placed(read.issues, `${path}/${i}`));
    return read.ok && isJsonObject(read.value) ? [read.value] : [];
  });
}

function placed(issues: readonly Issue[], path: string): Issue[] {
  return issues.map((each) => ({ ...each, path: path + each.path }));
}

export const SCAN_OPERATIONS: readonly Operation[] = [scanning];

/** `cybex scan`: what of this bill of materials is hit. No network, nothing stored. */
import { statSync } from 'node:fs';
import { systemClock } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { CybexError } from '../core/error.ts';
import { microsToTimestamp } from '../core/timestamp.ts';
import { VERSION } from '../index.ts';
import { type Finding, identify, type ScanResult, scan } from '../state/exposure/index.ts';
import {
  byUrgency,
  decidePolicy,
  gapsOf,
  type PolicyOutcome,
  type Rated,
  type ScanExit,
  type ScanReport,
  VulnerabilityBook,
} from '../state/exposure-report/index.ts';
import { readSbom, type Sbom } from '../state/sbom/index.ts';
import { vexStatementsOf } from '../state/vex/index.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './print.ts';
import { sbomOfFile } from './sbom-file.ts';
import { type ScanFlags, scanFlags } from './scan-flags.ts';
import {
  bytesOf,
  noMaterial,
  readAdvisories,
  readCatalogues,
  readRules,
  readScores,
  readStatements,
  type ScanMaterial,
} from './scan-input.ts';
import { writeReport } from './scan-output.ts';
import { scanWords } from './scan-words.ts';

export async function runScan(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  [file = '-']: readonly string[],
): Promise<ExitCode> {
  const flags = await scanFlags(options, context.print.json);
  const { sbom, bytes } = await subjectOf(context, file);
  const material = await materialOf(context, flags, sbom);
  const time = microsToTimestamp(systemClock().now());
  const rules = flags.ignores === null ? [] : await readRules(flags.ignores);
  const result = await scanned(context, { sbom, material, flags, rules, time });
  for (const { message, path } of result.issues) context.print.note(`${path}: ${message}`);
  const report = reportOf({ file, bytes, sbom, material, result, flags, time });
  writeReport(context, report, { ...flags, rules, text: bytes === null ? null : jsonText(bytes) });
  talk(context, report);
  return report.exit;
}

async function materialOf(context: Context, flags: ScanFlags, sbom: Sbom): Promise<ScanMaterial> {
  const material = noMaterial();
  if (flags.index !== null) await readIndex(flags.index, sbom, flags.distro, material);
  await readAdvisories(context, flags.advisories, material);
  await readCatalogues(flags.kev, material);
  if (flags.epss !== null) await readScores(flags.epss, material);
  return material;
}

interface Asked {
  readonly sbom: Sbom;
  readonly material: ScanMaterial;
  readonly flags: ScanFlags;
  readonly rules: readonly object[];
  readonly time: string;
}

/** Of an index only what may speak of the SBOM. */
async function readIndex(
  file: string,
  sbom: Sbom,
  distro: string | null,
  into: ScanMaterial,
): Promise<void> {
  const { openIndex } = await import('./scan-index.ts');
  const index = openIndex(file);
  const { made, records, sources, unreadable } = index.head;
  into.records.push(...index.recordsFor(sbom, distro));
  into.kev.push(...index.kev());
  into.epss = index.epss();
  into.unreadable.push(...unreadable.names);
  into.unanalysed = index.head.unanalysed;
  into.ledger.add({ kind: 'index', name: file, date: made, count: records });
  for (const source of sources) into.ledger.add(source);
}

async function scanned(
  context: Context,
  { sbom, material, flags, rules, time }: Asked,
): Promise<ScanResult> {
  // CSAF speaks as an advisory does, with its ranges and its parts, wherever it was given.
  const vex = await readStatements(context, flags.vex, material);
  const documents = [...material.records, ...vex];
  return scan(sbom, documents, {
    vex: vexStatementsOf(documents),
    trust: { suppliers: flags.trust },
    ignores: rules,
    time,
    ...(flags.distro === null ? {} : { distro: flags.distro }),
  });
}

interface Subject {
  readonly sbom: Sbom;
  /** Null for a folder. */
  readonly bytes: Uint8Array | null;
}

/** An SBOM, a lock file, a package database, or a folder with such files. */
async function subjectOf(context: Context, file: string): Promise<Subject> {
  const bytes = file === '-' || isFile(file) ? await bytesOf(file) : null;
  const { sbom, issues } =
    file === '-' && bytes !== null ? readSbom(bytes) : await sbomOfFile(file);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (sbom === null) {
    throw new CybexError('invalid-argument', `${file}: ${errors[0]?.message ?? 'no SBOM'}`);
  }
  if (errors.length > 0) context.print.note(scanWords().faulty(file, errors.length));
  return { sbom, bytes };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** The text in which places can be looked for; null where it is no JSON. */
function jsonText(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  return /^\uFEFF?\s*\{/.test(text) ? text : null;
}

interface Scanned {
  readonly file: string;
  readonly bytes: Uint8Array | null;
  readonly sbom: Sbom;
  readonly material: ScanMaterial;
  readonly result: ScanResult;
  readonly flags: ScanFlags;
  readonly time: string;
}

/** Names of a vulnerability, of what it bundles, and who says so. */
type Named = Pick<Finding, 'vulnerability' | 'aliases' | 'upstream' | 'sources'>;

function reportOf({ file, bytes, sbom, material, result, flags, time }: Scanned): ScanReport {
  const { records, kev, epss, ledger, unreadable } = material;
  const book = new VulnerabilityBook(records, { kev, epss });
  const rated = <T extends Named>(findings: readonly T[]): readonly Rated<T>[] =>
    findings.map((each) => {
      const { vulnerability, aliases, upstream, sources } = each;
      return { ...each, ...book.about([vulnerability, ...aliases, ...upstream], sources) };
    });
  const matches = byUrgency(rated(result.matches));
  const policy = decidePolicy(flags.policy, matches);
  const sources = ledger.list();
  const gaps = gapsOf({
    unidentified: result.unidentified,
    undecidable: result.undecidable.length,
    sources,
    ecosystems: ecosystemsOf(sbom),
    incomplete: sbom.format === 'inventory' && sbom.completeness === 'incomplete',
    unreadable,
    policy,
    time,
    maxAgeSeconds: flags.maxAge,
    accepted: flags.accept,
  });
  return {
    tool: { name: 'cybex', version: VERSION },
    time,
    file,
    sha256: bytes === null ? null : sha256(bytes).toString('hex'),
    sbom,
    matches,
    suppressed: rated(result.suppressed),
    undecidable: rated(result.undecidable),
    candidates: rated(result.candidates),
    unanalysed: Math.max(result.unanalysed, material.unanalysed),
    unidentified: result.unidentified,
    issues: result.issues,
    sources,
    gaps,
    policy,
    exit: exitOf(policy, gaps.length),
  };
}

/** Components of each ecosystem, by the name that OSV has for it. */
function ecosystemsOf(sbom: Sbom): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const component of sbom.components) {
    const identified = identify(component, null);
    const name = identified.ok ? (identified.identity.ecosystem ?? '') : '';
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Nothing that cannot be decided and nothing without data is a clean 0. */
function exitOf({ failing }: PolicyOutcome, gaps: number): ScanExit {
  if (failing.length > 0) return 1;
  return gaps > 0 ? 3 : 0;
}

function talk(context: Context, report: ScanReport): void {
  const words = scanWords();
  const { matches, suppressed, undecidable, unidentified, gaps, policy } = report;
  for (const { message } of gaps) context.print.note(`${words.warning}: ${message}`);
  context.print.note(
    words.counts(matches.length, suppressed.length, undecidable.length, unidentified.length),
  );
  if (policy.policy !== 'any') {
    context.print.note(words.policy(policy.policy, policy.failing.length));
  }
}

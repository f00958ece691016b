/** From claims to verdicts: what is hit, closed, open, a candidate, well, or without data. */
import type { Issue } from '../../core/issue.ts';
import type { Sbom } from '../sbom/index.ts';
import type { VexStatement, VexTrust } from '../vex/index.ts';
import { type Cluster, clusterClaims } from './alias.ts';
import { checkRules, ruleFor } from './ignore.ts';
import type { Inventory, Subject } from './inventory.ts';
import type {
  Candidate,
  Claim,
  Cleared,
  Finding,
  IgnoreRule,
  Suppressed,
  Undecidable,
  Unidentified,
  UnidentifiedReason,
} from './model.ts';
import { Paths } from './paths.ts';
import type { Statements } from './statements.ts';
import { VexBook, vexClaims, type Weighed } from './weigh.ts';

export interface ScanOptions {
  readonly vex?: readonly VexStatement[];
  readonly trust?: VexTrust;
  readonly ignores?: readonly Partial<IgnoreRule>[];
  /** Release of the operating system for components that do not name theirs. */
  readonly distro?: string;
  /** RFC 3339; for rules that end. */
  readonly time: string;
  /** Also tell what is well, and by which statement. */
  readonly explain?: boolean;
  /** Guess CPE names for packages that have none; such findings are of low confidence. */
  readonly guessCpe?: boolean;
}

export interface ScanResult {
  readonly matches: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly undecidable: readonly Undecidable[];
  /** What upstream says of packages that a distribution maintains: no hits. */
  readonly candidates: readonly Candidate[];
  readonly unidentified: readonly Unidentified[];
  /** With `explain`: records that speak of a component and find it well. */
  readonly cleared: readonly Cleared[];
  /** CVEs among the records that NVD has not analysed: they are without applicability. */
  readonly unanalysed: number;
  readonly issues: readonly Issue[];
}

export class Engine {
  readonly #options: ScanOptions;
  readonly #paths: Paths;
  readonly #inventory: Inventory;
  readonly #statements: Statements;
  readonly #rules: readonly IgnoreRule[];
  readonly #sbom: Sbom;
  readonly #book: VexBook;
  readonly #vex: ReadonlyMap<Subject, readonly Claim[]>;
  readonly result: {
    readonly matches: Finding[];
    readonly suppressed: Suppressed[];
    readonly undecidable: Undecidable[];
    readonly candidates: Candidate[];
    readonly unidentified: Unidentified[];
    readonly cleared: Cleared[];
    readonly unanalysed: number;
    readonly issues: Issue[];
  };

  constructor(sbom: Sbom, inventory: Inventory, statements: Statements, options: ScanOptions) {
    const { rules, issues } = checkRules(options.ignores ?? [], options.time);
    this.#options = options;
    this.#sbom = sbom;
    this.#rules = rules;
    this.#paths = new Paths(sbom);
    this.#inventory = inventory;
    this.#statements = statements;
    // A CSAF document that was given whole speaks for itself, with its ranges and its parts.
    const vex = (options.vex ?? []).filter(
      ({ format, document }) => format !== 'csaf' || !statements.hasCsaf(document),
    );
    this.#book = new VexBook(vex, options.trust);
    this.#vex = vexClaims(vex, inventory);
    this.result = {
      matches: [],
      suppressed: [],
      undecidable: [],
      candidates: [],
      unidentified: [],
      cleared: [],
      unanalysed: statements.counts.unanalysed,
      issues: [...issues],
    };
  }

  /** `said`: everything that is said of the component. */
  look(subject: Subject, said: readonly Claim[]): void {
    const claims = [...(this.#vex.get(subject) ?? []), ...said];
    const own = claims.filter(({ candidate }) => !candidate);
    if (own.length === 0) this.#notIdentified(subject);
    const speaking = this.#options.explain === true ? claims : claims.filter(isOpen);
    // What is well may still close what another record calls affected, where somebody says it.
    const beside = claims.filter((claim) => claim.said !== undefined && !isOpen(claim));
    for (const cluster of clusterClaims(speaking, this.#statements.rejected)) {
      this.#decide(subject, cluster, beside);
    }
  }

  #notIdentified({ component, identified, identity, keys }: Subject): void {
    if (component.type === 'operating-system') return;
    const say = (reason: UnidentifiedReason, message: string = REASONS[reason]) =>
      this.result.unidentified.push({ component, reason, message });
    const subject = { component, identified, identity, keys } as Subject;
    if (identity === null) {
      if (this.#statements.speaksOfNames(subject) || component.type === 'file') return;
      if (!identified.ok) say(identified.reason);
      return;
    }
    const { ecosystem, system } = identity;
    if (ecosystem === null) return void say('no-ecosystem');
    if (this.#statements.speaksOf(ecosystem, identity.distribution ? system : null)) return;
    if (
      !identity.distribution &&
      this.#statements.speaksOfNames(subject) &&
      component.cpes.length > 0
    )
      return;
    const release = system?.version == null ? '' : ` in release ${system.version}`;
    say('no-data', `No statement about any package of ${ecosystem}${release} was given.`);
  }

  #decide(subject: Subject, cluster: Cluster, beside: readonly Claim[]): void {
    const { claims } = cluster;
    const pick = [isHit, isInvestigated, isUndecided, isCandidate, () => true];
    const kind = pick.findIndex((test) => claims.some(test));
    const speaking = claims.filter(pick[kind] ?? (() => true));
    const [first] = speaking;
    if (first === undefined) return;
    const ids = new Set([cluster.vulnerability, ...cluster.aliases]);
    const also = beside.filter(({ aliases }) => aliases.some((id) => ids.has(id)));
    const weighed = this.#weigh(subject, [...ids], first.upstream, [...claims, ...also]);
    const finding = this.#findingOf(subject, cluster, speaking, weighed);
    if (kind === 3) return void this.result.candidates.push({ ...finding, status: 'candidate' });
    if (kind === 4) {
      // Upstream clears nothing of what a distribution maintains.
      if (speaking.every(({ candidate }) => candidate)) return;
      const status = speaking.some((claim) => claim.status === 'fixed') ? 'fixed' : 'not_affected';
      return void this.result.cleared.push({ ...finding, status });
    }
    if (this.#close(finding, weighed)) return;
    if (kind === 2 && weighed.status !== 'under_investigation') {
      const reason = first.reason ?? 'unknown';
      return void this.result.undecidable.push({ ...finding, status: 'undecidable', reason });
    }
    const open = kind === 1 || weighed.status === 'under_investigation';
    this.result.matches.push(open ? { ...finding, status: 'under_investigation' } : finding);
  }

  #findingOf(
    { component }: Subject,
    { vulnerability, aliases }: Cluster,
    speaking: readonly Claim[],
    { beside, contradicted }: Weighed,
  ): Finding {
    const best = speaking.toSorted((a, b) => CONFIDENCES[a.confidence] - CONFIDENCES[b.confidence]);
    const { basis, confidence } = best[0] as Claim;
    const remedies = speaking.flatMap((claim) => claim.remedies);
    const why = speaking.flatMap((claim) => claim.why.map((each) => `${claim.record}: ${each}`));
    return {
      component,
      paths: this.#paths.to(component.ref),
      vulnerability,
      aliases: aliases.filter((id) => id !== vulnerability),
      upstream: [...new Set(speaking.flatMap(({ upstream }) => upstream))],
      status: 'affected',
      fixedIn: [...new Set(speaking.flatMap(({ fixedIn }) => fixedIn))],
      state: speaking.find(({ state }) => state !== null)?.state ?? null,
      remediation: [...new Set(remedies.map(({ details }) => details).filter(Boolean))],
      remedies,
      basis,
      confidence,
      sources: [...new Set(speaking.map(({ source, record }) => `${source}:${record}`))],
      why: contradicted ? [...why, 'Those who may close it contradict each other.'] : why,
      beside,
    };
  }

  /** A record that bundles vulnerabilities is closed when each of them is. */
  #weigh(
    subject: Subject,
    ids: readonly string[],
    upstream: readonly string[],
    claims: readonly Claim[],
  ): Weighed {
    const wholes = this.#wholesOf(subject);
    const whole = this.#book.weigh(ids, subject, wholes, claims);
    if (whole.status !== null || whole.contradicted || upstream.length === 0) return whole;
    const each = upstream.map((id) => this.#book.weigh([id], subject, wholes, []));
    const closed = each.every(({ status }) => status === 'not_affected' || status === 'fixed');
    return closed
      ? { ...whole, status: each[0]?.status ?? null, by: each.flatMap((w) => w.by) }
      : whole;
  }

  #wholesOf(subject: Subject): Subject[] {
    const refs = new Set(this.#paths.to(subject.component.ref).flat());
    if (this.#sbom.root !== null) refs.add(this.#sbom.root);
    refs.delete(subject.component.ref);
    return [...refs].flatMap((ref) => this.#inventory.byRef(ref) ?? []);
  }

  /** True when a VEX or a rule closes the finding; it is listed then, never lost. */
  #close(finding: Finding, { status, by }: Weighed): boolean {
    if (status === 'not_affected' || status === 'fixed') {
      const said = by.map(({ author, document }) => `${author} in ${document}`).join(', ');
      this.result.suppressed.push({ ...finding, status, by: `vex: ${said}` });
      return true;
    }
    const rule = ruleFor(finding, this.#rules, this.#options.time, this.#sbom);
    if (rule === null) return false;
    const end = `ignored by ${rule.author} until ${rule.expires}: ${rule.reason}`;
    this.result.suppressed.push({ ...finding, status: 'ignored', by: end });
    return true;
  }
}

const CONFIDENCES = { high: 0, medium: 1, low: 2 } as const;

function isOpen({ status }: Claim): boolean {
  return status !== 'not_affected' && status !== 'fixed';
}

function isHit({ status, candidate }: Claim): boolean {
  return status === 'affected' && !candidate;
}

function isInvestigated({ status, candidate }: Claim): boolean {
  return status === 'under_investigation' && !candidate;
}

function isUndecided({ status, candidate }: Claim): boolean {
  return status === 'undecidable' && !candidate;
}

function isCandidate(claim: Claim): boolean {
  return claim.candidate && isOpen(claim);
}

const REASONS: Readonly<Record<UnidentifiedReason, string>> = {
  'no-identity': 'It has no package URL, no CPE and no other name that a statement could use.',
  'no-version': 'It has no version: statements are about versions.',
  'no-ecosystem': 'Its type of package URL belongs to no ecosystem that is spoken of.',
  'no-data': 'No statement about its ecosystem was given.',
};

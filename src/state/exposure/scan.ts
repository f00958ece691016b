/**
 * Am I hit: every component against every statement. Nothing that cannot be decided, and nothing
 * without data, counts as clean.
 */
import type { Issue } from '../../core/issue.ts';
import type { JsonObject } from '../../core/json/index.ts';
import { baseOf } from '../osv/index.ts';
import type { Component, Sbom } from '../sbom/index.ts';
import { type VexStatement, type VexTrust, vexStatus } from '../vex/index.ts';
import { AdvisoryIndex } from './advisory-index.ts';
import { clusterClaims } from './alias.ts';
import { cveClaims } from './cve-claims.ts';
import { identify } from './identity.ts';
import { checkRules, ruleFor } from './ignore.ts';
import type { Claim, Finding, IgnoreRule, Suppressed, Undecidable, Unidentified } from './model.ts';
import { osvClaim } from './osv-claims.ts';
import { Paths } from './paths.ts';
import { vexClaims } from './vex-claims.ts';

export interface ScanOptions {
  readonly vex?: readonly VexStatement[];
  readonly trust?: VexTrust;
  readonly ignores?: readonly Partial<IgnoreRule>[];
  /** Release of the operating system for components that do not name theirs. */
  readonly distro?: string;
  /** RFC 3339; for rules that end. */
  readonly time: string;
}

export interface ScanResult {
  readonly matches: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly undecidable: readonly Undecidable[];
  readonly unidentified: readonly Unidentified[];
  readonly issues: readonly Issue[];
}

/** `advisories` are OSV and CVE records; other documents are looked at for VEX statements only. */
export function scan(
  sbom: Sbom,
  advisories: readonly JsonObject[],
  options: ScanOptions,
): ScanResult {
  const engine = new Engine(sbom, advisories, options);
  for (const component of sbom.components) engine.look(component);
  return engine.result;
}

class Engine {
  readonly #options: ScanOptions;
  readonly #paths: Paths;
  readonly #advisories: AdvisoryIndex;
  readonly #distro: string | null;
  readonly #rules: readonly IgnoreRule[];
  readonly #root: Component | undefined;
  readonly result: {
    readonly matches: Finding[];
    readonly suppressed: Suppressed[];
    readonly undecidable: Undecidable[];
    readonly unidentified: Unidentified[];
    readonly issues: Issue[];
  };

  constructor(sbom: Sbom, advisories: readonly JsonObject[], options: ScanOptions) {
    const { rules, issues } = checkRules(options.ignores ?? []);
    this.#options = options;
    this.#rules = rules;
    this.#paths = new Paths(sbom);
    this.#advisories = new AdvisoryIndex(advisories);
    this.#distro = options.distro ?? distroOf(sbom);
    this.#root = sbom.components.find(({ ref }) => ref === sbom.root);
    this.result = {
      matches: [],
      suppressed: [],
      undecidable: [],
      unidentified: [],
      issues: [...issues],
    };
  }

  look(component: Component): void {
    if (component.type === 'file' || component.type === 'operating-system') return;
    const claims = this.#claims(component);
    for (const { vulnerability, aliases, claims: joined } of clusterClaims(claims)) {
      this.#decide(component, vulnerability, aliases, joined);
    }
  }

  #claims(component: Component): readonly Claim[] {
    const claims: Claim[] = [...vexClaims(this.#options.vex ?? [], component)];
    const identified = identify(component, this.#distro);
    const decided = identified.ok && identified.identity.distribution;
    if (identified.ok) {
      const { identity } = identified;
      for (const record of this.#advisories.osvFor(identity)) {
        const claim = osvClaim(record, identity);
        if (claim !== null) claims.push(claim);
      }
    }
    // Upstream says nothing about a package that its distribution maintains.
    if (!decided) {
      for (const record of this.#advisories.cveFor(component)) {
        claims.push(...cveClaims(record, component));
      }
    }
    if (claims.length === 0) this.#notIdentified(component, identified);
    return claims;
  }

  #notIdentified(component: Component, identified: ReturnType<typeof identify>): void {
    if (!identified.ok) {
      if (component.cpes.length > 0 && this.#advisories.hasCve) return;
      const { reason } = identified;
      this.result.unidentified.push({ component, reason, message: REASONS[reason] });
      return;
    }
    const base = baseOf(identified.identity.ecosystem);
    if (this.#advisories.ecosystems.has(base)) return;
    const message = `No statement about any package of ${base} was given.`;
    this.result.unidentified.push({ component, reason: 'no-data', message });
  }

  #decide(
    component: Component,
    vulnerability: string,
    aliases: readonly string[],
    claims: readonly Claim[],
  ): void {
    const affected = claims.filter(({ status }) => status === 'affected');
    const speaking = affected.length > 0 ? affected : claims;
    const [first] = speaking;
    if (first === undefined) return;
    const finding: Finding = {
      component,
      paths: this.#paths.to(component.ref),
      vulnerability,
      aliases: aliases.filter((id) => id !== vulnerability),
      status: 'affected',
      fixedIn: [...new Set(speaking.flatMap(({ fixedIn }) => fixedIn))],
      remediation: [...new Set(speaking.flatMap(({ remediation }) => remediation))],
      basis: first.basis,
      confidence: first.confidence,
      sources: [...new Set(speaking.map(({ source, record }) => `${source}:${record}`))],
      why: speaking.flatMap(({ why, record }) => why.map((each) => `${record}: ${each}`)),
    };
    if (this.#close(finding)) return;
    if (affected.length === 0) this.result.undecidable.push({ ...finding, status: 'undecidable' });
    else this.result.matches.push(this.#investigated(finding));
  }

  /** True when a VEX or a rule closes the finding; it is listed then, never lost. */
  #close(finding: Finding): boolean {
    const status = this.#vexOf(finding);
    if (status === 'not_affected' || status === 'fixed') {
      this.result.suppressed.push({ ...finding, status, by: 'vex' });
      return true;
    }
    const rule = ruleFor(finding, this.#rules, this.#options.time);
    if (rule === null) return false;
    const by = `ignored by ${rule.author} until ${rule.expires}: ${rule.reason}`;
    this.result.suppressed.push({ ...finding, status: 'ignored', by });
    return true;
  }

  #investigated(finding: Finding): Finding {
    const open = this.#vexOf(finding) === 'under_investigation';
    return open ? { ...finding, status: 'under_investigation' } : finding;
  }

  /** What the trusted say of the component, by itself or within the subject of the SBOM. */
  #vexOf({ component, vulnerability, aliases }: Finding): string | null {
    const { vex = [], trust } = this.#options;
    if (trust === undefined || vex.length === 0) return null;
    const product = component.purl ?? component.cpes[0];
    if (product === undefined) return null;
    const whole = this.#root?.purl ?? this.#root?.cpes[0];
    for (const name of [vulnerability, ...aliases]) {
      const alone = vexStatus(vex, { product, vulnerability: name }, trust).status;
      if (alone !== 'no_data') return alone;
      if (whole === undefined || whole === product) continue;
      const question = { product: whole, subcomponent: product, vulnerability: name };
      const within = vexStatus(vex.filter(isLimited), question, trust).status;
      if (within !== 'no_data') return within;
    }
    return null;
  }
}

/** A claim about the whole product says nothing about each of its parts. */
function isLimited({ subcomponents }: VexStatement): boolean {
  return subcomponents.length > 0;
}

const REASONS = {
  'no-identity': 'It has no package URL and no CPE: no statement can be about it.',
  'no-version': 'It has no version: statements are about versions.',
  'no-ecosystem': 'Its type of package URL belongs to no ecosystem that is spoken of.',
} as const;

/** The operating system that the SBOM lists: `debian` and `12`. */
function distroOf(sbom: Sbom): string | null {
  const system = sbom.components.find(({ type }) => type === 'operating-system');
  return system?.version === undefined ? null : `${system.name}-${system.version}`;
}

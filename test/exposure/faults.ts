/**
 * Faults that were planted in the exposure engine to see whether the truth table finds them: each a
 * change of the compiled code that somebody could make by mistake. A change that no longer applies
 * is an error.
 */
export interface Change {
  /** Below `dist/src/state/`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly put: string;
}

export interface Fault {
  readonly name: string;
  /** What a user would be told wrongly. */
  readonly tells: string;
  readonly changes: readonly Change[];
}

const fault = (name: string, tells: string, file: string, find: string, put: string): Fault => ({
  name,
  tells,
  changes: [{ file, find, put }],
});

export const FAULTS: readonly Fault[] = [
  fault(
    'the epoch of the package URL is ignored',
    'a package with an epoch is compared as if it had none',
    'exposure/identity.js',
    '? `${epoch}:${version}`',
    '? version',
  ),
  fault(
    'fixed is part of the range',
    'who has installed the fix is hit',
    'vers/native/osv.js',
    "step.kind === 'fixed' ? '<' : '<='",
    "'<='",
  ),
  fault(
    'last_affected is not part of the range',
    'who has the last version that is affected is well',
    'vers/native/osv.js',
    "step.kind === 'fixed' ? '<' : '<='",
    "'<'",
  ),
  fault(
    'limit is ignored',
    'what lies beyond the limit is hit',
    'vers/native/osv.js',
    'if (unlimited)',
    'if (true)',
  ),
  fault(
    'the name of the source package is ignored',
    'libssl3 is well although openssl is not',
    'exposure/identity.js',
    'if (source === null)',
    'if (true)',
  ),
  fault(
    'the version of the source package is ignored',
    'the version of the binary is held against fixes of the source',
    'exposure/identity.js',
    'return { name: upstream.slice(0, at), version: versionOf(purl, version) ?? version };',
    'return { name: upstream.slice(0, at), version: binary ?? version };',
  ),
  fault(
    'withdrawn OSV records are kept',
    'hits that were taken back',
    'exposure/read/osv.js',
    'if (withdrawn)',
    'if (false)',
  ),
  fault(
    'rejected CVE records are kept',
    'hits by records that are rejected',
    'exposure/read/nvd.js',
    "=== 'Rejected'",
    "=== 'rejected'",
  ),
  fault(
    'withdrawn and superseded advisories are kept',
    'hits that were taken back',
    'exposure/read/csaf.js',
    'csaf_(?:withdrawn|superseded)',
    'csaf_(?:retracted)',
  ),
  fault(
    'AND is flattened into OR',
    'a product is hit on every system',
    'cpe/applicability.js',
    "test.kind === 'and' ? conjunction(values) : disjunction(values)",
    'disjunction(values)',
  ),
  fault(
    'negate is dropped',
    'the opposite of what the configuration says',
    'cpe/applicability.js',
    'test.negate ? negation(value) : value',
    'value',
  ),
  fault(
    'what it runs on is taken as absent where it is not known',
    'what cannot be decided counts as clean',
    'exposure/claims/nvd.js',
    "{ world: 'open' }",
    "{ world: 'closed' }",
  ),
  {
    name: 'what a product only runs on is hit',
    tells: 'every system on which a weak product could run is hit',
    changes: [
      { file: 'exposure/read/nvd.js', find: 'if (vulnerable)', put: 'if (true)' },
      {
        file: 'exposure/claims/nvd.js',
        find: '.filter(({ vulnerable }) => vulnerable)',
        put: '',
      },
    ],
  },
  fault(
    'versionEndExcluding is part of the range',
    'who has installed the fix is hit',
    'cpe/criterion.js',
    'order < 0 || (order === 0 && end.including)',
    'order <= 0',
  ),
  fault(
    'pre-releases come after their release',
    'a release candidate of the fix is well',
    'vers/schemes/semver.js',
    'return b.length - a.length;',
    'return a.length - b.length;',
  ),
  fault(
    'a leading v is no version',
    'tags with a v cannot be compared',
    'vers/schemes/semver.js',
    'return /^[vV](?=\\d)/.test(text) ? text.slice(1) : text;',
    'return text;',
  ),
  fault(
    'PEP 503 without the fold of case',
    'Django is not django',
    'purl/names.js',
    "return name.toLowerCase().replace(/[-_.]+/g, '-');",
    "return name.replace(/[-_.]+/g, '-');",
  ),
  fault(
    'npm names are folded',
    'another package of another case is hit',
    'purl/names.js',
    'return name;',
    'return name.toLowerCase();',
  ),
  fault(
    'the release of the distribution is ignored',
    'fixes of another release are held against this one',
    'exposure/system.js',
    'return (rule ?? byNumber)(release, system);',
    "return 'yes';",
  ),
  fault(
    'an unknown release is taken as another one',
    'what cannot be decided counts as clean',
    'exposure/claims/osv.js',
    'return releaseUnknown(entry, identity);',
    'return null;',
  ),
  fault(
    'upstream decides packages of a distribution',
    'a mended package is hit, for its version of upstream has not changed',
    'exposure/claims/cve.js',
    'candidate: identity?.distribution === true',
    'candidate: false',
  ),
  fault(
    'streams of a module are mixed',
    'nodejs 14 is held against fixes of nodejs 16',
    'exposure/claims/osv.js',
    "if (module === null || own === null)\n        return true;\n    return module !== '' && own !== '';",
    'return false;',
  ),
  fault(
    'rebuilds of a binary count as versions of the source',
    'a binary rebuild passes for the fix',
    'exposure/identity.js',
    "binary?.replace(/\\+b[0-9]+$/, '')",
    'binary',
  ),
  fault(
    'one part of a product is enough',
    'a library is hit although the product that has it is not there',
    'exposure/claims/csaf.js',
    "if (present.includes('no'))",
    'if (false)',
  ),
  fault(
    'the fixed build itself is hit',
    'who has installed the fix is hit',
    'exposure/claims/csaf.js',
    'if (order.value >= 0)',
    'if (order.value > 0)',
  ),
  fault(
    'the architecture is ignored',
    'builds of another architecture are held against this one',
    'exposure/part.js',
    '!ANYWHERE.has(stated) && !ANYWHERE.has(own) && stated !== own',
    'false',
  ),
  fault(
    'a range without scheme holds every version',
    'a guess passes for an answer',
    'exposure/part.js',
    "return { version: null, specific: RANGE, reason: 'order' };",
    'return { version: true, specific: RANGE };',
  ),
  fault(
    'defaultStatus is ignored',
    'all versions but the listed ones are silent',
    'cve/status/entry.js',
    "statusOf(textOf(product, 'defaultStatus')) ?? 'unknown'",
    "'unknown'",
  ),
  fault(
    'anybody may close a finding',
    'a stranger hides what is hit',
    'exposure/weigh.js',
    'const trusted = said.filter(({ author }) => this.#speakers.has(author));',
    'const trusted = said;',
  ),
  fault(
    'newer beats more specific',
    'a general statement hides what a specific one says',
    'exposure/weigh.js',
    'if (a.specific !== b.specific)',
    'if (false)',
  ),
  fault(
    'a claim about a part is taken for the whole',
    'a statement about another part closes the finding',
    'exposure/weigh.js',
    'subcomponents.length === 0',
    'true',
  ),
  fault(
    'expired rules go on hiding',
    'nobody looks again',
    'exposure/ignore.js',
    'return compareTimestamps(expires, time) <= 0;',
    'return false;',
  ),
];

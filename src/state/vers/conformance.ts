/** What the clauses of VERS and of the version schemes ask, and which finding answers each. */
import type { VersIssueCode } from './issues.ts';

export interface VersConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where the reader only has to accept something. */
  readonly codes: readonly VersIssueCode[];
  readonly note?: string;
}

export const VERS_CONFORMANCE: readonly VersConformanceRow[] = [
  {
    clause: 'VERS §5.3.1',
    level: 'MUST',
    meaning: 'The scheme is vers, in lower case, followed by a colon.',
    codes: ['vers-scheme'],
  },
  {
    clause: 'VERS §5.3.2',
    level: 'MUST',
    meaning: 'The type is a letter and then letters, digits, full stops and hyphens, not encoded.',
    codes: ['vers-type'],
  },
  {
    clause: 'VERS §5.3.2',
    level: 'MUST',
    meaning: 'The type is in lower case.',
    codes: ['vers-type-case'],
  },
  {
    clause: 'VERS §5.3.2',
    level: 'SHOULD',
    meaning: 'A type that is not registered is reported as a warning.',
    codes: ['vers-type-unknown'],
    note: 'Known are the types whose order is built in; nothing is compared for the others.',
  },
  {
    clause: 'VERS §5.3.2.1',
    level: 'MUST',
    meaning: 'A range of the type "invalid" is invalid whatever its constraints are.',
    codes: ['vers-type-invalid'],
  },
  {
    clause: 'VERS §5.3.3',
    level: 'MUST',
    meaning: 'There is at least one constraint; single pipes stand between constraints only.',
    codes: ['vers-constraints-missing', 'vers-pipe'],
  },
  {
    clause: 'VERS §5.3.3',
    level: 'MUST',
    meaning: 'The number of constraints has no limit.',
    codes: ['vers-too-large'],
    note: 'Bounded at 100,000 constraints and 4 MiB.',
  },
  {
    clause: 'VERS §5.3.3.1',
    level: 'MUST',
    meaning: 'A constraint does not begin with =.',
    codes: ['vers-equals'],
  },
  {
    clause: 'VERS §5.3.3.1',
    level: 'MUST',
    meaning: 'The asterisk stands alone and without a version.',
    codes: ['vers-asterisk'],
  },
  {
    clause: 'VERS §5.3.3.2',
    level: 'MUST',
    meaning: 'A range consists of printable ASCII without white space.',
    codes: ['vers-whitespace', 'vers-not-text'],
  },
  {
    clause: 'VERS §5.3.3.2',
    level: 'MUST',
    meaning: 'A version is not empty; > < = ! * | % in it are percent-encoded, properly.',
    codes: ['vers-version-missing', 'vers-encoding', 'vers-encoding-needed'],
  },
  {
    clause: 'VERS §5.3.3.2',
    level: 'SHOULD',
    meaning: 'Nothing else is percent-encoded.',
    codes: ['vers-encoding-canonical'],
    note: 'A warning, because the text is unambiguous; an error in datetime, whose colons must stand.',
  },
  {
    clause: 'VERS §5.3.3.2',
    level: 'MUST',
    meaning: 'A version has the form that the type defines.',
    codes: ['version-invalid', 'version-too-long', 'version-form'],
  },
  {
    clause: 'VERS §5.4',
    level: 'MUST',
    meaning: 'The constraints are sorted by version.',
    codes: ['vers-unsorted'],
    note: 'The range is still read, its canonical form is given, and it can be evaluated.',
  },
  {
    clause: 'VERS §5.4',
    level: 'MUST',
    meaning: 'Each version occurs once.',
    codes: ['vers-duplicate'],
    note: 'A range that has one version with two comparators is not evaluated.',
  },
  {
    clause: 'VERS §5.4',
    level: 'MUST',
    meaning: 'Lower and upper bounds alternate, and no upper bound follows a single version.',
    codes: ['vers-sequence'],
    note: 'Such a range is evaluated in its simplified form.',
  },
  {
    clause: 'VERS, "Simplifying constraints"',
    level: 'MAY',
    meaning: 'What an interval already contains may be dropped.',
    codes: ['vers-redundant'],
  },
  {
    clause: 'VERS, "Version schemes"',
    level: 'MAY',
    meaning: 'Native ranges are converted to VERS.',
    codes: ['native-syntax', 'native-approximate'],
    note: 'npm, Cargo, pub, PEP 440, Maven, NuGet, RubyGems, CocoaPods, Elixir, Hackage, Conan, Composer, Debian, nginx, OpenSSL, GitHub advisories, OSV events; comparators for every other scheme.',
  },
];

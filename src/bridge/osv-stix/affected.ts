/** What an OSV record says of packages: observables, scores, and ranges as text. */
import type { Identifier } from '../../event/stix/types.ts';
import { formatPurl, parsePurl, purlOfPackage } from '../../state/purl/index.ts';
import type { Source } from '../mapping/index.ts';
import { type Projector, type Score, softwareOf, vectorScore } from '../projection/index.ts';

/** One entry of `affected`. */
export interface AffectedPackage {
  readonly software: readonly Identifier[];
  readonly scores: readonly Score[];
  /** Lines for people: the package, then its ranges and versions. */
  readonly lines: readonly string[];
}

export function readAffected(entry: Source, projector: Projector): AffectedPackage {
  const named = entry.at('package');
  const ecosystem = named.text('ecosystem');
  const name = named.text('name');
  const given = named.textIf('purl', (text) => parsePurl(text).ok);
  const purl = given ?? purlOf(ecosystem, name);
  const called = [ecosystem, name].filter((text) => text !== undefined).join(' ');
  const label = called === '' ? 'Package without a name' : called;
  return {
    software: softwareOf(projector, { name: called === '' ? undefined : called, purl }),
    scores: scoresOf(entry, purl ?? label),
    lines: [given === undefined ? label : `${label} (${given})`, ...rangesOf(entry)],
  };
}

function purlOf(ecosystem = '', name = ''): string | undefined {
  const purl = name === '' ? null : purlOfPackage(ecosystem, name);
  return purl === null ? undefined : formatPurl(purl);
}

const EVENTS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

function rangesOf(entry: Source): string[] {
  const ranges = entry.items('ranges').map((range) => {
    const type = range.text('type') ?? 'RANGE';
    const repo = range.text('repo');
    const events = range.items('events').flatMap((event) =>
      EVENTS.flatMap((kind) => {
        const version = event.text(kind);
        return version === undefined ? [] : [`${kind} ${version}`];
      }),
    );
    return `  ${type}${repo === undefined ? '' : ` ${repo}`}: ${events.join(', ')}`;
  });
  const versions = entry.texts('versions');
  return versions.length === 0 ? ranges : [...ranges, `  versions: ${versions.join(', ')}`];
}

/** `severity` of a record or of a package. */
export function scoresOf(source: Source, product?: string): Score[] {
  return source.items('severity').flatMap((severity) => {
    const score = scoreOf(severity);
    return score === undefined ? [] : [{ ...score, product }];
  });
}

/** `type` repeats the version of the vector; a priority of Ubuntu is a scale of its own. */
function scoreOf(severity: Source): Score | undefined {
  const [type, text] = [severity.seeText('type'), severity.seeText('score')];
  if (type === 'Ubuntu' && text !== undefined) {
    severity.carry('type', 'score');
    return { system: 'ubuntu', severity: text };
  }
  const score = vectorScore(text);
  if (score !== undefined) severity.carry('score');
  if (score !== undefined && type === `CVSS_V${score.version?.charAt(0)}`) severity.carry('type');
  return score;
}

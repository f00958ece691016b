/** What the index knows of a STIX Object. Takes any JSON object, valid or not, and never throws. */
import type { Facts, Observable } from '../../../core/record.ts';
import { isMap, type StixMap, textOf } from '../findings.ts';
import { classOf } from '../tables/classes.ts';
import { edgesOf } from './edges.ts';
import { addObservables } from './observables.ts';
import { addPatternObservables } from './pattern.ts';
import { aliasesOf, externalOf, searchTextOf, titleOf } from './words.ts';

/** Facts of one object. */
export function factsOf(object: StixMap): Facts {
  const type = textOf(object, 'type') ?? '';
  const external = externalOf(object);
  return {
    title: titleOf(object, type),
    aliases: aliasesOf(object),
    external,
    edges: edgesOf(object, type),
    observables: observablesOf(object, type),
    text: searchTextOf(object, external),
  };
}

function observablesOf(object: StixMap, type: string): Observable[] {
  const observables: Observable[] = [];
  if (classOf(type) === 'sco') addObservables(object, observables);
  else if (type === 'observed-data') addContained(object, observables);
  else if (type === 'indicator') addFromIndicator(object, observables);
  return observables;
}

/** The deprecated container of observed data. */
function addContained(object: StixMap, into: Observable[]): void {
  const container = Object.hasOwn(object, 'objects') ? object.objects : undefined;
  if (!isMap(container)) return;
  for (const contained of Object.values(container)) {
    if (isMap(contained)) addObservables(contained, into);
  }
}

/** STIX 2.0 has no pattern_type: there every pattern is one of its own language. */
function addFromIndicator(object: StixMap, into: Observable[]): void {
  const pattern = textOf(object, 'pattern');
  const type = textOf(object, 'pattern_type') ?? 'stix';
  if (pattern === undefined || type !== 'stix') return;
  const version = textOf(object, 'pattern_version') === '2.0' ? '2.0' : '2.1';
  addPatternObservables(pattern, version, into);
}

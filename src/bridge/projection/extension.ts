/**
 * What STIX 2.1 has no place for and a reader sorts by: scores and dates of a vulnerability, in an
 * extension (§7.3) of our own. Who does not know it reads the rest all the same.
 */
import type {
  ExtensionDefinition,
  Extensions,
  Identifier,
  Identity,
} from '../../event/stix/types.ts';
import { cleaned, type Projector } from './projector.ts';

const AUTHOR_ID: Identifier<'identity'> = 'identity--8bd1d098-af35-4008-8d4a-0105888e8880';
const MADE = '2026-11-22T00:00:00.000Z';

/** Whose definition it is: a definition must name its creator (§7.3). */
export const EXTENSION_AUTHOR: Identity = {
  type: 'identity',
  spec_version: '2.1',
  id: AUTHOR_ID,
  created: MADE,
  modified: MADE,
  name: 'CYBEX',
  identity_class: 'organization',
};

/** Id under which the extension stands in `extensions`. */
export const VULNERABILITY_EXTENSION: Identifier<'extension-definition'> =
  'extension-definition--ce197f3a-b886-4276-970d-69d0059e0296';

const SCHEMA = `A property extension of vulnerability and report. All members are optional.
title (string): title that the source gives.
version (string): version of the source document.
disclosed, published, updated, withdrawn (timestamp): times of the source, not of this object.
assigner_ref (identifier of an identity): who assigned the id of the vulnerability.
scores (list of objects): each has
  system (string): cvss, or the name of another scale as the source gives it;
  version (string): version of the system, e.g. 3.1;
  vector (string): the vector string, which is what counts;
  score (number) and severity (string): as the source states them;
  scenario (string): for which circumstances the score holds;
  product (string): the products that the score is for; absent: all;
  source (string) and source_ref (identifier of an identity): who scored.
The language of texts is that of the object.`;

/** The definition; it travels with every projection that uses it. */
export const VULNERABILITY_EXTENSION_DEFINITION: ExtensionDefinition = {
  type: 'extension-definition',
  spec_version: '2.1',
  id: VULNERABILITY_EXTENSION,
  created_by_ref: AUTHOR_ID,
  created: MADE,
  modified: MADE,
  name: 'Scores and dates of a vulnerability',
  description: 'What vulnerability records say that STIX 2.1 has no property for.',
  schema: SCHEMA,
  version: '1.0.0',
  extension_types: ['property-extension'],
};

/** One score of the extension. */
export interface Score {
  readonly system: string;
  readonly version?: string | undefined;
  readonly vector?: string | undefined;
  readonly score?: number | undefined;
  readonly severity?: string | undefined;
  readonly scenario?: string | undefined;
  readonly product?: string | undefined;
  readonly source?: string | undefined;
  readonly source_ref?: Identifier<'identity'> | undefined;
}

/** Members of the extension. */
export interface VulnerabilityFacts {
  readonly title?: string | undefined;
  readonly version?: string | undefined;
  readonly disclosed?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly withdrawn?: string | undefined;
  readonly assigner_ref?: Identifier<'identity'> | undefined;
  readonly scores?: readonly Score[] | undefined;
}

/** The value of `extensions`; undefined where there is nothing to say. */
export function extended(projector: Projector, facts: VulnerabilityFacts): Extensions | undefined {
  const scores = facts.scores?.map((score) => cleaned({ ...score }));
  const said = cleaned({ ...facts, scores });
  if (Object.keys(said).length === 0) return undefined;
  projector.keep(EXTENSION_AUTHOR);
  projector.keep(VULNERABILITY_EXTENSION_DEFINITION);
  return { [VULNERABILITY_EXTENSION]: { extension_type: 'property-extension', ...said } };
}

/** A CSAF advisory as STIX 2.1: a report on its vulnerabilities, with all that it says of them. */
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import type { Identifier } from '../../event/stix/types.ts';
import { Ledger, lossesOf, rowTree, Source } from '../mapping/index.ts';
import {
  extended,
  hostOf,
  isCatalogued,
  isLanguage,
  noteAbout,
  type Projection,
  type ProjectionContext,
  Projector,
  References,
  stixTime,
} from '../projection/index.ts';
import { Advisory } from './advisory.ts';
import { CSAF_STIX_MAPPING } from './mapping.table.ts';
import { markAll } from './markings.ts';
import { addNotes, addReferences, addThanks, notesOf } from './texts.ts';
import { addVulnerability } from './vulnerability.ts';
import { line, lines } from './words.ts';

const ROWS = rowTree(CSAF_STIX_MAPPING.rows);

/** Projects a document of CSAF 2.0 or 2.1; without a head nothing can be made and all is lost. */
export function projectCsaf(document: JsonValue, context: ProjectionContext): Projection {
  const ledger = new Ledger();
  const projector = new Projector(context);
  const source = new Source(document, ledger);
  if (isJsonObject(source.see('document'))) projectDocument(source, projector, context);
  return { objects: projector.objects, losses: lossesOf(document, ledger, ROWS) };
}

function projectDocument(document: Source, projector: Projector, context: ProjectionContext): void {
  const advisory = new Advisory(document, projector);
  markAll(advisory);
  const publisher = publisherOf(advisory);
  document
    .items('vulnerabilities')
    .forEach((item, index) => void addVulnerability(advisory, item, index));
  const about = projector.objects.filter(({ type }) => REPORTED.has(type)).map(({ id }) => id);
  addReport(advisory, [...new Set([publisher, ...about])], context);
}

/** Definitions are no part of what is reported. */
const REPORTED = new Set(['vulnerability', 'course-of-action', 'software', 'relationship', 'note']);

/** The identity of the publisher; that of the hub stands in created_by_ref. */
function publisherOf({ document, projector }: Advisory): Identifier<'identity'> {
  const publisher = document.at('document').at('publisher');
  const name = publisher.text('name');
  const category = publisher.text('category');
  const namespace = publisher.text('namespace');
  const shown = name ?? namespace ?? 'Publisher without a name';
  return projector.identity(`csaf-publisher:${namespace ?? ''} ${name ?? ''}`, {
    name: shown,
    description: publisher.text('issuing_authority'),
    roles: category === undefined ? [] : [category],
    identity_class: 'organization',
    contact_information: publisher.text('contact_details'),
    external_references:
      namespace === undefined ? [] : [{ source_name: 'csaf-publisher', external_id: namespace }],
  });
}

function addReport(
  advisory: Advisory,
  object_refs: readonly Identifier[],
  context: ProjectionContext,
): void {
  const { projector, document } = advisory;
  const head = document.at('document');
  const tracking = head.at('tracking');
  const { description, others } = notesOf(head);
  const severity = head.at('aggregate_severity').text('text');
  const report = projector.add('report', advisory.key, {
    name: head.text('title') ?? tracking.seeText('id') ?? 'Advisory',
    description,
    report_types: ['vulnerability'],
    published: timeOf(tracking, 'initial_release_date') ?? stixTime(context.now),
    lang: head.textIf('lang', isLanguage),
    labels: lines([head.text('category'), tracking.text('status')]),
    external_references: referencesOf(head),
    extensions: extended(projector, {
      version: tracking.text('version'),
      updated: timeOf(tracking, 'current_release_date'),
      scores: severity === undefined ? [] : [{ system: 'aggregate_severity', severity }],
    }),
    object_refs,
  });
  addNotes(advisory, report, others);
  addThanks(advisory, report, head);
  noteAbout(projector, report, 'Products', advisory.productLines());
  noteAbout(projector, report, 'Product groups', advisory.groupLines());
  const history = tracking
    .items('revision_history')
    .map((entry) => line(entry, ['date', 'number', 'legacy_version', 'summary']));
  noteAbout(projector, report, 'Revision history', lines(history));
}

function timeOf(source: Source, name: string): string | undefined {
  const text = source.textIf(name, (given) => stixTime(given) !== undefined);
  return text === undefined ? undefined : stixTime(text);
}

/** The advisory itself first: its publisher's namespace, its id, and where it lies. */
function referencesOf(head: Source): References['list'] {
  const references = new References();
  const tracking = head.at('tracking');
  const namespace = head.at('publisher').seeText('namespace');
  const id = tracking.textIf('id', (text) => !isCatalogued(text));
  if (id !== undefined) {
    const source_name = namespace === undefined ? 'csaf' : hostOf(namespace);
    references.add({ source_name, external_id: id });
  }
  for (const alias of tracking.texts('aliases', (text) => !isCatalogued(text))) {
    references.add({ source_name: 'csaf-alias', external_id: alias });
  }
  addReferences(head, references);
  return references.list;
}

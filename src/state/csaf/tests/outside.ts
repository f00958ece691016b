/** Tests that ask something outside of the document: links, spelling, grammar (6.3.6 to 6.3.8, 6.3.16). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import type { CsafModel } from '../model/model.ts';
import { eachObject, eachText, listOf, objectOf, textOf } from '../model/values.ts';
import type { OutsidePorts } from '../ports.ts';
import { profileOf } from '../profiles.ts';
import { quote } from './mandatory-products.ts';
import type { NotRun, Report } from './test.ts';

type VisitText = (text: string, path: string) => void;

function see(value: JsonValue | undefined, path: string, visit: VisitText): void {
  if (typeof value === 'string') visit(value, path);
}

/** References of the document and of its vulnerabilities. */
function eachUrlOfReferences(model: CsafModel, self: boolean, visit: VisitText): void {
  const walk = (value: JsonValue | undefined, path: string) =>
    eachObject(value, (item, i) => {
      if ((item.category === 'self') === self) see(item.url, `${path}/${i}/url`, visit);
    });
  walk(model.document.references, '/document/references');
  for (const { value, path } of model.vulnerabilities) walk(value.references, `${path}/references`);
}

/** Every URL that is no reference `self`. */
function eachOtherUrl(model: CsafModel, visit: VisitText): void {
  const { document } = model;
  const thanks = (value: JsonValue | undefined, path: string) =>
    eachObject(value, (item, i) =>
      eachText(item.urls, (url, j) => visit(url, `${path}/${i}/urls/${j}`)),
    );
  thanks(document.acknowledgments, '/document/acknowledgments');
  see(
    objectOf(document.aggregate_severity).namespace,
    '/document/aggregate_severity/namespace',
    visit,
  );
  const tlp = objectOf(objectOf(document.distribution).tlp);
  see(tlp.url, '/document/distribution/tlp/url', visit);
  see(objectOf(document.publisher).namespace, '/document/publisher/namespace', visit);
  eachUrlOfReferences(model, false, visit);
  for (const product of model.tree.products) {
    const place = `${product.path}/product_identification_helper`;
    eachText(product.helper.sbom_urls, (url, i) => visit(url, `${place}/sbom_urls/${i}`));
    eachObject(product.helper.x_generic_uris, (item, i) => {
      see(item.namespace, `${place}/x_generic_uris/${i}/namespace`, visit);
      see(item.uri, `${place}/x_generic_uris/${i}/uri`, visit);
    });
  }
  for (const { value, path } of model.vulnerabilities) {
    thanks(value.acknowledgments, `${path}/acknowledgments`);
    eachObject(value.remediations, (item, i) =>
      see(item.url, `${path}/remediations/${i}/url`, visit),
    );
    eachObject(value.metrics, (item, i) => see(item.source, `${path}/metrics/${i}/source`, visit));
  }
}

/** 6.3.6 and 6.3.7: the URL answers with a status of the classes 2xx and 3xx. */
export async function unresolvedUrls(
  model: CsafModel,
  report: Report,
  { status }: OutsidePorts,
  self: boolean,
): Promise<NotRun> {
  if (status === undefined) return 'No client for links is given.';
  const places: [url: string, path: string][] = [];
  const visit: VisitText = (url, path) => void places.push([url, path]);
  if (self) eachUrlOfReferences(model, true, visit);
  else eachOtherUrl(model, visit);
  const known = new Map<string, number | null>();
  for (const [url, path] of places) {
    if (!/^https?:/i.test(url)) continue;
    const code = known.has(url) ? (known.get(url) ?? null) : await status(url);
    known.set(url, code);
    if (code !== null && code >= 200 && code < 400) continue;
    report(path, `${quote(url)} ${code === null ? 'does not resolve' : `answers ${code}`}.`);
  }
  return undefined;
}

/** Members that hold prose, by the member that owns them. */
const DOCUMENT_PROSE: readonly (readonly [list: string, members: readonly string[]])[] = [
  ['acknowledgments', ['organization', 'summary']],
  ['notes', ['audience', 'text', 'title']],
  ['references', ['summary']],
];
const VULNERABILITY_PROSE: typeof DOCUMENT_PROSE = [
  ...DOCUMENT_PROSE,
  ['involvements', ['summary']],
  ['remediations', ['details']],
  ['threats', ['details']],
];

function eachProse(
  owner: JsonObject,
  path: string,
  table: typeof DOCUMENT_PROSE,
  visit: VisitText,
): void {
  for (const [name, members] of table) {
    eachObject(owner[name], (item, i) => {
      const place = `${path}/${name}/${i}`;
      for (const member of members) see(item[member], `${place}/${member}`, visit);
      eachText(item.names, (text, j) => visit(text, `${place}/names/${j}`));
      eachText(item.entitlements, (text, j) => visit(text, `${place}/entitlements/${j}`));
      if (isJsonObject(item.restart_required)) {
        see(item.restart_required.details, `${place}/restart_required/details`, visit);
      }
    });
  }
}

/** The texts of 6.3.8. The category is prose in the profile CSAF Base only. */
function eachProseText(model: CsafModel, visit: VisitText): void {
  const { document, tracking } = model;
  eachProse(document, '/document', DOCUMENT_PROSE, visit);
  see(objectOf(document.aggregate_severity).text, '/document/aggregate_severity/text', visit);
  if (profileOf(model.category, model.version) === 'csaf_base' && model.category !== 'csaf_base') {
    see(document.category, '/document/category', visit);
  }
  see(objectOf(document.distribution).text, '/document/distribution/text', visit);
  see(
    objectOf(document.publisher).issuing_authority,
    '/document/publisher/issuing_authority',
    visit,
  );
  see(objectOf(document.publisher).name, '/document/publisher/name', visit);
  see(document.title, '/document/title', visit);
  eachText(tracking.aliases, (text, i) => visit(text, `/document/tracking/aliases/${i}`));
  const engine = objectOf(objectOf(tracking.generator).engine);
  see(engine.name, '/document/tracking/generator/engine/name', visit);
  eachObject(tracking.revision_history, (item, i) =>
    see(item.summary, `/document/tracking/revision_history/${i}/summary`, visit),
  );
  for (const branch of model.tree.branches) see(branch.value.name, `${branch.path}/name`, visit);
  for (const product of model.tree.products) see(product.value.name, `${product.path}/name`, visit);
  listOf(objectOf(model.root.product_tree).product_groups).forEach((group, i) => {
    see(objectOf(group).summary, `/product_tree/product_groups/${i}/summary`, visit);
  });
  for (const { value, path } of model.vulnerabilities) {
    eachProse(value, path, VULNERABILITY_PROSE, visit);
    see(value.title, `${path}/title`, visit);
  }
}

/** 6.3.8 and 6.3.16: a checker of the document's language finds nothing. */
export async function proseFaults(
  model: CsafModel,
  report: Report,
  check: OutsidePorts['misspelled'],
  what: 'spell' | 'grammar',
): Promise<NotRun> {
  const language = textOf(model.document.lang);
  if (language === undefined) return 'The document does not give its language.';
  if (check === undefined) return `No ${what} check is given.`;
  const places: [text: string, path: string][] = [];
  eachProseText(model, (text, path) => void places.push([text, path]));
  for (const [text, path] of places) {
    const faults = await check(text, language);
    if (faults === null) {
      report(
        '/document/lang',
        `The ${what} check does not support the language ${quote(language)}.`,
      );
      return undefined;
    }
    if (faults.length > 0) report(path, `Unknown or wrong: ${faults.slice(0, 10).join(', ')}.`);
  }
  return undefined;
}

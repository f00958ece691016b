/** Writes an advisory: head, product tree, vulnerabilities; checked before it is given back. */
import type { Loss } from '../../../core/issue.ts';
import type { JsonObject } from '../../../core/json/index.ts';
import { checkCsaf } from '../check.ts';
import { csafFilename } from '../filename.ts';
import type { CsafIssue } from '../issues.ts';
import type { CsafVersion } from '../model/model.ts';
import { SCHEMA_21_URL } from '../schema/csaf.ts';
import { type Draft, documentText, Losses } from './draft.ts';
import type { CsafAdvisoryInput, CsafStatusName } from './input.ts';
import { buildProductTree, productKey } from './product-tree.ts';
import { notesOf, referencesOf } from './texts.ts';
import { vulnerabilityOf } from './vulnerability.ts';

export interface CsafAuthored {
  /** The document, its keys sorted. */
  readonly output: string;
  readonly document: JsonObject;
  /** File name of the document (§5.1). */
  readonly filename: string;
  /** What the input says and the document cannot, by place in the input. */
  readonly losses: readonly Loss[];
  /** What schema and mandatory tests find in the document: errors are the author's to mend. */
  readonly issues: readonly CsafIssue[];
}

export interface CsafAuthorOptions {
  /** The time of the release, RFC 3339. */
  readonly now: string;
}

/** Writes a document of 2.0, or of 2.1 where the input asks for it. */
export function authorCsaf(input: CsafAdvisoryInput, { now }: CsafAuthorOptions): CsafAuthored {
  const version = input.csaf ?? '2.0';
  const losses = new Losses();
  const { products = [], combined = [] } = input;
  const built = buildProductTree(version, products, combined);
  const statuses = statusesOf(input, built.ids);
  const context = { version, ids: built.ids, statuses, losses };
  const vulnerabilities = (input.vulnerabilities ?? []).map((item, i) =>
    vulnerabilityOf(item, `/vulnerabilities/${i}`, context),
  );
  const root: Draft = {
    ...(version === '2.1' ? { $schema: SCHEMA_21_URL } : {}),
    document: headOf(input, version, now, losses),
    ...(built.tree === undefined ? {} : { product_tree: built.tree }),
    ...(vulnerabilities.length === 0 ? {} : { vulnerabilities }),
  };
  const output = documentText(root);
  const report = checkCsaf(output, { tests: ['basic'] });
  return {
    output,
    document: JSON.parse(output) as JsonObject,
    filename: csafFilename(input.id),
    losses: [...built.losses.list, ...losses.list],
    issues: [...report.issues, ...report.tests.flatMap(({ issues }) => issues)],
  };
}

/** Product ids by the status that products bring along. */
function statusesOf(
  { products = [], combined = [] }: CsafAdvisoryInput,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<CsafStatusName, readonly string[]> {
  const statuses = new Map<CsafStatusName, string[]>();
  const add = (status: CsafStatusName | undefined, key: string) => {
    const id = ids.get(key);
    if (status === undefined || id === undefined) return;
    const list = statuses.get(status);
    if (list === undefined) statuses.set(status, [id]);
    else list.push(id);
  };
  for (const product of products) add(product.status, productKey(product));
  for (const item of combined) add(item.status, item.key ?? `${item.part} on ${item.whole}`);
  return statuses;
}

function headOf(
  input: CsafAdvisoryInput,
  version: CsafVersion,
  now: string,
  losses: Losses,
): Draft {
  const { publisher, lang, licence } = input;
  const references = referencesOf(input.references ?? []);
  if (input.baseUrl !== undefined) references.unshift(selfReference(input.baseUrl, input.id, now));
  if (licence !== undefined && version === '2.0') {
    losses.note('/licence', 'CSAF 2.0 has no licence expression.');
  }
  return {
    category: input.category ?? 'csaf_security_advisory',
    csaf_version: version,
    distribution: { tlp: { label: labelOf(input.tlp ?? 'CLEAR', version) } },
    ...(lang === undefined ? {} : { lang }),
    ...(licence === undefined || version === '2.0' ? {} : { license_expression: licence }),
    ...(input.notes?.length ? { notes: notesOf(input.notes) } : {}),
    publisher: {
      category: publisher.category ?? 'vendor',
      ...(publisher.contact_details ? { contact_details: publisher.contact_details } : {}),
      ...(publisher.issuing_authority ? { issuing_authority: publisher.issuing_authority } : {}),
      name: publisher.name,
      namespace: publisher.namespace,
    },
    ...(references.length === 0 ? {} : { references }),
    title: input.title,
    tracking: trackingOf(input, now),
  };
}

/** 2.0 knows TLP 1.0. AMBER+STRICT has no place in it: it stays, and the schema refuses it. */
function labelOf(tlp: string, version: CsafVersion): string {
  const label = tlp.toUpperCase().replace(/^TLP:/, '');
  if (version === '2.0') return label === 'CLEAR' ? 'WHITE' : label;
  return label === 'WHITE' ? 'CLEAR' : label;
}

/** §3.1.11: what is not released yet has the version 0. */
function trackingOf(input: CsafAdvisoryInput, now: string): Draft {
  const status = input.status ?? 'draft';
  const version = status === 'draft' ? '0' : '1';
  const summary = input.summary ?? 'Initial version.';
  return {
    ...(input.aliases?.length ? { aliases: [...new Set(input.aliases)] } : {}),
    current_release_date: now,
    id: input.id,
    initial_release_date: now,
    revision_history: [{ date: now, number: version, summary }],
    status,
    version,
  };
}

/** 6.2.11: HTTPS and the file name at the end make a reference to itself canonical. */
function selfReference(baseUrl: string, id: string, now: string): Draft {
  const base = baseUrl.replace(/\/+$/, '');
  const url = `${base}/${now.slice(0, 4)}/${csafFilename(id)}`;
  return { category: 'self', summary: `${id} in CSAF`, url };
}

/**
 * What each source of a record says about a version of a product.
 *
 * The format evaluates one entry at a time and does not say how several entries for one product
 * combine. Here, within one source: entries that number versions otherwise (git against releases)
 * are put aside while another speaks; an entry that lists the version beats those that only fall
 * back on defaultStatus, which is about versions "not otherwise listed"; among the rest the most
 * serious counts: affected, undecidable, unknown, unaffected. Sources are never combined.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/value.ts';
import { member, objectsOf, textOf, textsOf } from '../../../core/json/view.ts';
import { containersOf } from '../containers.ts';
import { type CveStatus, type EntryStatus, entryStatus } from './entry.ts';
import type { VersionOrder } from './order.ts';
import { type CveProduct, speaksOf } from './product.ts';

/** One source's answer. */
export interface CveAnswer {
  /** `cna`, or `adp:` with the short name, else the id, of the publisher. */
  readonly source: string;
  readonly status: CveStatus | 'undecidable';
  readonly why: readonly string[];
}

/**
 * The answers of all sources that speak of the product, the assigner's first. A rejected record
 * says nothing about any product: no answers.
 */
export function cveStatus(
  record: JsonValue,
  product: CveProduct,
  version: string,
  order: VersionOrder,
): readonly CveAnswer[] {
  if (!isJsonObject(record) || textOf(member(record, 'cveMetadata'), 'state') === 'REJECTED') {
    return [];
  }
  return containersOf(record).flatMap(({ source, value }) => {
    const entries = objectsOf(value, 'affected')
      .map((entry, i) => ({ entry, i }))
      .filter(({ entry }) => speaksOf(entry, product))
      .map(({ entry, i }) => named(entry, i, entryStatus(entry, version, order)));
    return entries.length === 0 ? [] : [{ source, ...combineEntries(entries) }];
  });
}

/** The sentences of an entry under its name, with what narrows it. */
function named(entry: JsonObject, index: number, found: EntryStatus): EntryStatus {
  const narrow = ['platforms', 'modules'].flatMap((name) => {
    const listed = textsOf(entry, name).slice(0, 5);
    return listed.length === 0 ? [] : [`${name}: ${listed.join(', ')}`];
  });
  const place = `affected[${index}]${narrow.length === 0 ? '' : ` (${narrow.join('; ')})`}`;
  return { ...found, why: found.why.map((sentence) => `${place}: ${sentence}`) };
}

/** Most serious first. */
const RANK = ['affected', 'undecidable', 'unknown', 'unaffected'] as const;

/** What the entries of one source for one product say together. */
export function combineEntries(entries: readonly EntryStatus[]): Omit<CveAnswer, 'source'> {
  const why = entries.flatMap((entry) => entry.why);
  const speaking = entries.filter(({ basis }) => basis !== 'other');
  if (speaking.length === 0) return { status: 'undecidable', why };
  const listing = speaking.filter(({ basis }) => basis === 'listed');
  const deciding = listing.length === 0 ? speaking : listing;
  const status = RANK.find((rank) => deciding.some((entry) => entry.status === rank)) ?? 'unknown';
  const differ = new Set(deciding.map((entry) => entry.status)).size > 1;
  return { status, why: differ ? [...why, `Entries differ: ${status} counts.`] : why };
}

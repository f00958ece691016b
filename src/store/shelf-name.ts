/**
 * A collection offers each format on a shelf of its own (docs/adr/0005): whatever is numbered,
 * counted, paged or reserved by collection is so by shelf, and a feed of one format never walks
 * over what stands in another. A shelf has a name, and stores number names.
 */

/**
 * The format of feeds. Its shelf bears the plain name of its collection: houses of the first
 * schema hold no other, and their numbers stay what they are.
 */
export const FEED_FORMAT = 'stix';

/** No id of a collection and no name of a format has one. */
const BETWEEN = ' ';

/** Name of the shelf on which a collection (by its id) offers a format. */
export function shelfName(collection: string, format: string = FEED_FORMAT): string {
  return format === FEED_FORMAT ? collection : `${collection}${BETWEEN}${format}`;
}

/** Id of the collection that a shelf belongs to. */
export function collectionOf(shelf: string): string {
  const end = shelf.indexOf(BETWEEN);
  return end === -1 ? shelf : shelf.slice(0, end);
}

/** Format that a shelf offers. */
export function formatOf(shelf: string): string {
  const end = shelf.indexOf(BETWEEN);
  return end === -1 ? FEED_FORMAT : shelf.slice(end + BETWEEN.length);
}

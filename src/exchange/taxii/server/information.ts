/** Discovery, API root and collection resources (TAXII 2.1 §4.1.1, §4.2.1, §5.1.1, §5.2.1). */
import { TAXII_21 } from '../../../core/media-type.ts';
import type { TaxiiApiRoot, TaxiiCollection, TaxiiDiscovery } from '../port.ts';
import { apiRootUrl, type TaxiiSettings } from './settings.ts';

/** An empty text is as good as none. */
function text(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}

/** A list is never empty (§2): without API roots the member is absent. */
export function discoveryResource(discovery: TaxiiDiscovery, settings: TaxiiSettings) {
  const roots = discovery.apiRoots.map((root) => apiRootUrl(settings, root.path));
  return {
    title: discovery.title,
    description: text(discovery.description),
    contact: text(discovery.contact),
    default: roots[0],
    api_roots: roots.length === 0 ? undefined : roots,
  };
}

export function apiRootResource(root: TaxiiApiRoot, settings: TaxiiSettings) {
  return {
    title: root.title,
    description: text(root.description),
    versions: [TAXII_21],
    max_content_length: settings.maxContentLength,
  };
}

export function collectionResource(collection: TaxiiCollection) {
  return {
    id: collection.id,
    title: collection.title,
    description: text(collection.description),
    alias: text(collection.alias),
    can_read: collection.canRead,
    can_write: collection.canWrite,
    media_types: collection.mediaTypes.length === 0 ? undefined : collection.mediaTypes,
  };
}

/** Without collections the answer is an empty object (§5.1.1). */
export function collectionsResource(collections: readonly TaxiiCollection[]) {
  return collections.length === 0 ? {} : { collections: collections.map(collectionResource) };
}

/** The collection that a path segment names by id or by alias (§5.2.1). */
export function findCollection(
  collections: readonly TaxiiCollection[],
  name: string,
): TaxiiCollection | undefined {
  const id = name.toLowerCase();
  return (
    collections.find((collection) => collection.id.toLowerCase() === id) ??
    collections.find((collection) => collection.alias !== undefined && collection.alias === name)
  );
}

/** extension-content.json (CSAF 2.1 §2.4): the content is open, everything around it is closed. */
import { isUri } from './formats.ts';
import { isSemanticVersion } from './patterns.ts';
import { anyObject, object, oneOf, partOf, set, text, truth } from './shapes.ts';
import type { Check } from './walk.ts';

/** The schema of the interface itself, which no extension may name as its own. */
const INTERFACE =
  /^https:\/\/docs\.oasis-open\.org\/csaf\/csaf\/v2\.1\/(?:[^/\s]+\/)*schema\/extension-content\.json$/;
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** content_schema_t: https, a host in lower case, a file `name_SEMVER.json`. */
export function isExtensionUrl(url: string): boolean {
  if (!url.startsWith('https://') || !url.endsWith('.json') || !isUri(url)) return false;
  const [host = '', ...path] = url.slice('https://'.length).split('/');
  const file = path.pop() ?? '';
  if (!HOST.test(host) || path.some((part) => part === '') || INTERFACE.test(url)) return false;
  // The name may hold underscores itself; a version holds none.
  const mark = file.lastIndexOf('_');
  return mark > 0 && isSemanticVersion(file.slice(mark + 1, -'.json'.length));
}

const extension: Check = partOf(
  'extension',
  object(
    {
      $schema: text({
        pattern: isExtensionUrl,
        form: 'an https URL of a file that ends in _MAJOR.MINOR.PATCH.json',
      }),
      category: oneOf('essential', 'significant', 'supplementary'),
      content: anyObject(1),
      critical: truth,
    },
    { required: ['$schema', 'category', 'critical', 'content'] },
  ),
);

/** extensions_t. */
export const extensions: Check = set(extension);

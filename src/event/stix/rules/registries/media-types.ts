/** Media types as far as a checker can tell without the registry itself. */

/** Top-level types of the IANA media type registry (RFC 6838 §4.2; haptics: RFC 9695). */
const TOP_LEVEL: ReadonlySet<string> = new Set([
  'application',
  'audio',
  'example',
  'font',
  'haptics',
  'image',
  'message',
  'model',
  'multipart',
  'text',
  'video',
]);

/** True for `type/subtype` with a registered top-level type and names as RFC 6838 §4.2 allows. */
export function isMediaType(text: string): boolean {
  if (text.length > 255) return false;
  const slash = text.indexOf('/');
  if (slash < 1 || !TOP_LEVEL.has(text.slice(0, slash).toLowerCase())) return false;
  return /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/.test(text.slice(slash + 1));
}

/** File names of CSAF documents (clause 5.1). */

/** The name that the tracking id gives: lower case, runs of other characters as one underscore. */
export function csafFilename(trackingId: string): string {
  return `${trackingId.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_')}.json`;
}

/** True when the name is that of the tracking id; `_invalid` before the extension is allowed. */
export function isCsafFilename(name: string, trackingId: string): boolean {
  const right = csafFilename(trackingId);
  return name === right || name === right.replace(/\.json$/, '_invalid.json');
}

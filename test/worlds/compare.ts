/** Two answers as an outsider can tell them apart. */
import type { Answer } from './side.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** The time of day, and the name under which the operator's log knows the request. */
const OWN_HEADERS = ['date', 'x-request-id'];

/**
 * An answer as text. Ids that the hub drew by lot for this very answer (a status, a job, a parcel,
 * the request) are numbered in the order in which they stand; `known` ids are left as they are.
 */
export function legible(answer: Answer, known: ReadonlySet<string>): string {
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !OWN_HEADERS.includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort();
  const drawn = new Map<string, string>();
  const body = answer.body.toString('latin1').replace(UUID, (id) => {
    if (known.has(id)) return id;
    const name = drawn.get(id) ?? `drawn-${drawn.size}`;
    drawn.set(id, name);
    return name;
  });
  return `${answer.status}\n${headers.join('\n')}\n\n${body}`;
}

/** Every id of these kinds in a text. */
export function idsIn(text: string): string[] {
  return text.match(UUID) ?? [];
}

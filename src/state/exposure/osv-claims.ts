/** What OSV records say of a component. */
import type { JsonObject } from '../../core/json/index.ts';
import { objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { baseOf, osvStatus, speaksOf } from '../osv/index.ts';
import { ecosystemOf } from '../purl/index.ts';
import { compareVersions } from '../vers/index.ts';
import type { Identity } from './identity.ts';
import type { Claim } from './model.ts';

/** The claim of one record; null where it does not speak of the component or not of its version. */
export function osvClaim(record: JsonObject, identity: Identity): Claim | null {
  if (textOf(record, 'withdrawn') !== undefined) return null;
  const { ecosystem, names, version, distribution } = identity;
  if (identity.releaseUnknown) return withoutRelease(record, identity);
  for (const name of names) {
    const answer = osvStatus(record, { ecosystem: released(record, ecosystem), name }, version);
    if (answer === null) continue;
    if (answer.status === 'unaffected') return null;
    return {
      ...headOf(record, identity),
      status: answer.status,
      basis: distribution ? 'distribution' : 'ecosystem',
      confidence: 'high',
      fixedIn: fixesOf(record, name, identity),
      why: answer.why,
    };
  }
  return null;
}

/** Ubuntu releases stand with and without their suffix: `Ubuntu:22.04:LTS` means `Ubuntu:22.04`. */
function released(record: JsonObject, ecosystem: string): string {
  for (const entry of objectsOf(record, 'affected')) {
    const stated = textOf(entry.package, 'ecosystem') ?? '';
    if (stated.startsWith(`${ecosystem}:`)) return stated;
  }
  return ecosystem;
}

/** Every release of the distribution is about another set of versions: nothing can be decided. */
function withoutRelease(record: JsonObject, identity: Identity): Claim | null {
  const spoken = objectsOf(record, 'affected').some((entry) => {
    const stated = textOf(entry.package, 'ecosystem') ?? '';
    return (
      baseOf(stated) === identity.ecosystem &&
      identity.names.some((name) => speaksOf(entry, { ecosystem: stated, name }))
    );
  });
  if (!spoken) return null;
  return {
    ...headOf(record, identity),
    status: 'undecidable',
    basis: 'distribution',
    confidence: 'high',
    fixedIn: [],
    why: [
      `The release of ${identity.ecosystem} is not known, and statements hold for one release.`,
    ],
  };
}

function headOf(
  record: JsonObject,
  { component }: Identity,
): Pick<Claim, 'component' | 'record' | 'source' | 'aliases' | 'remediation'> {
  const id = textOf(record, 'id') ?? '';
  return {
    component,
    record: id,
    source: 'osv',
    aliases: [id, ...textsOf(record, 'aliases')],
    remediation: [],
  };
}

/** Fixed versions above the installed one, ascending. */
function fixesOf(record: JsonObject, name: string, { ecosystem, version }: Identity): string[] {
  const scheme = ecosystemOf(ecosystem)?.scheme ?? null;
  const asked = { ecosystem: released(record, ecosystem), name };
  const fixes = new Set<string>();
  for (const entry of objectsOf(record, 'affected')) {
    if (!speaksOf(entry, asked)) continue;
    for (const range of objectsOf(entry, 'ranges')) {
      if (textOf(range, 'type') === 'GIT') continue;
      for (const event of objectsOf(range, 'events')) {
        const fixed = textOf(event, 'fixed');
        if (fixed !== undefined && isAbove(scheme, fixed, version)) fixes.add(fixed);
      }
    }
  }
  return [...fixes].sort((a, b) => orderOf(scheme, a, b));
}

function isAbove(scheme: string | null, a: string, b: string): boolean {
  return orderOf(scheme, a, b) > 0;
}

function orderOf(scheme: string | null, a: string, b: string): number {
  const order = scheme === null ? null : compareVersions(scheme, a, b);
  return order?.ok ? order.value : 0;
}

/** Writing records: what a CNA may say, and the body that the CVE Services take. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { member } from '../../core/json/view.ts';
import { checkCve, checkCveBody } from './check.ts';
import type { CveIssue } from './issues.ts';

/** What is written, and every finding on it; publishable without errors only. */
export interface CveWritten {
  readonly record: JsonObject;
  readonly issues: readonly CveIssue[];
}

export interface CveBody {
  /** `{"cnaContainer": {…}}`, as POST and PUT /cve/{id}/cna take it. */
  readonly body: JsonObject;
  readonly issues: readonly CveIssue[];
}

/** Who writes: the assigner of the id. */
export interface CveAuthor {
  readonly orgId: string;
  readonly shortName?: string;
}

/** The version of the format that is written. */
const DATA_VERSION = '5.2.0';

/** A published record of an id with what its CNA says; the provider is the author. */
export function authorCve(cveId: string, author: CveAuthor, says: JsonObject): CveWritten {
  return checked({
    dataType: 'CVE_RECORD',
    dataVersion: DATA_VERSION,
    cveMetadata: { ...assigned(cveId, author), state: 'PUBLISHED' },
    containers: { cna: { ...says, providerMetadata: provider(author) } },
  });
}

/** A rejected record; `replacedBy` are the ids to use instead. */
export function rejectCve(
  cveId: string,
  author: CveAuthor,
  reason: string,
  replacedBy: readonly string[] = [],
): CveWritten {
  return checked({
    dataType: 'CVE_RECORD',
    dataVersion: DATA_VERSION,
    cveMetadata: { ...assigned(cveId, author), state: 'REJECTED' },
    containers: {
      cna: {
        providerMetadata: provider(author),
        rejectedReasons: [{ lang: 'en', value: reason }],
        ...(replacedBy.length === 0 ? {} : { replacedBy: [...replacedBy] }),
      },
    },
  });
}

function assigned(cveId: string, { orgId, shortName }: CveAuthor): JsonObject {
  const named: JsonObject = { cveId, assignerOrgId: orgId };
  return shortName === undefined ? named : { ...named, assignerShortName: shortName };
}

function provider({ orgId, shortName }: CveAuthor): JsonObject {
  return shortName === undefined ? { orgId } : { orgId, shortName };
}

function checked(record: JsonObject): CveWritten {
  return { record, issues: checkCve(record) };
}

/**
 * The record with changes in its CNA container: members of `changes` replace, null removes (JSON
 * merge patch, RFC 7396, at the first level). ADP containers and metadata are others' and stay.
 */
export function editCve(record: JsonObject, changes: JsonObject): CveWritten {
  const containers = member(record, 'containers');
  const cna = member(containers, 'cna');
  const kept = Object.entries(cna !== undefined && isJsonObject(cna) ? cna : {});
  const own = kept.filter(([name]) => !Object.hasOwn(changes, name) || name === 'providerMetadata');
  const set = Object.entries(changes).filter(
    ([name, value]) => value !== null && name !== 'providerMetadata',
  );
  const others = containers !== undefined && isJsonObject(containers) ? containers : {};
  const edited: JsonObject = Object.fromEntries([...own, ...set]);
  return checked({ ...record, containers: { ...others, cna: edited } });
}

/**
 * What a CNA sends: its container without the provider, which the services set from the account.
 * Containers of ADPs and the metadata are not a CNA's to publish and are left out.
 */
export function exportCna(record: JsonObject): CveBody {
  const cna = member(member(record, 'containers'), 'cna');
  const said: readonly (readonly [string, JsonValue])[] =
    cna !== undefined && isJsonObject(cna) ? Object.entries(cna) : [];
  const container: JsonObject = Object.fromEntries(
    said.filter(([name]) => name !== 'providerMetadata'),
  );
  const body: JsonObject = { cnaContainer: container };
  const kind = Object.hasOwn(container, 'rejectedReasons') ? 'cna-rejected' : 'cna';
  return { body, issues: checkCveBody(kind, body) };
}

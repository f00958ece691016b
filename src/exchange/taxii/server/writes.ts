/** Adding (TAXII 2.1 §5.5) and deleting (§5.7). */

import type { Issue } from '../../../core/issue.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import type { TaxiiCollection, TaxiiHouse } from '../port.ts';
import { absent, denied } from './access.ts';
import { fresh } from './answer.ts';
import { requestBody, tooLarge } from './body.ts';
import type { TaxiiRequest, TaxiiResponse } from './http.ts';
import { type Outcome, refused } from './problem.ts';
import { parseDeleteQuery } from './query.ts';
import type { TaxiiSettings } from './settings.ts';
import { statusResource } from './status.ts';

/** Issues told in one answer; the first ones name the place. */
const ISSUES_TOLD = 20;

function toldIssues(issues: readonly Issue[]) {
  return issues
    .slice(0, ISSUES_TOLD)
    .map(({ code, clause, path, message }) => ({ code, clause, path, message }));
}

/** POST: 202 with the status resource once the delivery is durable. */
export async function addObjects(
  request: TaxiiRequest,
  house: TaxiiHouse,
  settings: TaxiiSettings,
  root: string,
  collection: TaxiiCollection,
): Promise<Outcome<TaxiiResponse>> {
  // can_write false: 403 (§5.5); a collection that is hidden never comes as far as here.
  if (!collection.canWrite) return denied(house);
  const body = requestBody(request, settings);
  if (!body.ok) return body;
  try {
    const added = await house.add(root, collection.id, body.value.bytes);
    if (added.kind === 'accepted') {
      return { ok: true, value: fresh(202, statusResource(added.status)) };
    }
    return refused('unprocessable', undefined, { issues: toldIssues(added.issues) });
  } catch (error) {
    if (!body.value.overflowed()) throw error;
    return { ok: false, problem: tooLarge(settings.maxContentLength) };
  }
}

/** The table of §5.7: what the rights alone decide; null when both are there. */
function deletionRefusal(house: TaxiiHouse, collection: TaxiiCollection) {
  if (collection.canRead && collection.canWrite) return null;
  return collection.canRead || collection.canWrite ? denied(house) : absent(house);
}

/** 200 without a body (§5.7: payload n/a), yet with the media type that the clause requires. */
function deleted(): TaxiiResponse {
  return {
    status: 200,
    headers: { 'content-type': TAXII_21, 'content-length': '0', 'cache-control': 'no-store' },
    body: null,
  };
}

/**
 * DELETE: of the object's versions that match, all of them without match[version], those that the
 * caller's organisation added (see divergences.ts). 403 when it sees some but added none, 404 when
 * it sees none.
 */
export async function deleteObject(
  request: TaxiiRequest,
  house: TaxiiHouse,
  collection: TaxiiCollection,
  object: string,
): Promise<Outcome<TaxiiResponse>> {
  const refusal = deletionRefusal(house, collection);
  if (refusal !== null) return refusal;
  const match = parseDeleteQuery(request.query);
  if (!match.ok) return match;
  const versions = match.value.versions ?? ['all' as const];
  const deletion = await house.remove(collection.id, object, { ...match.value, versions });
  if (deletion.kind === 'removed') return { ok: true, value: deleted() };
  return deletion.kind === 'not-yours' ? denied(house) : refused('not-found');
}

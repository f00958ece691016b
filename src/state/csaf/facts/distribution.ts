/** To whom a document may go: TLP label and sharing group (§3.2.1.5 of 2.0, §3.2.2.6 of 2.1). */
import type { JsonObject } from '../../../core/json/index.ts';
import type { DeclaredMarkings } from '../../../core/record.ts';
import { objectOf, textOf } from '../model/values.ts';

/** UUIDs that name no closed group. */
export const MAX_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** Begins the marking that names a sharing group by its UUID. */
export const SHARING_GROUP_MARKING = 'csaf-sharing-group--';

export interface CsafDistribution {
  /** As written: WHITE, GREEN, AMBER, RED in 2.0; CLEAR … AMBER+STRICT, RED in 2.1. */
  readonly tlp?: string;
  readonly sharingGroup?: {
    readonly id: string;
    readonly name?: string;
    /** The Max UUID is for everybody, the Nil UUID for nobody else. */
    readonly audience: 'group' | 'everybody' | 'nobody';
  };
  /** Constraints in words, for people. */
  readonly text?: string;
}

export function csafDistribution(root: JsonObject): CsafDistribution {
  const distribution = objectOf(objectOf(root.document).distribution);
  const tlp = textOf(objectOf(distribution.tlp).label);
  const text = textOf(distribution.text);
  const group = objectOf(distribution.sharing_group);
  const id = textOf(group.id)?.toLowerCase();
  const name = textOf(group.name);
  return {
    ...(tlp === undefined ? {} : { tlp }),
    ...(text === undefined ? {} : { text }),
    ...(id === undefined
      ? {}
      : {
          sharingGroup: { id, ...(name === undefined ? {} : { name }), audience: audienceOf(id) },
        }),
  };
}

function audienceOf(id: string): 'group' | 'everybody' | 'nobody' {
  if (id === MAX_UUID) return 'everybody';
  return id === NIL_UUID ? 'nobody' : 'group';
}

/**
 * Both hold: the group is a specification of the label (2.1 §3.2.2.6), never a way around it. A
 * label that is no word of TLP, and a group that nobody here knows, are markings that nobody can
 * interpret, so that the record stays with its owner; the Nil UUID is one for good.
 */
export function csafMarkings(root: JsonObject): DeclaredMarkings {
  const { tlp, sharingGroup } = csafDistribution(root);
  const object: string[] = [];
  if (tlp !== undefined) object.push(`TLP:${tlp}`);
  if (sharingGroup !== undefined && sharingGroup.audience !== 'everybody') {
    object.push(`${SHARING_GROUP_MARKING}${sharingGroup.id}`);
  }
  return { object, granular: [], unresolvedSelectors: false };
}

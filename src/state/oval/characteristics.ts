/** What was collected from a host, as it is evaluated (OVAL System Characteristics Schema). */
import type { OvalDatatype, OvalFlag, OvalStatus } from './words.ts';

export interface OvalItemEntity {
  readonly name: string;
  readonly value: string;
  readonly datatype: OvalDatatype;
  readonly status: OvalStatus;
  readonly mask: boolean;
  /** Fields of a record; empty for others. */
  readonly fields: readonly OvalItemEntity[];
}

export interface OvalItem {
  /** A whole number, unique within the characteristics. */
  readonly id: string;
  readonly component: string;
  /** Local name, e.g. `dpkginfo_item`. */
  readonly name: string;
  readonly status: OvalStatus;
  readonly messages: readonly string[];
  readonly entities: readonly OvalItemEntity[];
}

/** What an object was found to be. */
export interface OvalCollected {
  readonly flag: OvalFlag;
  readonly items: readonly OvalItem[];
  readonly messages: readonly string[];
}

export interface OvalInterface {
  readonly name: string;
  readonly ip: string;
  readonly mac: string;
}

export interface OvalSystemInfo {
  readonly osName: string;
  readonly osVersion: string;
  readonly architecture: string;
  readonly hostName: string;
  readonly interfaces: readonly OvalInterface[];
}

export interface OvalCharacteristics {
  readonly schemaVersion: string;
  readonly timestamp: string;
  readonly system: OvalSystemInfo;
  /** Null where the document does not say which object was found to be what. */
  readonly objects: ReadonlyMap<string, OvalCollected> | null;
  readonly items: readonly OvalItem[];
  /** Values that variables had when the objects were collected. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

/** An entity that exists; numbers and other types name their datatype. */
export function entity(
  name: string,
  value: string,
  datatype: OvalDatatype = 'string',
): OvalItemEntity {
  return { name, value, datatype, status: 'exists', mask: false, fields: [] };
}

/** An entity without a value: it does not exist, was not collected, or gave an error. */
export function noEntity(
  name: string,
  status: OvalStatus,
  datatype: OvalDatatype = 'string',
): OvalItemEntity {
  return { name, value: '', datatype, status, mask: false, fields: [] };
}

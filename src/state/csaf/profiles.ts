/** Profiles (clause 4): the categories of documents and what each of them is. */
import type { CsafVersion } from './model/model.ts';

export type ProfileName =
  | 'csaf_base'
  | 'csaf_security_incident_response'
  | 'csaf_informational_advisory'
  | 'csaf_security_advisory'
  | 'csaf_vex'
  | 'csaf_deprecated_security_advisory'
  | 'csaf_withdrawn'
  | 'csaf_superseded';

export interface Profile {
  /** Value of /document/category. */
  readonly value: ProfileName;
  /** Name as the clause gives it. */
  readonly name: string;
  readonly clause: string;
  readonly versions: readonly CsafVersion[];
}

const BOTH: readonly CsafVersion[] = ['2.0', '2.1'];
const NEWER: readonly CsafVersion[] = ['2.1'];

export const PROFILES: readonly Profile[] = [
  { value: 'csaf_base', name: 'CSAF Base', clause: '4.1', versions: BOTH },
  {
    value: 'csaf_security_incident_response',
    name: 'Security Incident Response',
    clause: '4.2',
    versions: BOTH,
  },
  {
    value: 'csaf_informational_advisory',
    name: 'Informational Advisory',
    clause: '4.3',
    versions: BOTH,
  },
  { value: 'csaf_security_advisory', name: 'Security Advisory', clause: '4.4', versions: BOTH },
  { value: 'csaf_vex', name: 'VEX', clause: '4.5', versions: BOTH },
  {
    value: 'csaf_deprecated_security_advisory',
    name: 'Deprecated Security Advisory',
    clause: '4.6',
    versions: NEWER,
  },
  { value: 'csaf_withdrawn', name: 'Withdrawn', clause: '4.7', versions: NEWER },
  { value: 'csaf_superseded', name: 'Superseded', clause: '4.8', versions: NEWER },
];

/** Profiles of a version, csaf_base first. */
export function profilesOf(version: CsafVersion): readonly Profile[] {
  return PROFILES.filter(({ versions }) => versions.includes(version));
}

/** The profile of a category; a category that no profile has is of the profile CSAF Base. */
export function profileOf(category: string, version: CsafVersion): ProfileName {
  return profilesOf(version).find(({ value }) => value === category)?.value ?? 'csaf_base';
}

/**
 * What is compared (6.1.26): no dash, hyphen, minus, underscore, white space, in lower case.
 * Pd and Pc are the dashes and the connectors; the combining low lines lie outside of them.
 */
export function plainName(text: string): string {
  return text.replace(DROPPED, '').toLowerCase();
}

const DROPPED =
  /[\p{Pd}\p{Pc}\p{Zs}\s\u2212\u00ad\u2043\u02d7\u207b\u208b\u2796\u200b\u2060\ufeff]|\u0332|\u0333/gu;

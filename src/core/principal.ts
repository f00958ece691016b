/** Who asks. Made by authentication in the hub and nowhere else. */

export type PrincipalKind = 'anonymous' | 'person' | 'organisation' | 'peer' | 'service';

export type Role =
  | 'reader' // reads what its labels allow
  | 'contributor' // may also write where a collection grants it
  | 'org-admin' // manages tokens and people of its own organisation
  | 'operator' // runs the hub: jobs, quarantine, health; no right to read others' records
  | 'site-admin'; // manages organisations, communities, collections; no right to read either

export interface Principal {
  readonly kind: PrincipalKind;
  readonly id: string;
  /** Organisation id; empty for anonymous. */
  readonly organisation: string;
  /** UUIDs of the communities that the organisation is a member of. */
  readonly communities: readonly string[];
  /** Organisations that this one is a registered client of (TLP:AMBER reaches clients). */
  readonly clients?: readonly string[];
  readonly roles: readonly Role[];
  readonly assurance?: 'none' | 'password' | 'token' | 'certificate';
}

export const ANONYMOUS: Principal = {
  kind: 'anonymous',
  id: 'anonymous',
  organisation: '',
  communities: [],
  roles: [],
};

/** How the information leaves: a feed can be followed by a machine, interactive is one person looking. */
export type Channel = 'feed' | 'interactive' | 'export' | 'rid';

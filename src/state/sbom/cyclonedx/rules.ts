/** What the schemas ask of members together, and which objects they left open. */
import { isJsonObject } from '../../../core/json/value.ts';
import { anyMember, oneMember } from '../../../core/shape/object.ts';
import type { Shape } from '../../../core/shape/shape.ts';
import { atLeast, type CycloneDxVersion } from './version.ts';

/** Objects that take other members, until the version that closed them. */
export const OPEN_OBJECTS: Readonly<Record<string, CycloneDxVersion>> = {
  property: '1.6',
};

type Rules = (version: CycloneDxVersion) => readonly Shape[];

/** Exactly one of the members. */
const one =
  (...names: readonly string[]): Rules =>
  () => [anyMember(names), oneMember(names)];

/** 1.7: an external component may say a range instead of a version, nothing else may. */
const versionOrRange: Shape = (value, walk) => {
  if (!isJsonObject(value) || !Object.hasOwn(value, 'versionRange')) return;
  if (Object.hasOwn(value, 'version')) {
    walk.find('shape-alternative', 'Only one of "version", "versionRange" may be given.');
  }
  if (value.isExternal !== true) {
    walk.find('shape-alternative', '"versionRange" needs "isExternal": true.', 'versionRange');
  }
};

/** A signatory signs here, or names the organisation and where the signature is. */
const signatory: Shape = (value, walk) => {
  if (!isJsonObject(value)) return;
  const here = Object.hasOwn(value, 'signature');
  const elsewhere =
    Object.hasOwn(value, 'externalReference') && Object.hasOwn(value, 'organization');
  if (here === elsewhere) {
    const message = 'Either "signature", or "externalReference" with "organization", belongs here.';
    walk.find('shape-alternative', message);
  }
};

export const RULES: Readonly<Record<string, Rules>> = {
  license: one('id', 'name'),
  licenseChoice: (version) =>
    atLeast(version, '1.5') ? [] : one('license', 'expression')(version),
  'licensing.licensor': one('organization', 'individual'),
  'licensing.licensee': one('organization', 'individual'),
  'licensing.purchaser': one('organization', 'individual'),
  'vulnerability.affects.versions': one('version', 'range'),
  'annotations.annotator': one('organization', 'individual', 'component', 'service'),
  dataGovernanceResponsibleParty: one('organization', 'contact'),
  resourceReferenceChoice: one('ref', 'externalReference'),
  inputType: one('resource', 'parameters', 'environmentVars', 'data'),
  outputType: one('resource', 'environmentVars', 'data'),
  'bom.declarations.affirmation.signatories': () => [signatory],
  citation: () => [
    anyMember(['attributedTo', 'process']),
    anyMember(['pointers', 'expressions']),
    oneMember(['pointers', 'expressions']),
  ],
  component: (version) => (atLeast(version, '1.7') ? [versionOrRange] : []),
};

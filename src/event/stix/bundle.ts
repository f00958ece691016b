/** The bundle itself (section 8): a container without meaning. */
import { type Findings, has, type StixMap, shown, textOf } from './findings.ts';
import { uuidStart, uuidVersion } from './formats/identifier.ts';

/** §8.1: type, id, objects; spec_version is what a bundle of STIX 2.0 has. */
export function checkBundleMembers(bundle: StixMap, at: Findings): void {
  checkBundleId(bundle, at);
  for (const name of Object.keys(bundle)) {
    if (name === 'type' || name === 'id' || name === 'objects' || name === 'spec_version') continue;
    if (at.profile.strictProperties) at.add('stix-custom-property', shown(name), { key: name });
    else at.add('stix-bundle-property', shown(name), { key: name });
  }
}

function checkBundleId(bundle: StixMap, at: Findings): void {
  const id = textOf(bundle, 'id');
  if (id === undefined) {
    if (has(bundle, 'id')) at.add('stix-identifier', shown(bundle.id), { key: 'id' });
    else at.add('stix-required', 'bundle has no id', { clause: 'STIX 2.1 §8.1' });
    return;
  }
  if (uuidStart(id) < 0) at.add('stix-identifier', shown(id), { key: 'id' });
  else if (!id.startsWith('bundle--')) at.add('stix-identifier-type', shown(id), { key: 'id' });
  else if (uuidVersion(id) !== 4) at.add('stix-identifier-version', shown(id), { key: 'id' });
}

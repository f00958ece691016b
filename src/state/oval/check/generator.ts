/** Rules on the generator (OVAL Common Schema, GeneratorType). */

import { parseTimestamp } from '../../../core/timestamp.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../core/xml/index.ts';
import { type Find, shown } from '../issues.ts';
import { ownText } from '../read/attributes.ts';
import { COMMON } from '../words.ts';
import { below } from './content.ts';

/** What a generator says. */
export interface OvalGenerator {
  /** Version of the core language; empty where it is missing. */
  readonly schemaVersion: string;
  readonly timestamp: string;
  readonly productName: string;
  readonly productVersion: string;
}

export const NO_GENERATOR: OvalGenerator = {
  schemaVersion: '',
  timestamp: '',
  productName: '',
  productVersion: '',
};

/** Whether a version of the language is newer than the component schemas that are known here. */
export function isNewer(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 5 || (major === 5 && minor > 11);
}

export function readGenerator(element: XmlElement): OvalGenerator {
  const said = (local: string) => {
    const found = childOf(element, local, COMMON);
    return found === undefined ? '' : ownText(found).trim();
  };
  const core = coreVersions(element)[0];
  return {
    schemaVersion: core === undefined ? '' : ownText(core).trim(),
    timestamp: said('timestamp'),
    productName: said('product_name'),
    productVersion: said('product_version'),
  };
}

function coreVersions(element: XmlElement): XmlElement[] {
  return childrenOf(element, 'schema_version', COMMON).filter(
    (each) => attributeOf(each, 'platform') === undefined,
  );
}

type Rule = (generator: XmlElement, find: Find) => void;

const VERSION = /^[0-9]+\.[0-9]+(?:\.[0-9]+)?(?::[0-9]+\.[0-9]+(?:\.[0-9]+)?)?$/;

/** One (and only one) schema_version without platform represents the core. */
const hasOneCoreVersion: Rule = (generator, find) => {
  const core = coreVersions(generator);
  if (core.length !== 1) {
    find('oval-schema-version', core[1] ? below(generator, core[1]) : '', `${core.length} of them`);
  }
  for (const each of childrenOf(generator, 'schema_version', COMMON)) {
    const version = ownText(each).trim();
    if (!VERSION.test(version)) {
      find('oval-schema-version', below(generator, each), shown(version));
    }
  }
};

/** Versions that are read: 5.3 and later ones of OVAL 5. */
const coreVersionIsKnown: Rule = (generator, find) => {
  for (const each of coreVersions(generator)) {
    const version = ownText(each).trim();
    const known = /^5\.(?:[3-9]|1[0-2])(?:\.[0-9]+)?$/.test(version);
    if (VERSION.test(version) && !known) {
      find('oval-schema-version-known', below(generator, each), shown(version));
    }
  }
};

/** The core version must match on all platform versions. */
const platformsMatchTheCore: Rule = (generator, find) => {
  const core = coreVersions(generator)[0];
  const version = core === undefined ? '' : ownText(core).trim();
  for (const each of childrenOf(generator, 'schema_version', COMMON)) {
    const platform = attributeOf(each, 'platform');
    if (platform === undefined) continue;
    if (platform === '') find('oval-schema-version-empty', below(generator, each));
    if (!ownText(each).trim().startsWith(version)) {
      find('oval-schema-version-platform', below(generator, each), shown(ownText(each).trim()));
    }
  }
};

/** The timestamp is an xsd:dateTime; it may be without a zone. */
const hasTimestamp: Rule = (generator, find) => {
  const found = childOf(generator, 'timestamp', COMMON);
  const text = found === undefined ? '' : ownText(found).trim();
  const zoned = /(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(text) ? text : `${text}Z`;
  if (!parseTimestamp(zoned, { offsets: true }).ok) {
    find('oval-timestamp', found === undefined ? '' : below(generator, found), shown(text));
  }
};

const RULES: readonly Rule[] = [
  hasOneCoreVersion,
  coreVersionIsKnown,
  platformsMatchTheCore,
  hasTimestamp,
];

export function checkGenerator(generator: XmlElement, find: Find): void {
  for (const rule of RULES) rule(generator, find);
}

/** The formats that the house knows. Adding one is one line here. */
import type { Codec } from '../core/codec.ts';
import { codecOnDemand } from '../core/codec-on-demand.ts';
import { parseMediaType } from '../core/media-type.ts';
import { stixCodec } from '../event/stix/codec.ts';
import { CSAF_SIGN } from '../state/csaf/sniff.ts';
import { CVE_SIGN } from '../state/cve/sniff.ts';
import { CWE_SIGN } from '../state/cwe/sniff.ts';
import { JVN_SIGN } from '../state/jvn/sniff.ts';
import { KEV_SIGN } from '../state/kev/sniff.ts';
import { NVD_CPE_SIGN, NVD_MATCH_SIGN, NVD_SIGN } from '../state/nvd/sniff.ts';
import { OSV_SIGN } from '../state/osv/sniff.ts';
import { OVAL_SIGN } from '../state/oval/sniff.ts';
import { CYCLONEDX_SIGN, SPDX_SIGN } from '../state/sbom/sniff.ts';
import { OPENVEX_SIGN } from '../state/vex/sniff.ts';

/** The format of feeds, and of what is made of other formats. */
export const STIX_FORMAT = stixCodec.format;

/** What is taken into the store; where an id stands in several formats, the first one answers. */
export const CODECS: readonly Codec[] = [
  stixCodec,
  codecOnDemand(CSAF_SIGN, async () => (await import('../state/csaf/codec.ts')).csafCodec),
  codecOnDemand(CVE_SIGN, async () => (await import('../state/cve/codec.ts')).cveCodec),
  codecOnDemand(OSV_SIGN, async () => (await import('../state/osv/codec.ts')).osvCodec),
  codecOnDemand(CWE_SIGN, async () => (await import('../state/cwe/codec.ts')).cweCodec),
  codecOnDemand(OVAL_SIGN, async () => (await import('../state/oval/codec.ts')).ovalCodec),
  codecOnDemand(NVD_SIGN, async () => (await import('../state/nvd/codec.ts')).nvdCodec),
  codecOnDemand(JVN_SIGN, async () => (await import('../state/jvn/codec.ts')).jvnCodec),
  codecOnDemand(KEV_SIGN, async () => (await import('../state/kev/codec.ts')).kevCodec),
  codecOnDemand(OPENVEX_SIGN, async () => (await import('../state/vex/codec.ts')).openVexCodec),
];

/** What can be checked; a delivery of what is not taken in is kept in quarantine. */
export const CHECKED: readonly Codec[] = [
  ...CODECS,
  codecOnDemand(NVD_CPE_SIGN, async () => (await import('../state/nvd/codec.ts')).nvdCpeCodec),
  codecOnDemand(NVD_MATCH_SIGN, async () => (await import('../state/nvd/codec.ts')).nvdMatchCodec),
  codecOnDemand(
    CYCLONEDX_SIGN,
    async () => (await import('../state/sbom/codec.ts')).cycloneDxCodec,
  ),
  codecOnDemand(SPDX_SIGN, async () => (await import('../state/sbom/codec.ts')).spdxCodec),
];

/**
 * Formats whose records say who may see them. What is of any other takes its label from the way
 * that it came by, and is never read again for it.
 */
export const MARKED: ReadonlySet<string> = new Set([STIX_FORMAT, CSAF_SIGN.format]);

/** Media type of one record of a format. */
export function mediaTypeOf(format: string, specVersion: string): string {
  if (format === STIX_FORMAT) return `application/stix+json;version=${specVersion}`;
  const [type] = CODECS.find((codec) => codec.format === format)?.mediaTypes ?? [];
  return type ?? 'application/octet-stream';
}

const SURE_ENOUGH = 0.5;

/** The codec for a named format or a media type; null when none is known for it. */
export function codecByName(codecs: readonly Codec[], name: string): Codec | null {
  const essence = parseMediaType(name)?.essence;
  const serves = (codec: Codec) =>
    codec.format === name ||
    codec.mediaTypes.some((type) => parseMediaType(type)?.essence === essence);
  return codecs.find(serves) ?? null;
}

/** The codec that recognises the first bytes best; null when none is sure enough. */
export function codecBySniff(codecs: readonly Codec[], head: Uint8Array): Codec | null {
  let best: Codec | null = null;
  let bestScore = 0;
  for (const codec of codecs) {
    const score = codec.sniff(head);
    if (score >= SURE_ENOUGH && score > bestScore) {
      best = codec;
      bestScore = score;
    }
  }
  return best;
}

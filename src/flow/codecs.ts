/** The formats that the house knows. Adding one is one line here. */
import type { Codec } from '../core/codec.ts';
import { parseMediaType } from '../core/media-type.ts';
import { stixCodec } from '../event/stix/codec.ts';
import { csafCodec } from '../state/csaf/codec.ts';
import { cveCodec } from '../state/cve/codec.ts';
import { cweCodec } from '../state/cwe/codec.ts';
import { osvCodec } from '../state/osv/codec.ts';
import { cycloneDxCodec, spdxCodec } from '../state/sbom/codec.ts';
import { openVexCodec } from '../state/vex/codec.ts';

/** What is taken into the store. */
export const CODECS: readonly Codec[] = [stixCodec];

/** What can be checked; a delivery of what is not taken in yet is kept in quarantine. */
export const CHECKED: readonly Codec[] = [
  ...CODECS,
  csafCodec,
  cveCodec,
  osvCodec,
  cweCodec,
  cycloneDxCodec,
  spdxCodec,
  openVexCodec,
];

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

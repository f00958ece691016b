/** Pages of NVD API 2.0 as the house takes them in: CVE, CPE and match strings. */
import type { Codec, FormatSign } from '../../core/codec.ts';
import { member } from '../../core/json/view.ts';
import { jsonCodec } from '../../core/json-codec.ts';
import { checkEnvelope, checkNvd, type NvdKind } from './check.ts';
import { factsOf, identityOf } from './facts.ts';
import { NVD_CPE_SIGN, NVD_MATCH_SIGN, NVD_SIGN } from './sniff.ts';

function codec(kind: NvdKind, sign: FormatSign, list: string, wrapper: string): Codec {
  return jsonCodec({
    ...sign,
    member: list,
    unwrap: (value) => member(value, wrapper) ?? value,
    check: (value) => checkNvd(kind, value),
    tolerated: new Set(['shape-form', 'nvd-vector', 'nvd-weakness', 'nvd-range-both']),
    identify: (value) => identityOf(kind, value),
    facts: (value) => factsOf(kind, value),
    around: (members, elements) => checkEnvelope(kind, members, elements),
  });
}

export const nvdCodec = codec('cve', NVD_SIGN, 'vulnerabilities', 'cve');
export const nvdCpeCodec = codec('cpe', NVD_CPE_SIGN, 'products', 'cpe');
export const nvdMatchCodec = codec('match', NVD_MATCH_SIGN, 'matchStrings', 'matchString');

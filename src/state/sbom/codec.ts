/** SBOMs as the house takes them in: a document is one record. */
import type { Codec, FormatSign } from '../../core/codec.ts';
import { sha256 } from '../../core/digest.ts';
import { type DocumentFormat, documentCodec, NO_MARKINGS } from '../../core/document-codec.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Facts, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import type { Sbom } from './model.ts';
import { readSbom } from './read.ts';
import { CYCLONEDX_SIGN, SPDX_SIGN } from './sniff.ts';
import type { SpdxSecurity } from './spdx3/security.ts';

/**
 * `cyclonedx` and `spdx` are two formats with one reader. A document that gives itself no
 * identity (serial number, namespace) is known by the digest of its bytes.
 */
function sbomFormat(sign: FormatSign): DocumentFormat {
  return {
    ...sign,
    read(bytes) {
      const read = readSbom(bytes);
      const { sbom, json, security } = read;
      const issues = [
        ...read.issues,
        ...read.quality.filter(({ severity }) => severity !== 'info'),
      ];
      if (sbom === null) return { issues };
      const id = sbom.identity ?? `sha256:${sha256(bytes).toString('hex')}`;
      return {
        issues,
        described: {
          identity: identityOf(sbom, id),
          facts: factsOf(sbom, security),
          markings: NO_MARKINGS,
        },
        ...(json === undefined ? {} : { json }),
      };
    },
  };
}

export const cycloneDxCodec: Codec = documentCodec(sbomFormat(CYCLONEDX_SIGN));

export const spdxCodec: Codec = documentCodec(sbomFormat(SPDX_SIGN));

function identityOf(sbom: Sbom, id: string): RecordIdentity {
  const created = sbom.created ?? '';
  return {
    format: sbom.format,
    id,
    type: 'sbom',
    specVersion: sbom.version,
    version: created,
    versionKey: timestampKey(created),
    ...(created === '' ? {} : { created }),
    withdrawn: false,
  };
}

function factsOf(sbom: Sbom, security: SpdxSecurity | undefined): Facts {
  const root = sbom.components.find(({ ref }) => ref === sbom.root);
  const components = sbom.components.slice(0, LIMITS.sbom.factsPerDocument);
  return {
    title: root === undefined ? '' : `${root.name} ${root.version ?? ''}`.trim(),
    aliases: [],
    external: [...new Set((security?.vulnerabilities ?? []).flatMap(({ ids }) => ids))].slice(
      0,
      LIMITS.sbom.factsPerDocument,
    ),
    edges: [],
    observables: components.flatMap(({ purl, cpes }) => [
      ...(purl === undefined ? [] : [{ kind: 'purl', value: purl }]),
      ...cpes.map((value) => ({ kind: 'cpe', value })),
    ]),
    text: components.map(({ group, name }) => `${group ?? ''} ${name}`).join('\n'),
  };
}

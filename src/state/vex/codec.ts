/** OpenVEX as the house takes it in: a document is one record. */
import type { Codec } from '../../core/codec.ts';
import { documentCodec, NO_MARKINGS } from '../../core/document-codec.ts';
import { textOf } from '../../core/json/member.ts';
import type { JsonObject } from '../../core/json/value.ts';
import type { Facts, RecordIdentity } from '../../core/record.ts';
import { timestampKey } from '../../core/timestamp.ts';
import type { VexStatement } from './model.ts';
import { type ReadVex, readVex } from './read.ts';
import { OPENVEX_SIGN } from './sniff.ts';

export const openVexCodec: Codec = documentCodec({
  ...OPENVEX_SIGN,
  read(bytes) {
    const read = readVex(bytes);
    const { document, issues } = read;
    const id = document === null ? undefined : textOf(document, '@id');
    if (document === null || id === undefined) return { issues };
    const identity = identityOf(read, document, id);
    const facts = factsOf(read.statements, document);
    return { issues, json: document, described: { identity, facts, markings: NO_MARKINGS } };
  },
});

function identityOf({ version }: ReadVex, document: JsonObject, id: string): RecordIdentity {
  const created = textOf(document, 'timestamp');
  const updated = textOf(document, 'last_updated') ?? created ?? '';
  const creator = textOf(document, 'author');
  return {
    format: 'openvex',
    id,
    type: 'vex',
    specVersion: version,
    version: updated,
    versionKey: timestampKey(updated),
    withdrawn: false,
    ...(created === undefined ? {} : { created }),
    ...(creator === undefined ? {} : { creator }),
  };
}

function factsOf(statements: readonly VexStatement[], document: JsonObject): Facts {
  const names = [...new Set(statements.flatMap(({ vulnerability }) => vulnerability))];
  const purls = new Set(statements.flatMap(({ product }) => product.purls));
  return {
    title: `${textOf(document, 'author') ?? ''}: ${names.slice(0, 3).join(', ')}`,
    aliases: [],
    external: names,
    edges: [],
    observables: [...purls].map((value) => ({ kind: 'purl', value })),
    text: statements.map(({ impact, action }) => `${impact ?? ''} ${action ?? ''}`).join('\n'),
  };
}

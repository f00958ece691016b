/** A KEV catalogue as the house takes it in: one record an entry, bytes as they came. */
import type { JsonObject } from '../../core/json/value.ts';
import { textOf, textsOf } from '../../core/json/view.ts';
import { jsonCodec } from '../../core/json-codec.ts';
import type { Edge, Facts, RecordIdentity } from '../../core/record.ts';
import { checkKevEntry, checkKevHead } from './catalogue.ts';
import { KEV_SIGN } from './sniff.ts';

/**
 * An entry has no version: one that changed is other content of the same id, and the one that came
 * last is served.
 */
function identityOf(entry: JsonObject): RecordIdentity | null {
  const id = textOf(entry, 'cveID');
  if (id === undefined || id === '') return null;
  return {
    format: KEV_SIGN.format,
    id,
    type: 'exploited-vulnerability',
    specVersion: '1',
    version: '',
    versionKey: '',
    withdrawn: false,
  };
}

function factsOf(entry: JsonObject): Facts {
  const word = (name: string) => textOf(entry, name) ?? '';
  const [cve, cwes] = [word('cveID'), textsOf(entry, 'cwes')];
  const edges: Edge[] = [
    { kind: 'vulnerability', target: cve },
    ...cwes.map((target) => ({ kind: 'cwe', target })),
  ];
  const product = `${word('vendorProject')}/${word('product')}`.toLowerCase();
  const said = ['vulnerabilityName', 'vendorProject', 'product', 'shortDescription', 'notes'];
  return {
    title: word('vulnerabilityName'),
    aliases: [],
    external: [cve, ...cwes],
    edges,
    observables: [{ kind: 'product', value: product }],
    text: [cve, ...said.map(word)].join('\n'),
  };
}

export const kevCodec = jsonCodec({
  ...KEV_SIGN,
  member: 'vulnerabilities',
  check: checkKevEntry,
  identify: identityOf,
  facts: factsOf,
  around: checkKevHead,
});

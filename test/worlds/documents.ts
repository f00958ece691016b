/** Records of other formats than STIX for random worlds: few ids and versions, so that they collide. */
import type { Tlp } from '../../src/core/label.ts';
import type { Random } from '../hostile/random.ts';
import { cve as cveId, versionTime, word } from './content.ts';

/** One document, and the TLP of a delivery that says none itself. */
export interface Brought {
  readonly format: 'cve' | 'osv' | 'csaf';
  readonly id: string;
  readonly text: string;
  readonly tlp: Tlp;
}

const ASSIGNERS = ['1', '2'].map((digit) => `a0000000-0000-4000-8000-00000000000${digit}`);

/** Its content is random: one id and version made twice gives two variants. */
export function brought(tlp: Tlp, random: Random): Brought {
  const format = random.pick(['cve', 'cve', 'osv', 'csaf'] as const);
  const [version, words] = [versionTime(random.below(5)), `${word(random)} ${random.below(1000)}`];
  if (format === 'cve') return { format, tlp, ...cveRecord(cveId(random), version, words, random) };
  if (format === 'osv') return { format, tlp, ...osvRecord(version, words, random) };
  return { format, tlp, ...advisory(tlp, version, words, random) };
}

function cveRecord(id: string, version: string, words: string, random: Random) {
  const org = random.pick(ASSIGNERS);
  const providerMetadata = { orgId: org, shortName: 'example', dateUpdated: version };
  const rejected = random.once(5);
  const lang = 'en';
  const said = rejected
    ? { rejectedReasons: [{ lang, value: words }] }
    : {
        descriptions: [{ lang, value: words }],
        affected: [
          {
            vendor: word(random),
            product: word(random),
            versions: [{ version: '1', status: 'affected' }],
          },
        ],
        references: [{ url: `https://example.org/${random.below(3)}` }],
      };
  const text = JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.2.0',
    cveMetadata: {
      cveId: id,
      assignerOrgId: org,
      state: rejected ? 'REJECTED' : 'PUBLISHED',
      datePublished: versionTime(0),
      dateUpdated: version,
    },
    containers: { cna: { providerMetadata, ...said } },
  });
  return { id, text };
}

function osvRecord(version: string, words: string, random: Random) {
  const id = `GHSA-2222-3333-444${2 + random.below(3)}`;
  const text = JSON.stringify({
    schema_version: '1.7.0',
    id,
    published: versionTime(0),
    modified: version,
    ...(random.once(6) ? { withdrawn: version } : {}),
    aliases: [cveId(random)],
    summary: words,
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'example' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.0' }] }],
      },
    ],
  });
  return { id, text };
}

function advisory(label: Tlp, version: string, words: string, random: Random) {
  const id = `EX-${random.below(3)}`;
  const text = JSON.stringify({
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      category: 'csaf_base',
      csaf_version: '2.1',
      distribution: { tlp: { label } },
      lang: 'en',
      license_expression: 'CC-BY-4.0',
      notes: [{ category: 'description', text: words }],
      publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
      references: [
        {
          category: 'self',
          summary: 'Itself',
          url: `https://example.com/${id.toLowerCase()}.json`,
        },
      ],
      title: words,
      tracking: {
        current_release_date: version,
        id,
        initial_release_date: version,
        revision_history: [{ date: version, number: '1', summary: 'First.' }],
        status: 'final',
        version: '1',
      },
    },
  });
  return { id: `https://example.com ${id}`, text };
}

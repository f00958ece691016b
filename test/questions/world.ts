/**
 * A library of 5,200 records of our own in five formats, with CPE, purl, CWE and Japanese, and what
 * each of them says, kept beside it: questions are answered from the second, in the plainest way,
 * and compared with what the hub answers.
 */
import { seededRandom } from '../hostile/random.ts';

/** What a record says, as its author knows it. */
export interface Known {
  readonly format: 'cve' | 'osv' | 'csaf' | 'openvex' | 'jvn';
  readonly id: string;
  readonly title: string;
  readonly tlp: 'CLEAR' | 'GREEN' | 'AMBER' | 'RED';
  readonly withdrawn: boolean;
  /** Ids elsewhere and names of what is concerned: CVE, GHSA, CWE, CPE, purl, package. */
  readonly names: ReadonlySet<string>;
  readonly words: string;
}

export interface Library {
  readonly records: readonly Known[];
  /** Files by name, to be imported as they are. */
  readonly files: ReadonlyMap<string, string>;
}

const WEAKNESSES = ['CWE-20', 'CWE-22', 'CWE-78', 'CWE-79', 'CWE-89', 'CWE-125', 'CWE-416'];
const ENGLISH = ['overflow', 'traversal', 'injection', 'deserialisation', 'bypass', 'disclosure'];
const JAPANESE = ['認証回避', '権限昇格', '情報漏えい', '任意のコード実行', 'サービス運用妨害'];
const PLACES = ['parser', 'scheduler', 'gateway', 'renderer', 'updater'];
const ORG = 'b3476cb9-2e3d-41a6-98d0-0f47421a65b6';
const DAY = 86_400_000;
const START = Date.UTC(2031, 0, 1);

export const COUNTS = { cve: 2_600, osv: 1_400, csaf: 500, openvex: 300, jvn: 400 } as const;

const at = (index: number) => new Date(START + (index % 300) * DAY).toISOString();
export const cveId = (index: number) => `CVE-2031-${20_000 + index}`;
export const cpeOf = (vendor: number, product: number) =>
  `cpe:2.3:a:vendor${vendor}:product${product}:*:*:*:*:*:*:*:*`;

/** The library of a seed. */
export function makeLibrary(seed: number): Library {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]) => random.pick(list);
  const files = new Map<string, string>();
  const records: Known[] = [];
  const add = (known: Known, file: string, text: string) => {
    records.push(known);
    files.set(file, text);
  };
  for (let index = 0; index < COUNTS.cve; index++) {
    const { known, text } = cve(index, pick);
    add(known, `cve/${known.id}.json`, text);
  }
  for (let index = 0; index < COUNTS.osv; index++) {
    const { known, text } = osv(index, pick);
    add(known, `osv/${known.id}.json`, text);
  }
  for (let index = 0; index < COUNTS.csaf; index++) {
    const { known, text } = csaf(index, pick);
    add(known, `csaf/ex-${index}.json`, text);
  }
  for (let index = 0; index < COUNTS.openvex; index++) {
    const { known, text } = openvex(index, pick);
    add(known, `vex/vex-${index}.json`, text);
  }
  const entries = Array.from({ length: COUNTS.jvn }, (_, index) => jvn(index, pick));
  for (const { known } of entries) records.push(known);
  files.set('jvn/jvndb.rdf', jvnFeed(entries.map(({ text }) => text)));
  return { records, files };
}

type Pick = <T>(list: readonly T[]) => T;
interface Made {
  readonly known: Known;
  readonly text: string;
}

function cve(index: number, pick: Pick): Made {
  const id = cveId(index);
  const [vendor, product] = [index % 37, index % 131];
  const [weakness, word, where, japanese] = [
    pick(WEAKNESSES),
    pick(ENGLISH),
    pick(PLACES),
    pick(JAPANESE),
  ];
  const withdrawn = index % 20 === 19;
  const purl = `pkg:npm/package-${index % 211}`;
  const cpe = cpeOf(vendor, product);
  const title = `${word} in the ${where} of product${product}`;
  const time = at(index);
  const providerMetadata = { orgId: ORG, shortName: 'example', dateUpdated: time };
  const reason = { lang: 'en', value: `Withdrawn: ${word} was not confirmed.` };
  const cna = {
    providerMetadata,
    title,
    descriptions: [
      { lang: 'en', value: `A ${word} lets a stranger in through the ${where}.` },
      { lang: 'ja', value: `製品${product}には${japanese}の問題があります。` },
    ],
    affected: [
      {
        vendor: `vendor${vendor}`,
        product: `product${product}`,
        packageURL: purl,
        cpes: [cpe],
        defaultStatus: 'unaffected',
        versions: [
          { version: '1.0.0', status: 'affected', versionType: 'semver', lessThan: '2.0.0' },
        ],
      },
    ],
    problemTypes: [
      { descriptions: [{ lang: 'en', type: 'CWE', cweId: weakness, description: weakness }] },
    ],
    references: [{ url: `https://example.org/${id}` }],
  };
  const record = {
    dataType: 'CVE_RECORD',
    dataVersion: '5.2.0',
    cveMetadata: {
      cveId: id,
      assignerOrgId: ORG,
      assignerShortName: 'example',
      state: withdrawn ? 'REJECTED' : 'PUBLISHED',
      datePublished: time,
      dateUpdated: time,
    },
    containers: { cna: withdrawn ? { providerMetadata, rejectedReasons: [reason] } : cna },
  };
  const known: Known = {
    format: 'cve',
    id,
    title,
    tlp: 'CLEAR',
    withdrawn,
    names: new Set(withdrawn ? [] : [weakness, purl, cpe, `vendor${vendor}/product${product}`]),
    words: withdrawn ? reason.value : `${title} ${cna.descriptions.map((d) => d.value).join(' ')}`,
  };
  return { known, text: JSON.stringify(record) };
}

const ECOSYSTEMS = [
  ['npm', 'pkg:npm/'],
  ['PyPI', 'pkg:pypi/'],
  ['Maven', 'pkg:maven/org.example/'],
  ['crates.io', 'pkg:cargo/'],
  ['Debian:12', 'pkg:deb/debian/'],
] as const;

function osv(index: number, pick: Pick): Made {
  const id = `EXAMPLE-2031-${index}`;
  const [ecosystem, prefix] = pick(ECOSYSTEMS);
  const name = `library-${index % 89}`;
  const purl = `${prefix}${name}`;
  const alias = index % 2 === 0 ? cveId(index) : null;
  const [word, where] = [pick(ENGLISH), pick(PLACES)];
  const withdrawn = index % 25 === 24;
  const packageName = ecosystem === 'Maven' ? `org.example:${name}` : name;
  const record = {
    schema_version: '1.7.0',
    id,
    modified: at(index).replace('.000Z', 'Z'),
    published: '2031-01-01T00:00:00Z',
    ...(withdrawn ? { withdrawn: at(index).replace('.000Z', 'Z') } : {}),
    ...(alias === null ? {} : { aliases: [alias] }),
    summary: `${word} in ${name}`,
    details: `The ${where} of ${name} has a ${word}.`,
    affected: [
      {
        package: { ecosystem, name: packageName, purl },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.0' }] }],
      },
    ],
    references: [{ type: 'WEB', url: `https://example.org/${id}` }],
  };
  const known: Known = {
    format: 'osv',
    id,
    title: record.summary,
    tlp: 'CLEAR',
    withdrawn,
    names: new Set([purl, `${ecosystem}/${packageName}`, ...(alias === null ? [] : [alias])]),
    words: `${record.summary} ${record.details}`,
  };
  return { known, text: JSON.stringify(record) };
}

const LEVELS = ['CLEAR', 'CLEAR', 'GREEN', 'AMBER', 'RED'] as const;

function csaf(index: number, pick: Pick): Made {
  const id = `EX-${index}`;
  const tlp = LEVELS[index % LEVELS.length] ?? 'CLEAR';
  const vulnerability = cveId(index * 3);
  const [vendor, product] = [index % 37, (index * 7) % 131];
  const cpe = cpeOf(vendor, product).replace(':*:', ':4.2:');
  const japanese = pick(JAPANESE);
  const title = `製品${product}の${japanese}に関するお知らせ`;
  const time = at(index);
  const document = {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      category: 'csaf_base',
      csaf_version: '2.1',
      distribution: { tlp: { label: tlp } },
      lang: 'ja',
      license_expression: 'CC-BY-4.0',
      notes: [{ category: 'description', text: `${japanese}について説明します。` }],
      publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
      references: [
        {
          category: 'self',
          summary: 'Itself',
          url: `https://example.com/csaf/${id.toLowerCase()}.json`,
        },
      ],
      title,
      tracking: {
        current_release_date: time,
        id,
        initial_release_date: time,
        revision_history: [{ date: time, number: '1', summary: 'First.' }],
        status: 'final',
        version: '1',
      },
    },
    product_tree: {
      full_product_names: [
        {
          name: `product${product} 4.2`,
          product_id: 'P1',
          product_identification_helper: { cpe },
        },
      ],
    },
    vulnerabilities: [{ cve: vulnerability, product_status: { known_affected: ['P1'] } }],
  };
  const known: Known = {
    format: 'csaf',
    // CSAF 2.1 §3.2.2.12.4: a tracking id is unique within its publisher only.
    id: `https://example.com ${id}`,
    title,
    tlp,
    withdrawn: false,
    names: new Set([vulnerability, cpe]),
    words: `${title} ${japanese}について説明します。`,
  };
  return { known, text: JSON.stringify(document) };
}

function openvex(index: number, pick: Pick): Made {
  const id = `https://example.com/vex/${index}`;
  const vulnerability = cveId(index * 5);
  const purl = `pkg:npm/package-${index % 211}@1.2.${index % 10}`;
  const status = pick(['fixed', 'under_investigation'] as const);
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': id,
    author: 'Example PSIRT',
    timestamp: at(index).replace('.000Z', 'Z'),
    version: 1,
    statements: [{ vulnerability: { name: vulnerability }, products: [{ '@id': purl }], status }],
  };
  const known: Known = {
    format: 'openvex',
    id,
    title: '',
    tlp: 'CLEAR',
    withdrawn: false,
    names: new Set([vulnerability, purl]),
    words: 'Example PSIRT',
  };
  return { known, text: JSON.stringify(document) };
}

const JVN_TIME = (index: number) => at(index).replace('.000Z', '+09:00');

function jvn(index: number, pick: Pick): Made {
  const id = `JVNDB-2031-${String(index + 1).padStart(6, '0')}`;
  const vulnerability = cveId(index * 4);
  const japanese = pick(JAPANESE);
  const title = `ルーター${index % 17}における${japanese}の脆弱性`;
  const cpe = `cpe:/h:vendor${index % 37}:router${index % 17}`;
  const link = `https://jvndb.jvn.jp/ja/contents/2031/${id}.html`;
  const text = `<item rdf:about="${link}">
<title>${title}</title>
<link>${link}</link>
<description>遠隔の第三者により${japanese}が起きる可能性があります。</description>
<dc:creator>Information-technology Promotion Agency, Japan</dc:creator>
<sec:identifier>${id}</sec:identifier>
<sec:references source="CVE" id="${vulnerability}">https://www.cve.org/CVERecord?id=${vulnerability}</sec:references>
<sec:cpe version="2.2" vendor="vendor${index % 37}" product="router${index % 17}">${cpe}</sec:cpe>
<dc:date>${JVN_TIME(index)}</dc:date>
<dcterms:issued>${JVN_TIME(0)}</dcterms:issued>
<dcterms:modified>${JVN_TIME(index)}</dcterms:modified>
</item>`;
  const known: Known = {
    format: 'jvn',
    id,
    title,
    tlp: 'CLEAR',
    withdrawn: false,
    names: new Set([vulnerability, cpe]),
    words: `${title} 遠隔の第三者により${japanese}が起きる可能性があります。`,
  };
  return { known, text };
}

function jvnFeed(items: readonly string[]): string {
  const links = items.map((item) => /rdf:about="([^"]+)"/.exec(item)?.[1] ?? '');
  const list = links.map((link) => `<rdf:li rdf:resource="${link}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:sec="http://jvn.jp/rss/mod_sec/3.0/" xml:lang="ja">
<channel rdf:about="https://jvndb.jvn.jp/ja/rss/jvndb.rdf"><title>JVNDB</title>
<link>https://jvndb.jvn.jp/</link><description>JVN iPedia</description><dc:date>${JVN_TIME(0)}</dc:date>
<items><rdf:Seq>${list}</rdf:Seq></items></channel>
${items.join('\n')}
</rdf:RDF>
`;
}

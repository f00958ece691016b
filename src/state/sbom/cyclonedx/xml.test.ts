import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileContent } from '../../../core/xml/content.ts';
import { readSbom } from '../read.ts';
import { WORDS } from './words.table.ts';
import { XML_TYPES } from './xml-types.table.ts';
import { XML_WORDS } from './xml-words.table.ts';

const SERIAL = 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79';
const bom = (content: string, version = '1.6', attributes = '') =>
  readSbom(
    `<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/${version}" serialNumber="${SERIAL}" version="1"${attributes}>${content}</bom>`,
  );
const found = (content: string, version?: string) =>
  bom(content, version).issues.map(({ code, path }) => `${code} ${path}`);
const component = (inner = '', attributes = 'type="library" bom-ref="a"') =>
  `<components><component ${attributes}>${inner}</component></components>`;
const NAME = '<name>a</name><version>1</version>';

const CASES: readonly [string, string, string, readonly string[]][] = [
  ['an empty BOM', '', '1.6', []],
  ['a component', component(NAME), '1.6', []],
  [
    'a component without type',
    component(NAME, 'bom-ref="a"'),
    '1.6',
    ['shape-missing /bom/components/component'],
  ],
  [
    'a component of no known type',
    component(NAME, 'type="thing"'),
    '1.6',
    ['shape-word /bom/components/component/@type'],
  ],
  [
    'a type that came later',
    component(NAME, 'type="data"'),
    '1.4',
    ['shape-word /bom/components/component/@type'],
  ],
  [
    'members in another order',
    component('<version>1</version><name>a</name>'),
    '1.6',
    ['shape-unknown /bom/components/component/version'],
  ],
  [
    'no version before 1.4',
    component('<name>a</name>'),
    '1.3',
    ['shape-missing /bom/components/component'],
  ],
  [
    'an unknown element',
    component(`${NAME}<vendor/>`),
    '1.6',
    ['shape-unknown /bom/components/component/vendor'],
  ],
  ['an element of another namespace', component(`${NAME}<x:y xmlns:x="urn:x"/>`), '1.6', []],
  [
    'a digest of no known length',
    component(`${NAME}<hashes><hash alg="MD5">ab</hash></hashes>`),
    '1.6',
    ['shape-form /bom/components/component/hashes/hash'],
  ],
  [
    'a digest without algorithm',
    component(`${NAME}<hashes><hash>${'a'.repeat(32)}</hash></hashes>`),
    '1.6',
    ['shape-missing /bom/components/component/hashes/hash'],
  ],
  ['white space around a word', component(`${NAME}<scope>\n required </scope>`), '1.6', []],
  [
    'one bom-ref for two',
    `<components><component type="library" bom-ref="a">${NAME}</component><component type="library" bom-ref="a">${NAME}</component></components>`,
    '1.6',
    ['sbom-ref-repeated /bom/components/component[2]'],
  ],
  [
    'a dependency on nothing',
    `${component(NAME)}<dependencies><dependency ref="a"><dependency ref="z"/></dependency></dependencies>`,
    '1.6',
    ['sbom-ref-dangling /bom/dependencies/dependency'],
  ],
  [
    'text with elements inside',
    component('<name>a<b/></name><version>1</version>'),
    '1.6',
    ['shape-unknown /bom/components/component/name/b'],
  ],
  [
    'a boolean',
    component(`${NAME}<modified>yes</modified>`),
    '1.6',
    ['shape-form /bom/components/component/modified'],
  ],
];

for (const [name, content, version, expected] of CASES) {
  test(`CycloneDX ${version} in XML: ${name}`, () =>
    assert.deepEqual(found(content, version), expected));
}

test('a namespace that is none of ours is said', () => {
  const { issues } = readSbom('<bom xmlns="http://cyclonedx.org/schema/bom/12"/>');
  assert.equal(issues[0]?.code, 'sbom-version');
});

test('a document type is refused, whatever it says', () => {
  const { issues, sbom } = readSbom(
    '<!DOCTYPE bom><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>',
  );
  assert.equal(sbom, null);
  assert.equal(issues[0]?.code, 'xml-doctype');
});

test('XML and JSON of one BOM say the same', () => {
  const xml = bom(`
<metadata><timestamp>2026-11-21T09:30:00Z</timestamp><tools><tool><name>maker</name><version>2</version></tool></tools>
<component type="application" bom-ref="app"><name>app</name><version>1</version></component></metadata>
<components><component type="library" bom-ref="a"><supplier><name>Example K.K.</name><url>https://example.org/</url></supplier>
<group>g</group><name>a</name><version>1.0</version><scope>optional</scope><hashes><hash alg="SHA-1">${'a'.repeat(40)}</hash></hashes>
<licenses><expression>MIT OR Apache-2.0</expression></licenses><cpe>cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*</cpe><purl>pkg:maven/g/a@1.0</purl>
<components><component type="library" bom-ref="b"><name>b</name></component></components></component></components>
<dependencies><dependency ref="app"><dependency ref="a"/></dependency><dependency ref="a"/></dependencies>
<compositions><composition><aggregate>complete</aggregate><assemblies><assembly ref="app"/></assemblies></composition></compositions>`);
  const json = readSbom(
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: SERIAL,
      version: 1,
      metadata: {
        timestamp: '2026-11-21T09:30:00Z',
        tools: [{ name: 'maker', version: '2' }],
        component: { type: 'application', 'bom-ref': 'app', name: 'app', version: '1' },
      },
      components: [
        {
          type: 'library',
          'bom-ref': 'a',
          supplier: { name: 'Example K.K.', url: ['https://example.org/'] },
          group: 'g',
          name: 'a',
          version: '1.0',
          scope: 'optional',
          hashes: [{ alg: 'SHA-1', content: 'a'.repeat(40) }],
          licenses: [{ expression: 'MIT OR Apache-2.0' }],
          cpe: 'cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*',
          purl: 'pkg:maven/g/a@1.0',
          components: [{ type: 'library', 'bom-ref': 'b', name: 'b' }],
        },
      ],
      dependencies: [{ ref: 'app', dependsOn: ['a'] }, { ref: 'a' }],
      compositions: [{ aggregate: 'complete', assemblies: ['app'] }],
    }),
  );
  assert.deepEqual(xml.issues, []);
  const said = ({ sbom }: typeof xml) => ({
    ...sbom,
    components: sbom?.components.map((each) => ({ ...each, path: '' })),
    relations: sbom?.relations.map((each) => ({ ...each, path: '' })),
  });
  assert.deepEqual(said(xml), said(json));
});

test('every line of the tables can be read, and names what exists', () => {
  for (const [name, lines] of Object.entries(XML_TYPES)) {
    for (const line of lines) {
      const body = line.replace(/^1\.[0-9]: /, '');
      const within = body.replace(/^\[[^\]]*\] ?/, '');
      if (!within.startsWith('=')) compileContent(within);
      for (const [, type] of body.matchAll(/@([\w.~-]+)/g)) {
        assert.ok(type !== undefined && XML_TYPES[type] !== undefined, `${name}: ${type}`);
      }
      for (const [, words] of body.matchAll(/#([\w.-]+)/g)) {
        const known = words === 'license' || XML_WORDS[words ?? ''] || WORDS[words ?? ''];
        assert.ok(known, `${name}: ${words}`);
      }
    }
  }
});

import { test } from 'node:test';
import { judge } from '../check.test.fixture.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function references(...list: unknown[]) {
  return { external_references: list };
}

test('§2.5: external references', () => {
  const at = '/external_references/0';
  const hashes = { 'SHA-256': SHA256 };
  judge('tool', [
    [references({ source_name: 's', external_id: '1' })],
    [references({ source_name: 's', description: 'd' })],
    [references({ source_name: 's', url: 'https://example.com/', hashes })],
    [
      references({ source_name: 's', url: 'https://example.com/' }),
      `W external-reference-hashes ${at}`,
    ],
    [references({ source_name: 's' }), `E external-reference-empty ${at}`],
    [references({ external_id: '1' }), `E required ${at}`],
    [references('x'), `E value-type ${at}`],
    [references(), 'E empty-list /external_references'],
    [references({ source_name: 's', url: 'no url', hashes }), `W external-reference-url ${at}/url`],
    [references({ source_name: 's', external_id: 7 }), `E value-type ${at}/external_id`],
  ]);
});

test('§4.19.1, §4.1.1: source names and ids of CVE and CAPEC go together', () => {
  const at = '/external_references/0';
  judge('tool', [
    [references({ source_name: 'cve', external_id: 'CVE-2021-44228' })],
    [references({ source_name: 'cve', external_id: '2021-44228' }), `E cve-id ${at}`],
    [references({ source_name: 'cve', external_id: 'CVE-2021-1' }), `E cve-id ${at}`],
    [references({ source_name: 'cve', description: 'd' }), `E cve-id ${at}`],
    [references({ source_name: 'nvd', external_id: 'CVE-2021-44228' }), `E cve-id ${at}`],
    [references({ source_name: 'nvd', external_id: 'CVE-old' })],
    [references({ source_name: 'capec', external_id: 'CAPEC-66' })],
    [references({ source_name: 'capec', external_id: '66' }), `E capec-id ${at}`],
    [references({ source_name: 'mitre', external_id: 'CAPEC-66' }), `E capec-id ${at}`],
  ]);
});

test('§2.11: kill chain phases', () => {
  const phases = (kill_chain_name: unknown, phase_name: unknown) => ({
    kill_chain_phases: [{ kill_chain_name, phase_name }],
  });
  const at = '/kill_chain_phases/0';
  judge('tool', [
    [phases('own', 'anything')],
    [phases('lockheed-martin-cyber-kill-chain', 'delivery')],
    [
      phases('lockheed-martin-cyber-kill-chain', 'pre-attack'),
      `W kill-chain-phase ${at}/phase_name`,
    ],
    [
      phases('Own', 'any_thing'),
      `W kill-chain-form ${at}/kill_chain_name`,
      `W kill-chain-form ${at}/phase_name`,
    ],
    [phases('own', undefined), `E required ${at}`],
    [phases(7, 'x'), `E value-type ${at}/kill_chain_name`],
  ]);
});

test('§7.2.3: granular markings', () => {
  const at = '/granular_markings/0';
  const marking_ref = `marking-definition--${ID}`;
  const granular = (marking: unknown) => ({ granular_markings: [marking] });
  judge('tool', [
    [granular({ marking_ref, selectors: ['name'] })],
    [granular({ lang: 'ja', selectors: ['name'] })],
    [granular({ selectors: ['name'] }), `E granular-choice ${at}`],
    [granular({ marking_ref, lang: 'ja', selectors: ['name'] }), `E granular-choice ${at}`],
    [granular({ marking_ref }), `E required ${at}`],
    [granular({ marking_ref, selectors: [] }), `E empty-list ${at}/selectors`],
    [granular({ marking_ref, selectors: ['nothing'] }), `E selector-unresolved ${at}/selectors/0`],
    [granular({ marking_ref, selectors: ['name', '[0]'] }), `E selector ${at}/selectors/1`],
    [
      granular({ marking_ref: `tool--${ID}`, selectors: ['name'] }),
      `E reference-type ${at}/marking_ref`,
    ],
    [granular({ lang: '日本語', selectors: ['name'] }), `E language ${at}/lang`],
    [granular({ lang: 'qqqq', selectors: ['name'] }), `W language-unknown ${at}/lang`],
    [{ granular_markings: {} }, 'E value-type /granular_markings'],
  ]);
});

test('§3.2: created and modified have milliseconds, and modified is not the earlier', () => {
  judge('tool', [
    [{ created: '2020-01-01T00:00:00.000Z', modified: '2020-01-01T00:00:00.000Z' }],
    [{ created: '2020-01-01T00:00:00.000Z', modified: '2020-01-01T00:00:00.000001Z' }],
    [
      { created: '2020-01-01T00:00:00.001Z', modified: '2020-01-01T00:00:00.000Z' },
      'E modified-early /modified',
    ],
    [{ created: '2020-01-01T00:00:00Z' }, 'E timestamp-precision /created'],
    [{ created: '2020-01-01T00:00:00.00Z' }, 'E timestamp-precision /created'],
    [{ created: '2020-01-01T00:00:00.000+00:00' }, 'E timestamp /created'],
    [{ created: '2020-13-01T00:00:00.000Z' }, 'E timestamp /created'],
    [{ created: '2020-02-30T00:00:00.000Z' }, 'E timestamp /created'],
    [{ created: 1577836800000 }, 'E value-type /created'],
    [{ modified: undefined }, 'E required'],
  ]);
});

test('§3.2: the common properties have their types and ranges', () => {
  judge('tool', [
    [{ confidence: 0 }],
    [{ confidence: 100 }],
    [{ confidence: 101 }, 'E number-range /confidence'],
    [{ confidence: -1 }, 'E number-range /confidence'],
    [{ confidence: 50.5 }, 'E value-type /confidence'],
    [{ revoked: true }],
    [{ revoked: 'true' }, 'E value-type /revoked'],
    [{ lang: 'en-US' }],
    [{ lang: '-' }, 'E language /lang'],
    [{ labels: ['a'] }],
    [{ labels: 'a' }, 'E value-type /labels'],
    [{ labels: [7] }, 'E value-type /labels/0'],
    [{ labels: [] }, 'E empty-list /labels'],
    [{ created_by_ref: `identity--${ID}` }],
    [{ created_by_ref: `tool--${ID}` }, 'I reference-suggested /created_by_ref'],
    [{ created_by_ref: 'me' }, 'E identifier /created_by_ref'],
    [{ object_marking_refs: [`marking-definition--${ID}`] }],
    [{ object_marking_refs: [`tool--${ID}`] }, 'E reference-type /object_marking_refs/0'],
    [{ defanged: true }, 'E defanged /defanged'],
    [{ severity: 'high' }, 'E property-reserved /severity'],
    [{ spec_version: '2.2' }, 'E version /spec_version'],
    [{ spec_version: 2.1 }, 'E value-type /spec_version', 'E version /spec_version'],
  ]);
});

test('§3.1, §3.9.1: the encoding of a name needs the name', () => {
  judge('file', [
    [{ name: 'x', name_enc: 'windows-1252' }],
    [{ name: undefined, name_enc: 'UTF-8' }, 'E encoding-alone /name_enc'],
    [{ name: 'x', name_enc: 'no charset' }, 'E encoding-name /name_enc'],
  ]);
  judge('directory', [[{ path_enc: 'Shift_JIS' }]]);
});

test('§3.6: an observable with versions has no deterministic id', () => {
  const created = '2020-01-01T00:00:00.000Z';
  judge('mutex', [
    [{ created }, 'E observable-versioned /id'],
    [{ created, modified: created, id: `mutex--${ID}` }, 'W identifier-version /id'],
    [{ confidence: 5 }, 'W not-applicable /confidence'],
    [{ labels: ['a'] }, 'W not-applicable /labels'],
    [{ defanged: true }],
  ]);
});

test('the pedantic checks run when they are asked for', () => {
  const lacking = { created_by_ref: undefined, lang: undefined };
  const enabled = ['object-creator', 'language'];
  judge('tool', [[lacking]]);
  judge('tool', [[lacking, 'W creator-absent', 'W language-absent'], [{ lang: 'en' }]], {
    enabled,
  });
  const wordless = { ...lacking, description: undefined };
  judge('relationship', [[wordless, 'W creator-absent']], { enabled });
});

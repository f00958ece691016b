import { test } from 'node:test';
import { judge } from '../check.test.fixture.ts';

const T1 = '2020-01-01T00:00:00Z';
const T2 = '2020-01-01T00:00:00.001Z';

test('§4.2.1, §4.8.1, §4.9.1, §4.11.1, §4.17.1: last seen is not before first seen', () => {
  for (const name of ['campaign', 'infrastructure', 'intrusion-set', 'malware', 'threat-actor']) {
    judge(name, [
      [{ first_seen: T1, last_seen: T1 }],
      [{ first_seen: T1, last_seen: T2 }],
      [{ first_seen: T2, last_seen: T1 }, 'E time-order /last_seen'],
      [{ first_seen: T2, last_seen: undefined }],
      [{ first_seen: undefined, last_seen: T1 }],
      // The same instant, written with more digits, is not later.
      [{ first_seen: '2020-01-01T00:00:00.000000Z', last_seen: T1 }],
      [{ first_seen: 'then', last_seen: T1 }, 'E timestamp /first_seen'],
    ]);
  }
});

test('§4.7.1: an indicator is valid until after it is valid from', () => {
  judge('indicator', [
    [{ valid_from: T1, valid_until: T2 }],
    [{ valid_from: T1, valid_until: T1 }, 'E time-order /valid_until'],
    [{ valid_from: T2, valid_until: T1 }, 'E time-order /valid_until'],
    [{ valid_until: undefined }],
    [{ valid_from: undefined }, 'E required'],
  ]);
});

test('§4.7.1: an indicator should have a name and a description', () => {
  judge('indicator', [
    [{ name: undefined }, 'W indicator-described'],
    [{ description: undefined }, 'W indicator-described'],
  ]);
});

test('§4.7.1, §9: patterns of type stix are read, in their version', () => {
  const starts = {
    pattern: "[file:size = 1] START '2020-01-01T00:00:00Z' STOP '2021-01-01T00:00:00Z'",
  };
  judge('indicator', [
    [{ pattern: '[' }, 'E pattern /pattern'],
    [{ pattern: '' }, 'E pattern /pattern'],
    [{ pattern: '[', pattern_type: 'snort' }],
    [{ pattern: '[', pattern_type: 'own-language' }, 'W vocabulary /pattern_type'],
    [{ ...starts, pattern_version: '2.0' }],
    [{ ...starts, pattern_version: '2.1' }, 'E pattern /pattern', 'E pattern /pattern'],
    [{ pattern: "[x-acme-thing:name = 'x']" }],
    [{ pattern: '[file:x_acme_score = 1]' }],
    [{ pattern: "[File:name = 'x']" }, 'E pattern /pattern'],
  ]);
  judge('indicator', [[{ pattern: "[x-acme-thing:name = 'x']" }, 'E custom-type /pattern']], {
    strictTypes: true,
  });
  judge('indicator', [[{ pattern: '[file:x_acme_score = 1]' }, 'E custom-property /pattern']], {
    strictProperties: true,
  });
  judge('indicator', [[{ pattern: '[' }]], { checkPattern: null });
});

test('§4.10: a location is a region, a country, or latitude and longitude', () => {
  const nothing = { region: undefined, country: undefined };
  judge('location-region', [
    [nothing, 'E location-place'],
    [{ ...nothing, country: 'jp' }],
    [{ ...nothing, country: 'JP' }],
    [{ ...nothing, country: 'xx' }, 'W location-country /country'],
    [{ ...nothing, country: 'Japan' }, 'W location-country /country'],
    [{ ...nothing, region: 'eastern-asia' }],
    [{ ...nothing, region: 'Eastern Asia' }, 'W vocabulary /region', 'W vocabulary-form /region'],
    [{ ...nothing, latitude: 0, longitude: 0 }],
    [{ ...nothing, latitude: 0 }, 'E location-coordinates', 'E location-place'],
    [{ longitude: 0 }, 'E location-coordinates'],
    [{ precision: 10 }, 'E location-coordinates'],
  ]);
});

test('§4.10.1: latitude, longitude and precision have their ranges', () => {
  judge('location-coordinates', [
    [{ latitude: 90, longitude: 180 }],
    [{ latitude: -90, longitude: -180 }],
    [{ latitude: 90.1 }, 'E number-range /latitude'],
    [{ longitude: -180.01 }, 'E number-range /longitude'],
    [{ precision: -1 }, 'E number-range /precision'],
    [{ latitude: '35' }, 'E value-type /latitude'],
  ]);
});

test('§4.11.1: a malware family has a name; whether it is one must be said', () => {
  judge('malware', [
    [{ is_family: true, name: undefined }, 'E malware-family-name'],
    [{ is_family: false, name: undefined }],
    [{ is_family: undefined }, 'E required'],
    [{ is_family: 'true' }, 'E value-type /is_family'],
    [{ sample_refs: [`tool--${ID}`] }, 'E reference-type /sample_refs/0'],
    [{ sample_refs: [`file--${ID}`, `artifact--${ID}`] }],
    [{ operating_system_refs: [`software--${ID}`] }],
    [{ operating_system_refs: [`file--${ID}`] }, 'E reference-type /operating_system_refs/0'],
  ]);
});

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';

test('§4.12: an analysis has a result or what it found', () => {
  const nothing = { result: undefined, analysis_sco_refs: undefined };
  judge('malware-analysis', [
    [nothing, 'E malware-analysis-result'],
    [{ ...nothing, result: 'benign' }],
    [{ ...nothing, result: 'bad' }, 'W vocabulary /result'],
    [{ ...nothing, analysis_sco_refs: [`file--${ID}`] }],
    [{ ...nothing, analysis_sco_refs: [`tool--${ID}`] }, 'E reference-type /analysis_sco_refs/0'],
    [{ product: 'Anonymized' }, 'W malware-analysis-product /product'],
    [{ product: undefined }, 'E required'],
  ]);
});

test('§4.14: observed data has objects or references to them, and a count', () => {
  judge('observed-data', [
    [{ object_refs: undefined }, 'E observed-content'],
    [
      { objects: { '0': { type: 'mutex', name: 'm' } } },
      'E observed-content',
      'W deprecated /objects',
    ],
    [{ object_refs: [] }, 'E empty-list /object_refs'],
    [{ object_refs: [`relationship--${ID}`] }, 'E observed-observable /object_refs'],
    [{ object_refs: [`relationship--${ID}`, `file--${ID}`] }],
    [{ object_refs: [`file--${ID}`, `malware--${ID}`] }, 'E reference-type /object_refs/1'],
    [{ object_refs: [`x-acme-thing--${ID}`] }],
    [{ number_observed: 0 }, 'E number-range /number_observed'],
    [{ number_observed: 1 }],
    [{ number_observed: 999_999_999 }],
    [{ number_observed: 1_000_000_000 }, 'E number-range /number_observed'],
    [{ number_observed: 1.5 }, 'E value-type /number_observed'],
    [{ number_observed: undefined }, 'E required'],
    [{ first_observed: T2, last_observed: T1 }, 'E time-order /last_observed'],
    [{ first_observed: T1, last_observed: T1 }],
  ]);
});

test('§4.4.1, §4.13.1, §4.15.1, §4.16.1: what these speak of must be said', () => {
  for (const name of ['grouping', 'note', 'opinion', 'report']) {
    judge(name, [
      [{ object_refs: undefined }, 'E required'],
      [{ object_refs: [] }, 'E empty-list /object_refs'],
      [{ object_refs: ['x'] }, 'E identifier /object_refs/0'],
      [{ object_refs: [`relationship--${ID}`, `file--${ID}`, `x-acme-a--${ID}`] }],
    ]);
  }
  judge('grouping', [
    [{ context: undefined }, 'E required'],
    [{ context: 'own' }, 'W vocabulary /context'],
    [{ name: undefined }],
  ]);
  judge('note', [[{ content: undefined }, 'E required']]);
  judge('report', [[{ published: undefined }, 'E required']]);
  judge('opinion', [
    [{ opinion: 'agree' }],
    [{ opinion: 'yes' }, 'E enumeration /opinion'],
    [{ opinion: undefined }, 'E required'],
  ]);
});

test('§4.3.1: the action of a course of action is reserved', () => {
  judge('course-of-action', [[{ action: 'x' }, 'E property-reserved /action']]);
});

test('every domain object but indicator, location, malware and the speaking ones has a name', () => {
  const named = [
    'attack-pattern campaign course-of-action identity incident infrastructure intrusion-set',
    'report threat-actor tool vulnerability',
  ];
  for (const name of named.join(' ').split(' ')) {
    judge(name, [
      [{ name: undefined, granular_markings: undefined }, 'E required'],
      [{ name: 7 }, 'E value-type /name'],
      [{ name: null }, 'E null /name'],
    ]);
  }
});

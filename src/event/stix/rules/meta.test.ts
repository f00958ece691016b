import { test } from 'node:test';
import { judge } from '../check.test.fixture.ts';

const ID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const GREEN_1 = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';

test('§7.2.1: a marking definition says what it defines', () => {
  judge('marking-statement', [
    [{ definition: undefined }, 'E marking-definition'],
    [{ definition_type: undefined }, 'E marking-definition'],
    [{ definition: { statement: 7 } }, 'E marking-statement /definition'],
    [{ definition: 'text' }, 'E value-type /definition'],
    [{ definition_type: 'own', definition: { a: 'b' } }, 'W marking-type /definition_type'],
    [{ created: '2020-01-01T00:00:00Z' }, 'W marking-precision /created'],
    [{ modified: '2020-01-01T00:00:00.000Z' }, 'W not-applicable /modified'],
    [{ revoked: true }, 'W not-applicable /revoked'],
  ]);
});

test('§7.2.1: the TLP markings are the four of the standard, to the letter', () => {
  judge('marking-tlp-green', [
    [{ name: 'green' }, 'E marking-tlp /name'],
    [{ created: '2017-01-20T00:00:00.001Z' }, 'E marking-tlp /created'],
    [{ definition: { tlp: 'red' } }, 'E marking-tlp /definition', 'W marking-tlp-id /id'],
    [{ id: `marking-definition--${ID}` }, 'E marking-tlp /id'],
    [
      { id: GREEN_1, definition_type: 'statement', definition: { statement: 'x' } },
      'W marking-tlp-id /id',
    ],
  ]);
});

test('TLP 2.0: the level of the extension is the level of the id', () => {
  const extension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
  const level = (tlp_2_0: string) => ({
    extensions: { [extension]: { extension_type: 'property-extension', tlp_2_0 } },
  });
  judge('marking-tlp2-amber-strict', [
    [level('amber+strict')],
    [level('amber'), 'E marking-extension /extensions', 'W marking-tlp-id /id'],
    [{ ...level('clear'), id: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487' }],
    [{ id: `marking-definition--${ID}` }, 'E marking-extension /extensions'],
  ]);
});

test('§3.2: no marking marks itself', () => {
  const id = `marking-definition--${ID}`;
  judge('marking-statement', [
    [{ id, object_marking_refs: [id] }, 'E marking-circular /object_marking_refs'],
    [{ id, object_marking_refs: [GREEN_1] }],
    [
      { id, granular_markings: [{ marking_ref: id, selectors: ['id'] }] },
      'E marking-circular /granular_markings',
    ],
  ]);
});

test('§7.1.1: language content', () => {
  judge('language-content', [
    [{ contents: { de: { name: 'Name' } } }],
    [{ contents: {} }, 'E empty-dictionary /contents'],
    [{ contents: { de: 'Name' } }, 'E language-contents /contents/de'],
    [{ contents: { 'no tag': { name: 'x' } } }, 'E language /contents/no tag'],
    [{ contents: undefined }, 'E required'],
    [{ object_ref: undefined }, 'E required'],
    [{ object_ref: 'x' }, 'E identifier /object_ref'],
    [{ object_modified: 'x' }, 'E timestamp /object_modified'],
    [{ lang: 'en' }, 'W not-applicable /lang'],
  ]);
});

test('§7.3.1: extension definitions', () => {
  judge('extension-definition', [
    [{ created_by_ref: undefined }, 'E required'],
    [{ schema: undefined }, 'E required'],
    [{ version: undefined }, 'E required'],
    [{ name: undefined }, 'E required'],
    [{ extension_types: undefined, extension_properties: undefined }, 'E required'],
    [{ extension_types: [], extension_properties: undefined }, 'E empty-list /extension_types'],
    [
      { extension_types: ['own'], extension_properties: undefined },
      'E enumeration /extension_types/0',
    ],
    [
      { extension_types: ['new-sdo'], extension_properties: ['abc'] },
      'E extension-properties /extension_properties',
    ],
    [{ extension_types: ['toplevel-property-extension'], extension_properties: ['abc'] }],
    [
      { extension_types: ['toplevel-property-extension'], extension_properties: undefined },
      'W extension-property-list',
    ],
    [{ description: undefined }, 'W extension-description'],
    [{ confidence: 1 }, 'W not-applicable /confidence'],
  ]);
});

/**
 * Who may read, as a table written from the prose of rules R3, R4, R5, R8, R20 and R22 by hand,
 * without a look at the code. Columns: CLEAR GREEN AMBER AMBER+STRICT RED; `Y` reads on every
 * channel, `i` interactively and by RID only, `-` never.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Audience, type Label, TLP_LEVELS } from '../../core/label.ts';
import { ANONYMOUS, type Channel, type Principal, type Role } from '../../core/principal.ts';
import { decide } from './decide.ts';

const NAMED_COMMUNITY = 'c0000000-0000-4000-8000-000000000001';
const OTHER_COMMUNITY = 'c0000000-0000-4000-8000-000000000002';
const UNKNOWN_COMMUNITY = 'c0000000-0000-4000-8000-00000000dead';

const AUDIENCES: Readonly<Record<string, Audience | null>> = {
  none: null,
  empty: { organisations: [], communities: [], persons: [] },
  unknown: { organisations: ['nobody'], communities: [UNKNOWN_COMMUNITY, '7'], persons: [] },
  named: { organisations: ['named'], communities: [NAMED_COMMUNITY], persons: ['ann'] },
};

function someone(part: Partial<Principal>): Principal {
  return { kind: 'person', id: 'bob', organisation: 'else', communities: [], roles: [], ...part };
}

/** Who asks; then what he reads under each audience. */
const TABLE: readonly (readonly [string, Principal, string, string, string, string])[] = [
  //                                                                    none     empty    unknown  named
  ['nobody in particular', ANONYMOUS, 'Y----', '-----', '-----', '-----'],
  ['an outsider', someone({}), 'Y----', '-----', '-----', '-----'],
  [
    'a member of another community',
    someone({ communities: [OTHER_COMMUNITY] }),
    'YY---',
    '-----',
    '-----',
    '-----',
  ],
  [
    'a member of the named community',
    someone({ communities: [NAMED_COMMUNITY] }),
    'YY---',
    '-----',
    '-----',
    'YYY--',
  ],
  [
    'a member of a community with a local number',
    someone({ communities: ['7'] }),
    'Y----',
    '-----',
    '-----',
    '-----',
  ],
  [
    'the named organisation',
    someone({ organisation: 'named' }),
    'Y----',
    '-----',
    '-----',
    'YYYY-',
  ],
  ['a client of the owner', someone({ clients: ['owner'] }), 'YYY--', '-----', '-----', '-----'],
  [
    'a client of the named organisation',
    someone({ clients: ['named'] }),
    'Y----',
    '-----',
    '-----',
    'YYY--',
  ],
  ['the owner', someone({ organisation: 'owner' }), 'YYYY-', 'YYYY-', 'YYYY-', 'YYYY-'],
  ['the named person', someone({ id: 'ann' }), 'Y----', '-----', '-----', 'YYYYi'],
  [
    'the named person of the owner',
    someone({ id: 'ann', organisation: 'owner' }),
    'YYYY-',
    'YYYY-',
    'YYYY-',
    'YYYYi',
  ],
  [
    'a service by that name',
    someone({ id: 'ann', kind: 'service' }),
    'Y----',
    '-----',
    '-----',
    '-----',
  ],
  [
    'a peer of the owner by that name',
    someone({ id: 'ann', kind: 'peer', organisation: 'owner' }),
    'YYYY-',
    'YYYY-',
    'YYYY-',
    'YYYY-',
  ],
  [
    'who claims everything and proved nothing',
    someone({
      id: 'ann',
      organisation: 'owner',
      communities: [NAMED_COMMUNITY],
      clients: ['owner'],
      assurance: 'none',
    }),
    'Y----',
    '-----',
    '-----',
    '-----',
  ],
];

const CHANNELS: readonly Channel[] = ['feed', 'interactive', 'export', 'rid'];
const ROLE_SETS: readonly (readonly Role[])[] = [
  [],
  ['reader'],
  ['contributor', 'org-admin'],
  ['operator', 'site-admin'],
];
const TIME = '2026-06-01T00:00:00Z';

/** What closes a record for everyone but its owner's organisation (R8 and the window of B.2). */
const GATES: readonly (readonly [string, Partial<Label>, boolean])[] = [
  ['open', {}, true],
  ['in its window', { from: '2026-01-01T00:00:00Z', until: '2026-12-31T00:00:00Z' }, true],
  ['an unknown marking', { unknown: ['marking-definition--x'] }, false],
  ['before its embargo ends', { from: '2026-06-01T00:00:00.000001Z' }, false],
  ['at its end', { until: '2026-06-01T09:00:00+09:00' }, false],
  ['less than a microsecond early', { from: '2026-06-01T00:00:00.0000001Z' }, false],
  ['less than a microsecond from its end', { until: '2026-06-01T00:00:00.0000001Z' }, false],
  ['an embargo that cannot be read', { from: 'tomorrow' }, false],
];

interface Cell {
  readonly name: string;
  readonly principal: Principal;
  readonly label: Label;
  readonly mark: string | undefined;
}

function* cells(): Generator<Cell> {
  for (const [who, principal, ...rows] of TABLE) {
    for (const [column, [called, audience]] of Object.entries(AUDIENCES).entries()) {
      for (const [level, tlp] of TLP_LEVELS.entries()) {
        const label: Label = { tlp, audience, owner: 'owner', unknown: [] };
        yield {
          name: `${who}, ${tlp}, audience ${called}`,
          principal,
          label,
          mark: rows[column]?.[level],
        };
      }
    }
  }
}

test('the table of who reads what', () => {
  let asked = 0;
  for (const { name, principal, label, mark } of cells()) {
    assert.match(mark ?? '', /^[Yi-]$/, name);
    const own = principal.organisation === 'owner' && principal.assurance !== 'none';
    for (const channel of CHANNELS) {
      const reads: boolean = mark === 'Y' || (mark === 'i' && /interactive|rid/.test(channel));
      for (const [gate, part, open] of GATES) {
        for (const roles of ROLE_SETS) {
          const question = `${name}, ${gate}, ${channel}, roles [${roles}]`;
          const context = { channel, time: TIME };
          const { allow } = decide({ ...principal, roles }, 'read', { ...label, ...part }, context);
          assert.equal(allow, reads && (open || own), question);
          asked++;
        }
      }
    }
  }
  assert.equal(asked, 14 * 4 * 5 * 4 * 8 * 4);
});

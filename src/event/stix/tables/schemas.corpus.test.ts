import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { INTEROP_REQUIRED } from '../interop.ts';
import { ENUMERATIONS, VOCABULARIES } from '../vocab.ts';
import { TABLES } from './index.ts';

const ROOT = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'schemas/stix-2.1');
const ABSENT = existsSync(ROOT) ? false : 'corpus schemas absent: set CYBEX_CORPORA';

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
}

function read(file: string): Schema {
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

/** Names and required names of a schema with all that it is made of. */
function collect(
  file: string,
  schema: Schema,
  into: { names: Set<string>; required: Set<string> },
) {
  for (const name of Object.keys(schema.properties ?? {})) into.names.add(name);
  for (const name of schema.required ?? []) into.required.add(name);
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    for (const name of Object.keys(part.properties ?? {})) into.names.add(name);
  }
  for (const part of schema.allOf ?? []) {
    const reference = part.$ref?.split('#')[0];
    if (reference === undefined) collect(file, part, into);
    else {
      const target = join(dirname(file), reference);
      collect(target, read(target), into);
    }
  }
}

function schemas(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, 'schemas', folder)).map((file) => join(ROOT, 'schemas', folder, file)),
  );
}

const OBJECTS = ['common/language-content.json', 'common/extension-definition.json'];

/**
 * Where the schemas and the property tables of the standard differ, by type: `-` what only the
 * schema has, `+` what only the standard has.
 */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  // Reserved in the text (§4.3.1), absent here.
  'course-of-action': ['+ action'],
  // Its rule on body and body_multipart carries is_multipart, which §6.6.1 requires.
  'email-message': ['+ required is_multipart'],
  // Not applicable in the text (§7.1.1, §7.3.1).
  'extension-definition': ['+ required created_by_ref', '- confidence', '- extensions', '- lang'],
  'language-content': ['- lang'],
};

/** Terms that the schemas and section 10 have differently; the schemas do not use their lists. */
const TERM_DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  'account-type-ov': [
    '+ windows-domain',
    '+ windows-local',
    '- kavi',
    '- windows domain',
    '- windows local',
  ],
  'implementation-language-ov': ['+ rust'],
  'industry-sector-ov': ['+ legal', '- engineering'],
  'infrastructure-type-ov': [
    '+ control-system',
    '+ firewall',
    '+ routers-switches',
    '+ workstation',
  ],
  'region-ov': [
    '+ central-america',
    '+ eastern-europe',
    '+ europe',
    '+ northern-america',
    '+ south-eastern-asia',
    '- central-america northern-america',
    '- europe eastern-europe',
  ],
  'report-type-ov': ['+ incident', '+ intrusion-set'],
  'threat-actor-type-ov': ['+ private-sector'],
};

test('the property tables have the names of the published schemas', { skip: ABSENT }, () => {
  const files = [
    ...schemas('sdos', 'sros', 'observables'),
    ...OBJECTS.map((name) => join(ROOT, 'schemas', name)),
  ];
  assert.ok(files.length >= 41);
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const type = file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
    const table = TABLES.get(type);
    assert.ok(table, type);
    const schema = { names: new Set<string>(), required: new Set<string>() };
    collect(file, read(file), schema);
    const rows = [
      ...differ('', schema.names, new Set(table.properties.keys())),
      ...differ('required ', schema.required, new Set(table.required)),
    ];
    if (rows.length > 0) found[type] = rows.sort();
  }
  assert.deepEqual(found, DIFFERENCES);
});

function differ(what: string, theirs: ReadonlySet<string>, ours: ReadonlySet<string>): string[] {
  return [
    ...[...theirs].filter((name) => !ours.has(name)).map((name) => `- ${what}${name}`),
    ...[...ours].filter((name) => !theirs.has(name)).map((name) => `+ ${what}${name}`),
  ];
}

test('vocabularies and enumerations have the values of the published schemas', {
  skip: ABSENT,
}, () => {
  const found: Record<string, string[]> = {};
  let compared = 0;
  for (const file of schemas('sdos', 'sros', 'observables', 'common')) {
    for (const [name, { enum: values }] of Object.entries(read(file).definitions ?? {})) {
      const ours: Readonly<Record<string, { readonly values: ReadonlySet<string> }>> = {
        ...VOCABULARIES,
        ...ENUMERATIONS,
      };
      const own = Object.hasOwn(ours, name) ? ours[name] : undefined;
      if (values === undefined || own === undefined) continue;
      compared++;
      const rows = differ('', new Set(values), own.values);
      if (rows.length > 0) found[name] = rows.sort();
    }
  }
  assert.ok(compared > 20, String(compared));
  assert.deepEqual(found, TERM_DIFFERENCES);
});

test('the interoperability profile asks for what its schemas do', { skip: ABSENT }, () => {
  const spelling: Readonly<Record<string, string>> = {
    architecture_exectuion_envs: 'architecture_execution_envs',
    capabiliites: 'capabilities',
    'external_references:': 'external_references',
  };
  for (const file of readdirSync(join(ROOT, 'interop'))) {
    const type = file.slice(0, -'.json'.length);
    const required = read(join(ROOT, 'interop', file)).required ?? [];
    const names = required.map((name) => spelling[name] ?? name).sort();
    assert.deepEqual(INTEROP_REQUIRED.get(type) ?? [], names, type);
  }
});

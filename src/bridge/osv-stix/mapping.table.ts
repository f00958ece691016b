/** What becomes of each part of an OSV record in STIX 2.1. */
import type { Mapping } from '../mapping/index.ts';

const DATABASE_OWN = 'What only one database defines has no common meaning to carry.';

export const OSV_STIX_MAPPING: Mapping = {
  from: 'osv',
  to: 'stix',
  rows: [
    { path: '', lost: 'STIX 2.1 has no place for it.' },
    { path: '/schema_version', lost: 'It says how the record is written, not what it says.' },
    { path: '/id', to: 'vulnerability: name, external_references' },
    { path: '/modified', to: 'vulnerability: extension, updated' },
    { path: '/published', to: 'vulnerability: extension, published' },
    { path: '/withdrawn', to: 'revoked on every object; vulnerability: extension, withdrawn' },
    {
      path: '/aliases',
      to: 'vulnerability: external_references; note where the record bundles several',
    },
    { path: '/upstream', to: 'note "Related vulnerabilities": they are not the same thing' },
    { path: '/related', to: 'note "Related vulnerabilities": they are not the same thing' },
    { path: '/summary', to: 'vulnerability: description, first paragraph' },
    { path: '/details', to: 'vulnerability: description' },
    {
      path: '/severity',
      to: 'vulnerability: extension, scores',
      lost: 'It is no vector that can be read, and no priority.',
    },
    {
      path: '/affected/*/package',
      to: 'software related-to vulnerability, named by package URL; note "Affected packages"',
    },
    {
      path: '/affected/*/severity',
      to: 'vulnerability: extension, scores with product',
      lost: 'It is no vector that can be read, and no priority.',
    },
    {
      path: '/affected/*/ranges',
      to: 'note "Affected packages", as text',
      lost: 'The order of events and the kind of the range are in the text; other members are not.',
    },
    { path: '/affected/*/ranges/*/database_specific', lost: DATABASE_OWN },
    { path: '/affected/*/versions', to: 'note "Affected packages", as text' },
    { path: '/affected/*/ecosystem_specific', lost: DATABASE_OWN },
    { path: '/affected/*/database_specific', lost: DATABASE_OWN },
    {
      path: '/references',
      to: 'vulnerability: external_references, the type as description',
      lost: 'It is no URL that can stand in an external reference.',
    },
    { path: '/credits', to: 'note "Credits", as text' },
    { path: '/database_specific', lost: DATABASE_OWN },
    { path: '/database_specific/cwe_ids', to: 'vulnerability: external_references' },
    { path: '/database_specific/cwes', to: 'vulnerability: external_references' },
  ],
};

/** What becomes of each part of a VEX in the other format. */
import type { Mapping } from '../mapping/index.ts';

const HOW_WRITTEN = 'It says how the document is written, not what it says.';
const ONE_TEXT = 'An action statement is one text: categories and circumstances are left out.';
const NO_TREE = 'OpenVEX has no tree of products: each is named by its identifiers.';
const NAMES_ONLY = 'OpenVEX takes package URL, CPE and the hashes of one file for each algorithm.';

export const CSAF_OPENVEX_MAPPING: Mapping = {
  from: 'csaf',
  to: 'openvex',
  rows: [
    { path: '', lost: 'OpenVEX has no place for it.' },
    { path: '/$schema', lost: HOW_WRITTEN },
    { path: '/document/category', lost: HOW_WRITTEN },
    { path: '/document/csaf_version', lost: HOW_WRITTEN },
    { path: '/document/distribution', lost: 'OpenVEX does not say who may see it.' },
    { path: '/document/publisher/name', to: 'author' },
    { path: '/document/publisher/category', to: 'role' },
    { path: '/document/tracking/initial_release_date', to: 'timestamp' },
    { path: '/document/tracking/current_release_date', to: 'last_updated' },
    {
      path: '/document/tracking/version',
      to: 'version, where it is a whole number; else the number of revisions',
      lost: 'OpenVEX counts its versions: the revisions are counted.',
    },
    { path: '/document/tracking/generator/engine', to: 'tooling' },
    { path: '/product_tree', lost: NO_TREE },
    {
      path: '/product_tree/full_product_names/*/product_id',
      to: '@id of the product where it has no package URL',
    },
    {
      path: '/product_tree/full_product_names/*/product_identification_helper',
      to: '@id, identifiers, hashes of the product',
      lost: NAMES_ONLY,
    },
    {
      path: '/product_tree/relationships',
      to: 'product with a subcomponent: the part within the whole',
      lost: NO_TREE,
    },
    {
      path: '/product_tree/product_paths',
      to: 'product with a subcomponent, where the path has one step',
      lost: NO_TREE,
    },
    { path: '/vulnerabilities/*/cve', to: 'statements: vulnerability.name' },
    { path: '/vulnerabilities/*/ids', to: 'statements: vulnerability.name, aliases' },
    {
      path: '/vulnerabilities/*/ids/*/system_name',
      lost: 'OpenVEX takes ids without the system they are of.',
    },
    {
      path: '/vulnerabilities/*/notes',
      to: 'statements: vulnerability.description (the first that describes or summarises)',
    },
    {
      path: '/vulnerabilities/*/product_status',
      to: 'statements: status, products; first_ and last_affected as affected, first_fixed as fixed',
      lost: 'VEX has no such status, or the product is not defined.',
    },
    { path: '/vulnerabilities/*/flags', to: 'statements: justification' },
    {
      path: '/vulnerabilities/*/threats',
      to: 'statements: impact_statement, of the category impact for what is not affected',
      lost: 'OpenVEX has only the impact on what is not affected.',
    },
    {
      path: '/vulnerabilities/*/remediations',
      to: 'statements: action_statement, for what is affected',
      lost: ONE_TEXT,
    },
  ],
};

export const OPENVEX_CSAF_MAPPING: Mapping = {
  from: 'openvex',
  to: 'csaf',
  rows: [
    { path: '', lost: 'CSAF 2.1 has no place for it.' },
    { path: '/@context', lost: HOW_WRITTEN },
    { path: '/@id', to: 'document.tracking.id' },
    { path: '/author', to: 'document.publisher.name' },
    { path: '/role', to: 'document.publisher.issuing_authority' },
    { path: '/timestamp', to: 'document.tracking.initial_release_date' },
    { path: '/last_updated', to: 'document.tracking.current_release_date' },
    { path: '/version', to: 'document.tracking.revision_history: summary of the last revision' },
    { path: '/tooling', to: 'document.tracking.generator.engine.name' },
    {
      path: '/statements',
      lost: 'A newer statement on the same vulnerability and product overrides it.',
    },
    { path: '/statements/*/@id', lost: 'CSAF has no ids of statements.' },
    { path: '/statements/*/version', lost: 'CSAF has versions of documents only.' },
    { path: '/statements/*/supplier', lost: 'CSAF names who publishes, not who supplies.' },
    { path: '/statements/*/vulnerability/@id', lost: 'A name and aliases are carried as ids.' },
    { path: '/statements/*/vulnerability/name', to: 'vulnerabilities: cve, else ids' },
    { path: '/statements/*/vulnerability/aliases', to: 'vulnerabilities: ids' },
    {
      path: '/statements/*/vulnerability/description',
      to: 'vulnerabilities: notes',
      lost: 'Another statement described the vulnerability.',
    },
    {
      path: '/statements/*/timestamp',
      to: 'vulnerabilities: date of flags, threats and remediations',
      lost: 'CSAF dates reasons and remedies, not states.',
    },
    {
      path: '/statements/*/last_updated',
      to: 'vulnerabilities: date of flags, threats and remediations',
      lost: 'CSAF dates reasons and remedies, not states.',
    },
    {
      path: '/statements/*/products',
      to: 'product_tree.full_product_names with product_identification_helper; product_status',
      lost: 'A product needs a name that CSAF can carry.',
    },
    {
      path: '/statements/*/products/*/hashes',
      lost: 'CSAF takes hashes only together with the name of a file.',
    },
    {
      path: '/statements/*/products/*/subcomponents',
      to: 'product_tree.product_paths: the part as default component of the product',
    },
    {
      path: '/statements/*/products/*/subcomponents/*/hashes',
      lost: 'CSAF takes hashes only together with the name of a file.',
    },
    { path: '/statements/*/status', to: 'vulnerabilities: product_status' },
    { path: '/statements/*/status_notes', to: 'vulnerabilities: notes' },
    { path: '/statements/*/justification', to: 'vulnerabilities: flags' },
    { path: '/statements/*/impact_statement', to: 'vulnerabilities: threats of category impact' },
    {
      path: '/statements/*/action_statement',
      to: 'vulnerabilities: remediations of category mitigation',
    },
    {
      path: '/statements/*/action_statement_timestamp',
      to: 'vulnerabilities: date of remediations',
    },
  ],
};

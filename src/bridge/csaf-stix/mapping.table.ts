/** What becomes of each part of a CSAF document (2.0, 2.1) in STIX 2.1. */
import type { Mapping, MappingRow } from '../mapping/index.ts';

const HOW_WRITTEN = 'It says how the document is written, not what it says.';
const ONE_ID = 'An external reference with an id of CVE or CAPEC would say that it is this one.';
const PER_PRODUCT = 'STIX says it of the vulnerability, not of single products.';

/** Texts that head and vulnerabilities both have. */
function texts(at: string, object: string): readonly MappingRow[] {
  return [
    { path: `${at}/notes`, to: `${object}: description (summary, description); else note` },
    { path: `${at}/notes/*/product_ids`, lost: PER_PRODUCT },
    { path: `${at}/notes/*/group_ids`, lost: PER_PRODUCT },
    {
      path: `${at}/references`,
      to: `${object}: external_references`,
      lost: 'It is no URL that can stand in an external reference.',
    },
    { path: `${at}/references/*/category`, lost: 'An external reference has no category.' },
    { path: `${at}/acknowledgments`, to: 'note "Acknowledgments", as text' },
  ];
}

export const CSAF_STIX_MAPPING: Mapping = {
  from: 'csaf',
  to: 'stix',
  rows: [
    { path: '', lost: 'STIX 2.1 has no place for it.' },
    { path: '/$schema', lost: HOW_WRITTEN },
    { path: '/document/csaf_version', lost: HOW_WRITTEN },
    { path: '/document/title', to: 'report: name' },
    { path: '/document/category', to: 'report: labels' },
    { path: '/document/lang', to: 'report: lang', lost: 'It is no language tag.' },
    ...texts('/document', 'report'),
    { path: '/document/publisher/name', to: 'identity: name' },
    { path: '/document/publisher/category', to: 'identity: roles' },
    { path: '/document/publisher/contact_details', to: 'identity: contact_information' },
    { path: '/document/publisher/issuing_authority', to: 'identity: description' },
    { path: '/document/publisher/namespace', to: 'identity and report: external_references' },
    {
      path: '/document/distribution/tlp/label',
      to: 'object_marking_refs of every object: the official marking of TLP 1 (2.0) or 2.0 (2.1)',
      lost: 'It is no label of this version of CSAF: nothing is marked by it.',
    },
    { path: '/document/distribution/text', to: 'marking-definition, statement' },
    {
      path: '/document/distribution/sharing_group',
      to: 'marking-definition, statement: who is in the group is for people to know',
    },
    { path: '/document/tracking/id', to: 'report: external_references' },
    {
      path: '/document/tracking/aliases',
      to: 'report: external_references',
      lost: ONE_ID,
    },
    { path: '/document/tracking/version', to: 'report: extension, version' },
    { path: '/document/tracking/status', to: 'report: labels' },
    { path: '/document/tracking/initial_release_date', to: 'report: published' },
    { path: '/document/tracking/current_release_date', to: 'report: extension, updated' },
    { path: '/document/tracking/revision_history', to: 'note "Revision history", as text' },
    { path: '/document/tracking/generator', lost: HOW_WRITTEN },
    {
      path: '/document/aggregate_severity/text',
      to: 'report: extension, scores with system aggregate_severity',
    },
    {
      path: '/product_tree',
      to: 'note "Products", as text; software where a product is affected',
      lost: 'STIX has no tree of products: the full name of each says where it stands.',
    },
    {
      path: '/product_tree/branches',
      to: 'software: vendor, name, version of products that are affected',
      lost: 'STIX has no tree of products: the full name of each says where it stands.',
    },
    { path: '/product_tree/product_groups', to: 'note "Product groups", as text' },
    ...texts('/vulnerabilities/*', 'vulnerability'),
    { path: '/vulnerabilities/*/cve', to: 'vulnerability: name, external_references' },
    { path: '/vulnerabilities/*/title', to: 'vulnerability: extension, title' },
    {
      path: '/vulnerabilities/*/ids',
      to: 'vulnerability: external_references',
      lost: ONE_ID,
    },
    { path: '/vulnerabilities/*/cwe', to: 'vulnerability: external_references' },
    {
      path: '/vulnerabilities/*/cwes',
      to: 'vulnerability: external_references',
      lost: 'An external reference has no version.',
    },
    {
      path: '/vulnerabilities/*/product_status',
      to: 'note "Product status", as text; software related-to vulnerability where affected',
    },
    {
      path: '/vulnerabilities/*/scores',
      to: 'vulnerability: extension, scores with products',
      lost: 'Only vectors of CVSS that can be read are carried.',
    },
    {
      path: '/vulnerabilities/*/metrics',
      to: 'vulnerability: extension, scores with products',
      lost: 'Only vectors of CVSS that can be read, and ratings, are carried.',
    },
    {
      path: '/vulnerabilities/*/remediations',
      to: 'course-of-action mitigates vulnerability; products as text',
    },
    { path: '/vulnerabilities/*/flags', to: 'note "Flags", as text' },
    { path: '/vulnerabilities/*/threats', to: 'note "Threats", as text' },
    { path: '/vulnerabilities/*/involvements', to: 'note "Involvements", as text' },
    { path: '/vulnerabilities/*/release_date', to: 'vulnerability: extension, disclosed' },
    { path: '/vulnerabilities/*/disclosure_date', to: 'vulnerability: extension, disclosed' },
  ],
};

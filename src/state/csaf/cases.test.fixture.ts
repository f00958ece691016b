/** Small documents that are right, and ways to make them wrong at one place. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
/** Values to set by JSON pointer; undefined removes the member. */
export type Change = Readonly<Record<string, Json | undefined>>;

export const CVSS_3 = {
  version: '3.1',
  vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  baseScore: 9.8,
  baseSeverity: 'CRITICAL',
};
export const CVSS_2 = { version: '2.0', vectorString: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', baseScore: 10 };
export const CVSS_4 = {
  version: '4.0',
  vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
  baseScore: 9.3,
  baseSeverity: 'CRITICAL',
};
export const SHA256 = 'a'.repeat(64);

function version(name: string, id: string): Json {
  return {
    category: 'product_version',
    name,
    product: {
      name: `Example Thing ${name}`,
      product_id: id,
      product_identification_helper: { purls: [`pkg:npm/thing@${name}`] },
    },
  };
}

/** A security document of 2.1: A is affected, B is fixed, C is free, D is A installed on C. */
export function newer(): Json {
  return {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      category: 'csaf_base',
      csaf_version: '2.1',
      distribution: { tlp: { label: 'GREEN' } },
      lang: 'en',
      license_expression: 'CC-BY-4.0',
      notes: [{ category: 'description', text: 'What it is about.' }],
      publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
      references: [
        { category: 'self', summary: 'Itself', url: 'https://example.com/csaf/ex-1.json' },
        { summary: 'More', url: 'https://example.org/more' },
      ],
      title: 'A document',
      tracking: {
        current_release_date: '2024-02-01T10:00:00Z',
        id: 'EX-1',
        initial_release_date: '2024-01-01T10:00:00Z',
        revision_history: [
          { date: '2024-01-01T10:00:00Z', number: '1', summary: 'First.' },
          { date: '2024-02-01T10:00:00Z', number: '2', summary: 'Second.' },
        ],
        status: 'final',
        version: '2',
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Example',
          branches: [
            {
              category: 'product_name',
              name: 'Thing',
              branches: [version('1.0.0', 'A'), version('1.1.0', 'B')],
            },
          ],
        },
      ],
      full_product_names: [
        {
          name: 'Host',
          product_id: 'C',
          product_identification_helper: { cpe: 'cpe:2.3:o:example:host:*:*:*:*:*:*:*:*' },
        },
      ],
      product_groups: [{ group_id: 'G', product_ids: ['A', 'B'] }],
      product_paths: [
        {
          beginning_product_reference: 'A',
          full_product_name: {
            name: 'Thing on Host',
            product_id: 'D',
            product_identification_helper: { skus: ['D*'] },
          },
          subpaths: [{ category: 'installed_on', next_product_reference: 'C' }],
        },
      ],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2024-0001',
        cwes: [{ id: 'CWE-256', name: 'Plaintext Storage of a Password', version: '4.13' }],
        metrics: [{ content: { cvss_v3: { ...CVSS_3 } }, products: ['A'] }],
        notes: [{ category: 'description', text: 'A flaw.' }],
        product_status: { fixed: ['B'], known_affected: ['A', 'D'] },
        remediations: [{ category: 'vendor_fix', details: 'Update.', product_ids: ['A', 'D'] }],
      },
    ],
  };
}

type Members = { [name: string]: Json };

/** The same document as 2.0 would say it. */
export function older(document: Json): Json {
  const root = structuredClone(document) as Members;
  delete root.$schema;
  delete root.x_extensions;
  const head = root.document as Members;
  if (head.csaf_version === '2.1') head.csaf_version = '2.0';
  delete head.license_expression;
  delete head.x_extensions;
  const tlp = (head.distribution as Members | undefined)?.tlp as Members | undefined;
  if (tlp?.label === 'CLEAR') tlp.label = 'WHITE';
  walk(root, (object) => {
    if (object.product_identification_helper)
      oldHelper(object.product_identification_helper as Members);
  });
  oldTree(root.product_tree as Members | undefined);
  for (const item of (root.vulnerabilities as Members[] | undefined) ?? []) oldVulnerability(item);
  return root;
}

function oldHelper(helper: Members): void {
  const purls = helper.purls as Json[] | undefined;
  if (purls?.[0] !== undefined) helper.purl = purls[0];
  delete helper.purls;
}

function oldTree(tree: Members | undefined): void {
  const paths = tree?.product_paths as Members[] | undefined;
  if (tree === undefined || paths === undefined) return;
  delete tree.product_paths;
  tree.relationships = paths.map((path) => ({
    category: (path.subpaths as Members[])[0]?.category ?? 'installed_on',
    full_product_name: path.full_product_name ?? {},
    product_reference: path.beginning_product_reference ?? '',
    relates_to_product_reference: (path.subpaths as Members[])[0]?.next_product_reference ?? '',
  }));
}

function oldVulnerability(item: Members): void {
  const metrics = item.metrics as Members[] | undefined;
  if (metrics !== undefined) {
    item.scores = metrics.map(({ content, products }) => ({
      ...(content as Members),
      products: products ?? [],
    }));
  }
  delete item.metrics;
  const cwes = item.cwes as Members[] | undefined;
  if (cwes?.[0] !== undefined) item.cwe = { id: cwes[0].id ?? '', name: cwes[0].name ?? '' };
  delete item.cwes;
}

function walk(value: Json, visit: (object: Members) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value);
    for (const member of Object.values(value)) walk(member, visit);
  }
}

/** Sets what the change says; `/-` at the end of a pointer appends. */
export function changed(document: Json, change: Change): Json {
  const root = structuredClone(document);
  for (const [pointer, given] of Object.entries(change)) {
    const value = structuredClone(given);
    const tokens = pointer.split('/').slice(1);
    const last = tokens.pop() as string;
    let place: Json = root;
    for (const token of tokens) {
      const owner = place as Members;
      if (owner[token] === undefined) owner[token] = {};
      place = owner[token] as Json;
    }
    if (Array.isArray(place) && last === '-') place.push(value as Json);
    else if (Array.isArray(place) && value === undefined) place.splice(Number(last), 1);
    else if (value === undefined) delete (place as Members)[last];
    else (place as Members)[last] = value;
  }
  return root;
}

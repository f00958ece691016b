/** docs/guide/taxii-filters.md, made from the truth table. */
import { FILTER_EXAMPLES, FILTER_ROWS, type FilterRow } from './filters.table.ts';
import { PARAMETERS } from './query.ts';
import type { Endpoint } from './route.ts';

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function exampleLine({
  name,
  object,
  specVersion,
  version,
  unmodified,
  added,
  hidden,
}: (typeof FILTER_EXAMPLES)[number]) {
  const shown =
    version === undefined ? `${added} (added)` : unmodified ? `${version} (created)` : version;
  return `| ${name} | ${object} | ${specVersion} | ${shown} | ${added} | ${hidden ? 'no' : 'yes'} |`;
}

function rowLine({ query, gives, why }: FilterRow): string {
  const asked = query === '' ? '(none)' : `\`${cell(query)}\``;
  return `| ${asked} | ${gives === '' ? 'nothing: `{}`' : gives} | ${cell(why)} |`;
}

const ENDPOINTS: readonly (readonly [Endpoint, string])[] = [
  ['objects', 'GET …/objects/ (§5.4)'],
  ['manifest', 'GET …/manifest/ (§5.3)'],
  ['object', 'GET …/objects/{id}/ (§5.6)'],
  ['versions', 'GET …/objects/{id}/versions/ (§5.8)'],
];

export function filtersGuide(): string {
  const lines = [
    '# Filters of the TAXII server',
    '',
    'Made from `src/exchange/taxii/server/filters.table.ts`; the tests run every row against the server.',
    '',
    'A request is filtered in this order (TAXII 2.1 §3.4): what the caller may see at all; then',
    '`match[id]`, `match[type]`, `match[spec_version]`; then `match[version]` among what is left of',
    'each object; then `added_after`; then `limit`. Values of one field are alternatives, fields are',
    'conjoined. Everything is in the order in which it was added to the collection.',
    '',
    'Without `match[spec_version]` the newest specification version of each object is given, without',
    '`match[version]` its latest version. Timestamps compare as instants, whatever their precision.',
    '',
    '| endpoint | parameters |',
    '|---|---|',
    ...ENDPOINTS.map(
      ([endpoint, name]) =>
        `| ${name} | ${PARAMETERS[endpoint].map((p) => `\`${p}\``).join(', ')} |`,
    ),
    '| DELETE …/objects/{id}/ (§5.7) | `match[version]`, `match[spec_version]`; any other is refused |',
    '',
    'Other parameters are ignored, except by DELETE: a misspelt filter would remove more than was',
    'asked. DELETE without `match[version]` removes every version that your organisation added; what',
    'others added stays (docs/divergences.md).',
    '',
    '## Paging',
    '',
    '`limit` may be lowered by the server. When `more` is true, `next` goes on exactly where the page',
    'ended, whatever was written in between. It belongs to the caller, the collection, the endpoint',
    'and the filters, which have to be sent again unchanged (`limit` may change). It holds until what',
    'the caller may see changes or the server is restored from a backup; then the answer is 400 with',
    '`error_code` `next-expired`, and the walk starts again without `next`.',
    '',
    'A later poll takes `added_after` from the `X-TAXII-Date-Added-Last` of the last page; both',
    'headers stand on every page, on an empty one with the instant that was asked for.',
    '',
    '## The collection of the table',
    '',
    '| name | object | specification | version | added | visible |',
    '|---|---|---|---|---|---|',
    ...FILTER_EXAMPLES.map(exampleLine),
    '',
    '## What each query gives',
    '',
    '`{1}` stands for the id of indicator 1, and so on.',
    '',
    '| query | gives | why |',
    '|---|---|---|',
    ...FILTER_ROWS.map(rowLine),
    '',
  ];
  return lines.join('\n');
}

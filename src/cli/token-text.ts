/** A credential with the settings that the common clients want. */
import type { Settings } from '../hub/config/schema.ts';

type Row = Readonly<Record<string, unknown>>;

export function tokenText(settings: Settings, row: Row, collections: readonly Row[]): string {
  const base = settings['public-url'] ?? `http://localhost:${settings.port}`;
  const discovery = `${base}/taxii2/`;
  const roots = [...new Set(collections.map(({ apiRoot }) => String(apiRoot)))];
  const root = `${discovery}${roots[0] ?? 'main'}/`;
  const secret = typeof row.token === 'string' ? row.token : '(your own)';
  const lines = [
    `discovery    ${discovery}`,
    ...roots.map((name) => `API root     ${discovery}${name}/`),
    ...collections.map(({ id, title }) => `collection   ${String(id)}  ${String(title)}`),
    `user name    ${String(row.userName)}`,
    `password     ${secret}`,
    `bearer       Authorization: Bearer ${secret}`,
    '',
    'taxii2-client   Server(discovery, user=…, password=…)',
    'MISP            TAXII server: baseurl = discovery, api_root = last part of the API root, key pair as Basic',
    'OpenCTI         TAXII 2 connector: TAXII2_DISCOVERY_URL, TAXII2_USERNAME, TAXII2_PASSWORD',
    'Sentinel        TAXII 2.1: API root URL, collection id, user name, password',
    `curl            curl -u '${String(row.userName)}:…' -H 'Accept: application/taxii+json;version=2.1' ${root}collections/`,
  ];
  return lines.join('\n');
}

/** A credential with the settings that the common clients want. */

type Row = Readonly<Record<string, unknown>>;

export interface GivenToken extends Row {
  readonly userName: string;
  /** Absent where the secret is the holder's own. */
  readonly token?: string;
  readonly discovery: string;
  readonly collections: readonly {
    readonly id: string;
    readonly title: string;
    readonly apiRoot: string;
  }[];
}

export function tokenText({ userName, token, discovery, collections }: GivenToken): string {
  const names = [...new Set(collections.map(({ apiRoot }) => apiRoot))];
  const root = `${discovery}${names[0] ?? 'main'}/`;
  const secret = token ?? '(your own)';
  const user = userName || '(the certificate)';
  return [
    `discovery    ${discovery}`,
    ...names.map((name) => `API root     ${discovery}${name}/`),
    ...collections.map(({ id, title }) => `collection   ${id}  ${title}`),
    `user name    ${user}`,
    `password     ${secret}`,
    `bearer       Authorization: Bearer ${secret}`,
    '',
    ...clientLines(root, discovery, user, collections[0]?.id ?? 'COLLECTION'),
  ].join('\n');
}

/** The same facts under the names that each client gives them. The secret stands above, once. */
function clientLines(root: string, discovery: string, user: string, collection: string): string[] {
  const accept = "-H 'Accept: application/taxii+json;version=2.1'";
  return [
    `taxii2-client  Collection('${root}collections/${collection}/', user='${user}', password=PASSWORD)`,
    `MISP           TAXII servers: base URL ${new URL(discovery).origin}, API root ${new URL(root).pathname}, the user name and the password as Basic`,
    `OpenCTI        TAXII2_DISCOVERY_URL=${discovery} TAXII2_USERNAME=${user} TAXII2_PASSWORD=PASSWORD TAXII2_V21=true TAXII2_COLLECTIONS=*.*`,
    `Sentinel       API root URL ${root}, collection id ${collection}, user name, password`,
    `curl           curl -u '${user}:PASSWORD' ${accept} ${root}collections/${collection}/objects/`,
  ];
}

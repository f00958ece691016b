/**
 * What a person sees who opens the discovery address in a browser: TAXII clients want this URL,
 * people want to know what to do with it. No script, no style from elsewhere, everything escaped.
 */
import { sha256 } from '../../../core/digest.ts';
import type { TaxiiDiscovery } from '../port.ts';
import type { TaxiiResponse } from './http.ts';
import { apiRootUrl, type TaxiiSettings } from './settings.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

interface Language {
  readonly lang: string;
  readonly heading: string;
  readonly lead: string;
  readonly address: string;
  readonly credentials: string;
  readonly roots: string;
  readonly noRoots: string;
  readonly tryIt: string;
}

const LANGUAGES: readonly Language[] = [
  {
    lang: 'en',
    heading: 'This is a TAXII 2.1 server',
    lead:
      'Programs read and deliver cyber threat intelligence here. There is nothing to click: give ' +
      'the address of this page to your threat intelligence platform or TAXII client.',
    address: 'Discovery address',
    credentials:
      'User name and password, or a token, come from the organisation that runs this server.',
    roots: 'API roots open to you',
    noRoots: 'None without credentials.',
    tryIt: 'Try it',
  },
  {
    lang: 'ja',
    heading: 'これは TAXII 2.1 サーバーです',
    lead:
      'プログラムがサイバー脅威情報を取得・提供するための窓口です。クリックするものはありません。' +
      'このページのアドレスを、お使いの脅威情報プラットフォームまたは TAXII クライアントに' +
      '設定してください。',
    address: 'ディスカバリーのアドレス',
    credentials:
      'ユーザー名とパスワード、またはトークンは、このサーバーの運営組織から受け取ります。',
    roots: '利用できる API ルート',
    noRoots: '認証なしで利用できるものはありません。',
    tryIt: '試す',
  },
];

const STYLE =
  ':root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;' +
  'margin:2rem auto;padding:0 1rem}code{font:0.95em ui-monospace,monospace;overflow-wrap:anywhere}' +
  'section+section{border-top:1px solid;margin-top:2rem}';

/** Not executable even if a title tries to be; only the style above applies, by its digest. */
const POLICY =
  `default-src 'none'; style-src 'sha256-${sha256(STYLE).toString('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function section(language: Language, address: string, roots: readonly (readonly string[])[]) {
  const items = roots.map(
    ([url = '', title = '']) => `<li><code>${escapeHtml(url)}</code> ${escapeHtml(title)}</li>`,
  );
  const curl = `curl -u NAME -H 'Accept: application/taxii+json;version=2.1' ${address}`;
  return [
    `<section lang="${language.lang}">`,
    `<h2>${language.heading}</h2>`,
    `<p>${language.lead}</p>`,
    `<p>${language.address}: <code>${escapeHtml(address)}</code></p>`,
    `<p>${language.credentials}</p>`,
    `<h3>${language.roots}</h3>`,
    items.length === 0 ? `<p>${language.noRoots}</p>` : `<ul>${items.join('')}</ul>`,
    `<h3>${language.tryIt}</h3><p><code>${escapeHtml(curl)}</code></p>`,
    '</section>',
  ].join('\n');
}

/** The page; 401 with the challenges when this caller may not see the discovery resource. */
export function helpPage(found: TaxiiDiscovery | null, settings: TaxiiSettings): TaxiiResponse {
  const roots = (found?.apiRoots ?? []).map((root) => [
    apiRootUrl(settings, root.path),
    root.title,
  ]);
  const title = found?.title ?? 'TAXII 2.1';
  const address = `${settings.publicUrl}/taxii2/`;
  const html = [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escapeHtml(title)}</h1>`,
    ...LANGUAGES.map((language) => section(language, address, roots)),
    '</body></html>\n',
  ].join('\n');
  const body = new TextEncoder().encode(html);
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.length),
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    vary: 'accept, authorization',
  };
  if (found === null && settings.challenges.length > 0) {
    headers['www-authenticate'] = settings.challenges.join(', ');
  }
  return { status: found === null ? 401 : 200, headers, body: [body] };
}

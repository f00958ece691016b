/** Words of the pages in both languages. */
export const PAGE_WORDS = {
  en: {
    collections: 'Collections',
    newest: 'Newest records that you may see',
    health: 'Health',
    title: 'Title',
    objects: 'Objects',
    read: 'read',
    write: 'write',
    type: 'Type',
    added: 'Added',
    sample: 'sample',
    none: 'Nothing that you may see yet.',
    anonymous: 'You are not signed in: you see what is TLP:CLEAR in open collections.',
    signedIn: 'You are signed in.',
    signIn: 'Sign in with a user name and token',
    docs: 'API documentation',
    errors: 'Error codes',
    ready: 'ready',
    notReady: 'not ready',
    uptime: 'up for (seconds)',
    memory: 'memory (MB)',
    tryNext: 'Try next',
  },
  ja: {
    collections: 'コレクション',
    newest: '閲覧できる最新のレコード',
    health: '状態',
    title: '名称',
    objects: '件数',
    read: '読み取り',
    write: '書き込み',
    type: '種別',
    added: '追加日時',
    sample: 'サンプル',
    none: '閲覧できるものはまだありません。',
    anonymous: 'サインインしていません。公開コレクションの TLP:CLEAR だけが表示されます。',
    signedIn: 'サインインしています。',
    signIn: 'ユーザー名とトークンでサインイン',
    docs: 'API 文書',
    errors: 'エラーコード',
    ready: '稼働中',
    notReady: '準備中',
    uptime: '稼働時間（秒）',
    memory: 'メモリ（MB）',
    tryNext: '次に試すこと',
  },
} as const;

export type PageLanguage = keyof typeof PAGE_WORDS;

/** `?lang=` first, then the browser's wish. */
export function pageLanguage(query: unknown, acceptLanguage: string | undefined): PageLanguage {
  if (query === 'ja' || query === 'en') return query;
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('ja') ? 'ja' : 'en';
}

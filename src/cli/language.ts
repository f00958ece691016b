/** English or Japanese by `--lang` or `LANG`. Codes and JSON never change. */

export type Language = 'en' | 'ja';

let chosen: Language | null = null;

export function chooseLanguage(flag: string | undefined): void {
  if (flag === 'ja' || flag === 'en') chosen = flag;
}

export function language(): Language {
  if (chosen) return chosen;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const MESSAGES = {
  en: {
    error: 'error',
    remedy: 'what to do',
    at: 'at',
    stored: 'stored',
    duplicate: 'already here',
    relabelled: 'offered anew under a lower label',
    refused: 'in quarantine',
    unmarked: (count: number, tlp: string) => `${count} without a TLP marking took ${tlp}.`,
    whoSees: {
      CLEAR: 'everyone who can reach the collection',
      GREEN: 'members of your communities',
      AMBER: 'only your organisation and its clients',
      'AMBER+STRICT': 'only your organisation',
      RED: 'named persons only, over no feed',
    },
    whoSeesTitle: 'Who sees it',
    publish: 'To publish what is yours to publish: cybex import FILE --collection C --tlp CLEAR',
    data: 'data',
    sample: 'sample',
    sampleNote: (start: string) =>
      `made up, reserved names only; to remove it: ${start} sample remove`,
    startPage: 'start page',
    apiDocs: 'API docs',
    token: 'admin token',
    shownOnce: '(shown once)',
    tokenFile: (file: string) => `in ${file}, readable by you alone`,
    tryNext: 'Try next, in another terminal in this folder (no token needed):',
    onlyLocal: 'Only this machine can connect. To open it: docs/guide/operate.md',
    records: 'records on offer',
    lastBackup: 'last backup',
    never: 'never',
    feedsWithProblems: 'feeds with problems',
    quarantine: 'in quarantine',
    ready: (seconds: string, megabytes: string) => `ready in ${seconds} s, ${megabytes} MB`,
    settings: 'Settings (also CYBEX_… and cybex.toml):',
    verdict: (valid: boolean) => (valid ? 'valid' : 'not valid'),
    counted: (records: number, errors: number, warnings: number) =>
      `${many(records, 'record')}, ${many(errors, 'error')}, ${many(warnings, 'warning')}`,
    preview: (who: string, gets: number, all: number) => `${who} gets ${gets} of ${all} records.`,
    previewColumns: ['withheld', 'rule', 'for example', 'why'],
    noGrant: 'The collection is not offered to them.',
    lost: (count: number) => `not carried (${count})`,
    lostBecause: 'why',
    wrongUse: (near: string | undefined) =>
      `${near === undefined ? '' : `Did you mean ${near}? `}--help lists what there is.`,
    stopping: 'stopping: no new requests, at most 10 s for those under way',
  },
  ja: {
    error: 'エラー',
    remedy: '対処',
    at: '場所',
    stored: '保存',
    duplicate: '既に保存済み',
    relabelled: 'より低いラベルで再提供',
    refused: '隔離',
    unmarked: (count: number, tlp: string) => `TLP の無い ${count} 件は ${tlp} として扱いました。`,
    whoSees: {
      CLEAR: 'コレクションに到達できる全員',
      GREEN: '所属コミュニティのメンバー',
      AMBER: '自組織とその顧客のみ',
      'AMBER+STRICT': '自組織のみ',
      RED: '指名された個人のみ（フィードには出ません）',
    },
    whoSeesTitle: '閲覧できる相手',
    publish: '公開してよい情報を公開するには: cybex import ファイル --collection C --tlp CLEAR',
    data: 'データ',
    sample: 'サンプル',
    sampleNote: (start: string) =>
      `架空のデータ（予約済みの名前のみ）。削除: ${start} sample remove`,
    startPage: '開始ページ',
    apiDocs: 'API 文書',
    token: '管理者トークン',
    shownOnce: '（一度だけ表示）',
    tokenFile: (file: string) => `${file} に保存（本人のみ読み取り可）`,
    tryNext: '次に、このフォルダの別の端末で試してください（トークン不要）:',
    onlyLocal: '接続できるのはこの端末だけです。公開方法: docs/guide/operate.md',
    records: '提供中のレコード',
    lastBackup: '最終バックアップ',
    never: 'なし',
    feedsWithProblems: '問題のあるフィード',
    quarantine: '隔離中',
    ready: (seconds: string, megabytes: string) => `起動完了 ${seconds} 秒、${megabytes} MB`,
    settings: '設定（CYBEX_… と cybex.toml でも指定可）:',
    verdict: (valid: boolean) => (valid ? '適合' : '不適合'),
    counted: (records: number, errors: number, warnings: number) =>
      `レコード ${records} 件、エラー ${errors} 件、警告 ${warnings} 件`,
    preview: (who: string, gets: number, all: number) =>
      `${who} に渡るのは ${all} 件中 ${gets} 件です。`,
    previewColumns: ['非公開', '規則', '例', '理由'],
    noGrant: 'このコレクションは提供されていません。',
    lost: (count: number) => `引き継がれない値（${count} 件）`,
    lostBecause: '理由',
    wrongUse: (near: string | undefined) =>
      `${near === undefined ? '' : `${near} ではありませんか。`}--help で一覧を確認できます。`,
    stopping: '停止中: 新規要求は受け付けず、処理中の要求を最長 10 秒待ちます',
  },
} as const;

export type Messages = (typeof MESSAGES)[Language];

export function messages(): Messages {
  return MESSAGES[language()];
}

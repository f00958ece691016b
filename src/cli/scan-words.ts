/** What `cybex scan` says to people, in English and Japanese. */
import { language } from './language.ts';

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

interface BuiltCounts {
  readonly files: number;
  readonly added: number;
  readonly replaced: number;
  readonly older: number;
  readonly others: number;
}

const WORDS = {
  en: {
    status: {
      affected: 'affected',
      under_investigation: 'under investigation',
      undecidable: 'undecidable',
      not_affected: 'not affected',
      fixed: 'fixed',
      ignored: 'ignored',
      candidate: 'upstream says affected',
    },
    fixedIn: (versions: string) => `fixed in ${versions}`,
    noFix: 'no fix known',
    exploited: 'exploited (KEV)',
    by: 'closed by',
    more: (count: number) => `… and ${many(count, 'more way')}`,
    unanalysed: (count: number) =>
      `${many(count, 'CVE')} of NVD not analysed yet: nothing says what they apply to`,
    notLookedUp: 'Not looked up',
    sources: 'Held against',
    source: (name: string, count: number, date: string) =>
      `${name}: ${many(count, 'record')}, ${date}`,
    newest: (date: string) => `as of ${date}`,
    undated: 'without a date',
    none: 'Nothing is known to affect it.',
    counts: (affected: number, closed: number, undecidable: number, unidentified: number) =>
      `${affected} affected, ${closed} closed, ${undecidable} undecidable, ` +
      `${unidentified} without data or identity`,
    warning: 'warning',
    policy: (policy: string, failing: number) => `--fail-on ${policy}: ${many(failing, 'finding')}`,
    faulty: (file: string, errors: number) =>
      `${file}: ${many(errors, 'error')}, read as far as it can be; cybex check`,
    written: (file: string) => `written to ${file}`,
    nothingToState: 'nothing is written: OpenVEX has at least one statement, and nothing was found',
    documents: (count: number) => many(count, 'document'),
    indexHead: (file: string, records: number, megabytes: string, made: string) =>
      `${file}: ${many(records, 'record')}, ${megabytes} MB, built ${made}`,
    built: (counts: BuiltCounts, seconds: number) =>
      `${many(counts.files, 'file')} read in ${seconds.toFixed(1)} s: ${counts.added} new, ` +
      `${counts.replaced} replaced, ${counts.older} older, ${counts.others} without advisories`,
    unread: 'could not be read',
    verified: 'every byte is as it was written',
  },
  ja: {
    status: {
      affected: '影響あり',
      under_investigation: '調査中',
      undecidable: '判定不能',
      not_affected: '影響なし',
      fixed: '修正済み',
      ignored: '除外',
      candidate: '上流では影響あり',
    },
    fixedIn: (versions: string) => `修正版 ${versions}`,
    noFix: '修正版なし',
    exploited: '悪用確認済み (KEV)',
    by: '根拠',
    more: (count: number) => `… ほか ${count} 経路`,
    unanalysed: (count: number) => `NVD が未分析の CVE ${count} 件（適用対象は不明）`,
    notLookedUp: '照合できなかったもの',
    sources: '照合した情報源',
    source: (name: string, count: number, date: string) => `${name}: ${count} 件、${date}`,
    newest: (date: string) => `${date} 時点`,
    undated: '日付なし',
    none: '既知の影響はありません。',
    counts: (affected: number, closed: number, undecidable: number, unidentified: number) =>
      `影響あり ${affected} 件、解決済み ${closed} 件、判定不能 ${undecidable} 件、` +
      `照合不能 ${unidentified} 件`,
    warning: '警告',
    policy: (policy: string, failing: number) => `--fail-on ${policy}: 該当 ${failing} 件`,
    faulty: (file: string, errors: number) =>
      `${file}: エラー ${errors} 件。読める範囲で処理しました（cybex check で確認）`,
    written: (file: string) => `${file} に書き込みました`,
    nothingToState: '検出がないため出力しません（OpenVEX には一つ以上の言明が必要）',
    documents: (count: number) => `文書 ${count} 件`,
    indexHead: (file: string, records: number, megabytes: string, made: string) =>
      `${file}: レコード ${records} 件、${megabytes} MB、作成 ${made}`,
    built: (counts: BuiltCounts, seconds: number) =>
      `${counts.files} ファイルを ${seconds.toFixed(1)} 秒で処理: 新規 ${counts.added}、` +
      `置換 ${counts.replaced}、旧版 ${counts.older}、対象外 ${counts.others}`,
    unread: '読み取れないファイル',
    verified: 'すべてのバイトが書き込み時と一致します',
  },
} as const;

export type ScanWords = (typeof WORDS)[keyof typeof WORDS];

export function scanWords(): ScanWords {
  return WORDS[language()];
}

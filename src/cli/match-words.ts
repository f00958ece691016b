/** What `cybex match` says to people, in English and Japanese. */
import { language } from './language.ts';

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WORDS = {
  en: {
    headings: ['pattern', 'observed data', 'object', 'first seen', 'times', 'profile'],
    skipped: { revoked: 'is revoked', language: 'is in another pattern language' },
    counted: (hits: number, patterns: number, observations: number, unknown: number) =>
      `${many(hits, 'hit')} of ${many(patterns, 'pattern')} in ${many(observations, 'observation')}` +
      (unknown === 0 ? '' : `; ${many(unknown, 'pattern')} could not be told`),
  },
  ja: {
    headings: ['パターン', '観測データ', 'オブジェクト', '最初の観測', '回数', 'プロファイル'],
    skipped: { revoked: '取り消されています', language: '別のパターン言語で書かれています' },
    counted: (hits: number, patterns: number, observations: number, unknown: number) =>
      `パターン ${patterns} 件、観測 ${observations} 件、一致 ${hits} 件` +
      (unknown === 0 ? '' : `、判定不能 ${unknown} 件`),
  },
} as const;

export type MatchWords = (typeof WORDS)[keyof typeof WORDS];

export function matchWords(): MatchWords {
  return WORDS[language()];
}

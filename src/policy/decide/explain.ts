/** A decision in sentences, for the people entitled to know it (never for the one denied: R15). */
import { type Bilingual, POLICY_RULES } from '../rules.ts';
import type { Decision } from './question.ts';

export type Language = keyof Bilingual;

const VERDICT: Readonly<Record<'allowed' | 'denied', Bilingual>> = {
  allowed: { en: 'Allowed.', ja: '許可します。' },
  denied: { en: 'Denied.', ja: '拒否します。' },
};

/** The verdict, then one sentence for each rule that spoke, in order, led by the rule's id. */
export function explain(decision: Decision, language: Language): readonly string[] {
  const sentences = decision.rules.map(({ id, effect }) => {
    const { says, title } = POLICY_RULES[id];
    return `${id}: ${(says[effect] ?? title)[language]}`;
  });
  return [VERDICT[decision.allow ? 'allowed' : 'denied'][language], ...sentences];
}

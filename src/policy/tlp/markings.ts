/**
 * Markings that say what they mean without a definition: TLP in words, as CSAF and IODEF state it,
 * and the STIX marking definitions whose ids alone say what they mean. TLP 1: STIX 2.1 §7.2.1.4.
 * TLP 2.0 and PAP: the extension definitions of the OASIS CTI TC's common object repository.
 * Only an exact id counts. One nibble off is another, unknown marking (seen in public code).
 */
import { type Pap, TLP_LEVELS, type Tlp } from '../../core/label.ts';

/** TLP 2.0, extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d. */
export const TLP2_MARKINGS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** TLP 1; WHITE stands under CLEAR. */
export const TLP1_MARKINGS: Readonly<Record<Exclude<Tlp, 'AMBER+STRICT'>, string>> = {
  CLEAR: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  GREEN: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  AMBER: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  RED: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

/** PAP, extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b. */
export const PAP_MARKINGS: Readonly<Record<Pap, string>> = {
  CLEAR: 'marking-definition--ad15a0cd-55b6-4588-a14c-a66105329b92',
  GREEN: 'marking-definition--c43594d1-4b11-4c59-93ab-1c9b14d53ce9',
  AMBER: 'marking-definition--60f8932b-e51e-4458-b265-a2e8be9a80ab',
  RED: 'marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e',
};

/** PAP:WHITE, the older name of CLEAR, has an id of its own. */
export const PAP_WHITE_MARKING = 'marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730';

/** What an official marking states. */
export type OfficialMarking = { readonly tlp: Tlp } | { readonly pap: Pap };

const OFFICIAL: ReadonlyMap<string, OfficialMarking> = new Map<string, OfficialMarking>([
  ...rows(TLP2_MARKINGS, (tlp) => ({ tlp })),
  ...rows(TLP1_MARKINGS, (tlp) => ({ tlp })),
  ...rows(PAP_MARKINGS, (pap) => ({ pap })),
  [PAP_WHITE_MARKING, { pap: 'CLEAR' }],
  ...TLP_LEVELS.map((tlp): [string, OfficialMarking] => [`TLP:${tlp}`, { tlp }]),
  // TLP 1.0's name for CLEAR.
  ['TLP:WHITE', { tlp: 'CLEAR' }],
]);

/** What the id of an official TLP or PAP marking states; undefined for every other id. */
export function officialMarking(id: string): OfficialMarking | undefined {
  return OFFICIAL.get(id);
}

function rows<Level extends string>(
  table: Readonly<Record<Level, string>>,
  meaning: (level: Level) => OfficialMarking,
): [string, OfficialMarking][] {
  return (Object.keys(table) as Level[]).map((level) => [table[level], meaning(level)]);
}

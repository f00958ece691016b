/** The official TLP marking definitions: TLP 1 of STIX 2.1 §7.2.1 and TLP 2.0 of FIRST and OASIS. */

export interface OfficialTlp {
  /** Level as the marking writes it, e.g. `amber+strict`. */
  readonly level: string;
  readonly name: string;
  /** `created` of the official object. */
  readonly created: string;
  readonly version: 1 | 2;
}

/** Id of the extension definition that carries `tlp_2_0`. */
export const TLP_2_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

function tlp1(level: string): OfficialTlp {
  const name = `TLP:${level.toUpperCase()}`;
  return { level, name, created: '2017-01-20T00:00:00.000Z', version: 1 };
}

function tlp2(level: string): OfficialTlp {
  const name = `TLP:${level.toUpperCase()}`;
  return { level, name, created: '2022-10-01T00:00:00.000Z', version: 2 };
}

/** TLP 1 markings by id. */
export const TLP_1: ReadonlyMap<string, OfficialTlp> = new Map([
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', tlp1('white')],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', tlp1('green')],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', tlp1('amber')],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', tlp1('red')],
]);

/** TLP 2.0 markings by id. */
export const TLP_2: ReadonlyMap<string, OfficialTlp> = new Map([
  ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', tlp2('clear')],
  ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', tlp2('green')],
  ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', tlp2('amber')],
  ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', tlp2('amber+strict')],
  ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', tlp2('red')],
]);

/** The official marking with that id, of either version. */
export function tlpOf(id: string): OfficialTlp | undefined {
  return TLP_1.get(id) ?? TLP_2.get(id);
}

/** Who and what the sample exchange is made of. Ids are fixed: it is the same in every house. */

export interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
}

export interface SampleDelivery {
  readonly organisation: string;
  /** Below data/sample. */
  readonly file: string;
}

const AOZORA = '3f0c1c52-6f0e-4d3b-9a57-1f0a6f5f2a01';
const TELECOM = '8a41d7be-2c3c-4c86-b1f5-63c4f2f0bb02';

export const SAMPLE_ORGANISATIONS: readonly SampleOrganisation[] = [
  {
    id: AOZORA,
    name: 'Aozora Bank CSIRT (sample)',
  },
  {
    id: TELECOM,
    name: 'Example Telecom ISAC (sample)',
  },
];

export const SAMPLE_COMMUNITY = '5d2b7f6a-90c4-4a53-8e4e-7b1f7a1c4c03';

/** For everybody who tries this hub out, each seeing what the markings let through. */
export const SAMPLE_COLLECTION = 'b7b6a6f0-4c0e-4f6c-8d7e-2a9e6d3b5d04';

export const SAMPLE_DELIVERIES: readonly SampleDelivery[] = [
  { organisation: AOZORA, file: 'aozora-bank-csirt.json' },
  { organisation: TELECOM, file: 'example-telecom-isac.json' },
];

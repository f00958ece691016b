/** Conversions whose result is a CSAF document of 2.1. */
import { convertCsaf } from '../../state/csaf/index.ts';
import { type Conversion, TARGET_FORMATS } from './conversion.ts';

export const TO_CSAF: readonly Conversion[] = [
  {
    from: ['csaf-2.0'],
    to: 'csaf',
    run: (_document, { now }, input) => ({
      format: TARGET_FORMATS.csaf,
      ...convertCsaf(input, now === undefined ? {} : { now }),
    }),
  },
];

/** Conversions whose result is a document of OpenVEX 0.2.0. */
import { readVexDocument } from '../../state/vex/index.ts';
import { csafToOpenVex } from '../csaf-openvex/index.ts';
import type { Conversion } from './conversion.ts';
import { made } from './made.ts';

export const TO_OPENVEX: readonly Conversion[] = [
  {
    from: ['csaf-2.0', 'csaf-2.1'],
    to: 'openvex',
    run: made('openvex', csafToOpenVex, (_text, document) => readVexDocument(document).issues),
  },
];

/** Conversions by the names of their formats. */
export {
  type Conversion,
  type Converted,
  type ConvertOptions,
  TARGET_FORMATS,
  type TargetFormat,
} from './conversion.ts';
export { CONVERSIONS, canConvert, convert } from './convert.ts';
export { recognise, type SourceFormat } from './recognise.ts';

/** STIX 2.1 objects made from what is not STIX. */
export type { Projection, ProjectionContext } from './context.ts';
export {
  EXTENSION_AUTHOR,
  extended,
  type Score,
  VULNERABILITY_EXTENSION,
  VULNERABILITY_EXTENSION_DEFINITION,
  type VulnerabilityFacts,
} from './extension.ts';
export { isLanguage } from './language.ts';
export { noteAbout } from './notes.ts';
export { cleaned, Projector } from './projector.ts';
export { hostOf, isCatalogued, isUrl, nameOfSource, References, systemOf } from './references.ts';
export { cvssScore, rightCvss, vectorScore } from './scores.ts';
export { isCpe23, type Product, softwareOf } from './software.ts';
export { stixTime } from './time.ts';

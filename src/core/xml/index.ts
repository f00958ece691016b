/** XML for the house: the one guard on the parser. No DTD, no entities, bounds on everything. */
export { cutXml, type XmlCutEnd, type XmlCutOptions, type XmlCutPiece } from './cut.ts';
export { detectEncoding, type XmlEncoding } from './encoding.ts';
export type { XmlAttribute, XmlClose, XmlEvent, XmlOpen, XmlText } from './event.ts';
export { XML_ISSUES, type XmlIssueCode, type XmlIssueMeaning, xmlIssue } from './issue.ts';
export type { XmlOptions } from './options.ts';
export type { XmlPlace } from './place.ts';
export { readXmlEvents, XmlReader } from './reader.ts';
export {
  attributeOf,
  childOf,
  childrenOf,
  pathOf,
  readXml,
  textOf,
  type XmlElement,
} from './tree.ts';

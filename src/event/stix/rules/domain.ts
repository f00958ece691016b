/** Prose rules of section 4: domain objects. */
import { has, type Rule, shown, textOf } from '../findings.ts';
import { typeOf } from '../formats/identifier.ts';
import { isTerm } from '../formats/names.ts';
import { classOf } from '../tables/classes.ts';
import { isCountryCode } from './registries/countries.ts';

/** §4.7.1: producers should give a name and a description. */
export const indicatorIsDescribed: Rule = (object, at) => {
  if (!has(object, 'name')) at.add('stix-indicator-described', 'No name');
  if (!has(object, 'description')) at.add('stix-indicator-described', 'No description');
};

/** §4.10: region, country, or latitude and longitude. */
export const locationHasPlace: Rule = (object, at) => {
  const coordinates = has(object, 'latitude') && has(object, 'longitude');
  if (!has(object, 'region') && !has(object, 'country') && !coordinates) {
    at.add('stix-location-place', '');
  }
};

/** §4.10.1: latitude and longitude together; precision only with both. */
export const locationCoordinates: Rule = (object, at) => {
  const latitude = has(object, 'latitude');
  const longitude = has(object, 'longitude');
  if (latitude !== longitude) at.add('stix-location-coordinates', '');
  else if (has(object, 'precision') && !latitude) at.add('stix-location-coordinates', 'precision');
};

/** §4.10: coordinates should come with their precision. */
export const locationPrecision: Rule = (object, at) => {
  if (has(object, 'latitude') && !has(object, 'precision')) at.add('stix-location-precision', '');
};

/** §4.10.1: ISO 3166-1 alpha-2. */
export const locationCountry: Rule = (object, at) => {
  const country = textOf(object, 'country');
  if (country !== undefined && !isCountryCode(country)) {
    at.add('stix-location-country', shown(country), { key: 'country' });
  }
};

/** §4.10.1: ISO 3166-2. */
export const locationArea: Rule = (object, at) => {
  const area = textOf(object, 'administrative_area');
  if (area !== undefined && !/^[A-Za-z]{2}-[A-Za-z0-9]{1,3}$/.test(area)) {
    at.add('stix-location-area', shown(area), { key: 'administrative_area' });
  }
};

/** §4.11.1: for a malware family the name is defined. */
export const malwareFamilyName: Rule = (object, at) => {
  if (has(object, 'is_family') && object.is_family === true && !has(object, 'name')) {
    at.add('stix-malware-family-name', '');
  }
};

/** §4.12: one of result and analysis_sco_refs. */
export const malwareAnalysisResult: Rule = (object, at) => {
  if (!has(object, 'result') && !has(object, 'analysis_sco_refs')) {
    at.add('stix-malware-analysis-result', '');
  }
};

/** §4.12.1: product names in lower case with hyphens between words. */
export const malwareAnalysisProduct: Rule = (object, at) => {
  const product = textOf(object, 'product');
  if (product !== undefined && !isTerm(product)) {
    at.add('stix-malware-analysis-product', shown(product), { key: 'product' });
  }
};

/** §4.14: objects or object_refs, not both. */
export const observedContent: Rule = (object, at) => {
  if (has(object, 'objects') === has(object, 'object_refs')) at.add('stix-observed-content', '');
};

/** §4.14.1: at least one of the references is to an observable; custom types may be one. */
export const observedObservable: Rule = (object, at) => {
  const references = has(object, 'object_refs') ? object.object_refs : undefined;
  if (!Array.isArray(references) || references.length === 0) return;
  const observable = references.some((reference: unknown) => {
    const found = typeof reference === 'string' ? classOf(typeOf(reference)) : null;
    return found === 'sco' || found === null;
  });
  if (!observable) at.add('stix-observed-observable', '', { key: 'object_refs' });
};

/** §4.14.1: the container of objects is deprecated. */
export const observedDeprecated: Rule = (object, at) => {
  if (has(object, 'objects')) at.add('stix-deprecated', 'objects', { key: 'objects' });
};

/** Forms of texts in CycloneDX, under the names that members.table.ts gives them. */
import {
  DATE,
  DATE_TIME,
  EMAIL,
  type Form,
  IRI_REFERENCE,
  pattern,
} from '../../../core/shape/form.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export const FORMS: Readonly<Record<string, Form>> = {
  '/line': pattern('text of one line', /^.*$/, 'example'),
  ':date': DATE,
  ':date-time': DATE_TIME,
  ':idn-email': EMAIL,
  ':iri-reference': IRI_REFERENCE,
  ':serial': pattern(
    'serial number, a UUID as URN in lower case',
    new RegExp(`^urn:uuid:${UUID}$`),
    'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  ),
  ':media-type': pattern('media type', /^[-+a-z0-9.]+\/[-+a-z0-9.]+$/, 'application/json'),
  ':digest': pattern(
    'digest in hexadecimal digits of 128, 160, 256, 384 or 512 bits',
    /^(?:[a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$/,
    'd41d8cd98f00b204e9800998ecf8427e',
  ),
  ':locale': pattern('language, with or without country', /^[a-z]{2}(?:-[A-Z]{2})?$/, 'ja-JP'),
  ':country': pattern('country code of two letters', /^[A-Z]{2}$/, 'JP'),
  ':open-cre': pattern('OpenCRE identifier', /^CRE:[0-9]+-[0-9]+$/, 'CRE:764-507'),
  ':patent-number': pattern(
    'number of a patent',
    /^[A-Za-z0-9][A-Za-z0-9\-/.()\s]{0,28}[A-Za-z0-9]$/,
    'US-2014-1234567-A1',
  ),
  ':bom-link-document': pattern(
    'BOM-Link to a document',
    new RegExp(`^urn:cdx:${UUID}/[1-9][0-9]*$`),
    'urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1',
  ),
  ':bom-link-element': pattern(
    'BOM-Link to an element',
    new RegExp(`^urn:cdx:${UUID}/[1-9][0-9]*#.+$`),
    'urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#component-a',
  ),
};

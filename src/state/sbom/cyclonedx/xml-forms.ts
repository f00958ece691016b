/** Forms of text in the XML schemas of CycloneDX, under the names that xml-types.table.ts uses. */
import { DATE, type Form, pattern } from '../../../core/shape/form.ts';
import { timestampFault } from '../../../core/timestamp.ts';
import { FORMS } from './forms.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** xs:dateTime: like RFC 3339, the zone may be absent, a fraction may be of any length. */
const XSD_DATE_TIME: Form = {
  name: 'date and time',
  example: '2026-11-21T09:30:00Z',
  test: (text) => {
    const zoned = /(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(text) ? text : `${text}Z`;
    return timestampFault(zoned, { offsets: true }) === null;
  },
};

const named = (name: string): Form => FORMS[name] ?? DATE;

/** xs:anyURI takes nearly every text (XML Schema 1.1 part 2 §3.3.17): it has no form here. */
export const XML_FORMS: Readonly<Record<string, Form>> = {
  'date-time': XSD_DATE_TIME,
  date: pattern('date', /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?$/, '2026-11-21'),
  flag: pattern('boolean', /^(?:true|false|0|1)$/, 'true'),
  integer: pattern('integer', /^[+-]?[0-9]+$/, '1'),
  positive: pattern('integer above zero', /^\+?0*[1-9][0-9]*$/, '1'),
  count: pattern('integer from zero on', /^\+?[0-9]+$|^-0+$/, '0'),
  decimal: pattern('decimal number', /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/, '0.5'),
  hashValue: named(':digest'),
  mimeType: named(':media-type'),
  localeType: named(':locale'),
  bomLinkDocumentType: named(':bom-link-document'),
  bomLinkElementType: named(':bom-link-element'),
  patentNumberType: named(':patent-number'),
  patentJurisdictionType: named(':country'),
  'standard.requirements.requirement.openCre': named(':open-cre'),
  urnUuid: pattern(
    'serial number, a UUID as URN in lower case',
    new RegExp(`^(?:urn:uuid:${UUID}|\\{${UUID}\\})$`),
    'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  ),
  cpe: pattern(
    'CPE name, 2.2 or 2.3',
    /^(?:cpe:\/[aho]?(?::[\w.~%-]*){0,6}|cpe:2\.3:[aho*-](?::(?:[^\s:\\]|\\[^\s])+){10})$/i,
    'cpe:2.3:a:example:app:1.0:*:*:*:*:*:*:*',
  ),
};

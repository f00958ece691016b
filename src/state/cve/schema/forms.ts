/** Forms of texts in a CVE record, by the names of the definitions of CVE Record Format. */
import { type Form, pattern } from '../../../core/shape/index.ts';
import { parseTimestamp } from '../../../core/timestamp.ts';

/** Definition cveId. The number has up to 19 digits: it is never read as an integer. */
export const CVE_ID: Form = pattern('CVE id', /^CVE-[0-9]{4}-[0-9]{4,19}$/, 'CVE-2026-12345');

/** Definition uuidType: version 4 only. */
export const UUID_4: Form = pattern(
  'random UUID (version 4)',
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
  'b3476cb9-2e3d-41a6-98d0-0f47421a65b6',
);

/** Definition dataVersion. */
export const DATA_VERSION: Form = pattern(
  'version 5 of the format',
  /^5\.(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?$/,
  '5.2.0',
);

/** Definition language. */
export const LANGUAGE: Form = pattern(
  'language tag',
  /^[a-z]{2,4}(?:[_-][a-z]{4})?(?:[_-](?:[a-z]{2}|[0-9]{3}))?$/i,
  'en or ja',
);

/** Definition englishLanguage: lower case, unlike the one above. */
export const ENGLISH = /^en(?:[_-][A-Za-z]{4})?(?:[_-](?:[A-Za-z]{2}|[0-9]{3}))?$/;

/** Problem types name weaknesses by this form. */
export const CWE_ID: Form = pattern('CWE id', /^CWE-[1-9][0-9]*$/, 'CWE-79');

export const CAPEC_ID: Form = pattern('CAPEC id', /^CAPEC-[1-9][0-9]{0,4}$/, 'CAPEC-63');

/** Definition tagExtension: tags that are not in the lists. */
export const EXTENSION_TAG: Form = pattern('tag of one’s own', /^x_/, 'x_example');

/** Names of members that a container may have beside the listed ones. */
export const EXTENSION_NAME: Form = pattern('member of one’s own', /^x_[^.]*$/, 'x_example');

const TIME =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(Z|[+-][0-9:]{5})?$/;

/** Definition timestamp: RFC 3339, but the zone may be missing and is then GMT. */
export const TIMESTAMP: Form = {
  name: 'time of RFC 3339 (without a zone it is GMT)',
  example: '2026-11-21T09:30:00.000Z',
  test: (text) => {
    const time = TIME.exec(text);
    if (time === null || !/^(?:19|2[0-9])/.test(text)) return false;
    return parseTimestamp(time[1] === undefined ? `${text}Z` : text, { offsets: true }).ok;
  },
};

/** The timestamp with its zone written out (definition timestamp: none means GMT). */
export function zoned(text: string): string {
  const time = TIME.exec(text);
  return time !== null && time[1] === undefined ? `${text}Z` : text;
}

const CPE_22 = /cpe:\/[aho]?(?::[a-z0-9._\-~%]*){0,6}/i;
/** One of the attributes of CPE 2.3 that may have unquoted wildcards at its ends. */
const ATTRIBUTE = String.raw`(?:(?:\?*|\*?)(?:[a-zA-Z0-9\-._]|\\[\\*?!"#$%&'()+,/:;<=>@\[\]^${'`'}{|}~])+(?:\?*|\*?)|[*\-])`;
const CPE_23 = new RegExp(
  `cpe:2\\.3:[aho*\\-](?::${ATTRIBUTE}){5}:(?:[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?|[*\\-])(?::${ATTRIBUTE}){4}`,
);

/** CPE 2.3 formatted string. */
export const CPE_FS: Form = {
  name: 'CPE 2.3 name',
  example: 'cpe:2.3:a:example:product:1.0:*:*:*:*:*:*:*',
  test: (text) => CPE_23.exec(text)?.[0] === text,
};

/** CPE 2.2 URI or CPE 2.3 formatted string. */
export const CPE: Form = {
  name: 'CPE name (2.2 or 2.3)',
  example: 'cpe:2.3:a:example:product:1.0:*:*:*:*:*:*:*',
  // The expression of the format is not anchored: what only contains a name is a remark of its own.
  test: (text) => CPE_22.test(text) || CPE_23.test(text),
};

/** True where the text is a CPE name and nothing else. */
export function isWholeCpe(text: string): boolean {
  return CPE_22.exec(text)?.[0] === text || CPE_FS.test(text);
}

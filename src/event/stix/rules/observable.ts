/** Prose rules of section 6: observables. */
import { type Findings, has, isMap, type Rule, type StixMap, shown, textOf } from '../findings.ts';
import { isMac, parseIpv4, parseIpv6 } from '../formats/address.ts';
import { isAddrSpec, isCpe23, isDomainName, isUri } from '../formats/text.ts';
import { isMediaType } from './registries/media-types.ts';
import {
  HTTP_FIELDS,
  isInformationElement,
  isServiceName,
  PDF_INFO_KEYS,
  SOCKET_OPTIONS,
} from './registries/names.ts';

/** §6.1: payload_bin or url, not both. */
export const artifactContent: Rule = (object, at) => {
  if (has(object, 'payload_bin') === has(object, 'url')) at.add('stix-artifact-content', '');
};

/** §6.1.1: a url comes with hashes. */
export const artifactHashes: Rule = (object, at) => {
  if (has(object, 'url') && !has(object, 'hashes')) at.add('stix-artifact-hashes', '');
};

/** §6.1.1: no key without an algorithm. */
export const artifactKey: Rule = (object, at) => {
  if (has(object, 'decryption_key') && !has(object, 'encryption_algorithm')) {
    at.add('stix-artifact-key', '', { key: 'decryption_key' });
  }
};

/** §6.1.1, §6.7.1: a registered media type. */
export const mimeType: Rule = (object, at) => {
  const type = textOf(object, 'mime_type');
  if (type !== undefined && !isMediaType(type)) {
    at.add('stix-mime-type', shown(type), { key: 'mime_type' });
  }
};

function valueRule(
  code:
    | 'stix-domain-name'
    | 'stix-email-address'
    | 'stix-ipv4'
    | 'stix-ipv6'
    | 'stix-mac'
    | 'stix-url-value',
  accepts: (value: string) => boolean,
): Rule {
  return (object, at) => {
    const value = textOf(object, 'value');
    if (value !== undefined && !accepts(value)) at.add(code, shown(value), { key: 'value' });
  };
}

/** §6.4.1 */
export const domainNameValue = valueRule('stix-domain-name', isDomainName);
/** §6.5.1 */
export const emailAddressValue = valueRule('stix-email-address', isAddrSpec);
/** §6.8.1 */
export const ipv4Value = valueRule('stix-ipv4', (value) => parseIpv4(value) !== null);
/** §6.9.1 */
export const ipv6Value = valueRule('stix-ipv6', (value) => parseIpv6(value) !== null);
/** §6.10.1 */
export const macValue = valueRule('stix-mac', isMac);
/** §6.15.1 */
export const urlValue = valueRule('stix-url-value', isUri);

/** §6.6.1: body for single-part messages, body_multipart for the others. */
export const emailBody: Rule = (object, at) => {
  const multipart = has(object, 'is_multipart') ? object.is_multipart : undefined;
  if (multipart === true && has(object, 'body')) at.add('stix-email-body', 'body', { key: 'body' });
  if (multipart === false && has(object, 'body_multipart')) {
    at.add('stix-email-body', 'body_multipart', { key: 'body_multipart' });
  }
};

/** §6.6: header fields are decoded (RFC 2047 encoded words). */
export const emailHeaderDecoded: Rule = (object, at) => {
  const subject = textOf(object, 'subject');
  if (subject !== undefined && isEncodedWord(subject)) {
    at.add('stix-email-header', shown(subject), { key: 'subject' });
  }
};

/** RFC 2047 §2: `=?charset?encoding?text?=` as the whole field. */
function isEncodedWord(text: string): boolean {
  return text.length < 10_000 && /^=\?[A-Za-z0-9_-]+\?[BbQq]\?[^? ]*\?=$/.test(text);
}

/** §6.6.2: body or body_raw_ref. */
export const emailPartContent: Rule = (object, at) => {
  if (!has(object, 'body') && !has(object, 'body_raw_ref')) at.add('stix-email-part', '');
};

/** §6.7: hashes or name. */
export const fileIdentity: Rule = (object, at) => {
  if (!has(object, 'hashes') && !has(object, 'name')) at.add('stix-file-identity', '');
};

/** §6.7.4: keys of the document information dictionary (ISO 32000-1 table 317). */
export const pdfInfo = keysOf('document_info_dict', 'stix-pdf-info', (key) =>
  PDF_INFO_KEYS.has(key),
);

/** §6.7.6: at least one property beside pe_type. */
export const peSaysSomething: Rule = (object, at) => {
  if (Object.keys(object).every((key) => key === 'pe_type')) {
    at.add('stix-extension-own', 'windows-pebinary-ext', { clause: 'STIX 2.1 §6.7.6' });
  }
};

/** §6.7.6: time_date_stamp is precise to the second; zeros say no more than nothing. */
export const peTimestamp: Rule = (object, at) => {
  const stamp = textOf(object, 'time_date_stamp');
  if (stamp !== undefined && stamp.length > 20 && !/^.{19}\.0+Z$/.test(stamp)) {
    at.add('stix-pe-second', shown(stamp), { key: 'time_date_stamp' });
  }
};

/** §6.12: at least one end. */
export const trafficEnds: Rule = (object, at) => {
  if (!has(object, 'src_ref') && !has(object, 'dst_ref')) at.add('stix-traffic-ends', '');
};

/** §6.12: both ports should be there. */
export const trafficPorts: Rule = (object, at) => {
  if (!has(object, 'src_port')) at.add('stix-traffic-ports', 'No src_port');
  if (!has(object, 'dst_port')) at.add('stix-traffic-ports', 'No dst_port');
};

/** §6.12.1: what has ended is not active. */
export const trafficActive: Rule = (object, at) => {
  if (has(object, 'end') && has(object, 'is_active') && object.is_active === true) {
    at.add('stix-traffic-active', '', { key: 'is_active' });
  }
};

/** §6.12.1: IANA service names. */
export const trafficProtocols: Rule = (object, at) => {
  const protocols = has(object, 'protocols') ? object.protocols : undefined;
  if (!Array.isArray(protocols)) return;
  at.enter('protocols');
  protocols.forEach((protocol: unknown, index) => {
    if (typeof protocol === 'string' && !isServiceName(protocol)) {
      at.add('stix-traffic-protocol', shown(protocol), { key: index });
    }
  });
  at.leave();
};

const EXTENSION_PROTOCOLS: readonly (readonly [string, readonly string[]])[] = [
  ['http-request-ext', ['http', 'https', 'http2', 'http3']],
  ['icmp-ext', ['icmp', 'ipv6-icmp', 'icmp6', 'icmpv6']],
  ['tcp-ext', ['tcp']],
];

/** §6.12.1: the protocol of an extension should be among the protocols. */
export const trafficExtensionProtocols: Rule = (object, at) => {
  const protocols = has(object, 'protocols') ? object.protocols : undefined;
  const extensions = has(object, 'extensions') ? object.extensions : undefined;
  if (!Array.isArray(protocols) || !isMap(extensions)) return;
  for (const [extension, names] of EXTENSION_PROTOCOLS) {
    if (has(extensions, extension) && !names.some((name) => protocols.includes(name))) {
      at.add('stix-traffic-extension-protocol', `${extension} without ${names[0]}`);
    }
  }
};

/** §6.12.1: IPFIX information elements. */
export const ipfixElements = keysOf('ipfix', 'stix-ipfix', isInformationElement);

/** §6.12.2: names of header fields; fields of one's own are usual there. */
export const httpFields: Rule = (object, at) => {
  forKeys(object, 'request_header', at, (key) => {
    if (!HTTP_FIELDS.has(key) && HTTP_FIELDS.has(titleCase(key))) {
      at.add('stix-http-header', shown(key), { key });
    }
  });
};

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('-');
}

/** §6.12.2: method and version are lower-case strings. */
export const httpLowerCase: Rule = (object, at) => {
  for (const key of ['request_method', 'request_version']) {
    const value = textOf(object, key);
    if (value !== undefined && value !== value.toLowerCase()) {
      at.add('stix-http-lower', shown(value), { key });
    }
  }
};

/** §6.12.4: options of the socket interface. */
export const socketOptions = keysOf('options', 'stix-socket-option', (key) =>
  SOCKET_OPTIONS.has(key),
);

/** §6.13.2: the priority class ends in _CLASS. */
export const processPriority: Rule = (object, at) => {
  const priority = textOf(object, 'priority');
  if (priority !== undefined && !priority.endsWith('_CLASS')) {
    at.add('stix-process-priority', shown(priority), { key: 'priority' });
  }
};

/** §6.14.1: a CPE 2.3 formatted string. */
export const softwareCpe: Rule = (object, at) => {
  const cpe = textOf(object, 'cpe');
  if (cpe !== undefined && !isCpe23(cpe)) at.add('stix-cpe', shown(cpe), { key: 'cpe' });
};

const SHORT_HIVES: ReadonlySet<string> = new Set(['hklm', 'hkcu', 'hkcr', 'hku', 'hkcc', 'hkpd']);

/** §6.17.1: the hive is written out. */
export const registryHive: Rule = (object, at) => {
  const key = textOf(object, 'key');
  if (key === undefined) return;
  const end = key.indexOf('\\');
  if (SHORT_HIVES.has((end < 0 ? key : key.slice(0, end)).toLowerCase())) {
    at.add('stix-registry-hive', shown(key), { key: 'key' });
  }
};

/** A rule that the keys of a dictionary are names of a registry. */
function keysOf(
  property: string,
  code: 'stix-pdf-info' | 'stix-ipfix' | 'stix-socket-option',
  accepts: (key: string) => boolean,
): Rule {
  return (object, at) => {
    forKeys(object, property, at, (key) => {
      if (!accepts(key)) at.add(code, shown(key), { key });
    });
  };
}

function forKeys(object: StixMap, name: string, at: Findings, look: (key: string) => void): void {
  const map = has(object, name) ? object[name] : undefined;
  if (!isMap(map)) return;
  at.enter(name);
  for (const key of Object.keys(map)) look(key);
  at.leave();
}

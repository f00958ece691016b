/** What may be found wrong with a CPE name, dictionary or applicability statement. */

interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const CPE_ISSUES = {
  'cpe-too-large': {
    clause: 'CYBEX limits',
    meaning: 'The name, or the statement, is larger than its bound.',
    remedy: 'Look where it was made; the message names the bound.',
  },
  'cpe-form': {
    clause: 'NISTIR 7695 §6',
    meaning: 'The text is neither a formatted string nor a URI nor a well-formed name.',
    remedy: 'Write cpe:2.3:PART:VENDOR:PRODUCT:VERSION:UPDATE:EDITION:LANGUAGE:….',
  },
  'cpe-count': {
    clause: 'NISTIR 7695 §6.1, §6.2',
    meaning: 'The name has too many components, or a formatted string has not all eleven.',
    remedy: 'A formatted string has 11 components after cpe:2.3:, a URI at most 7 after cpe:/.',
  },
  'cpe-component-empty': {
    clause: 'NISTIR 7695 §6.2',
    meaning: 'A component of a formatted string is empty.',
    remedy: 'Write * for ANY and - for NA.',
  },
  'cpe-part': {
    clause: 'NISTIR 7695 §5.3.3.1',
    meaning: 'The part is none of a, o and h.',
    remedy: 'Write a for an application, o for an operating system, h for hardware.',
  },
  'cpe-character': {
    clause: 'NISTIR 7695 §5.3.2',
    meaning: 'A character may not stand there, or not without being quoted or encoded.',
    remedy: 'Put a backslash before punctuation (in a URI: percent-encode it); no white space.',
  },
  'cpe-quoting': {
    clause: 'NISTIR 7695 §5.3.2',
    meaning: 'A backslash stands before a letter, a digit or nothing.',
    remedy: 'Quote punctuation only; a literal backslash is two.',
  },
  'cpe-quoting-needless': {
    clause: 'NISTIR 7695 §6.2.2.2',
    meaning: 'A full stop, hyphen or underscore is quoted in a formatted string.',
    remedy: 'Leave the backslash out there.',
  },
  'cpe-wildcard': {
    clause: 'NISTIR 7695 §5.3.2',
    meaning: 'An unquoted * or ? stands where none may stand.',
    remedy: 'One * or a run of ? may begin and end a value; quote it elsewhere.',
  },
  'cpe-percent': {
    clause: 'NISTIR 7695 §6.1.3.2',
    meaning: 'A percent-encoded form is none that CPE defines.',
    remedy: 'See table 6-1 of the clause; %01 is ? and %02 is *.',
  },
  'cpe-packing': {
    clause: 'NISTIR 7695 §6.1.2.4',
    meaning: 'A packed edition has not five fields.',
    remedy: 'Write ~EDITION~SW_EDITION~TARGET_SW~TARGET_HW~OTHER.',
  },
  'cpe-language': {
    clause: 'NISTIR 7695 §5.3.3.7',
    meaning: 'The language is no language code with an optional region.',
    remedy: 'Write e.g. ja, en-us or es-419.',
  },
  'cpe-attribute': {
    clause: 'NISTIR 7695 §5.2',
    meaning: 'A well-formed name has an attribute that is unknown or stands twice.',
    remedy:
      'The attributes are part, vendor, product, version, update, edition, language, sw_edition, target_sw, target_hw, other.',
  },
  'cpe-lone-hyphen': {
    clause: 'NISTIR 7695 §5.3.2',
    meaning: 'A value is nothing but a quoted hyphen, which is easily taken for NA.',
    remedy: 'Write - for NA.',
  },
  'cpe-expression': {
    clause: 'NISTIR 7698 §5.3',
    meaning: 'The text is no applicability statement that is known.',
    remedy: 'Give platforms in XML, or the configurations of an NVD or CVE record in JSON.',
  },
  'cpe-operator': {
    clause: 'NISTIR 7698 §5.3',
    meaning: 'The operator is neither AND nor OR, or negate is no truth value.',
    remedy: 'Write AND or OR, and true or false.',
  },
  'cpe-test-empty': {
    clause: 'NISTIR 7698 §5.3',
    meaning: 'A logical test has nothing to test, so that its value is an error.',
    remedy: 'Add a fact or remove the test.',
  },
  'cpe-range': {
    clause: 'NVD API 2.0, cpeMatch',
    meaning: 'A range has an including and an excluding bound on one side.',
    remedy: 'Keep one of them.',
  },
  'cpe-dictionary': {
    clause: 'NISTIR 7697 §5',
    meaning: 'The text is no CPE dictionary that is known.',
    remedy: 'Give the XML of NIST, or a page of the NVD products API.',
  },
  'cpe-dictionary-identifier': {
    clause: 'NISTIR 7697 §5.2.1',
    meaning: 'A name of a dictionary does not identify one product: it has wildcards, or ANY.',
    remedy: 'Part, vendor, product and version of an identifier name are values or NA.',
  },
  'cpe-dictionary-duplicate': {
    clause: 'NISTIR 7697 §5.2',
    meaning: 'A name stands twice in a dictionary; the later entry counts.',
    remedy: 'Merge the entries.',
  },
  'cpe-dictionary-binding': {
    clause: 'NISTIR 7697 §5.2.2',
    meaning: 'The URI of an entry is not that of its formatted string.',
    remedy: 'Bind the name again.',
  },
  'cpe-deprecation': {
    clause: 'NISTIR 7697 §5.4',
    meaning: 'A deprecated name leads to itself, to nothing, or through too many steps.',
    remedy: 'Correct deprecated-by.',
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

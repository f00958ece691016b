/** What may be found wrong with a pattern, and what to do about it. */

interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const PATTERN_ISSUES = {
  'too-large': {
    clause: 'CYBEX limits',
    meaning: 'The pattern is longer than 64 KiB in UTF-8.',
    remedy: 'Split it into several indicators.',
  },
  'too-many-nodes': {
    clause: 'CYBEX limits',
    meaning: 'The pattern has more than 10,000 parts (comparisons, path steps, constants …).',
    remedy: 'Split it into several indicators.',
  },
  'too-deep': {
    clause: 'CYBEX limits',
    meaning: 'Parentheses and brackets are nested more than 128 deep.',
    remedy: 'Remove parentheses that group nothing.',
  },
  'not-unicode': {
    clause: 'STIX 2.1 §9.4',
    meaning: 'The pattern contains half of a surrogate pair, so it is not a Unicode string.',
    remedy: 'Repair the text where it was encoded.',
  },
  empty: {
    clause: 'STIX 2.1 §9.4',
    meaning: 'The pattern has no observation expression.',
    remedy: "Write at least one, e.g. [ipv4-addr:value = '198.51.100.1'].",
  },
  syntax: {
    clause: 'STIX 2.1 §9.4',
    meaning: 'Something else was expected at this place.',
    remedy: 'The message names what was expected.',
  },
  'brackets-missing': {
    clause: 'STIX 2.1 §9.5',
    meaning: 'A comparison stands outside square brackets.',
    remedy: 'Put [ and ] around the comparisons that one observation must satisfy.',
  },
  unclosed: {
    clause: 'STIX 2.1 §9.5',
    meaning: 'A bracket or parenthesis is opened and not closed.',
    remedy: 'Close it.',
  },
  'keyword-case': {
    clause: 'STIX 2.1 §9.1',
    meaning: 'A keyword is not in the case that the language defines.',
    remedy: 'Write AND, OR, WITHIN … in upper case, true and false in lower case.',
  },
  'invalid-character': {
    clause: 'STIX 2.1 §9.4',
    meaning: 'A character has no meaning outside a string.',
    remedy: 'Remove it, or put the text into apostrophes.',
  },
  comment: {
    clause: 'STIX 2.1 §9.4',
    meaning: 'The pattern contains a comment, which the standard does not define.',
    remedy: 'Remove it: not every reader accepts comments.',
  },
  'comment-unclosed': {
    clause: 'STIX 2.1 §9.4',
    meaning: 'A comment is opened by /* and never closed.',
    remedy: 'Close it with */ or remove it.',
  },
  'string-unclosed': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A string has no closing apostrophe.',
    remedy: "Close it; write \\' for an apostrophe inside a string.",
  },
  'string-escape': {
    clause: 'STIX 2.1 §9.2',
    meaning:
      'A backslash in a string is followed by something else than an apostrophe or backslash.',
    remedy: 'Write each backslash twice.',
  },
  'hex-invalid': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A hex constant is not an even number of hexadecimal digits.',
    remedy: "Write two digits an octet, e.g. h'ffd8'.",
  },
  'hex-case': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A hex constant uses the letters A to F; the standard has a to f.',
    remedy: 'Write the letters in lower case.',
  },
  'binary-invalid': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A binary constant is not base64 of RFC 4648 §4.',
    remedy: "Write groups of four characters, padded with =, e.g. b'ABI='.",
  },
  'timestamp-invalid': {
    clause: 'STIX 2.1 §9.2, §2.16',
    meaning: 'A timestamp constant is not a timestamp in UTC, or names a day or time that is not.',
    remedy: "Write t'2016-06-01T01:30:00.123Z'.",
  },
  'timestamp-string': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A string holds a timestamp; a string is never compared with a timestamp property.',
    remedy: "Put t before the apostrophe: t'…'.",
  },
  'number-plus': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A number is written with a plus sign.',
    remedy: 'Omit it.',
  },
  'number-form': {
    clause: 'STIX 2.1 §9.2',
    meaning: 'A number is not in decimal form (an exponent, a leading zero, a missing digit).',
    remedy: 'Write digits, with one point for a float: 1280, -5, 7.0.',
  },
  'integer-range': {
    clause: 'STIX 2.1 §9.2, §2.8',
    meaning: 'An integer is outside ±(2^53 − 1).',
    remedy: 'Use a number within the range, or a string if the property is one.',
  },
  'operand-type': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The operator does not take a constant of this type.',
    remedy: 'LIKE, MATCHES, ISSUBSET and ISSUPERSET take strings; < <= > >= take no boolean.',
  },
  'not-position': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'NOT stands somewhere else than directly before a comparison operator.',
    remedy: "Write file:name NOT = 'x', not NOT file:name = 'x'.",
  },
  'not-exists': {
    clause: 'STIX 2.1 §9.6.1',
    meaning:
      'NOT before EXISTS follows the text of the standard, but its published grammar lacks it.',
    remedy: 'Expect that other readers refuse this pattern.',
  },
  'exists-version': {
    clause: 'STIX 2.0 part 5 §4.1',
    meaning: 'EXISTS came with STIX 2.1.',
    remedy: 'Set pattern_version to 2.1.',
  },
  'operator-alias': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The operator == or <> is not in the table of the standard.',
    remedy: 'Write = or !=.',
  },
  'path-form': {
    clause: 'STIX 2.1 §9.7',
    meaning: 'The object path is not <object-type>:<property> with further steps.',
    remedy: "Write e.g. file:hashes.'SHA-256' or email-message:to_refs[*].value.",
  },
  'path-quotes': {
    clause: 'STIX 2.1 §9.7',
    meaning: 'A property name that is no plain word stands without apostrophes.',
    remedy: "Put it into apostrophes: file:hashes.'SHA-256'.",
  },
  'path-index': {
    clause: 'STIX 2.1 §9.7.2',
    meaning: 'A list index is neither an integer from 0 on nor *.',
    remedy: 'Write [0], [1] … or [*].',
  },
  'path-empty-key': {
    clause: 'STIX 2.1 §9.7',
    meaning: 'A step of the path is the empty name; no property has it.',
    remedy: 'Name the property.',
  },
  'path-list-reference': {
    clause: 'STIX 2.1 §9.7.4',
    meaning: 'A property that ends in _refs is a list; the path goes on without an index.',
    remedy: 'Write to_refs[*].value.',
  },
  'path-single-reference': {
    clause: 'STIX 2.1 §9.7.4',
    meaning: 'A property that ends in _ref is one reference; the path has an index on it.',
    remedy: 'Remove the index.',
  },
  'type-name': {
    clause: 'STIX 2.1 §9.7, §3.1',
    meaning: 'No object can have this type: 3 to 250 of a-z, 0-9 and hyphen.',
    remedy: 'Write the value of the type property.',
  },
  'start-stop-type': {
    clause: 'STIX 2.1 §9.5.1',
    meaning: 'START and STOP take timestamps; STIX 2.0 also has strings there.',
    remedy: "Write START t'…' STOP t'…'.",
  },
  'window-empty': {
    clause: 'STIX 2.1 §9.5.1',
    meaning: 'START is not before STOP, so that no observation can match.',
    remedy: 'Swap or mend the two timestamps.',
  },
  'not-positive': {
    clause: 'STIX 2.1 §9.5.1',
    meaning: 'WITHIN takes a positive number, REPEATS a positive integer.',
    remedy: 'Write a number above zero.',
  },
  'qualifier-repeated': {
    clause: 'STIX 2.1 §9.5.1',
    meaning: 'One observation expression has two qualifiers of one type.',
    remedy: 'Keep one, or use parentheses to say what the second applies to.',
  },
  'set-empty': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The set of IN is empty, so that nothing is in it.',
    remedy: 'Name at least one constant.',
  },
  'set-types': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The constants of an IN set are of different types.',
    remedy: 'Use one type, or several comparisons joined by OR.',
  },
  'types-exclude': {
    clause: 'STIX 2.1 §9.5',
    meaning: 'AND inside one pair of brackets joins different object types: it can never match.',
    remedy: 'Join them by OR, or use [ … ] AND [ … ].',
  },
  'hash-invalid': {
    clause: 'STIX 2.1 §10.7',
    meaning: 'The constant is not a digest of the algorithm that the path names.',
    remedy: 'Write the whole digest in hexadecimal, or mend the name of the algorithm.',
  },
  'regex-invalid': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The string of MATCHES is no regular expression: its brackets do not match, say.',
    remedy: 'Mend it; write each backslash of the expression twice in the pattern.',
  },
  'address-invalid': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'ISSUBSET or ISSUPERSET does not name an IPv4 or IPv6 address or CIDR block.',
    remedy: "Write e.g. '198.51.100.0/24'.",
  },
  'address-family': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The path is of one address family, the constant of the other: it can never match.',
    remedy: 'Use ipv4-addr with IPv4 and ipv6-addr with IPv6.',
  },
  'address-path': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'ISSUBSET and ISSUPERSET compare the value of an ipv4-addr or ipv6-addr object.',
    remedy: 'Write ipv4-addr:value, or a reference that leads to one: dst_ref.value.',
  },
} as const satisfies Record<string, IssueEntry>;

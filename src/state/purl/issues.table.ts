/** What may be found wrong with a package URL, and what to do about it. */

interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const PURL_ISSUES = {
  'purl-too-large': {
    clause: 'CYBEX limits',
    meaning: 'The package URL is longer than 16,384 characters.',
    remedy: 'Look where it was made; long data belongs beside a package URL.',
  },
  'purl-scheme': {
    clause: 'ECMA-427 §5.6.1',
    meaning: 'The text does not begin with the scheme pkg and an unencoded colon.',
    remedy: 'Write pkg:TYPE/NAME@VERSION.',
  },
  'purl-type': {
    clause: 'ECMA-427 §5.6.2',
    meaning: 'The type is missing or has characters that a type cannot have.',
    remedy: 'Write a letter and then letters, digits, full stops and hyphens.',
  },
  'purl-type-unknown': {
    clause: 'ECMA-427 §5.7',
    meaning: 'The type is not registered, so that its rules are not known.',
    remedy: 'Use a registered type, or generic.',
  },
  'purl-type-other': {
    clause: 'ECMA-427 §5.6.2',
    meaning: 'The type is not the one that was asked for.',
    remedy: 'Check which ecosystem the package is of.',
  },
  'purl-name-missing': {
    clause: 'ECMA-427 §5.6.4',
    meaning: 'There is no name.',
    remedy: 'Write the name after the type or the namespace.',
  },
  'purl-namespace-required': {
    clause: 'ECMA-427 §5.6.3, type definition',
    meaning: 'The type requires a namespace and there is none.',
    remedy: 'Write it before the name, e.g. pkg:deb/debian/curl.',
  },
  'purl-namespace-prohibited': {
    clause: 'ECMA-427 §5.6.3, type definition',
    meaning: 'The type has no namespaces and there is one.',
    remedy: 'Remove it, or percent-encode a slash that belongs to the name.',
  },
  'purl-segment': {
    clause: 'ECMA-427 §5.6.3, §5.6.7',
    meaning: 'A segment of the namespace or subpath contains an encoded slash.',
    remedy: 'Write segments apart, with a slash between them.',
  },
  'purl-subpath-dots': {
    clause: 'ECMA-427 §5.6.7',
    meaning: 'The subpath has segments . or .., which are dropped.',
    remedy: 'Write the path from the root of the package.',
  },
  'purl-encoding': {
    clause: 'ECMA-427 §5.4',
    meaning: 'A percent sign is not followed by two hexadecimal digits, or the bytes are no UTF-8.',
    remedy: 'Write a literal percent sign as %25.',
  },
  'purl-qualifier-key': {
    clause: 'ECMA-427 §5.6.6',
    meaning:
      'A key is no lower-case letter followed by letters, digits, full stops, hyphens, underscores.',
    remedy: 'Correct the key; keys are not percent-encoded.',
  },
  'purl-qualifier-duplicate': {
    clause: 'ECMA-427 §5.6.6',
    meaning: 'A key occurs twice; the first value counts.',
    remedy: 'Keep one of them.',
  },
  'purl-qualifier-empty': {
    clause: 'ECMA-427 §5.6.6',
    meaning: 'A qualifier has no value, which is as if it were not there.',
    remedy: 'Remove it.',
  },
  'purl-qualifier-required': {
    clause: 'ECMA-427 §5.6.6, type definition',
    meaning: 'The type requires a qualifier that is not there.',
    remedy: 'Add the qualifier that the message names.',
  },
  'purl-name-form': {
    clause: 'ECMA-427 §5.6.4, type definition',
    meaning: 'The name has characters that the type does not allow.',
    remedy: 'Use the name of the package as its registry has it.',
  },
  'purl-namespace-form': {
    clause: 'ECMA-427 §5.6.3, type definition',
    meaning: 'The namespace has a form that the type does not allow.',
    remedy: 'See the definition of the type.',
  },
  'purl-version-form': {
    clause: 'ECMA-427 §5.6.5, type definition',
    meaning: 'The version has characters that the type does not allow.',
    remedy: 'Use the version of the package as its registry has it.',
  },
  'purl-not-canonical': {
    clause: 'ECMA-427 §5.6',
    meaning: 'The package URL is not in canonical form, so that texts cannot be compared.',
    remedy: 'Use the canonical form that is given.',
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

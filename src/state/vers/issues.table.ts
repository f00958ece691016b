/** What may be found wrong with a version or a range, and what to do about it. */

interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const VERS_ISSUES = {
  'vers-too-large': {
    clause: 'CYBEX limits',
    meaning: 'The range is longer than 4 MiB or has more than 100,000 constraints.',
    remedy: 'Split it; a list of versions of this length is rather a database.',
  },
  'vers-not-text': {
    clause: 'VERS §5.3.3.2',
    meaning: 'The range has characters outside printable ASCII.',
    remedy: 'Write them percent-encoded, or repair the text where it was made.',
  },
  'vers-whitespace': {
    clause: 'VERS §5.3.3.2',
    meaning: 'The range contains white space.',
    remedy: 'Remove it; a blank that belongs to a version is written %20.',
  },
  'vers-scheme': {
    clause: 'VERS §5.3.1',
    meaning: 'The text does not begin with the lower-case scheme vers and a colon.',
    remedy: 'Write vers:TYPE/CONSTRAINTS, e.g. vers:npm/>=1.2.0|<2.0.0.',
  },
  'vers-type': {
    clause: 'VERS §5.3.2',
    meaning: 'The type is missing or has characters that a type cannot have.',
    remedy:
      'Write a letter and then letters, digits, full stops and hyphens, and a slash after it.',
  },
  'vers-type-case': {
    clause: 'VERS §5.3.2',
    meaning: 'The type has upper-case letters.',
    remedy: 'Write it in lower case.',
  },
  'vers-type-unknown': {
    clause: 'VERS §5.3.2',
    meaning: 'The type is not one whose order is known here, so that nothing can be compared.',
    remedy: 'Use a registered type, e.g. the type of the package URL.',
  },
  'vers-type-invalid': {
    clause: 'VERS §5.3.2.1',
    meaning: 'The reserved type "invalid" makes every range invalid.',
    remedy: 'Use the type of the package URL.',
  },
  'vers-constraints-missing': {
    clause: 'VERS §5.3.3',
    meaning: 'There is no constraint after the slash.',
    remedy: 'Write at least one, or * for all versions.',
  },
  'vers-pipe': {
    clause: 'VERS §5.3.3',
    meaning: 'A pipe stands at the beginning, at the end or beside another.',
    remedy: 'Put one pipe between two constraints and none elsewhere.',
  },
  'vers-asterisk': {
    clause: 'VERS §5.3.3.1',
    meaning: 'The asterisk does not stand alone, or the types all and none have something else.',
    remedy: 'Write vers:TYPE/* for all versions, and nothing beside it.',
  },
  'vers-equals': {
    clause: 'VERS §5.3.3.1',
    meaning: 'A constraint begins with =, which is not written.',
    remedy: 'Write the version alone.',
  },
  'vers-version-missing': {
    clause: 'VERS §5.3.3.2',
    meaning: 'A constraint has no version.',
    remedy: 'Write the version after the comparator.',
  },
  'vers-encoding': {
    clause: 'VERS §5.3.3.2',
    meaning: 'A percent sign is not followed by two hexadecimal digits, or hides what is no text.',
    remedy: 'Write a literal percent sign as %25.',
  },
  'vers-encoding-needed': {
    clause: 'VERS §5.3.3.2',
    meaning: 'A version has one of > < = ! * without percent-encoding.',
    remedy: 'Write %3E %3C %3D %21 %2A.',
  },
  'vers-encoding-canonical': {
    clause: 'VERS §5.3.3.2; RFC 3986 §2.1',
    meaning: 'A character is percent-encoded that need not be, or with lower-case digits.',
    remedy: 'Encode only > < = ! * | % and the blank, with upper-case digits.',
  },
  'vers-unsorted': {
    clause: 'VERS §5.4',
    meaning: 'The constraints are not sorted by version.',
    remedy: 'Use the canonical form that is given.',
  },
  'vers-duplicate': {
    clause: 'VERS §5.4',
    meaning: 'A version stands in more than one constraint.',
    remedy: 'Keep one of them.',
  },
  'vers-sequence': {
    clause: 'VERS §5.4',
    meaning: 'Lower and upper bounds do not alternate, or an upper bound follows a single version.',
    remedy: 'Remove the bounds that say nothing, or simplify the range.',
  },
  'vers-redundant': {
    clause: 'VERS, "Simplifying constraints"',
    meaning: 'A single version lies inside an interval that already contains it.',
    remedy: 'Remove it.',
  },
  'version-invalid': {
    clause: 'VERS §5.3.2',
    meaning: 'The text is not a version of the scheme, so that it cannot be compared.',
    remedy: 'Compare it with how the ecosystem writes its versions.',
  },
  'version-too-long': {
    clause: 'CYBEX limits',
    meaning: 'The version is longer than 1,024 characters.',
    remedy: 'No ecosystem has such versions; look where it was made.',
  },
  'version-form': {
    clause: 'VERS §5.3.2',
    meaning: 'The version was understood although the scheme writes versions in another form.',
    remedy: 'Write all its numbers, and no prefix.',
  },
  'native-syntax': {
    clause: 'VERS §5.3.2',
    meaning: 'The text is no range in the notation of the ecosystem.',
    remedy: 'The message names what could not be read.',
  },
  'native-approximate': {
    clause: 'VERS §5.3.2',
    meaning:
      'The notation of the ecosystem says something that VERS cannot, and the message says what.',
    remedy: 'Keep the native range beside it where that matters.',
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

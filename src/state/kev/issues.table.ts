/** What can be wrong with a catalogue of exploited vulnerabilities; docs/errors.md is made from it. */
export const KEV_ISSUES = {
  'kev-count': {
    clause: 'KEV schema, count',
    meaning: 'The stated number of entries is not the number of entries.',
    remedy: 'Fetch the catalogue again: it may be cut off.',
  },
  'kev-repeated': {
    clause: 'KEV schema, vulnerabilities',
    meaning: 'A CVE id has more than one entry; the first counts.',
    remedy: 'Report it to whoever publishes the catalogue.',
  },
  'kev-due-date': {
    clause: 'KEV schema, dueDate',
    meaning: 'The action is due before the entry was added.',
    remedy: 'Report it to whoever publishes the catalogue.',
  },
  'kev-ransomware': {
    clause: 'KEV schema, knownRansomwareCampaignUse',
    meaning: 'The use in ransomware campaigns is neither Known nor Unknown; it counts as Unknown.',
    remedy: 'Write Known or Unknown; Unknown does not mean no.',
  },
  'kev-csv': {
    clause: 'KEV catalogue, CSV form; RFC 4180',
    meaning: 'The text is not the CSV form of the catalogue, or a line of it is broken.',
    remedy: 'The first line names the columns, cveID among them; quotation marks are closed.',
  },
} as const;

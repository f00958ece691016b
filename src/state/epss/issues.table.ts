/** What can be wrong with a day of EPSS scores; docs/errors.md is made from it. */
export const EPSS_ISSUES = {
  'epss-head': {
    clause: 'EPSS data, first line',
    meaning: 'The first line does not name model version and score date.',
    remedy: 'It reads #model_version:v2025.03.14,score_date:2026-11-21T00:00:00+0000.',
  },
  'epss-columns': {
    clause: 'EPSS data, columns',
    meaning: 'The columns cve, epss and percentile are not all there.',
    remedy: 'The second line reads cve,epss,percentile.',
  },
  'epss-cve': {
    clause: 'EPSS data, columns',
    meaning: 'A line has no CVE id.',
    remedy: 'Ids read CVE-2026-12345; the line is left out.',
  },
  'epss-number': {
    clause: 'EPSS data, columns',
    meaning: 'A score or percentile is not a decimal from 0 to 1.',
    remedy: 'The line is left out.',
  },
  'epss-line': {
    clause: 'EPSS data, columns',
    meaning: 'A line has another number of fields than there are columns.',
    remedy: 'The line is left out.',
  },
  'epss-repeated': {
    clause: 'EPSS data, columns',
    meaning: 'A CVE id has more than one line on one day; the last counts.',
    remedy: 'Fetch the file again.',
  },
} as const;

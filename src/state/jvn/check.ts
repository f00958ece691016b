/** Rules on entries of JVN iPedia. */
import type { Issue } from '../../core/issue.ts';
import { compareTimestamps, parseTimestamp } from '../../core/timestamp.ts';
import { isWholeCpe } from '../cve/schema/forms.ts';
import {
  type CvssVersion,
  cvssMetrics,
  cvssSeverity,
  parseCvss,
  scoreCvss,
} from '../cvss/index.ts';
import type { JvnEntry, JvnScore } from './entry.ts';
import { JVN_ISSUES } from './issues.table.ts';

export type JvnIssueCode = keyof typeof JVN_ISSUES;
export type JvnIssue = Issue<JvnIssueCode>;

export function jvnIssue(code: JvnIssueCode, path: string, detail = ''): JvnIssue {
  const { clause, severity, meaning, remedy } = JVN_ISSUES[code];
  const message = `${detail === '' ? '' : `${detail}: `}${meaning} ${remedy}`;
  return { code, severity, clause, path, message };
}

type Find = (code: JvnIssueCode, path: string, detail?: string) => void;
type Rule = (entry: JvnEntry, find: Find) => void;

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** JVNDB-YYYY-NNNNNN; the coordinated numbering of JVN itself is another. */
export const JVNDB = /^JVNDB-[0-9]{4}-[0-9]{6}$/;

const hasId: Rule = ({ id, form }, find) => {
  if (!JVNDB.test(id))
    find('jvn-id', form === 'jvnrss' ? '/sec:identifier' : '/VulinfoID', shown(id));
};

const hasTitle: Rule = ({ title, form }, find) => {
  if (title === '') find('jvn-title', form === 'jvnrss' ? '/title' : '/VulinfoData/Title');
};

/** RSS 1.0 §5.5: rdf:about is the link. */
const linkIsAbout: Rule = ({ form, link, about }, find) => {
  if (form !== 'jvnrss') return;
  if (!/^https?:\/\/[^\s<>"]+$/.test(link)) find('jvn-link', '/link', shown(link));
  else if (about !== link) find('jvn-link', '/@rdf:about', shown(about));
};

const isTime = (text: string) => parseTimestamp(text, { offsets: true }).ok;

const timesAreTimes: Rule = ({ form, issued, modified, publicDate }, find) => {
  const paths =
    form === 'jvnrss'
      ? ['/dcterms:issued', '/dcterms:modified', '']
      : [
          '/VulinfoData/DateFirstPublished',
          '/VulinfoData/DateLastUpdated',
          '/VulinfoData/DatePublic',
        ];
  [issued, modified, publicDate].forEach((time, i) => {
    const optional = i === 2 && time === '';
    if (!optional && !isTime(time)) find('jvn-date', paths[i] ?? '', shown(time));
  });
  if (isTime(issued) && isTime(modified) && compareTimestamps(issued, modified) > 0) {
    find('jvn-date-order', paths[1] ?? '');
  }
};

const referencesName: Rule = ({ form, references }, find) => {
  for (const { source, id, title, url, path } of references) {
    if (source === '' && id === '' && url === '') find('jvn-reference', path);
    if (
      form === 'vuldef' &&
      (!['advisory', 'cwe', 'report'].includes(source) || `${title}${id}${url}` === '')
    ) {
      find('jvn-related', path, shown(source));
    }
    if (/^cve-/i.test(id) || source.toUpperCase() === 'CVE') {
      if (!/^CVE-[0-9]{4}-[0-9]{4,19}$/.test(id)) find('jvn-cve', path, shown(id));
    } else if (/^cwe-/i.test(id)) {
      // NVD's words for none are used here too.
      if (!/^CWE-(?:[1-9][0-9]{0,5}|noinfo|Other|DesignError)$/.test(id))
        find('jvn-cwe', path, shown(id));
    }
  }
};

const productsAreNamed: Rule = ({ form, products }, find) => {
  for (const { vendor, product, cpe, path } of products) {
    if (cpe !== '' ? !isWholeCpe(cpe) : form === 'jvnrss') find('jvn-cpe', path, shown(cpe));
    if (form === 'vuldef' && vendor === '' && product === '') find('jvn-affected', path);
  }
};

const VERSIONS: readonly CvssVersion[] = ['2.0', '3.0', '3.1', '4.0'];

const scoresAreRight: Rule = ({ scores }, find) => {
  for (const score of scores) checkScore(score, find);
};

/** JVN writes vectors of 2.0 also in the form `AV:N/AC:L/Au:N/C:P/I:P/A:P`, 3.x with its label. */
function checkScore({ version, vector, score, severity, path }: JvnScore, find: Find): void {
  const stated = /^(?:10(?:\.0)?|[0-9](?:\.[0-9])?)$/.test(score) ? Number(score) : null;
  if (stated === null) find('jvn-score-form', path, shown(score));
  const read = parseCvss(vector.replace(/^\((.*)\)$/, '$1'));
  const known = VERSIONS.find((each) => each === version);
  if (!read.ok || known === undefined || read.value.version !== known) {
    find(
      'jvn-vector',
      path,
      read.ok
        ? `CVSS ${read.value.version} under ${shown(version)}`
        : (read.issues[0]?.message ?? ''),
    );
    return;
  }
  const base = cvssMetrics(known).flatMap(({ group, name }) => {
    const code = read.value.metrics[name];
    return group === 'base' && code !== undefined ? [[name, code] as const] : [];
  });
  const right = scoreCvss({ version: known, metrics: Object.fromEntries(base) });
  if (!right.ok || stated === null) return;
  if (right.value.score !== stated)
    find('jvn-score', path, `${score} is stated, ${right.value.score} computed`);
  if (severity !== '' && !isWord(severity, stated, known))
    find('jvn-severity', path, shown(severity));
}

/** JVN's own words for the bands, beside those of FIRST. */
const JAPANESE: Readonly<Record<string, readonly string[]>> = {
  NONE: ['なし'],
  LOW: ['注意'],
  MEDIUM: ['警告'],
  HIGH: ['重要', '危険'],
  CRITICAL: ['緊急'],
};

function isWord(severity: string, score: number, version: CvssVersion): boolean {
  const word = cvssSeverity(score, version).toUpperCase();
  const given = severity.toUpperCase();
  // 2.0 has no words of its own; JVN names its highest band danger.
  return (
    given === word ||
    (given === 'HIGH' && version === '2.0' && score >= 7) ||
    (JAPANESE[word] ?? []).includes(severity)
  );
}

const vuldefIsWhole: Rule = ({ form, title, description, issued }, find) => {
  if (form !== 'vuldef') return;
  if (title === '' && description === '' && issued === '') find('jvn-data', '');
  else if (description === '') find('jvn-overview', '/VulinfoData');
};

const RULES: readonly Rule[] = [
  hasId,
  hasTitle,
  linkIsAbout,
  timesAreTimes,
  referencesName,
  productsAreNamed,
  scoresAreRight,
  vuldefIsWhole,
];

/** Findings on one entry; paths from the entry itself. */
export function checkEntry(entry: JvnEntry): readonly JvnIssue[] {
  const issues: JvnIssue[] = [];
  for (const rule of RULES) rule(entry, (...found) => issues.push(jvnIssue(...found)));
  return issues;
}

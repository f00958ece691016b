/** Rules on records of NVD API 2.0. */
import type { Issue } from '../../core/issue.ts';
import { joinPointer } from '../../core/json/pointer.ts';
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import { entriesOf, member, textOf } from '../../core/json/view.ts';
import { checkShape, type Shape, type ShapeIssueCode } from '../../core/shape/index.ts';
import { compareTimestamps, timestampKey } from '../../core/timestamp.ts';
import { cvssMetrics, cvssSeverity, parseCvss, scoreCvss } from '../cvss/index.ts';
import { clause } from './clause.ts';
import { NVD_ISSUES } from './issues.table.ts';
import { CPE_SHAPE, CVE_SHAPE, MATCH_SHAPE, STATUSES, zoned } from './schema.ts';

export type NvdIssueCode = keyof typeof NVD_ISSUES | ShapeIssueCode;
export type NvdIssue = Issue<NvdIssueCode>;
export type NvdKind = 'cve' | 'cpe' | 'match';

type Path = readonly (string | number)[];
type Find = (code: keyof typeof NVD_ISSUES, path: Path, detail?: string) => void;
type Rule = (value: JsonValue, find: Find) => void;

export function nvdIssue(code: keyof typeof NVD_ISSUES, path: Path, detail = ''): NvdIssue {
  const { clause: where, severity, meaning, remedy } = NVD_ISSUES[code];
  const message = `${detail === '' ? '' : `${detail}: `}${meaning} ${remedy}`;
  return { code, severity, clause: where, path: joinPointer([...path]), message };
}

const datesAreInOrder: Rule = (value, find) => {
  const first = zoned(textOf(value, 'published') ?? textOf(value, 'created') ?? '');
  const last = zoned(textOf(value, 'lastModified') ?? '');
  if (timestampKey(first) === '' || timestampKey(last) === '') return;
  if (compareTimestamps(first, last) > 0) find('nvd-date-order', ['lastModified']);
};

const oneIsEnglish: Rule = (value, find) => {
  const given = entriesOf(value, 'descriptions');
  if (given.length > 0 && !given.some((each) => textOf(each, 'lang') === 'en')) {
    find('nvd-english', ['descriptions']);
  }
};

const METRICS: readonly (readonly [name: string, version: string])[] = [
  ['cvssMetricV40', '4.0'],
  ['cvssMetricV31', '3.1'],
  ['cvssMetricV30', '3.0'],
  ['cvssMetricV2', '2.0'],
];

const scoresAreRight: Rule = (value, find) => {
  for (const [name, version] of METRICS) {
    entriesOf(member(value, 'metrics'), name).forEach((metric, i) => {
      const data = member(metric, 'cvssData');
      if (data !== undefined) checkScore(data, version, ['metrics', name, i, 'cvssData'], find);
    });
  }
};

function checkScore(data: JsonValue, version: string, path: Path, find: Find): void {
  const text = textOf(data, 'vectorString');
  if (text === undefined || text === '') return;
  const vector = parseCvss(text);
  if (!vector.ok || vector.value.version !== version) {
    const detail = vector.ok ? `CVSS ${vector.value.version}` : (vector.issues[0]?.message ?? '');
    find('nvd-vector', [...path, 'vectorString'], detail);
    return;
  }
  const base = cvssMetrics(vector.value.version).flatMap(({ group, name }) => {
    const code = vector.value.metrics[name];
    return group === 'base' && code !== undefined ? [[name, code] as const] : [];
  });
  const scored = scoreCvss({ version: vector.value.version, metrics: Object.fromEntries(base) });
  if (!scored.ok) return;
  const stated = member(data, 'baseScore');
  const right = scored.value.score;
  if (typeof stated === 'number' && stated !== right) {
    find('nvd-score', [...path, 'baseScore'], `${stated} is stated, ${right} computed`);
  }
  const severity = textOf(data, 'baseSeverity');
  const word = cvssSeverity(right, vector.value.version).toUpperCase();
  if (severity !== undefined && version !== '2.0' && severity !== word) {
    find('nvd-score', [...path, 'baseSeverity'], `${severity} is stated, ${word} computed`);
  }
}

const weaknessesAreKnown: Rule = (value, find) => {
  entriesOf(value, 'weaknesses').forEach((weakness, i) => {
    entriesOf(weakness, 'description').forEach((each, j) => {
      const id = textOf(each, 'value') ?? '';
      if (!/^(?:CWE-[1-9][0-9]{0,5}|NVD-CWE-(?:noinfo|Other))$/.test(id)) {
        find(
          'nvd-weakness',
          ['weaknesses', i, 'description', j, 'value'],
          JSON.stringify(id.slice(0, 40)),
        );
      }
    });
  });
};

function boundsAreSingle(match: JsonValue, path: Path, find: Find): void {
  let ranged = false;
  for (const end of ['Start', 'End']) {
    const including = textOf(match, `version${end}Including`);
    const excluding = textOf(match, `version${end}Excluding`);
    ranged ||= including !== undefined || excluding !== undefined;
    if (including !== undefined && excluding !== undefined) {
      find('nvd-range-both', [...path, `version${end}Excluding`]);
    }
  }
  const version = /^cpe:2\.3:[aho]:(?:[^:\\]|\\.)*:(?:[^:\\]|\\.)*:((?:[^:\\]|\\.)*):/.exec(
    textOf(match, 'criteria') ?? '',
  )?.[1];
  if (ranged && version !== undefined && version !== '*') {
    find('nvd-range-fixed', [...path, 'criteria'], JSON.stringify(version.slice(0, 40)));
  }
}

const configurationsAreSound: Rule = (value, find) => {
  entriesOf(value, 'configurations').forEach((configuration, i) => {
    if (member(configuration, 'negate') === true) find('nvd-negate', ['configurations', i]);
    entriesOf(configuration, 'nodes').forEach((node, j) => {
      const path = ['configurations', i, 'nodes', j];
      if (member(node, 'negate') === true) find('nvd-negate', path);
      entriesOf(node, 'cpeMatch').forEach((match, k) => {
        boundsAreSingle(match, [...path, 'cpeMatch', k], find);
      });
    });
  });
};

/** A record without configurations says nothing about products: that is no "not affected". */
const applicabilityIsThere: Rule = (value, find) => {
  const status = textOf(value, 'vulnStatus');
  if (status !== undefined && status !== '' && !STATUSES.includes(status)) {
    find('nvd-status', ['vulnStatus'], JSON.stringify(status.slice(0, 40)));
  }
  if (status === 'Rejected' || entriesOf(value, 'configurations').length > 0) return;
  find('nvd-no-applicability', [], status ?? '');
};

const deprecationIsNamed: Rule = (value, find) => {
  const by = entriesOf(value, 'deprecatedBy');
  const deprecated = member(value, 'deprecated');
  if (typeof deprecated === 'boolean' && deprecated !== by.length > 0)
    find('nvd-deprecated-by', []);
  by.forEach((other, i) => {
    if (textOf(other, 'cpeName') === textOf(value, 'cpeName')) {
      find('nvd-deprecated-self', ['deprecatedBy', i]);
    }
  });
};

const KINDS: Readonly<Record<NvdKind, { readonly shape: Shape; readonly rules: readonly Rule[] }>> =
  {
    cve: {
      shape: CVE_SHAPE,
      rules: [
        datesAreInOrder,
        oneIsEnglish,
        scoresAreRight,
        weaknessesAreKnown,
        configurationsAreSound,
        applicabilityIsThere,
      ],
    },
    cpe: { shape: CPE_SHAPE, rules: [datesAreInOrder, deprecationIsNamed] },
    match: {
      shape: MATCH_SHAPE,
      rules: [datesAreInOrder, (value, find) => boundsAreSingle(value, [], find)],
    },
  };

/** Checks one record: what stands under `cve`, `cpe` or `matchString`. */
export function checkNvd(kind: NvdKind, value: JsonValue): readonly NvdIssue[] {
  const { shape, rules } = KINDS[kind];
  const issues: NvdIssue[] = [...checkShape(shape, value, clause(kind))];
  if (isJsonObject(value)) {
    for (const rule of rules) rule(value, (...found) => issues.push(nvdIssue(...found)));
  }
  return issues;
}

const FORMATS: Readonly<Record<NvdKind, string>> = {
  cve: 'NVD_CVE',
  cpe: 'NVD_CPE',
  match: 'NVD_CPEMatchString',
};

/** Checks what stands around the records of a page. */
export function checkEnvelope(
  kind: NvdKind,
  members: ReadonlyMap<string, JsonValue>,
  elements: number,
): readonly NvdIssue[] {
  const issues: NvdIssue[] = [];
  const format = members.get('format');
  if (format !== FORMATS[kind])
    issues.push(nvdIssue('nvd-envelope', ['format'], JSON.stringify(format ?? null).slice(0, 60)));
  if (members.get('version') !== '2.0') issues.push(nvdIssue('nvd-envelope', ['version']));
  const counts = ['resultsPerPage', 'startIndex', 'totalResults'].map((name) => members.get(name));
  counts.forEach((count, i) => {
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return;
    issues.push(
      nvdIssue('nvd-envelope', [['resultsPerPage', 'startIndex', 'totalResults'][i] ?? '']),
    );
  });
  const [page, start, total] = counts;
  if (typeof page !== 'number' || typeof start !== 'number' || typeof total !== 'number')
    return issues;
  // A page has as many records as it says, or what is left of all.
  const wanted = Math.max(0, Math.min(page, total - start));
  if (elements !== wanted) issues.push(nvdIssue('nvd-count', [], `${elements} of ${wanted}`));
  return issues;
}

/** The report for a terminal: by component, what hits it, what helps, on which way, and why. */
import {
  type AnyFinding,
  componentName,
  findingsOf,
  type ScanReport,
  sourceName,
  worstRating,
} from '../state/exposure-report/index.ts';
import { columns, displayWidth, localTime } from './print.ts';
import { type ScanWords, scanWords } from './scan-words.ts';

/** `width` in cells of a terminal; nothing is broken or cut where nobody looks at one. */
export function scanTable(report: ScanReport, width = Number.POSITIVE_INFINITY): string {
  const words = scanWords();
  const groups = byComponent(findingsOf(report));
  const heads = columns([...groups.values()].flat().map((finding) => headOf(finding, words)));
  let at = 0;
  const lines: string[] = [];
  for (const findings of groups.values()) {
    const [first] = findings;
    if (first === undefined) continue;
    lines.push(shown(componentName(first.component)), ...waysOf(first, words, width));
    for (const finding of findings) {
      lines.push(`  ${heads[at++] ?? ''}`, ...detailsOf(finding, words, width));
    }
    lines.push('');
  }
  if (groups.size === 0) lines.push(words.none, '');
  return [...lines, ...notLookedUp(report, words), ...sourcesOf(report, words)].join('\n');
}

function byComponent(findings: readonly AnyFinding[]): ReadonlyMap<string, AnyFinding[]> {
  const groups = new Map<string, AnyFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.component.ref);
    if (group === undefined) groups.set(finding.component.ref, [finding]);
    else group.push(finding);
  }
  return groups;
}

function headOf(finding: AnyFinding, words: ScanWords): readonly string[] {
  const { status, vulnerability, fixedIn, kev, epss } = finding;
  const marks = [
    ...((kev?.length ?? 0) > 0 ? [words.exploited] : []),
    ...(epss === null ? [] : [`EPSS ${(epss.score * 100).toFixed(1)} %`]),
  ];
  return [
    words.status[status],
    shown(vulnerability),
    severityOf(finding),
    fixedIn.length > 0 ? shown(words.fixedIn(fixedIn.join(', '))) : words.noFix,
    marks.join(', '),
  ];
}

function severityOf({ ratings }: AnyFinding): string {
  const worst = worstRating(ratings);
  if (worst === null) return '-';
  const { scheme, score, severity } = worst;
  return shown(
    score === null ? `${severity} (${scheme})` : `${severity} ${score.toFixed(1)} (${scheme})`,
  );
}

const WAYS_SHOWN = 3;

function waysOf({ paths }: AnyFinding, words: ScanWords, width: number): readonly string[] {
  const ways = paths.filter((path) => path.length > 1);
  const lines = ways
    .slice(0, WAYS_SHOWN)
    .flatMap((path) => wrapped(shown(path.join(' > ')), width, '  '));
  const more = ways.length - WAYS_SHOWN;
  return more > 0 ? [...lines, `  ${words.more(more)}`] : lines;
}

function detailsOf(finding: AnyFinding, words: ScanWords, width: number): readonly string[] {
  const { summary, why, remediation } = finding;
  const closed = 'by' in finding ? [`${words.by}: ${finding.by}`] : [];
  const texts = [...(summary === null ? [] : [summary]), ...why, ...remediation, ...closed];
  return texts.flatMap((text) => wrapped(shown(text), width, '      '));
}

function notLookedUp({ unidentified }: ScanReport, words: ScanWords): readonly string[] {
  if (unidentified.length === 0) return [];
  const rows = unidentified.map(({ component, reason, message }) => [
    `  ${shown(componentName(component))}`,
    reason,
    shown(message),
  ]);
  return [`${words.notLookedUp}:`, ...columns(rows), ''];
}

function sourcesOf({ sources, unanalysed }: ScanReport, words: ScanWords): readonly string[] {
  const rows = sources.map((source) => {
    const date = source.date === null ? words.undated : words.newest(localTime(source.date));
    return `  ${shown(words.source(sourceName(source), source.count, date))}`;
  });
  const open = unanalysed > 0 ? [`  ${words.unanalysed(unanalysed)}`] : [];
  return [`${words.sources}:`, ...(rows.length > 0 ? rows : ['  -']), ...open];
}

/** Lines no wider than the terminal, broken at blanks, or anywhere in a longer word. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
  const room = Math.max(20, width - indent.length);
  if (displayWidth(text) <= room) return [indent + text];
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<= )/)) {
    for (const part of displayWidth(piece) > room ? [...piece] : [piece]) {
      if (line !== '' && displayWidth(line + part.trimEnd()) > room) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  return [...lines, line].map((each) => indent + each.trimEnd());
}

/** Names come from strangers: a terminal is given no control character of theirs. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

/** The other standards of this cluster, as the tests of CSAF ask them. */
import {
  type CvssVersion,
  cvssMetrics,
  cvssSeverity,
  parseCvss,
  scoreCvss,
} from '../cvss/index.ts';
import { formatPurl, PURL_TYPES, parsePurl } from '../purl/index.ts';
import { compareVersions, versionScheme } from '../vers/index.ts';
import type { CvssJson, CvssPort, Ports, PurlPort, VersPort } from './ports.ts';
import { CWE_LIST } from './registers/cwe.ts';
import { SSVC_LIST } from './registers/ssvc.ts';
import { isRegisteredVers } from './registers/vers-types.ts';

const cvss: CvssPort = { scores, metrics };

function scores(vector: string): CvssJson | null {
  const scored = scoreCvss(vector);
  if (!scored.ok) return null;
  const { value } = scored;
  const json: Record<string, string | number> = {};
  const state = (kind: string, score: number) => {
    json[`${kind}Score`] = score;
    if (value.version !== '2.0') {
      json[`${kind}Severity`] = cvssSeverity(score, value.version).toUpperCase();
    }
  };
  // The schema of 4.0 knows one score, that of the whole vector.
  if (value.version === '4.0') state('base', value.score);
  else for (const kind of ['base', 'temporal', 'environmental'] as const) state(kind, value[kind]);
  return json;
}

/** Words of FIRST's JSON by version, member and code. */
const WORDS = new Map<CvssVersion, readonly (readonly [string, string, Map<string, string>])[]>();

function wordsOf(version: CvssVersion) {
  let words = WORDS.get(version);
  if (words === undefined) {
    words = cvssMetrics(version).map(({ name, member, values }) => {
      const named = values.map(([code, title]) => [code, wordOf(title)] as const);
      return [name, member, new Map(named)] as const;
    });
    WORDS.set(version, words);
  }
  return words;
}

function wordOf(title: string): string {
  return title.toUpperCase().replaceAll(/[ -]/g, '_');
}

function metrics(vector: string): CvssJson | null {
  const parsed = parseCvss(vector);
  if (!parsed.ok) return null;
  const { version, metrics: codes } = parsed.value;
  const json: Record<string, string | number> = { version };
  for (const [name, member, words] of wordsOf(version)) {
    json[member] = words.get(codes[name] ?? '') ?? 'NOT_DEFINED';
  }
  return json;
}

/** Lower case, nothing encoded, no qualifiers: most package URLs, and no rule of a type left open. */
const PLAIN_PURL =
  /^pkg:([a-z][a-z0-9.-]*)((?:\/[a-z0-9][a-z0-9._-]*)+)(?:@[a-zA-Z0-9][a-zA-Z0-9._-]*)?$/;

/** True where a look at the type tells that nothing is wrong; the reader decides about the rest. */
export function isPlainPurl(text: string): boolean {
  const [, type = '', path = ''] = PLAIN_PURL.exec(text) ?? [];
  const rules = PURL_TYPES.get(type);
  if (rules === undefined || type === 'git' || type === 'swid') return false;
  if (rules.nameForm !== undefined || rules.versionForm !== undefined) return false;
  if (rules.required !== undefined) return false;
  const namespaced = path.indexOf('/', 1) > 0;
  return rules.namespace !== (namespaced ? 'prohibited' : 'required');
}

const purl: PurlPort = {
  fault(text) {
    if (isPlainPurl(text)) return null;
    const parsed = parsePurl(text);
    const error = parsed.issues.find(({ severity }) => severity === 'error');
    return error?.message.replace(/\.$/, '') ?? null;
  },
  withoutQualifiers(text) {
    const parsed = parsePurl(text);
    return parsed.ok ? formatPurl({ ...parsed.value, qualifiers: {} }) : null;
  },
};

const vers: VersPort = {
  isRegistered: isRegisteredVers,
  isSupported: (scheme) => scheme === 'all' || versionScheme(scheme) !== null,
  compare(scheme, a, b) {
    const order = compareVersions(scheme, a, b);
    return order.ok ? order.value : null;
  },
};

export const DEFAULT_PORTS: Ports = { cvss, purl, vers, cwe: CWE_LIST, ssvc: SSVC_LIST };

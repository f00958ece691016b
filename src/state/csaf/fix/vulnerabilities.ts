/** Fixes in vulnerabilities. */
import { toCvssJson } from '../../cvss/index.ts';
import { type Draft, type DraftValue, draftIn, draftsOf, isDraft } from '../author/draft.ts';
import { CWE_LIST } from '../registers/cwe.ts';
import { type FixContext, placeOf, sameValue, valueAt } from './context.ts';
import { trackingOf } from './tracking.ts';

const CVSS_PLACE = /^\/vulnerabilities\/\d+\/(?:scores\/\d+|metrics\/\d+\/content)\/cvss_v[234]/;

/** 6.1.8, 6.1.9, 6.1.10: the vector is the truth; scores, severities and metrics follow from it. */
export function cvssObjects({ root, issues, note }: FixContext): void {
  const places = new Set(issues.flatMap(({ path }) => CVSS_PLACE.exec(path)?.[0] ?? []));
  for (const path of places) {
    const place = placeOf(root, path);
    const before = valueAt(root, path);
    if (place === null || Array.isArray(place.owner) || !isDraft(before)) continue;
    const made = toCvssJson(typeof before.vectorString === 'string' ? before.vectorString : '');
    if (!made.ok || !path.endsWith(`cvss_v${String(made.value.version).charAt(0)}`)) continue;
    const after: Draft = { ...made.value };
    if (sameValue(after, before)) continue;
    place.owner[place.name] = after;
    note(path, `It was made anew from its vector ${String(made.value.vectorString)}.`);
  }
}

/** 6.3.2: the metrics of 3.1 are those of 3.0. */
export function cvssVersion({ root, note }: FixContext): void {
  eachCvss(root, (owner, name, path) => {
    const { vectorString } = draftIn(owner[name]);
    if (typeof vectorString !== 'string' || !vectorString.startsWith('CVSS:3.0/')) return;
    const made = toCvssJson(vectorString.replace('CVSS:3.0/', 'CVSS:3.1/'));
    if (!made.ok) return;
    owner[name] = { ...made.value };
    note(path, 'CVSS 3.0 became 3.1; the score was computed anew.');
  });
}

function eachCvss(root: Draft, visit: (owner: Draft, name: string, path: string) => void): void {
  draftsOf(root.vulnerabilities).forEach((vulnerability, v) => {
    for (const list of ['scores', 'metrics']) {
      draftsOf(vulnerability[list]).forEach((item, i) => {
        const owner = list === 'scores' ? item : draftIn(item.content);
        const at = `/vulnerabilities/${v}/${list}/${i}${list === 'scores' ? '' : '/content'}`;
        for (const name of ['cvss_v2', 'cvss_v3', 'cvss_v4']) {
          if (isDraft(owner[name])) visit(owner, name, `${at}/${name}`);
        }
      });
    }
  });
}

function eachWeakness(root: Draft, visit: (cwe: Draft, path: string) => void): void {
  draftsOf(root.vulnerabilities).forEach((vulnerability, v) => {
    if (isDraft(vulnerability.cwe)) visit(vulnerability.cwe, `/vulnerabilities/${v}/cwe`);
    draftsOf(vulnerability.cwes).forEach((cwe, i) => {
      visit(cwe, `/vulnerabilities/${v}/cwes/${i}`);
    });
  });
}

const LATEST = CWE_LIST.releases.at(-1)?.version ?? '';

/** 6.1.11: the name that the id has in its release (2.0: in the newest). */
export function weaknessNames({ root, note }: FixContext): void {
  eachWeakness(root, (cwe, path) => {
    if (typeof cwe.id !== 'string') return;
    const release = typeof cwe.version === 'string' ? cwe.version : LATEST;
    const entry = CWE_LIST.weakness(cwe.id, release);
    if (entry === null || entry.name === cwe.name) return;
    note(`${path}/name`, `${String(cwe.name)} became ${entry.name}.`);
    cwe.name = entry.name;
  });
}

/** 6.2.24: the release that was the newest at that of the document, where it knows the weakness. */
export function newestCwe({ root, note }: FixContext): void {
  const { current_release_date: released } = trackingOf(root);
  const date = typeof released === 'string' ? released.slice(0, 10) : '';
  const newest = CWE_LIST.releases.filter((release) => release.date <= date).at(-1)?.version;
  if (newest === undefined) return;
  eachWeakness(root, (cwe, path) => {
    if (typeof cwe.id !== 'string' || typeof cwe.version !== 'string') return;
    if (cwe.version === newest) return;
    const entry = CWE_LIST.weakness(cwe.id, newest);
    if (entry === null || entry.deprecated) return;
    note(`${path}/version`, `CWE ${cwe.version} became ${newest}.`);
    cwe.version = newest;
    cwe.name = entry.name;
  });
}

/** 6.1.24: involvements that are equal in everything are one. */
export function repeatedInvolvements({ root, note }: FixContext): void {
  draftsOf(root.vulnerabilities).forEach((vulnerability, v) => {
    const items = draftsOf(vulnerability.involvements);
    const kept = items.filter(
      (item, i) => items.findIndex((other) => sameValue(other, item)) === i,
    );
    if (kept.length === items.length) return;
    vulnerability.involvements = kept;
    const place = `/vulnerabilities/${v}/involvements`;
    note(place, `${items.length - kept.length} equal items were left out.`);
  });
}

const AFFECTED = ['known_affected', 'first_affected', 'last_affected'];

/** 6.1.29: a remediation that names no product is of the affected ones. */
export function remediationProducts(context: FixContext): void {
  withoutProducts(context, 'remediations', AFFECTED);
}

/** 6.1.32: a flag says why products are not affected. */
export function flagProducts(context: FixContext): void {
  withoutProducts(context, 'flags', ['known_not_affected']);
}

function withoutProducts(
  { root, note }: FixContext,
  list: string,
  statuses: readonly string[],
): void {
  draftsOf(root.vulnerabilities).forEach((vulnerability, v) => {
    const status = draftIn(vulnerability.product_status);
    const ids = new Set(statuses.flatMap((name) => textsOf(status[name])));
    if (ids.size === 0) return;
    draftsOf(vulnerability[list]).forEach((item, i) => {
      if (item.product_ids !== undefined || item.group_ids !== undefined) return;
      item.product_ids = [...ids];
      note(
        `/vulnerabilities/${v}/${list}/${i}/product_ids`,
        `It was set to ${[...ids].join(', ')}.`,
      );
    });
  });
}

function textsOf(value: DraftValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const CVE = /^CVE-[0-9]{4}-[0-9]{4,}$/;

/** 6.2.17: a CVE id stands in `cve`; a second one stays, since nobody knows what is meant. */
export function cveInIds({ root, note }: FixContext): void {
  draftsOf(root.vulnerabilities).forEach((vulnerability, v) => {
    const ids = draftsOf(vulnerability.ids);
    const kept = ids.filter((id, i) => {
      const { text } = id;
      if (typeof text !== 'string' || !CVE.test(text)) return true;
      if (vulnerability.cve !== undefined && vulnerability.cve !== text) return true;
      vulnerability.cve = text;
      note(`/vulnerabilities/${v}/ids/${i}`, `${text} was moved to cve.`);
      return false;
    });
    if (kept.length === ids.length) return;
    if (kept.length > 0) vulnerability.ids = kept;
    else delete vulnerability.ids;
  });
}

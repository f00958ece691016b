/** Asks the engine what the truth table asks, and tells which rows it answers otherwise. */
import type { JsonObject } from '../../../core/json/index.ts';
import type { Component, Sbom } from '../../sbom/index.ts';
import { readVexDocument } from '../../vex/index.ts';
import { type ScanOptions, type ScanResult, scan } from '../index.ts';
import {
  cpe,
  csafDocument,
  cveDocument,
  nvdDocument,
  osvDocument,
  vexCase,
} from './documents.test.fixture.ts';
import type { Row, Verdict } from './row.test.table.ts';

const TIME = '2026-06-01T00:00:00Z';

export interface Judged {
  readonly verdict: Verdict;
  readonly code: string | null;
}

export function judge(row: Row, explain = true): Judged {
  const { sbom, documents, options } = questionOf(row);
  const result = scan(sbom, documents, { time: TIME, explain, ...options });
  return judged(result, (sbom.components[0] as Component).ref);
}

/** Null where the engine answers what stands in the table, else a sentence. */
export function faultOf(row: Row): string | null {
  const { verdict, code } = judge(row);
  if (verdict === row.verdict && (row.code === null || row.code === code)) return null;
  const wanted = row.code === null ? row.verdict : `${row.verdict}:${row.code}`;
  return `${row.component} | ${row.statement}: ${verdict}:${code}, not ${wanted} (${row.reason})`;
}

interface Question {
  readonly sbom: Sbom;
  readonly documents: readonly JsonObject[];
  readonly options: Partial<ScanOptions>;
}

function questionOf({ group, component, statement }: Row): Question {
  const [kind = '', ...head] = group.split(' > ');
  if (kind.startsWith('osv ')) {
    const [name = '', purl = ''] = head;
    const asked = component.startsWith('pkg:') ? component : `${purl}${component}`;
    const documents = [osvDocument(statement, kind.slice(4), name)];
    return { sbom: sbomOf([componentOf([asked])]), documents, options: {} };
  }
  switch (kind) {
    case 'cve': {
      const names = component.split(' + ').map((name) => {
        const [, vendor, version] = /^([^@]*)@(.*)$/.exec(name) ?? [];
        return name.startsWith('pkg:') ? name : cpe(`a:${vendor}:${version || '*'}`);
      });
      const documents = [cveDocument(statement)];
      return { sbom: sbomOf([componentOf(names)]), documents, options: {} };
    }
    case 'nvd': {
      const all = component.split(' with ').map((each) => componentOf(each.split(' ').map(cpe)));
      return { sbom: sbomOf(all), documents: [nvdDocument(statement)], options: {} };
    }
    case 'csaf': {
      const all = component.split(' with ').map((each) => componentOf(each.split(' + ')));
      return { sbom: sbomOf(all), documents: [csafDocument(statement)], options: {} };
    }
    default:
      return vexQuestion(statement);
  }
}

function vexQuestion(statement: string): Question {
  const { documents, ignores } = vexCase(statement);
  const vex = documents.flatMap((each) => readVexDocument(each).statements);
  const record = osvDocument('0..2.0.0', 'npm', 'a');
  const a = { ...componentOf(['pkg:npm/a@1.0.0']), ref: 'a' };
  const app = { ...componentOf(['pkg:npm/app@1.0.0']), ref: 'app' };
  const sbom: Sbom = {
    ...sbomOf([a, app]),
    root: 'app',
    relations: [{ from: 'app', to: 'a', kind: 'depends-on', path: '' }],
  };
  return {
    sbom,
    documents: [{ ...record, id: 'GHSA-1', aliases: ['CVE-2026-0001'] }],
    options: { vex, ignores, trust: { suppliers: ['supplier'], operator: 'operator' } },
  };
}

let made = 0;

/** A component with all its names. */
function componentOf(names: readonly string[]): Component {
  const component: Record<string, unknown> = {
    ref: `c${++made}`,
    type: 'library',
    name: 'x',
    cpes: [],
    hashes: [],
    licenses: [],
    identifiers: [],
    path: '',
  };
  for (const name of names) Object.assign(component, named(name));
  return component as unknown as Component;
}

function named(name: string): Partial<Component> {
  const [, kind = '', value = ''] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
  switch (kind) {
    case 'pkg': {
      const version = /@([^?#]+)/.exec(name.replace('/%40', ''))?.[1];
      return { purl: name, ...(version ? { version: decodeURIComponent(version) } : {}) };
    }
    case 'cpe': {
      const type = name.includes(':o:') ? 'operating-system' : 'application';
      return { cpes: [name], type };
    }
    case 'hash': {
      const [algorithm = '', digest = ''] = value.split(':');
      return { hashes: [{ algorithm: algorithm.replace('sha', 'SHA-'), value: digest }] };
    }
    case 'os': {
      const [id = '', version = ''] = value.split('-');
      return { type: 'operating-system', name: id, version };
    }
    case 'name': {
      const [vendor = '', product = '', version = ''] = value.split('/');
      return { name: product, version, supplier: { name: vendor, urls: [] } };
    }
    default:
      return { identifiers: [{ type: kind, value }] };
  }
}

function sbomOf(components: readonly Component[]): Sbom {
  return {
    format: 'cyclonedx',
    version: '1.6',
    identity: null,
    created: null,
    authors: [],
    tools: [],
    root: null,
    components,
    relations: [],
    completeness: 'unknown',
    completenessOf: new Map(),
    dependenciesKnown: new Set(),
  };
}

function judged(result: ScanResult, ref: string): Judged {
  const own = <T extends { readonly component: Component }>(list: readonly T[]) =>
    list.find(({ component }) => component.ref === ref);
  const match = own(result.matches);
  if (match !== undefined) return { verdict: match.status, code: null };
  const open = own(result.undecidable);
  if (open !== undefined) return { verdict: 'undecidable', code: open.reason };
  if (own(result.candidates) !== undefined) return { verdict: 'candidate', code: null };
  const closed = own(result.suppressed) ?? own(result.cleared);
  if (closed !== undefined) return { verdict: closed.status, code: null };
  const without = own(result.unidentified);
  return without === undefined
    ? { verdict: 'silent', code: null }
    : { verdict: 'no_data', code: without.reason };
}

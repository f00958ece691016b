/** The CSAF 2.0 to CSAF 2.1 converter (CSAF 2.1 §9.1.18), with a report of what it changed. */
import type { Loss } from '../../../core/issue.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readJson,
} from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import { checkCsaf, versionOf } from '../check.ts';
import type { CsafIssue } from '../issues.ts';
import { SCHEMA_21_URL } from '../schema/csaf.ts';
import { convertHead } from './head.ts';
import { type ConvertOptions, type Edit, Ledger, mapEach, mapObject } from './ledger.ts';
import { convertTree } from './tree.ts';
import { convertVulnerability } from './vulnerability.ts';

export interface CsafConversion {
  /** The document of 2.1, its keys sorted; absent when there was none to convert. */
  readonly output?: string;
  /** What could not be carried, and what was changed on the way, by place in the source. */
  readonly losses: readonly Loss[];
  /** Why there is no output, or what is still wrong with the output (schema, mandatory tests). */
  readonly issues: readonly CsafIssue[];
}

/** Converts a document of 2.0; the output is checked against schema and mandatory tests of 2.1. */
export function convertCsaf(
  input: string | Uint8Array,
  options: ConvertOptions = {},
): CsafConversion {
  const read = readJson(input, { maxBytes: LIMITS.csaf.documentBytes });
  if (!read.ok) return { losses: [], issues: read.issues };
  const root = read.value;
  if (!isJsonObject(root) || versionOf(root) !== '2.0') {
    const { issues } = checkCsaf('{"document":{}}', { tests: ['schema'] });
    return { losses: [], issues };
  }
  const ledger = new Ledger();
  const unknown = checkCsaf(input, { tests: ['6.2.20'] }).tests[0]?.issues ?? [];
  const dropped = new Set(unknown.map(({ path }) => path));
  for (const path of dropped)
    ledger.note(path, 'The property is defined in no schema of 2.0 and was left out.');
  const known = without(root, '', dropped) as JsonObject;
  const output = JSON.stringify(sorted(convertRoot(known, ledger, options)), null, 2);
  const report = checkCsaf(output, { tests: ['basic'] });
  const issues = report.tests.flatMap((test) => test.issues);
  return { output, losses: ledger.losses, issues };
}

function convertRoot(root: JsonObject, ledger: Ledger, options: ConvertOptions): JsonObject {
  const leaped = leapSeconds(root, '', ledger) as JsonObject;
  const vulnerabilities: Edit = (item, path) =>
    isJsonObject(item) ? convertVulnerability(item, path, leaped, ledger, options) : item;
  return {
    $schema: SCHEMA_21_URL,
    ...mapObject(leaped, {
      document: (value) => (isJsonObject(value) ? convertHead(value, leaped, ledger) : value),
      product_tree: (value) =>
        isJsonObject(value) ? convertTree(value, ledger, options.completeNumbers === true) : value,
      vulnerabilities: (value) => mapEach(value, '/vulnerabilities', vulnerabilities),
    }),
  };
}

/** Members that no schema of 2.0 defines are not carried (§9.1.18). */
function without(value: JsonValue, path: string, dropped: ReadonlySet<string>): JsonValue {
  if (dropped.size === 0) return value;
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item, i) => without(item, `${path}/${i}`, dropped));
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !dropped.has(`${path}/${name}`));
  return Object.fromEntries(
    kept.map(([name, member]) => [name, without(member, `${path}/${name}`, dropped)]),
  );
}

const DATES = /^(?:.*_date|date)$/;
const LEAP = /^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:)60(?:\.\d+)?/;

/** 2.1 forbids leap seconds: the last microseconds before stand in for them. */
function leapSeconds(value: JsonValue, path: string, ledger: Ledger): JsonValue {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item, i) =>
      leapSeconds(item, `${path}/${i}`, ledger),
    );
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const place = `${path}/${name}`;
      if (!DATES.test(name) || typeof member !== 'string' || !LEAP.test(member)) {
        return [name, leapSeconds(member, place, ledger)];
      }
      ledger.note(place, `The leap second of ${member} was replaced: 2.1 forbids leap seconds.`);
      return [name, member.replace(LEAP, '$159.999999')];
    }),
  );
}

/** §5.3: keys in alphabetical order. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}

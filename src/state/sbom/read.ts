/** Any SBOM: recognised, checked against the schema of its version, read into the model. */
import type { Issue } from '../../core/issue.ts';
import { textOf } from '../../core/json/member.ts';
import { readJson } from '../../core/json/read.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import { checkShape } from '../../core/shape/shape.ts';
import { readXml } from '../../core/xml/index.ts';
import { bomShape } from './cyclonedx/check.ts';
import { readBom } from './cyclonedx/read.ts';
import { CYCLONEDX_VERSIONS, isCycloneDxVersion } from './cyclonedx/version.ts';
import { checkBomXml } from './cyclonedx/xml-check.ts';
import { bomFromXml } from './cyclonedx/xml-read.ts';
import { sbomIssue } from './issues.ts';
import type { Sbom } from './model.ts';
import { qualityOf } from './quality.ts';
import { readSpdx2 } from './spdx/read.ts';
import { documentShape, type SpdxVersion } from './spdx/shape.ts';
import { readTagValue } from './spdx/tag-value.ts';
import { readSpdx3 } from './spdx3/read.ts';
import type { SpdxSecurity } from './spdx3/security.ts';

export interface ReadSbom {
  /** null where the document is not recognised. */
  readonly sbom: Sbom | null;
  readonly format: Sbom['format'] | 'unknown';
  /** As the document writes it; empty where it says none. */
  readonly version: string;
  /** What breaks the standard. */
  readonly issues: readonly Issue[];
  /** What the standard allows and a reader regrets. */
  readonly quality: readonly Issue[];
  /** The document as JSON, for its canonical digest; absent where it is written in another form. */
  readonly json?: JsonValue;
  /** What an SPDX 3 document says of vulnerabilities. */
  readonly security?: SpdxSecurity;
}

/** Reads text or UTF-8 bytes; a document with errors is read as far as it can be. */
export function readSbom(input: string | Uint8Array): ReadSbom {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  if (/^\uFEFF?\s*\{/.test(text)) return readJsonSbom(input);
  if (looksLikeXml(input)) return readXmlSbom(input);
  if (/^SPDXVersion:/m.test(text.slice(0, LIMITS.sbom.headChars))) return readTagValueSbom(text);
  return unrecognised('The document is neither JSON nor XML nor SPDX tag-value');
}

function readJsonSbom(input: string | Uint8Array): ReadSbom {
  const json = readJson(input, { maxBytes: LIMITS.sbom.bytes });
  if (!json.ok) return { ...unrecognised('JSON'), issues: json.issues };
  if (!isJsonObject(json.value)) return unrecognised('The document is no JSON object');
  const read = readObject(json.value);
  return { ...read, issues: [...json.issues, ...read.issues], json: json.value };
}

function readObject(document: JsonObject): ReadSbom {
  if (textOf(document, 'spdxVersion') !== undefined) return readSpdxObject(document);
  if (looksLikeSpdx3(document)) return readSpdx3Object(document);
  const version = textOf(document, 'specVersion');
  if (textOf(document, 'bomFormat') === undefined && version === undefined) {
    return unrecognised('There is no "bomFormat", "spdxVersion" or "@context" of SPDX');
  }
  if (!isCycloneDxVersion(version) || version === '1.0' || version === '1.1') {
    const known = CYCLONEDX_VERSIONS.slice(2).join(', ');
    const issue = sbomIssue('sbom-version', '/specVersion', `"${version}" is not among ${known}`);
    return {
      sbom: null,
      format: 'cyclonedx',
      version: version ?? '',
      issues: [issue],
      quality: [],
    };
  }
  const shape = checkShape(bomShape(version), document, `CycloneDX ${version}`);
  const { sbom, issues } = readBom(document, version);
  return finished(sbom, [...shape, ...issues]);
}

function readSpdxObject(document: JsonObject): ReadSbom {
  const version = textOf(document, 'spdxVersion');
  if (version !== 'SPDX-2.2' && version !== 'SPDX-2.3') {
    const detail = `"${version}" is neither SPDX-2.2 nor SPDX-2.3`;
    const issue = sbomIssue('sbom-version', '/spdxVersion', detail);
    return { sbom: null, format: 'spdx', version: version ?? '', issues: [issue], quality: [] };
  }
  const shape = checkShape(spdxShape(version), document, 'SPDX 2.3 §6');
  const { sbom, issues } = readSpdx2(document, version);
  return finished(sbom, [...shape, ...issues]);
}

/** JSON-LD: its context says which version of which standard it is. */
function looksLikeSpdx3(document: JsonObject): boolean {
  return textOf(document, '@context')?.startsWith('https://spdx.org/rdf/') === true;
}

function readSpdx3Object(document: JsonObject): ReadSbom {
  const context = textOf(document, '@context') ?? '';
  const version = /^https:\/\/spdx\.org\/rdf\/(?:v?)(\d[^/]*)\//.exec(context)?.[1] ?? '';
  if (!/^3\.0(?:\.\d+)?$/.test(version)) {
    const issue = sbomIssue('sbom-version', '/@context', `"${context}" is neither 3.0.0 nor 3.0.1`);
    return { sbom: null, format: 'spdx', version, issues: [issue], quality: [] };
  }
  const { sbom, security, issues } = readSpdx3(document);
  return { ...finished(sbom, issues), security };
}

function readTagValueSbom(text: string): ReadSbom {
  const { document, issues } = readTagValue(text);
  const read = readSpdxObject(document as JsonObject);
  return { ...read, issues: [...issues, ...read.issues] };
}

/** The first character of a document in any encoding that XML can have. */
function looksLikeXml(input: string | Uint8Array): boolean {
  if (typeof input === 'string') return /^\uFEFF?\s*</.test(input);
  const head = new TextDecoder('latin1').decode(input.subarray(0, 64));
  return /^(?:ï»¿|þÿ|ÿþ)?[\s\0]*</.test(head);
}

const NAMESPACE = 'http://cyclonedx.org/schema/bom/';

function readXmlSbom(input: string | Uint8Array): ReadSbom {
  const xml = readXml(input, { maxBytes: LIMITS.sbom.bytes });
  if (!xml.ok) return { ...unrecognised('XML'), issues: xml.issues };
  const root = xml.value;
  const version = root.namespace.startsWith(NAMESPACE)
    ? root.namespace.slice(NAMESPACE.length)
    : '';
  if (root.local !== 'bom' || !isCycloneDxVersion(version)) {
    const known = CYCLONEDX_VERSIONS.map((each) => `${NAMESPACE}${each}`).join(', ');
    const issue = sbomIssue(
      'sbom-version',
      `/${root.name}`,
      `"${root.namespace}" is not among ${known}`,
    );
    return {
      sbom: null,
      format: 'cyclonedx',
      version,
      issues: [...xml.issues, issue],
      quality: [],
    };
  }
  const shape = checkBomXml(root, version);
  const { bom, place } = bomFromXml(root);
  const read = readBom(bom, version);
  const placed = <T extends { readonly path: string }>(each: T): T => ({
    ...each,
    path: place(each.path),
  });
  const sbom: Sbom = {
    ...read.sbom,
    components: read.sbom.components.map(placed),
    relations: read.sbom.relations.map(placed),
  };
  const issues = [...xml.issues, ...shape, ...read.issues.map(placed)];
  const quality = qualityOf(read.sbom).map(placed);
  return { sbom, format: 'cyclonedx', version, issues, quality };
}

const shapes = new Map<SpdxVersion, ReturnType<typeof documentShape>>();

function spdxShape(version: SpdxVersion) {
  const known = shapes.get(version) ?? documentShape(version);
  shapes.set(version, known);
  return known;
}

function finished(sbom: Sbom, issues: readonly Issue[]): ReadSbom {
  const { format, version } = sbom;
  return { sbom, format, version, issues, quality: qualityOf(sbom) };
}

function unrecognised(detail: string): ReadSbom {
  const issues = [sbomIssue('sbom-unrecognised', '', detail)];
  return { sbom: null, format: 'unknown', version: '', issues, quality: [] };
}

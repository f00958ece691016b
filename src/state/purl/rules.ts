/** The rules of the types (ECMA-427 §5.7): canonical forms, and what a type asks for. */
import { excerpt, type PurlIssue, purlIssue } from './issues.ts';
import type { Purl, RawPurl } from './model.ts';
import { PURL_TYPES, type PurlType } from './types.table.ts';

/** The components in canonical form, and what breaks a rule. */
export function applyRules(raw: RawPurl): { readonly purl: Purl; readonly issues: PurlIssue[] } {
  const rules = PURL_TYPES.get(raw.type);
  const shaped = raw.type === 'git' ? repositoryPath(raw) : raw;
  const folded = rules === undefined ? shaped : fold(shaped, rules);
  const purl = toPurl(special(folded));
  const issues = rules === undefined ? [unknownType(raw.type)] : typeIssues(purl, rules);
  return { purl, issues };
}

/** ECMA-427 §5.7: a warning, for a type that is not registered is valid. */
function unknownType(type: string): PurlIssue {
  const message = `The type ${excerpt(type)} is not registered.`;
  return purlIssue('purl-type-unknown', message, '/type', 'warning');
}

/** Type git: the namespace is the host alone, the name is the path on it. */
function repositoryPath(raw: RawPurl): RawPurl {
  const [host, ...path] = raw.namespace;
  if (host === undefined) return raw;
  return { ...raw, namespace: [host], name: [...path, raw.name].join('/') };
}

/** "If false, the canonical form shall be lowercased" (case_sensitive of the type definitions). */
function fold(raw: RawPurl, { lower = [] }: PurlType): RawPurl {
  if (lower.length === 0) return raw;
  const has = (component: 'namespace' | 'name' | 'version' | 'subpath') =>
    lower.includes(component);
  return {
    ...raw,
    namespace: has('namespace') ? raw.namespace.map((part) => part.toLowerCase()) : raw.namespace,
    name: has('name') ? raw.name.toLowerCase() : raw.name,
    version: has('version') ? raw.version.toLowerCase() : raw.version,
    subpath: has('subpath') ? raw.subpath.map((part) => part.toLowerCase()) : raw.subpath,
  };
}

/** Rules that the definitions state in words. */
function special(raw: RawPurl): RawPurl {
  switch (raw.type) {
    case 'pypi':
      return { ...raw, name: raw.name.replaceAll('_', '-') };
    case 'pub':
      return { ...raw, name: raw.name.replace(/[^a-z0-9_]/gu, '_') };
    case 'hackage':
      return { ...raw, name: raw.name.replace(/[\s_]+/g, '-') };
    case 'cpan':
      return { ...raw, namespace: raw.namespace.map((part) => part.toUpperCase()) };
    case 'mlflow':
      return isDatabricks(raw) ? { ...raw, name: raw.name.toLowerCase() } : raw;
    case 'swid':
      return { ...raw, qualifiers: lowerGuid(raw.qualifiers) };
    default:
      return raw;
  }
}

/** Type mlflow: Databricks ignores case, Azure ML does not. */
function isDatabricks({ qualifiers }: RawPurl): boolean {
  const url = qualifiers.get('repository_url') ?? '';
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#:]*)/i.exec(url)?.[1] ?? '';
  return /(?:^|\.)[a-z]*databricks\.(?:net|com)$/i.test(host);
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Type swid: a tag_id that is a GUID is in lower case. */
function lowerGuid(qualifiers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const tag = qualifiers.get('tag_id');
  if (tag === undefined || !GUID.test(tag)) return qualifiers;
  return new Map([...qualifiers, ['tag_id', tag.toLowerCase()]]);
}

function toPurl({ type, namespace, name, version, qualifiers, subpath }: RawPurl): Purl {
  return {
    type,
    namespace: namespace.length === 0 ? null : namespace.join('/'),
    name,
    version: version === '' ? null : version,
    qualifiers: Object.fromEntries([...qualifiers].sort(([a], [b]) => (a < b ? -1 : 1))),
    subpath: subpath.length === 0 ? null : subpath.join('/'),
  };
}

function typeIssues(purl: Purl, rules: PurlType): PurlIssue[] {
  return [
    ...namespaceIssues(purl, rules),
    ...formIssues(purl, rules),
    ...requiredQualifiers(purl, rules),
  ];
}

function namespaceIssues({ type, namespace }: Purl, rules: PurlType): PurlIssue[] {
  if (rules.namespace === 'required' && namespace === null) {
    const message = `A ${type} package has a namespace.`;
    return [purlIssue('purl-namespace-required', message, '/namespace')];
  }
  if (rules.namespace === 'prohibited' && namespace !== null) {
    const message = `A ${type} package has no namespace, here it is "${excerpt(namespace)}".`;
    return [purlIssue('purl-namespace-prohibited', message, '/namespace')];
  }
  if (type === 'swid' && namespace !== null && namespace.split('/').length > 2) {
    const message = 'The namespace of a SWID tag has two segments at most: name and regid.';
    return [purlIssue('purl-namespace-form', message, '/namespace')];
  }
  return [];
}

function formIssues({ type, name, version }: Purl, rules: PurlType): PurlIssue[] {
  const issues: PurlIssue[] = [];
  if (rules.nameForm !== undefined && !rules.nameForm.test(name)) {
    const message = `"${excerpt(name)}" is no name of a ${type} package.`;
    issues.push(purlIssue('purl-name-form', message, '/name'));
  }
  if (version !== null && rules.versionForm !== undefined && !rules.versionForm.test(version)) {
    const message = `"${excerpt(version)}" is no version of a ${type} package.`;
    issues.push(purlIssue('purl-version-form', message, '/version'));
  }
  return issues;
}

function requiredQualifiers({ type, qualifiers }: Purl, rules: PurlType): PurlIssue[] {
  return (rules.required ?? [])
    .filter((key) => !Object.hasOwn(qualifiers, key))
    .map((key) =>
      purlIssue('purl-qualifier-required', `A ${type} package has a ${key}.`, `/qualifiers/${key}`),
    );
}

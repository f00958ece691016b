/** Entries of JVN iPedia, out of both of its forms. Texts stay as they are written. */
import { attributeOf, type XmlElement } from '../../core/xml/index.ts';

/** Namespaces of MyJVN's documents (https://jvndb.jvn.jp/apis). */
export const RSS = 'http://purl.org/rss/1.0/';
const DC = 'http://purl.org/dc/elements/1.1/';
const TERMS = 'http://purl.org/dc/terms/';

export interface JvnScore {
  readonly version: string;
  readonly vector: string;
  readonly score: string;
  readonly severity: string;
  readonly path: string;
}

export interface JvnReference {
  /** E.g. `CVE`, `JVN`, `CWE`, or the type and name of a related item. */
  readonly source: string;
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly path: string;
}

export interface JvnProduct {
  readonly vendor: string;
  readonly product: string;
  readonly cpe: string;
  /** As written, e.g. `1.0 から 1.2`: no range that a program should guess. */
  readonly versions: readonly string[];
  readonly path: string;
}

export interface JvnEntry {
  readonly form: 'jvnrss' | 'vuldef';
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly about: string;
  /** As written; empty where it is missing. */
  readonly issued: string;
  readonly modified: string;
  readonly publicDate: string;
  readonly scores: readonly JvnScore[];
  readonly references: readonly JvnReference[];
  readonly products: readonly JvnProduct[];
  readonly solution: string;
}

/** Child elements of a local name in any namespace: releases of the modules differ in theirs. */
export function named(element: XmlElement | undefined, local: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.local === local,
  );
}

/** Text directly within, without outer space: never changed otherwise. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function inside(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, local) => named(at, local)[0], element);
}

const at = (path: string, list: string, i: number) => `${path}/${list}[${i + 1}]`;

/** An `item` of JVNRSS 2.0. */
export function readItem(item: XmlElement): JvnEntry {
  const child = (local: string, namespace: string) =>
    named(item, local).find((each) => each.namespace === namespace);
  return {
    form: 'jvnrss',
    id: textIn(named(item, 'identifier')[0]),
    title: textIn(child('title', RSS)),
    description: textIn(child('description', RSS)),
    link: textIn(child('link', RSS)),
    about: item.attributes.find(({ local }) => local === 'about')?.value ?? '',
    issued: textIn(child('issued', TERMS)),
    modified: textIn(child('modified', TERMS)) || textIn(child('date', DC)),
    publicDate: '',
    scores: named(item, 'cvss').map((cvss, i) => ({
      version: attributeOf(cvss, 'version') ?? '',
      vector: attributeOf(cvss, 'vector') ?? '',
      score: attributeOf(cvss, 'score') ?? '',
      severity: attributeOf(cvss, 'severity') ?? '',
      path: at('', 'sec:cvss', i),
    })),
    references: named(item, 'references').map((reference, i) => ({
      source: attributeOf(reference, 'source') ?? '',
      id: attributeOf(reference, 'id') ?? '',
      title: attributeOf(reference, 'title') ?? '',
      url: textIn(reference),
      path: at('', 'sec:references', i),
    })),
    products: named(item, 'cpe').map((cpe, i) => ({
      vendor: attributeOf(cpe, 'vendor') ?? '',
      product: attributeOf(cpe, 'product') ?? '',
      cpe: textIn(cpe),
      versions: [],
      path: at('', 'sec:cpe', i),
    })),
    solution: '',
  };
}

/** A `Vulinfo` of VULDEF 3. */
export function readVulinfo(vulinfo: XmlElement): JvnEntry {
  const data = inside(vulinfo, 'VulinfoData');
  const texts = (list: string, item: string, text: string) =>
    named(inside(data, list), item)
      .map((each) => textIn(inside(each, text)))
      .join('\n');
  return {
    form: 'vuldef',
    id: textIn(inside(vulinfo, 'VulinfoID')),
    title: textIn(inside(data, 'Title')),
    description: textIn(inside(data, 'VulinfoDescription', 'Overview')),
    link: '',
    about: '',
    issued: textIn(inside(data, 'DateFirstPublished')),
    modified: textIn(inside(data, 'DateLastUpdated')),
    publicDate: textIn(inside(data, 'DatePublic')),
    scores: named(inside(data, 'Impact'), 'Cvss').map((cvss, i) => ({
      version: attributeOf(cvss, 'version') ?? '',
      vector: textIn(inside(cvss, 'Vector')),
      score: textIn(inside(cvss, 'Base')),
      severity: textIn(inside(cvss, 'Severity')),
      path: at('/VulinfoData/Impact', 'Cvss', i),
    })),
    references: named(inside(data, 'Related'), 'RelatedItem').map((related, i) => ({
      source: attributeOf(related, 'type') ?? '',
      id: textIn(inside(related, 'VulinfoID')),
      title: textIn(inside(related, 'Name')),
      url: textIn(inside(related, 'URL')),
      path: at('/VulinfoData/Related', 'RelatedItem', i),
    })),
    products: named(inside(data, 'Affected'), 'AffectedItem').map((item, i) => ({
      vendor: textIn(inside(item, 'Name')),
      product: textIn(inside(item, 'ProductName')),
      cpe: textIn(inside(item, 'Cpe')),
      versions: named(item, 'VersionNumber').map(textIn),
      path: at('/VulinfoData/Affected', 'AffectedItem', i),
    })),
    solution: texts('Solution', 'SolutionItem', 'Description'),
  };
}

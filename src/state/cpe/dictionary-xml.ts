/** The dictionary of NIST in XML, 2.2 with the extension of 2.3 (NISTIR 7697 §6). */
import type { ByteSource } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  cutXml,
  textOf,
  type XmlElement,
} from '../../core/xml/index.ts';
import {
  CpeDictionary,
  type Deprecation,
  type DeprecationType,
  type DictionaryEntry,
} from './dictionary.ts';
import { bindToFs } from './formatted-string.ts';
import { cpeIssue, excerpt } from './issues.ts';
import { parseCpe } from './parse.ts';
import { bindToUri } from './uri.ts';

const EXTENSION = 'http://scap.nist.gov/schema/cpe-extension/2.3';
const TYPES: readonly string[] = ['NAME_CORRECTION', 'NAME_REMOVAL', 'ADDITIONAL_INFORMATION'];

export interface ReadDictionary {
  readonly dictionary: CpeDictionary;
  readonly issues: readonly Issue[];
}

/** Reads a dictionary of any size; memory holds its entries and one item's text. */
export async function readDictionaryXml(source: ByteSource): Promise<ReadDictionary> {
  const dictionary = new CpeDictionary();
  const issues: Issue[] = [];
  const select = ({ local }: { readonly local: string }) => local === 'cpe-item';
  for await (const piece of cutXml(source, { select })) {
    if (piece.kind !== 'element') {
      issues.push(...piece.issues);
      continue;
    }
    const read = readItem(piece.element, piece.path);
    issues.push(...read.issues);
    if (read.entry !== null) dictionary.add(read.entry, piece.path);
  }
  if (dictionary.size === 0 && issues.length === 0) {
    issues.push(cpeIssue('cpe-dictionary', 'There is no cpe-item in the document.'));
  }
  return { dictionary, issues: [...issues, ...dictionary.issues] };
}

function readItem(element: XmlElement, path: string) {
  const issues: Issue[] = [];
  const item = childOf(element, 'cpe23-item', EXTENSION);
  const uri = attributeOf(element, 'name') ?? '';
  const text = (item === undefined ? undefined : attributeOf(item, 'name')) ?? uri;
  const name = parseCpe(text);
  issues.push(...name.issues.map((found) => ({ ...found, path: path + found.path })));
  if (!name.ok) return { entry: null, issues };
  const bound = parseCpe(uri);
  if (item !== undefined && (!bound.ok || bindToUri(bound.value) !== bindToUri(name.value))) {
    const message = `"${excerpt(uri)}" is not the URI of "${excerpt(text)}".`;
    issues.push(cpeIssue('cpe-dictionary-binding', message, path, 'warning'));
  }
  const deprecations = item === undefined ? [] : readDeprecations(item);
  const old = attributeOf(element, 'deprecated_by');
  if (deprecations.length === 0 && old !== undefined)
    deprecations.push(oldDeprecation(element, old));
  const entry: DictionaryEntry = {
    name: name.value,
    fs: bindToFs(name.value),
    titles: childrenOf(element, 'title').map((title) => ({
      language: title.attributes.find(({ local }) => local === 'lang')?.value ?? '',
      text: textOf(title).trim(),
    })),
    references: childrenOf(element, 'references')
      .flatMap((list) => childrenOf(list, 'reference'))
      .map((reference) => attributeOf(reference, 'href') ?? ''),
    deprecated: attributeOf(element, 'deprecated') === 'true' || deprecations.length > 0,
    deprecations,
  };
  return { entry, issues };
}

/** `cpe-23:deprecation` may stand several times, with several names each. */
function readDeprecations(item: XmlElement): Deprecation[] {
  return childrenOf(item, 'deprecation').flatMap((deprecation) => {
    const date = attributeOf(deprecation, 'date') ?? '';
    return childrenOf(deprecation, 'deprecated-by').map((by) => ({
      date,
      type: typeOf(attributeOf(by, 'type')),
      by: formatted(attributeOf(by, 'name') ?? ''),
    }));
  });
}

/** Dictionaries of 2.2 have one attribute. */
function oldDeprecation(element: XmlElement, by: string): Deprecation {
  const date = attributeOf(element, 'deprecation_date') ?? '';
  return { date, type: 'unstated', by: formatted(by) };
}

/** One form of the name, so that it can be looked up; the text as it is where it is no name. */
function formatted(text: string): string {
  const name = parseCpe(text);
  return name.ok ? bindToFs(name.value) : text;
}

function typeOf(text: string | undefined): DeprecationType {
  return text !== undefined && TYPES.includes(text) ? (text as DeprecationType) : 'unstated';
}

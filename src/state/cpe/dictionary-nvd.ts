/** The dictionary as pages of the NVD products API 2.0 (`products[].cpe`). */
import type { Issue } from '../../core/issue.ts';
import { CpeDictionary, type DictionaryEntry } from './dictionary.ts';
import type { ReadDictionary } from './dictionary-xml.ts';
import { bindToFs } from './formatted-string.ts';
import { cpeIssue } from './issues.ts';
import { parseCpe } from './parse.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads one page, or adds it to a dictionary that has the earlier ones. */
export function readDictionaryNvd(
  page: unknown,
  dictionary: CpeDictionary = new CpeDictionary(),
): ReadDictionary {
  const products = isObject(page) ? page.products : undefined;
  if (!Array.isArray(products)) {
    return { dictionary, issues: [cpeIssue('cpe-dictionary', 'There is no list of products.')] };
  }
  const issues: Issue[] = [];
  const before = dictionary.issues.length;
  for (const [index, product] of products.entries()) {
    const path = `/products/${index}/cpe`;
    const read = readProduct(isObject(product) ? product.cpe : undefined, path);
    issues.push(...read.issues);
    if (read.entry !== null) dictionary.add(read.entry, path);
  }
  return { dictionary, issues: [...issues, ...dictionary.issues.slice(before)] };
}

function readProduct(cpe: unknown, path: string) {
  if (!isObject(cpe) || typeof cpe.cpeName !== 'string') {
    return { entry: null, issues: [cpeIssue('cpe-dictionary', 'A product has no name.', path)] };
  }
  const name = parseCpe(cpe.cpeName);
  const issues = name.issues.map((found) => ({ ...found, path: `${path}/cpeName${found.path}` }));
  if (!name.ok) return { entry: null, issues };
  const entry: DictionaryEntry = {
    name: name.value,
    fs: bindToFs(name.value),
    titles: objects(cpe.titles).map(({ title, lang }) => ({
      language: String(lang ?? ''),
      text: String(title ?? ''),
    })),
    references: objects(cpe.refs).map(({ ref }) => String(ref ?? '')),
    deprecated: cpe.deprecated === true,
    deprecations: objects(cpe.deprecatedBy).map(({ cpeName }) => ({
      // NVD does not say when.
      date: '',
      type: 'unstated',
      by: formatted(String(cpeName ?? '')),
    })),
  };
  return { entry, issues };
}

function formatted(text: string): string {
  const name = parseCpe(text);
  return name.ok ? bindToFs(name.value) : text;
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the parts of one advisory have in common while it is projected. */
import type { Identifier } from '../../event/stix/types.ts';
import { parsePurl } from '../../state/purl/index.ts';
import { branchNames, type CsafProduct, groupsOf, productsOf, purlsOf } from '../csaf/products.ts';
import type { Source } from '../mapping/index.ts';
import { isCpe23, type Projector, softwareOf } from '../projection/index.ts';
import { line, lines, said } from './words.ts';

/** Names beyond this stand once, in the note on products; elsewhere their ids do. */
const SHOWN_CHARS = 256;

export class Advisory {
  readonly document: Source;
  readonly projector: Projector;
  /** What names the advisory in ids: publisher's namespace and tracking id. */
  readonly key: string;
  readonly #products: ReadonlyMap<string, CsafProduct>;
  readonly #groups: ReadonlyMap<string, Source>;
  readonly #software = new Map<string, readonly Identifier[]>();

  constructor(document: Source, projector: Projector) {
    this.document = document;
    this.projector = projector;
    const head = document.at('document');
    const namespace = head.at('publisher').seeText('namespace') ?? '';
    this.key = `csaf:${namespace} ${head.at('tracking').seeText('id') ?? ''}`;
    this.#products = productsOf(document);
    this.#groups = groupsOf(document);
  }

  /** Every product with its id and names. */
  productLines(): string[] {
    return [...this.#products.values()].map((product) => {
      const { source, path } = product;
      const helper = source.at('product_identification_helper');
      const found = said(helper, ['cpe', 'purl', 'purls', 'model_numbers', 'skus', 'sbom_urls']);
      const parts = path === undefined ? [] : pathWords(path);
      const more = [...parts, ...found];
      const name = line(source, ['product_id', 'name'], ': ') ?? product.id;
      return more.length === 0 ? name : `${name} (${more.join(', ')})`;
    });
  }

  groupLines(): string[] {
    return [...this.#groups.values()].map((group) => {
      const head = line(group, ['group_id', 'summary'], ' ') ?? '';
      return `${head}: ${group.texts('product_ids').join(', ')}`;
    });
  }

  /** The products of an item, for people. */
  namesOf(item: Source): string {
    const products = item.texts('product_ids').map((id) => this.nameOf(id));
    return [...products, ...item.texts('group_ids')].join('; ');
  }

  nameOf(id: string): string {
    const name = this.#products.get(id)?.source.seeText('name');
    return name === undefined || name.length > SHOWN_CHARS ? id : name;
  }

  /** The observables of a product. */
  softwareOf(id: string): readonly Identifier[] {
    const made = this.#software.get(id);
    if (made !== undefined) return made;
    const product = this.#products.get(id);
    const software = product === undefined ? [] : this.#observe(product);
    this.#software.set(id, software);
    return software;
  }

  #observe(product: CsafProduct): Identifier[] {
    const { vendor, product_name, product_version: version } = branchNames(product);
    const helper = product.source.at('product_identification_helper');
    const cpe = helper.textIf('cpe', isCpe23);
    const name = product_name ?? product.source.text('name');
    const named = { name, vendor, version, cpe };
    const purls = purlsOf(product, (purl) => parsePurl(purl).ok);
    const packages = purls.flatMap((purl) => softwareOf(this.projector, { purl }));
    return [...new Set([...packages, ...softwareOf(this.projector, named)])];
  }
}

/** 2.0: `default_component_of: A, B`; 2.1: `A, installed_on C`. */
function pathWords(path: Source): string[] {
  const old = lines([
    line(path, ['product_reference', 'category', 'relates_to_product_reference'], ' '),
  ]);
  const begin = lines([path.text('beginning_product_reference')]);
  const steps = path
    .items('subpaths')
    .map((step) => line(step, ['category', 'next_product_reference'], ' '));
  return [...old, ...begin, ...lines(steps)];
}

/** Products of a CSAF document as OpenVEX names them. */
import type { JsonObject } from '../../core/json/value.ts';
import { IRI_REFERENCE } from '../../core/shape/form.ts';
import { parsePurl } from '../../state/purl/index.ts';
import { type CsafProduct, firstPurlOf } from '../csaf/products.ts';
import type { Source } from '../mapping/index.ts';

/** OpenVEX 0.2.0, hashes, by the names that CSAF uses. */
const ALGORITHMS = new Map(
  (
    'md5 sha1 sha-256 sha-384 sha-512 sha3-224 sha3-256 sha3-384 sha3-512 ' +
    'blake2s-256 blake2b-256 blake2b-512'
  )
    .split(' ')
    .map((name) => [name.replaceAll('-', ''), name]),
);

export class OpenVexProducts {
  readonly #products: ReadonlyMap<string, CsafProduct>;
  readonly #made = new Map<string, JsonObject>();

  constructor(products: ReadonlyMap<string, CsafProduct>) {
    this.#products = products;
  }

  has(id: string): boolean {
    return this.#products.has(id);
  }

  /**
   * CSAF 2.0 §3.2.2.4: a product within another. Where the combination has no identifier of its own,
   * the claim is about the part, in this whole only.
   */
  componentOf(id: string): JsonObject {
    const made = this.#made.get(id);
    if (made !== undefined) return made;
    const product = this.#products.get(id);
    const component = product === undefined ? {} : this.#component(product);
    this.#made.set(id, component);
    return component;
  }

  #component(product: CsafProduct): JsonObject {
    const identified = hasIdentifier(product);
    if (product.path === undefined || identified) return named(product);
    const ends = partAndWhole(product.path);
    const part = this.#products.get(ends?.part ?? '');
    const whole = this.#products.get(ends?.whole ?? '');
    if (ends === undefined || part === undefined || whole === undefined) return named(product);
    ends.carry();
    return { ...named(whole), subcomponents: [named(part)] };
  }
}

function hasIdentifier({ source }: CsafProduct): boolean {
  const helper = source.at('product_identification_helper');
  return ['cpe', 'purl', 'purls'].some((name) => helper.see(name) !== undefined);
}

/** `@id` is the package URL, else the product id: OpenVEX asks for an IRI, also a relative one. */
function named(product: CsafProduct): JsonObject {
  const { source, id } = product;
  const helper = source.at('product_identification_helper');
  const purl = firstPurlOf(product, isPurl);
  const cpe = helper.text('cpe');
  const identifiers = { purl, [cpe?.startsWith('cpe:2.3:') ? 'cpe23' : 'cpe22']: cpe };
  const known = Object.entries(identifiers).filter(([, text]) => text !== undefined);
  const hashes = hashesOf(helper);
  if (purl === undefined) source.text('product_id');
  return {
    '@id': purl ?? (IRI_REFERENCE.test(id) ? id : encodeURIComponent(id)),
    ...(known.length === 0 ? {} : { identifiers: Object.fromEntries(known) as JsonObject }),
    ...(Object.keys(hashes).length === 0 ? {} : { hashes }),
  };
}

function isPurl(text: string): boolean {
  return parsePurl(text).ok;
}

function hashesOf(helper: Source): JsonObject {
  const hashes: Record<string, string> = {};
  for (const file of helper.items('hashes')) {
    for (const hash of file.items('file_hashes')) {
      const plain = hash.seeText('algorithm')?.toLowerCase().replaceAll('-', '') ?? '';
      const name = ALGORITHMS.get(plain);
      const value = hash.seeText('value');
      if (name === undefined || value === undefined || Object.hasOwn(hashes, name)) continue;
      hash.carry('algorithm', 'value');
      hashes[name] = value;
    }
  }
  return hashes;
}

interface Ends {
  readonly part: string | undefined;
  readonly whole: string | undefined;
  readonly carry: () => void;
}

/** A path of several steps has no form in OpenVEX. */
function partAndWhole(path: Source): Ends | undefined {
  const steps = path.items('subpaths');
  const [step] = steps;
  if (step !== undefined) {
    if (steps.length > 1) return undefined;
    return {
      part: path.seeText('beginning_product_reference'),
      whole: step.seeText('next_product_reference'),
      carry: () => {
        path.text('beginning_product_reference');
        step.text('next_product_reference');
      },
    };
  }
  return {
    part: path.seeText('product_reference'),
    whole: path.seeText('relates_to_product_reference'),
    carry: () => {
      path.text('product_reference');
      path.text('relates_to_product_reference');
    },
  };
}

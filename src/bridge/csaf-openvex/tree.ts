/** The product tree of a CSAF document, made of the products of OpenVEX. */
import type { JsonObject } from '../../core/json/value.ts';
import { parseCpe } from '../../state/cpe/index.ts';
import { formatPurl, parsePurl } from '../../state/purl/index.ts';
import type { Source } from '../mapping/index.ts';

export class ProductTree {
  readonly #ids = new Map<string, string>();
  readonly #names: JsonObject[] = [];
  readonly #paths: JsonObject[] = [];
  readonly #nameOf = new Map<string, string>();

  /** The ids of a product: one for each part of it that is meant, else its own. */
  enter(product: Source): string[] {
    const whole = this.#product(product);
    if (whole === undefined) return [];
    const parts = product.items('subcomponents').flatMap((part) => this.#product(part) ?? []);
    if (parts.length === 0) return [whole];
    return parts.map((part) => this.#path(part, whole));
  }

  /** OpenVEX 0.0.1: a product is a text. */
  enterText(id: string): string {
    return this.#name(id, undefined);
  }

  written(): JsonObject {
    const names: JsonObject = { full_product_names: [...this.#names] };
    return this.#paths.length === 0 ? names : { ...names, product_paths: [...this.#paths] };
  }

  #product(source: Source): string | undefined {
    const identifiers = source.at('identifiers');
    const given = source.text('@id');
    const purl = identifiers.textIf('purl', isCanonical);
    const purls = [purl, given !== undefined && isCanonical(given) ? given : undefined];
    const cpe =
      identifiers.textIf('cpe23', isCpe) ??
      (identifiers.seeText('cpe23') === undefined ? identifiers.textIf('cpe22', isCpe) : undefined);
    const helper = {
      ...(cpe === undefined ? {} : { cpe }),
      ...listed([...new Set(purls.filter((text) => text !== undefined))]),
    };
    const name = given ?? purl ?? cpe;
    return name === undefined ? undefined : this.#name(name, helper);
  }

  #name(name: string, helper: JsonObject | undefined): string {
    const identified = helper ?? listed(isCanonical(name) ? [name] : []);
    const key = JSON.stringify([name, identified]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const product_id = this.#next(key, name);
    const product: JsonObject = { name, product_id };
    const bare = Object.keys(identified).length === 0;
    this.#names.push(bare ? product : { ...product, product_identification_helper: identified });
    return product_id;
  }

  /** CSAF 2.1 §3.2.3.5: the part as a component of the whole. */
  #path(part: string, whole: string): string {
    const key = `${part} in ${whole}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const name = `${this.#nameOf.get(part)} as a component of ${this.#nameOf.get(whole)}`;
    const product_id = this.#next(key, name);
    this.#paths.push({
      beginning_product_reference: part,
      full_product_name: { name, product_id },
      subpaths: [{ category: 'default_component_of', next_product_reference: whole }],
    });
    return product_id;
  }

  #next(key: string, name: string): string {
    const id = `CSAFPID-${String(this.#ids.size + 1).padStart(4, '0')}`;
    this.#ids.set(key, id);
    this.#nameOf.set(id, name);
    return id;
  }
}

function listed(purls: readonly string[]): JsonObject {
  return purls.length === 0 ? {} : { purls: [...purls] };
}

/** A helper takes canonical package URLs only (6.1.13). */
function isCanonical(text: string): boolean {
  const purl = parsePurl(text);
  return purl.ok && formatPurl(purl.value) === text;
}

function isCpe(text: string): boolean {
  return parseCpe(text).ok;
}

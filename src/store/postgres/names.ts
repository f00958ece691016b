/**
 * Numbers for what the next transaction will name: terms, labels, and which labels stand in which
 * collection. They are given in a short transaction of their own before it, so that what a process
 * remembers was committed, whatever becomes of the transaction that needed it.
 */
import type { Client } from 'pg';
import type { Label } from '../../core/label.ts';
import { type InternedLabel, internedLabel } from '../label-book.ts';
import { labelDigest, labelText, normaliseLabel } from '../label-form.ts';
import { execute, rowOf, rowsOf, sql } from './connect.ts';
import type { Current } from './current.ts';
import { byteas, int4s, int8s, texts } from './wire.ts';

/** Labels and pairs that a process remembers by content; forgetting costs a look-up. */
const REMEMBERED = 50_000;

const LOCK = sql('SELECT labels, pairs FROM sequencer FOR UPDATE');
const FIND_LABELS = sql('SELECT id, digest FROM label WHERE digest = ANY ($1::bytea[])');
const ADD_LABELS = sql(
  `INSERT INTO label (id, digest, text, starts)
   SELECT * FROM unnest($1::integer[], $2::bytea[], $3::text[], $4::bigint[])`,
);
const FIND_PAIRS = sql(
  `SELECT p.collection, p.label
   FROM unnest($1::integer[], $2::integer[]) AS u (collection, label) JOIN pair p USING (collection, label)`,
);
const ADD_PAIRS = sql(
  `INSERT INTO pair (id, collection, label, rows)
   SELECT id, collection, label, 0
   FROM unnest($1::integer[], $2::integer[], $3::integer[]) AS u (id, collection, label)`,
);
const COUNT = sql('UPDATE sequencer SET labels = $1, pairs = $2');
const SHOW = sql('UPDATE house SET labels = $1, pairs = $2');

/** A label in normal form, before it has a number. */
interface Form {
  readonly text: string;
  readonly digest: Uint8Array;
  readonly key: string;
}

interface Pair {
  readonly collection: number;
  readonly label: number;
}

export class Names {
  readonly #current: Current;
  /** Normal forms by the label as it was given. */
  readonly #forms = new Map<string, Form>();
  /** Label numbers by digest. */
  readonly #labels = new Map<string, number>();
  readonly #pairs = new Set<string>();

  constructor(current: Current) {
    this.#current = current;
  }

  /** The label by its number; it must have been ensured. */
  label(label: Label): InternedLabel {
    const id = this.#labels.get(this.#form(label).key);
    const interned = id === undefined ? undefined : this.#current.book.get(id);
    if (interned === undefined) throw new RangeError('a label was used before it was interned');
    return interned;
  }

  /** Owner of what carries this label; empty for what everyone may see. */
  ownerOf(label: number): string {
    return this.#current.book.get(label)?.label.owner ?? '';
  }

  /** Gives numbers to the words, labels and (collection, label) pairs that have none yet. */
  async ensure(
    client: Client,
    words: Iterable<string>,
    placed: readonly { readonly shelf: string; readonly label: Label }[],
  ): Promise<void> {
    await this.#current.terms.add(client, words);
    const forms = new Map(placed.map(({ label }) => [this.#form(label).key, this.#form(label)]));
    const missing = [...forms.values()].filter(({ key }) => !this.#labels.has(key));
    if (missing.length > 0) await this.#findLabels(client, missing);
    const unknown = missing.filter(({ key }) => !this.#labels.has(key));
    if (unknown.length > 0 || this.#missingPairs(placed).length > 0) {
      await client.query('BEGIN');
      try {
        await this.#add(client, unknown, placed);
        await client.query('COMMIT');
      } catch (error) {
        this.forget();
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    }
    // Into the book only what is committed: a view never takes a label back.
    const ids = [...forms.keys()].map((key) => this.#labels.get(key) ?? 0);
    await this.#current.loadLabels(client, Math.max(0, ...ids));
  }

  /** After a connection was lost, or a transaction of ours may not have been committed. */
  forget(): void {
    this.#labels.clear();
    this.#pairs.clear();
    this.#current.terms.forget();
  }

  async #add(
    client: Client,
    forms: readonly Form[],
    placed: readonly { readonly shelf: string; readonly label: Label }[],
  ): Promise<void> {
    const before = await rowOf<{ labels: number; pairs: number }>(client, LOCK);
    await this.#findLabels(client, forms);
    const labels = await this.#addLabels(
      client,
      forms.filter(({ key }) => !this.#labels.has(key)),
      before.labels,
    );
    const pairs = await this.#addPairs(client, this.#missingPairs(placed), before.pairs);
    if (labels === before.labels && pairs === before.pairs) return;
    await execute(client, COUNT, labels, pairs);
    await execute(client, SHOW, labels, pairs);
  }

  async #findLabels(client: Client, forms: readonly Form[]): Promise<void> {
    if (this.#labels.size > REMEMBERED) this.#labels.clear();
    const digests = byteas(forms.map(({ digest }) => digest));
    const rows = await rowsOf<{ id: number; digest: Buffer }>(client, FIND_LABELS, digests);
    for (const { id, digest } of rows) this.#labels.set(digest.toString('hex'), id);
  }

  async #addLabels(client: Client, forms: readonly Form[], highest: number): Promise<number> {
    if (forms.length === 0) return highest;
    const ids = forms.map((_, index) => highest + 1 + index);
    const interned = forms.map(({ text, digest }, index) =>
      internedLabel({ id: ids[index] ?? 0, digest, text }),
    );
    await execute(
      client,
      ADD_LABELS,
      int4s(ids),
      byteas(forms.map(({ digest }) => digest)),
      texts(forms.map(({ text }) => text)),
      int8s(interned.map(({ from }) => from)),
    );
    for (const [index, { key }] of forms.entries()) this.#labels.set(key, ids[index] ?? 0);
    return highest + forms.length;
  }

  async #addPairs(client: Client, wanted: readonly Pair[], highest: number): Promise<number> {
    if (wanted.length === 0) return highest;
    const columns = (pairs: readonly Pair[]) => [
      int4s(pairs.map(({ collection }) => collection)),
      int4s(pairs.map(({ label }) => label)),
    ];
    const found = await rowsOf<Pair>(client, FIND_PAIRS, ...columns(wanted));
    for (const pair of found) this.#pairs.add(pairKey(pair));
    const added = wanted.filter((pair) => !this.#pairs.has(pairKey(pair)));
    if (added.length === 0) return highest;
    const ids = int4s(added.map((_, index) => highest + 1 + index));
    await execute(client, ADD_PAIRS, ids, ...columns(added));
    for (const pair of added) this.#pairs.add(pairKey(pair));
    return highest + added.length;
  }

  #missingPairs(placed: readonly { readonly shelf: string; readonly label: Label }[]): Pair[] {
    if (this.#pairs.size > REMEMBERED) this.#pairs.clear();
    const missing = new Map<string, Pair>();
    for (const { shelf, label } of placed) {
      const number = this.#current.terms.id(shelf) ?? -1;
      const id = this.#labels.get(this.#form(label).key) ?? -1;
      const pair = { collection: number, label: id };
      if (!this.#pairs.has(pairKey(pair))) missing.set(pairKey(pair), pair);
    }
    return [...missing.values()];
  }

  #form(label: Label): Form {
    const given = JSON.stringify(label);
    const known = this.#forms.get(given);
    if (known !== undefined) return known;
    if (this.#forms.size > REMEMBERED) this.#forms.clear();
    const text = labelText(normaliseLabel(label));
    const digest = labelDigest(text);
    const form = { text, digest, key: Buffer.from(digest).toString('hex') };
    this.#forms.set(given, form);
    return form;
  }
}

function pairKey({ collection, label }: Pair): string {
  return `${collection}/${label}`;
}

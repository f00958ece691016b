import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Label } from '../core/label.ts';
import type { Principal } from '../core/principal.ts';
import { LabelBook } from './label-book.ts';
import { labelDigest, labelText } from './label-form.ts';
import { LabelView, LabelViews } from './label-view.ts';

const alice: Principal = {
  kind: 'person',
  id: 'alice',
  organisation: 'org-a',
  communities: [],
  roles: [],
};
const sees = (principal: Principal, label: Label) =>
  label.tlp === 'CLEAR' || label.owner === principal.organisation;

function bookOf(...labels: Label[]): LabelBook {
  const book = new LabelBook();
  labels.forEach((label, i) => {
    const text = labelText(label);
    book.add({ id: i + 1, text, digest: labelDigest(text) });
  });
  return book;
}

const clear: Label = { tlp: 'CLEAR', audience: null, owner: '', unknown: [] };
const amber = (owner: string): Label => ({ ...clear, tlp: 'AMBER', owner });

test('a view holds what the policy allows and grows with the book', () => {
  const book = bookOf(clear, amber('org-a'), amber('org-b'));
  const view = new LabelView(alice, 'feed', sees);
  view.bringUpTo(book, 2, 0);
  assert.deepEqual(
    [1, 2, 3].map((id) => view.sees(id)),
    [true, true, false],
  );
  for (let id = 4; id < 300; id++) book.add({ id, text: labelText(clear), digest: Buffer.of(id) });
  view.bringUpTo(book, 299, 0);
  assert.equal(view.sees(299), true);
  assert.equal(view.sees(3), false);
  assert.equal(view.sees(300), false);
});

test('an embargoed membership is for its owner only', () => {
  const view = new LabelView(alice, 'feed', sees);
  view.bringUpTo(bookOf(clear, amber('org-a')), 2, 0);
  assert.equal(view.admits(1, true), false);
  assert.equal(view.admits(2, true), true);
  assert.equal(view.admits(1, false), true);
});

test('a label ends at its instant for everyone but its owner', () => {
  const ends = '1970-01-01T00:00:01Z';
  const foreign = { ...clear, owner: 'org-b', until: ends };
  const own = { ...clear, owner: 'org-a', until: ends };
  const view = new LabelView(alice, 'feed', sees);
  const book = bookOf(foreign, own);
  view.bringUpTo(book, 2, 999_999);
  assert.deepEqual([view.sees(1), view.sees(2)], [true, true]);
  view.bringUpTo(book, 2, 1_000_000);
  assert.deepEqual([view.sees(1), view.sees(2)], [false, true]);
});

test('a term that cannot be read is over, an embargo that cannot be read never ends', () => {
  const book = bookOf({ ...clear, owner: 'org-b', until: 'soon', from: 'later' });
  assert.equal(book.get(1)?.until, 0);
  assert.equal(book.get(1)?.from, Number.MAX_SAFE_INTEGER);
});

test('nobody owns a label without an owner', () => {
  const nobody: Principal = { ...alice, organisation: '' };
  const view = new LabelView(nobody, 'feed', sees);
  view.bringUpTo(bookOf(clear), 1, 0);
  assert.equal(view.owns(1), false);
});

test('principals that differ in what a decision may look at never share a view', () => {
  const views = new LabelViews(sees);
  const view = views.of(alice, 'feed');
  assert.equal(views.of({ ...alice }, 'feed'), view);
  assert.notEqual(views.of(alice, 'interactive'), view);
  assert.notEqual(views.of({ ...alice, communities: ['c'] }, 'feed'), view);
  assert.notEqual(views.of({ ...alice, assurance: 'token' }, 'feed'), view);
});

test('views are kept up to a bound', () => {
  const views = new LabelViews(sees);
  const first = views.of(alice, 'feed');
  for (let i = 0; i < 300; i++) views.of({ ...alice, id: `p${i}` }, 'feed');
  assert.notEqual(views.of(alice, 'feed'), first);
});

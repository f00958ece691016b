/**
 * The tables of a SQLite house, schema 1. Text compares bytewise (BINARY, the default), times are
 * microseconds, ids of tables stay inside: nothing numbered here crosses the port but memberships.
 */

/** One row: what every commit and every page reads first. */
const HOUSE = `
CREATE TABLE house (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  feed_epoch TEXT NOT NULL,
  policy_epoch INTEGER NOT NULL,
  last_position INTEGER NOT NULL,
  next_leaf INTEGER NOT NULL,
  labels INTEGER NOT NULL,
  stock_epoch INTEGER NOT NULL,
  records INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE directory (
  kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
`;

/**
 * Strings that repeat, as small numbers: formats, types, organisations. Objects are found by a
 * hash of their id (`objectHash`): random ids spread over an index, which so stays small.
 */
const INTERNED = `
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE collection (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE label (
  id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, text TEXT NOT NULL
) STRICT;
CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  format INTEGER NOT NULL,
  type INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX object_hash ON object (hash);
`;

/** What came, from whom, and the bytes around the records. */
const PARCELS = `
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  received INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  principal TEXT NOT NULL,
  organisation TEXT NOT NULL,
  channel TEXT NOT NULL,
  collection TEXT NOT NULL,
  unmarked TEXT,
  source TEXT,
  status TEXT NOT NULL,
  digest BLOB,
  size INTEGER,
  chunks INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE chunk (
  parcel INTEGER NOT NULL REFERENCES parcel (id),
  sequence INTEGER NOT NULL,
  skeleton BLOB NOT NULL,
  outcomes TEXT NOT NULL,
  PRIMARY KEY (parcel, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE provenance (
  parcel INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  bytes BLOB,
  PRIMARY KEY (parcel, sequence, ordinal),
  FOREIGN KEY (parcel, sequence) REFERENCES chunk (parcel, sequence)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX provenance_record ON provenance (record);
CREATE TABLE refused (
  id INTEGER PRIMARY KEY,
  parcel INTEGER NOT NULL REFERENCES parcel (id),
  sequence INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,
  object_id TEXT NOT NULL,
  version TEXT NOT NULL,
  issues TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX refused_place ON refused (parcel, sequence, ordinal);
`;

/**
 * Records, one row for each content. Bytes stand last. What the index knows of a record, its words,
 * values and edges, stands in one full-text index over memberships: it grows by appending, where
 * a tree of values would write a page somewhere for each. `gist` keeps a record's part of it.
 */
const RECORDS = `
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  object INTEGER NOT NULL REFERENCES object (id),
  spec INTEGER NOT NULL,
  version TEXT NOT NULL,
  version_key TEXT NOT NULL,
  creator TEXT NOT NULL,
  content_digest BLOB NOT NULL,
  bytes_digest BLOB NOT NULL,
  withdrawn INTEGER NOT NULL,
  title TEXT NOT NULL,
  bytes BLOB
) STRICT;
CREATE UNIQUE INDEX record_content ON record (object, version_key, content_digest);
CREATE TABLE gist (
  record INTEGER PRIMARY KEY REFERENCES record (id), tokens TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii"
);
CREATE TABLE definition (
  marking TEXT NOT NULL,
  organisation TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  PRIMARY KEY (marking, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX definition_record ON definition (record);
CREATE TABLE conflict (
  object INTEGER NOT NULL, version_key TEXT NOT NULL, PRIMARY KEY (object, version_key)
) STRICT, WITHOUT ROWID;
`;

/**
 * Memberships: small rows, read by position, by label, by type or by object. `since` is the first
 * position; `born` the same for what has no version, and 0 for the rest: (version_key, born)
 * orders the memberships of an object.
 */
const MEMBERSHIPS = `
CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection (id),
  position INTEGER NOT NULL,
  tie INTEGER NOT NULL,
  label INTEGER NOT NULL REFERENCES label (id),
  contest INTEGER NOT NULL,
  type INTEGER NOT NULL,
  spec INTEGER NOT NULL,
  object INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id),
  size INTEGER NOT NULL,
  preference INTEGER NOT NULL,
  since INTEGER NOT NULL,
  version_key TEXT NOT NULL,
  born INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_place
  ON membership (collection, position, tie, label, contest, type, spec, object, record, size);
CREATE INDEX membership_label ON membership (collection, label, position, tie);
CREATE INDEX membership_type ON membership (collection, type, position, tie);
CREATE INDEX membership_object
  ON membership (object, collection, spec, version_key, born, record, preference);
CREATE TABLE contribution (
  membership INTEGER NOT NULL REFERENCES membership (id) ON DELETE CASCADE,
  organisation INTEGER NOT NULL,
  PRIMARY KEY (membership, organisation)
) STRICT, WITHOUT ROWID;
CREATE TABLE embargo (
  due INTEGER NOT NULL,
  membership INTEGER NOT NULL REFERENCES membership (id) ON DELETE CASCADE,
  PRIMARY KEY (due, membership)
) STRICT, WITHOUT ROWID;
CREATE INDEX embargo_membership ON embargo (membership);
CREATE TABLE stock (
  collection INTEGER NOT NULL,
  axis INTEGER NOT NULL,
  key INTEGER NOT NULL,
  members INTEGER NOT NULL,
  heads INTEGER NOT NULL,
  born INTEGER NOT NULL,
  PRIMARY KEY (collection, axis, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_born ON stock (collection, born);
CREATE TABLE tombstone (
  collection INTEGER NOT NULL,
  object INTEGER NOT NULL,
  content_digest BLOB NOT NULL,
  organisation TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (object, collection, content_digest, organisation)
) STRICT, WITHOUT ROWID;
`;

/** What witnesses and follows up. */
const TRAIL = `
CREATE TABLE log (
  leaf INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  hash BLOB NOT NULL,
  salt BLOB,
  record INTEGER,
  bytes_digest BLOB,
  collection INTEGER,
  label INTEGER,
  policy INTEGER NOT NULL,
  parcel INTEGER,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX log_record ON log (record) WHERE record IS NOT NULL;
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  principal TEXT NOT NULL,
  organisation TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE TABLE ledger (
  principal TEXT NOT NULL,
  collection TEXT NOT NULL,
  filter TEXT NOT NULL,
  through INTEGER NOT NULL,
  PRIMARY KEY (principal, collection, filter)
) STRICT, WITHOUT ROWID;
CREATE TABLE status (
  id TEXT PRIMARY KEY, requested INTEGER NOT NULL, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX status_requested ON status (requested);
`;

export const SCHEMA_1 = [HOUSE, INTERNED, PARCELS, RECORDS, MEMBERSHIPS, TRAIL].join('');

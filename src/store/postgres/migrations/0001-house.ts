/** The first schema. Text compares bytewise (COLLATE "C"), as it does on every store. */
export const HOUSE: readonly string[] = [
  // What every page reads: changes rarely, so that readers do not walk a chain of old versions.
  `CREATE TABLE house (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id uuid NOT NULL,
    schema integer NOT NULL,
    feed_epoch text NOT NULL,
    policy_epoch bigint NOT NULL,
    labels integer NOT NULL,
    pairs integer NOT NULL
  ) WITH (fillfactor = 20)`,

  // What every commit changes, under its row lock: the one order of all commits.
  `CREATE TABLE sequencer (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    schema integer NOT NULL,
    last_position bigint NOT NULL,
    policy_epoch bigint NOT NULL,
    labels integer NOT NULL,
    pairs integer NOT NULL,
    membership_ids bigint NOT NULL,
    leaves bigint NOT NULL,
    audits bigint NOT NULL,
    records bigint NOT NULL,
    memberships bigint NOT NULL,
    quarantined bigint NOT NULL,
    bytes bigint NOT NULL
  ) WITH (fillfactor = 20, autovacuum_vacuum_threshold = 200,
          autovacuum_vacuum_scale_factor = 0)`,

  `CREATE TABLE secret (name text COLLATE "C" PRIMARY KEY, bytes bytea NOT NULL)`,
  `CREATE TABLE kept (name text COLLATE "C" PRIMARY KEY, value text NOT NULL)`,
  `CREATE TABLE directory (
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (kind, id)
  )`,

  // Small words by number: formats, types, spec versions, collections, organisations.
  `CREATE TABLE term (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text COLLATE "C" NOT NULL UNIQUE
  )`,
  `CREATE TABLE label (
    id integer PRIMARY KEY,
    digest bytea NOT NULL UNIQUE,
    text text NOT NULL,
    starts bigint
  )`,
  // Which labels a collection holds, and in how many rows.
  `CREATE TABLE pair (
    id integer PRIMARY KEY,
    collection integer NOT NULL,
    label integer NOT NULL,
    rows bigint NOT NULL,
    UNIQUE (collection, label)
  ) WITH (fillfactor = 60)`,

  `CREATE TABLE parcel (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid uuid NOT NULL UNIQUE,
    media_type text NOT NULL,
    principal text NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    channel text NOT NULL,
    collection text COLLATE "C" NOT NULL,
    unmarked_tlp text,
    source text,
    received bigint NOT NULL,
    status text NOT NULL,
    digest bytea,
    size bigint,
    chunks integer NOT NULL DEFAULT 0,
    stored bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0
  ) WITH (fillfactor = 70)`,
  // The skeleton of a chunk, and what it was answered with, for whoever sends it again.
  `CREATE TABLE parcel_chunk (
    parcel bigint NOT NULL,
    sequence integer NOT NULL,
    skeleton bytea NOT NULL,
    outcomes text NOT NULL,
    PRIMARY KEY (parcel, sequence)
  )`,

  `CREATE TABLE object (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    format integer NOT NULL,
    type integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    UNIQUE (name, type, format)
  )`,
  `CREATE TABLE record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object bigint NOT NULL,
    version text COLLATE "C" NOT NULL,
    version_key text COLLATE "C" NOT NULL,
    spec integer NOT NULL,
    content_digest bytea NOT NULL,
    bytes_digest bytea NOT NULL,
    size integer NOT NULL,
    plain boolean NOT NULL,
    withdrawn boolean NOT NULL,
    erased boolean NOT NULL,
    creator text COLLATE "C" NOT NULL,
    title text NOT NULL,
    defines text COLLATE "C",
    bytes bytea,
    UNIQUE (object, version, content_digest)
  )`,
  `CREATE INDEX record_defines ON record (defines) WHERE defines IS NOT NULL`,

  // What the index knows of a record: its words, its values, what it points at, and the labels
  // under which it stands somewhere, so that a viewer of few labels is answered from the index.
  `CREATE TABLE fact (record bigint PRIMARY KEY, words tsvector NOT NULL)`,
  // Entries that wait to be sorted in are looked through by every search: not too many of them.
  `CREATE INDEX fact_words ON fact USING gin (words) WITH (gin_pending_list_limit = 1024)`,

  // Who delivered a record, by which item of which chunk; bytes only where they differ from the
  // record's although the content is the same.
  `CREATE TABLE provenance (
    parcel bigint NOT NULL,
    sequence integer NOT NULL,
    ordinal integer NOT NULL,
    record bigint NOT NULL,
    bytes bytea,
    PRIMARY KEY (parcel, sequence, ordinal)
  )`,
  `CREATE INDEX provenance_record ON provenance (record)`,
  `CREATE TABLE refused (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parcel bigint NOT NULL,
    sequence integer NOT NULL,
    ordinal integer NOT NULL,
    path text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    bytes bytea NOT NULL,
    issues text NOT NULL,
    UNIQUE (parcel, sequence, ordinal)
  )`,

  `CREATE TABLE membership (
    id bigint PRIMARY KEY,
    collection integer NOT NULL,
    object bigint NOT NULL,
    record bigint NOT NULL,
    type integer NOT NULL,
    spec integer NOT NULL,
    label integer NOT NULL,
    size integer NOT NULL,
    position bigint NOT NULL,
    tie bigint NOT NULL,
    since bigint NOT NULL,
    preference smallint NOT NULL,
    contest smallint NOT NULL,
    sources integer[] NOT NULL
  ) WITH (fillfactor = 95)`,
  `CREATE INDEX membership_order ON membership (collection, position, tie)`,
  `CREATE INDEX membership_label ON membership (collection, label, position, tie)`,
  `CREATE INDEX membership_type ON membership (collection, type, position, tie)`,
  `CREATE INDEX membership_object ON membership (object, collection)`,
  `CREATE INDEX membership_record ON membership (record)`,
  `CREATE INDEX membership_embargo ON membership (label) WHERE contest & 16 <> 0`,
  `CREATE INDEX membership_contest ON membership (collection, object) WHERE contest <> 0`,

  `CREATE TABLE conflict (
    object bigint NOT NULL,
    version_key text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (object, version_key)
  )`,
  `CREATE INDEX conflict_order ON conflict (at)`,
  `CREATE TABLE tombstone (
    collection integer NOT NULL,
    record bigint NOT NULL,
    organisation integer NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (record, collection, organisation)
  )`,

  // Leaves of the log. What a leaf committed to stands beside it, because labels and positions go
  // on to change; the salt goes with the record when that is erased.
  `CREATE TABLE leaf (
    index bigint PRIMARY KEY,
    kind smallint NOT NULL,
    hash bytea NOT NULL,
    salt bytea,
    digest bytea,
    record bigint,
    collection integer,
    label integer,
    parcel bigint,
    policy bigint NOT NULL,
    position bigint NOT NULL
  )`,
  `CREATE INDEX leaf_record ON leaf (record) WHERE record IS NOT NULL`,

  `CREATE TABLE audit (
    id bigint PRIMARY KEY,
    at bigint NOT NULL,
    principal text NOT NULL,
    organisation text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL
  )`,
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    subject text NOT NULL,
    organisation text NOT NULL,
    holder text,
    held_until bigint
  )`,
  `CREATE TABLE ledger (
    principal text COLLATE "C" NOT NULL,
    collection integer NOT NULL,
    filter text COLLATE "C" NOT NULL,
    through bigint NOT NULL,
    PRIMARY KEY (principal, collection, filter)
  )`,
  `CREATE TABLE status (
    id text COLLATE "C" PRIMARY KEY,
    requested bigint NOT NULL,
    body text NOT NULL
  )`,
  `CREATE INDEX status_requested ON status (requested)`,
];

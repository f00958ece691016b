/** What the JSON schema of OSV says of a record. */
import { isJsonObject, type JsonValue } from '../../core/json/value.ts';
import {
  either,
  every,
  exactly,
  type Form,
  list,
  type Members,
  object,
  pattern,
  required,
  type Shape,
  text,
  URI,
  under,
  word,
} from '../../core/shape/index.ts';
import { parseTimestamp } from '../../core/timestamp.ts';
import { clause } from './clause.ts';
import { CREDIT_TYPES, REFERENCE_TYPES } from './registries.table.ts';

/** "RFC3339-formatted timestamp in UTC (ending in Z)". */
const UTC: Form = {
  name: 'time of RFC 3339 in UTC',
  example: '2026-11-21T09:30:00Z',
  test: (value) => parseTimestamp(value).ok,
};

const SEMVER: Form = pattern(
  'version of SemVer 2.0.0 (no leading v)',
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
  '1.7.0',
);

const time = text({ form: UTC });
const some = text({ min: 1 });
/** Older exports write null for a list that they do not have. */
const nullable = (shape: Shape) => either([shape, exactly(null)], { says: 'a list' });

const ids = (field: string) => under(clause(field), nullable(list(some, { unique: true })));

const severity = under(
  clause('severity'),
  nullable(
    list(
      object({
        type: required(word(['CVSS_V2', 'CVSS_V3', 'CVSS_V4', 'Ubuntu'])),
        score: required(text()),
      }),
    ),
  ),
);

const EVENTS = ['introduced', 'fixed', 'last_affected', 'limit'];

/** §affected[].ranges[].events, Requirements: one kind in each event, introduced at least once. */
const event: Shape = every(
  object(Object.fromEntries(EVENTS.map((name) => [name, text({ min: 1 })]))),
  (value, walk) => {
    if (!isJsonObject(value)) return;
    const kinds = EVENTS.filter((name) => Object.hasOwn(value, name));
    if (kinds.length === 1) return;
    const message =
      kinds.length === 0
        ? `An event needs one of ${EVENTS.join(', ')}.`
        : `Only one of ${kinds.join(', ')} may stand in one event.`;
    walk.find('shape-alternative', message);
  },
);

const has = (events: readonly JsonValue[], kind: string) =>
  events.some((each) => isJsonObject(each) && Object.hasOwn(each, kind));

const events: Shape = under(
  clause('affected[].ranges[].events'),
  every(list(event, { min: 1 }), (value, walk) => {
    if (!Array.isArray(value) || value.length === 0) return;
    const given: readonly JsonValue[] = value;
    if (!has(given, 'introduced')) walk.find('shape-missing', 'One event must be "introduced".');
    if (has(given, 'fixed') && has(given, 'last_affected')) {
      walk.find('shape-alternative', 'Events have "fixed" or "last_affected", not both.');
    }
  }),
);

const range: Shape = under(
  clause('affected[].ranges'),
  every(
    object({
      type: required(word(['GIT', 'SEMVER', 'ECOSYSTEM'])),
      repo: text({ min: 1 }),
      events: required(events),
      database_specific: object({}),
    }),
    (value, walk) => {
      if (isJsonObject(value) && value.type === 'GIT' && !Object.hasOwn(value, 'repo')) {
        walk.find('shape-missing', 'A range of commits needs its "repo".');
      }
    },
  ),
);

const affected: Shape = object({
  package: under(
    clause('affected[].package'),
    object({ ecosystem: required(some), name: required(some), purl: some }),
  ),
  severity,
  ranges: nullable(list(range)),
  versions: under(clause('affected[].versions'), nullable(list(some))),
  ecosystem_specific: object({}),
  database_specific: object({}),
});

const MEMBERS: Members = {
  schema_version: under(clause('schema_version'), text({ form: SEMVER })),
  id: required(under(clause('id'), some)),
  modified: required(under(clause('modified'), time)),
  published: under(clause('published'), time),
  withdrawn: under(clause('withdrawn'), time),
  aliases: ids('aliases'),
  upstream: ids('upstream'),
  related: ids('related'),
  summary: text(),
  details: text(),
  severity,
  affected: under(clause('affected'), nullable(list(affected))),
  references: under(
    clause('references'),
    nullable(
      list(object({ type: required(word(REFERENCE_TYPES)), url: required(text({ form: URI })) })),
    ),
  ),
  credits: under(
    clause('credits'),
    nullable(
      list(object({ name: required(text()), contact: list(text()), type: word(CREDIT_TYPES) })),
    ),
  ),
  database_specific: object({}),
};

/** Members that are not listed are wrong in a version that is known, and new in a later one. */
export const OSV_SHAPE: Shape = object(MEMBERS, { closed: true });
export const LATER_SHAPE: Shape = object(MEMBERS);

/** Whole records and containers (definitions of the root, cveMetadata…, …Container). */
import { isJsonObject, type JsonValue } from '../../../core/json/value.ts';
import {
  type Form,
  integer,
  list,
  type Members,
  object,
  required,
  type Shape,
  text,
  under,
  word,
} from '../../../core/shape/index.ts';
import { clause } from '../clause.ts';
import { DATA_VERSION, EXTENSION_NAME } from './forms.ts';
import { metrics } from './metrics.ts';
import {
  adpTags,
  cnaTags,
  credits,
  cveId,
  englishTexts,
  impacts,
  problemTypes,
  references,
  shortName,
  taxonomyMappings,
  texts,
  timeline,
  timestamp,
  uuid,
} from './parts.ts';
import { affected, cpeApplicability } from './product.ts';

const closed = { closed: true } as const;
const extensible: { closed: true; names: Form } = { closed: true, names: EXTENSION_NAME };
const title = text({ min: 1, max: 256 });

const providerMetadata = under(
  clause('providerMetadata'),
  object({ orgId: required(uuid), shortName, dateUpdated: timestamp }, closed),
);

const common: Members = {
  datePublic: timestamp,
  title,
  cpeApplicability,
  problemTypes,
  references,
  impacts,
  metrics,
  configurations: texts,
  workarounds: texts,
  solutions: texts,
  exploits: texts,
  timeline,
  credits,
  source: object({}, { min: 1 }),
  taxonomyMappings,
};

/** What a container must look like: `packageUrls` from 5.2 on, `body` without providerMetadata. */
interface ContainerForm {
  readonly packageUrls: boolean;
  readonly body: boolean;
}

function provider(body: boolean): Members {
  return { providerMetadata: body ? providerMetadata : required(providerMetadata) };
}

export function cnaPublished({ packageUrls, body }: ContainerForm): Shape {
  const members: Members = {
    ...common,
    ...provider(body),
    dateAssigned: timestamp,
    descriptions: required(englishTexts),
    affected: required(affected(packageUrls)),
    references: required(references),
    tags: cnaTags,
  };
  return under(clause('cnaPublishedContainer'), object(members, extensible));
}

export function cnaRejected({ body }: ContainerForm): Shape {
  const members: Members = {
    ...provider(body),
    rejectedReasons: required(englishTexts),
    replacedBy: list(cveId, { min: 1, unique: true }),
  };
  return under(clause('cnaRejectedContainer'), object(members, extensible));
}

export function adp({ packageUrls, body }: ContainerForm): Shape {
  const members: Members = {
    ...common,
    ...provider(body),
    descriptions: englishTexts,
    affected: affected(packageUrls),
    tags: adpTags,
  };
  // Besides its provider a container must say something (minProperties).
  return under(clause('adpContainer'), object(members, { ...extensible, min: body ? 1 : 2 }));
}

const metadata: Members = {
  cveId: required(cveId),
  assignerOrgId: required(uuid),
  assignerShortName: shortName,
  dateUpdated: timestamp,
  serial: integer({ min: 1 }),
  dateReserved: timestamp,
  datePublished: timestamp,
};

function record(state: string, more: Members, containers: Members): Shape {
  const meta = object({ ...metadata, ...more, state: required(word([state])) }, closed);
  return object(
    {
      dataType: required(word(['CVE_RECORD'])),
      dataVersion: required(text({ form: DATA_VERSION })),
      cveMetadata: required(under(clause('cveMetadata'), meta)),
      containers: required(object(containers, closed)),
    },
    closed,
  );
}

function published(packageUrls: boolean): Shape {
  const form = { packageUrls, body: false };
  return record(
    'PUBLISHED',
    { requesterUserId: uuid },
    { cna: required(cnaPublished(form)), adp: list(adp(form), { min: 1, unique: true }) },
  );
}

const rejected = record(
  'REJECTED',
  { dateRejected: timestamp },
  { cna: required(cnaRejected({ packageUrls: true, body: false })) },
);

const PUBLISHED = { '5.1': published(false), '5.2': published(true) } as const;

/** A record whose state is neither is told so, and is held to the members of both. */
const unknownState = object(
  {
    dataType: required(word(['CVE_RECORD'])),
    dataVersion: required(text({ form: DATA_VERSION })),
    cveMetadata: required(
      object({ ...metadata, state: required(word(['PUBLISHED', 'REJECTED'])) }),
    ),
    containers: required(object({ cna: required(object({})) })),
  },
  closed,
);

/** The shape of a record by its state, and by whether its version has package URLs. */
export function recordShape(value: JsonValue, packageUrls: boolean): Shape {
  const meta = isJsonObject(value) ? value.cveMetadata : undefined;
  const state = meta !== undefined && isJsonObject(meta) ? meta.state : undefined;
  if (state === 'PUBLISHED') return PUBLISHED[packageUrls ? '5.2' : '5.1'];
  return state === 'REJECTED' ? rejected : unknownState;
}

/** Parts that containers share: references, texts in languages, tags. */

import type { JsonValue } from '../../../core/json/value.ts';
import {
  every,
  flag,
  list,
  object,
  required,
  type Shape,
  text,
  URI,
  under,
  word,
} from '../../../core/shape/index.ts';
import { clause } from '../clause.ts';
import {
  CAPEC_ID,
  CVE_ID,
  CWE_ID,
  ENGLISH,
  EXTENSION_TAG,
  LANGUAGE,
  TIMESTAMP,
  UUID_4,
} from './forms.ts';

export const uri = text({ min: 1, max: 2_048, form: URI });
export const uuid = text({ form: UUID_4 });
export const cveId = text({ form: CVE_ID });
export const timestamp = text({ form: TIMESTAMP });
export const language = text({ form: LANGUAGE });
export const shortName = text({ min: 2, max: 32 });
export const version = text({ min: 1, max: 1_024 });
export const status = word(['affected', 'unaffected', 'unknown']);
const prose = text({ min: 1, max: 4_096 });
const closed = { closed: true } as const;

/** A tag of the list, or one of one's own that begins with `x_`. */
function tag(words: readonly string[]): Shape {
  const listed = word(words);
  const own = text({ min: 2, max: 128, form: EXTENSION_TAG });
  return (value, walk) =>
    typeof value === 'string' && value.startsWith('x_') ? own(value, walk) : listed(value, walk);
}

const REFERENCE_TAGS = [
  'broken-link',
  'customer-entitlement',
  'exploit',
  'government-resource',
  'issue-tracking',
  'mailing-list',
  'mitigation',
  'not-applicable',
  'patch',
  'permissions-required',
  'media-coverage',
  'product',
  'related',
  'release-notes',
  'signature',
  'technical-description',
  'third-party-advisory',
  'vendor-advisory',
  'vdb-entry',
];

const tags = (words: readonly string[]) => list(tag(words), { min: 1, unique: true });

export const cnaTags = tags([
  'unsupported-when-assigned',
  'exclusively-hosted-service',
  'disputed',
]);
export const adpTags = tags(['disputed']);

export const references = under(
  clause('references'),
  list(
    object(
      {
        url: required(uri),
        name: text({ min: 1, max: 512 }),
        tags: tags(REFERENCE_TAGS),
      },
      closed,
    ),
    { min: 1, max: 512, unique: true },
  ),
);

const description = object(
  {
    lang: required(language),
    value: required(prose),
    supportingMedia: list(
      object(
        {
          type: required(text({ min: 1, max: 256 })),
          base64: flag,
          value: required(text({ min: 1, max: 16_384 })),
        },
        closed,
      ),
      { min: 1, unique: true },
    ),
  },
  closed,
);

/** Texts in any languages (configurations, workarounds, solutions, exploits). */
export const texts = under(clause('description'), list(description, { min: 1, unique: true }));

/** A list of texts of which one must be English, e.g. `descriptions`. */
export const englishTexts = under(
  clause('descriptions'),
  every(list(description, { min: 1, unique: true }), (value, walk) => {
    if (!Array.isArray(value) || value.length === 0) return;
    const entries: readonly JsonValue[] = value;
    if (!entries.some(isEnglish)) {
      walk.find('shape-count', 'One entry must be in English ("lang": "en" or "en-…").');
    }
  }),
);

function isEnglish(entry: JsonValue): boolean {
  const lang = (entry as Readonly<Record<string, unknown>> | null)?.lang;
  return typeof lang === 'string' && ENGLISH.test(lang);
}

export const problemTypes = under(
  clause('problemTypes'),
  list(
    object(
      {
        descriptions: required(
          list(
            object(
              {
                lang: required(language),
                description: required(prose),
                cweId: text({ min: 5, max: 9, form: CWE_ID }),
                type: text({ min: 1, max: 128 }),
                references,
              },
              closed,
            ),
            { min: 1, unique: true },
          ),
        ),
      },
      closed,
    ),
    { min: 1, unique: true },
  ),
);

export const impacts = under(
  clause('impacts'),
  list(
    object(
      {
        capecId: text({ min: 7, max: 11, form: CAPEC_ID }),
        descriptions: required(englishTexts),
      },
      closed,
    ),
    { min: 1, unique: true },
  ),
);

export const timeline = under(
  clause('timeline'),
  list(
    object({ time: required(timestamp), lang: required(language), value: required(prose) }, closed),
    { min: 1, unique: true },
  ),
);

const CREDITS = [
  'finder',
  'reporter',
  'analyst',
  'coordinator',
  'remediation developer',
  'remediation reviewer',
  'remediation verifier',
  'tool',
  'sponsor',
  'other',
];

export const credits = under(
  clause('credits'),
  list(
    object(
      { lang: required(language), value: required(prose), user: uuid, type: word(CREDITS) },
      closed,
    ),
    { min: 1, unique: true },
  ),
);

const label = text({ min: 1, max: 128 });
const identifier = text({ min: 1, max: 2_048 });

export const taxonomyMappings = under(
  clause('taxonomyMappings'),
  list(
    object(
      {
        taxonomyName: required(label),
        taxonomyVersion: label,
        taxonomyRelations: required(
          list(
            object(
              {
                taxonomyId: required(identifier),
                relationshipName: required(label),
                relationshipValue: required(identifier),
              },
              closed,
            ),
            { min: 1, unique: true },
          ),
        ),
      },
      closed,
    ),
    { min: 1, unique: true },
  ),
);

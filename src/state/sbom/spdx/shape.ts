/** SPDX 2.2 and 2.3 in JSON: members, words and forms (SPDX 2.3 clauses 6 to 12, Annex F, Annex K). */
import { DATE_TIME, pattern } from '../../../core/shape/form.ts';
import { object, required } from '../../../core/shape/object.ts';
import {
  every,
  flag,
  integer,
  list,
  type Shape,
  text,
  under,
  word,
} from '../../../core/shape/shape.ts';
import { RELATIONSHIP_TYPES } from './relationships.table.ts';

export type SpdxVersion = 'SPDX-2.2' | 'SPDX-2.3';

const closed = { closed: true };
const texts = list(text());

/** §6.9: seconds, UTC, no fraction. */
const created = text({
  form: pattern(
    'time in UTC to the second',
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/,
    '2026-11-21T09:30:00Z',
  ),
});
const time = every(text({ form: DATE_TIME }), created);

/** §6.8, §12.1: who did something. */
const agent = (kinds: string) =>
  text({
    form: pattern(
      `agent (${kinds.replaceAll('|', ', ')}, a colon, a name)`,
      new RegExp(`^(?:${kinds}): ?\\S.*$`),
      'Organization: Example CSIRT (csirt@example.org)',
    ),
  });
const creator = agent('Person|Organization|Tool');
/** §7.5, §7.6: or that nobody says. */
const provider = text({
  form: pattern(
    'supplier (Person or Organization, a colon, a name; or NOASSERTION)',
    /^(?:NOASSERTION|(?:Person|Organization): ?\S.*)$/,
    'Organization: Example K.K.',
  ),
});

const element = required(
  text({ form: pattern('identifier', /^SPDXRef-[A-Za-z0-9.-]+$/, 'SPDXRef-Package-1') }),
);

/** §7.10 with the algorithms of Annex B; the length of each digest is known. */
const HEX: Readonly<Record<string, number>> = {
  ADLER32: 8,
  MD2: 32,
  MD4: 32,
  MD5: 32,
  SHA1: 40,
  SHA224: 56,
  SHA256: 64,
  'SHA3-256': 64,
  'BLAKE2b-256': 64,
  SHA384: 96,
  'SHA3-384': 96,
  'BLAKE2b-384': 96,
  SHA512: 128,
  'SHA3-512': 128,
  'BLAKE2b-512': 128,
};
const digits = pattern('digest in hexadecimal digits', /^[0-9a-fA-F]+$/, 'd6a770ba38583ed4');
const plainChecksum = object(
  {
    algorithm: required(word([...Object.keys(HEX), 'BLAKE3', 'MD6'])),
    checksumValue: required(text({ form: digits })),
  },
  closed,
);
const checksum: Shape = (value, walk) => {
  plainChecksum(value, walk);
  const { algorithm, checksumValue } = value as Readonly<Record<string, unknown>>;
  if (typeof algorithm !== 'string' || typeof checksumValue !== 'string') return;
  const length = Object.hasOwn(HEX, algorithm) ? HEX[algorithm] : undefined;
  if (length !== undefined && checksumValue.length !== length) {
    const message = `${algorithm} has ${length} digits, not ${checksumValue.length}.`;
    walk.find('shape-length', message, 'checksumValue');
  }
};

const annotation = under(
  'SPDX 2.3 §12',
  object(
    {
      annotationDate: required(time),
      annotationType: required(word(['OTHER', 'REVIEW'])),
      annotator: required(creator),
      comment: required(text()),
    },
    closed,
  ),
);

const extracted = under(
  'SPDX 2.3 §10',
  object(
    {
      licenseId: required(
        text({ form: pattern('licence id', /^LicenseRef-[A-Za-z0-9.-]+$/, 'LicenseRef-1') }),
      ),
      extractedText: required(text()),
      name: text(),
      seeAlsos: texts,
      comment: text(),
      crossRefs: list(
        object(
          {
            url: required(text()),
            isLive: flag,
            isValid: flag,
            isWayBackLink: flag,
            match: text(),
            order: integer(),
            timestamp: text(),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
);

/** Annex F; the schema of 2.2 wrote the categories with underscores. */
const CATEGORIES =
  'SECURITY PACKAGE-MANAGER PACKAGE_MANAGER PERSISTENT-ID PERSISTENT_ID OTHER'.split(' ');
const externalRef = under(
  'SPDX 2.3 §7.21',
  object(
    {
      referenceCategory: required(word(CATEGORIES)),
      referenceType: required(text({ min: 1 })),
      referenceLocator: required(
        text({ form: pattern('locator without spaces', /^\S+$/, 'pkg:npm/left-pad@1.3.0') }),
      ),
      comment: text(),
    },
    closed,
  ),
);

const PURPOSES =
  'APPLICATION FRAMEWORK LIBRARY CONTAINER OPERATING-SYSTEM OPERATING_SYSTEM DEVICE FIRMWARE ' +
  'SOURCE ARCHIVE FILE INSTALL OTHER';

function packageShape(version: SpdxVersion): Shape {
  const licensing = version === 'SPDX-2.2' ? required(text()) : text();
  const since23 = {
    primaryPackagePurpose: word(PURPOSES.split(' ')),
    builtDate: time,
    releaseDate: time,
    validUntilDate: time,
  };
  return under(
    'SPDX 2.3 §7',
    object(
      {
        SPDXID: element,
        name: required(text({ min: 1 })),
        versionInfo: text(),
        packageFileName: text(),
        supplier: provider,
        originator: provider,
        downloadLocation: required(text({ min: 1 })),
        filesAnalyzed: flag,
        packageVerificationCode: object(
          {
            packageVerificationCodeValue: required(text({ min: 40, max: 40, form: digits })),
            packageVerificationCodeExcludedFiles: texts,
          },
          closed,
        ),
        checksums: list(checksum),
        homepage: text(),
        sourceInfo: text(),
        licenseConcluded: licensing,
        licenseInfoFromFiles: texts,
        licenseDeclared: licensing,
        licenseComments: text(),
        copyrightText: licensing,
        summary: text(),
        description: text(),
        comment: text(),
        externalRefs: list(externalRef),
        attributionTexts: texts,
        annotations: list(annotation),
        hasFiles: texts,
        ...(version === 'SPDX-2.3' ? since23 : {}),
      },
      closed,
    ),
  );
}

const FILE_TYPES =
  'SOURCE BINARY ARCHIVE APPLICATION AUDIO IMAGE TEXT VIDEO DOCUMENTATION SPDX OTHER';

function fileShape(version: SpdxVersion): Shape {
  const licensing = version === 'SPDX-2.2' ? required(text()) : text();
  return under(
    'SPDX 2.3 §8',
    object(
      {
        SPDXID: element,
        fileName: required(text({ min: 1 })),
        fileTypes: list(word(FILE_TYPES.split(' '))),
        checksums: required(list(checksum, { min: 1 })),
        licenseConcluded: licensing,
        licenseInfoInFiles: version === 'SPDX-2.2' ? required(texts) : texts,
        licenseComments: text(),
        copyrightText: licensing,
        comment: text(),
        noticeText: text(),
        fileContributors: texts,
        attributionTexts: texts,
        fileDependencies: texts,
        artifactOfs: list(object({})),
        annotations: list(annotation),
      },
      closed,
    ),
  );
}

const pointer = object(
  {
    reference: required(text({ min: 1 })),
    offset: integer({ min: 0 }),
    lineNumber: integer({ min: 0 }),
  },
  closed,
);

const snippet = under(
  'SPDX 2.3 §9',
  object(
    {
      SPDXID: element,
      snippetFromFile: required(text({ min: 1 })),
      ranges: required(
        list(object({ startPointer: required(pointer), endPointer: required(pointer) }, closed), {
          min: 1,
        }),
      ),
      licenseConcluded: text(),
      licenseInfoInSnippets: texts,
      licenseComments: text(),
      copyrightText: text(),
      comment: text(),
      name: text(),
      attributionTexts: texts,
      annotations: list(annotation),
    },
    closed,
  ),
);

const relationship = under(
  'SPDX 2.3 §11',
  object(
    {
      spdxElementId: required(text({ min: 1 })),
      relatedSpdxElement: required(text({ min: 1 })),
      relationshipType: required(word(RELATIONSHIP_TYPES)),
      comment: text(),
    },
    closed,
  ),
);

/** A document of this version (SPDX 2.3 §6). */
export function documentShape(version: SpdxVersion): Shape {
  return object(
    {
      $schema: text(),
      spdxVersion: required(word([version])),
      dataLicense: required(word(['CC0-1.0'])),
      SPDXID: required(word(['SPDXRef-DOCUMENT'])),
      name: required(text({ min: 1 })),
      documentNamespace: required(text({ min: 1 })),
      creationInfo: required(
        object(
          {
            created: required(time),
            creators: required(list(creator, { min: 1 })),
            licenseListVersion: text(),
            comment: text(),
          },
          closed,
        ),
      ),
      externalDocumentRefs: list(
        object(
          {
            externalDocumentId: required(
              text({
                form: pattern('id', /^DocumentRef-[A-Za-z0-9.+-]+$/, 'DocumentRef-other'),
              }),
            ),
            spdxDocument: required(text({ min: 1 })),
            checksum: required(checksum),
          },
          closed,
        ),
      ),
      comment: text(),
      documentDescribes: texts,
      packages: list(packageShape(version)),
      files: list(fileShape(version)),
      snippets: list(snippet),
      hasExtractedLicensingInfos: list(extracted),
      relationships: list(relationship),
      annotations: list(annotation),
      revieweds: list(
        object({ reviewDate: required(time), reviewer: creator, comment: text() }, closed),
      ),
    },
    closed,
  );
}

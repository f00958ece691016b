/** OpenVEX 0.2.0, and 0.0.1 as far as documents of it are still about. */
import type { Issue } from '../../core/issue.ts';
import { objectsOf, textOf, textsOf } from '../../core/json/member.ts';
import type { JsonObject } from '../../core/json/value.ts';
import { DATE_TIME, IRI_REFERENCE, URI } from '../../core/shape/form.ts';
import { anyMember, object, required } from '../../core/shape/object.ts';
import { integer, list, type Shape, text, word } from '../../core/shape/shape.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import { type VexIssueCode, vexIssue } from './issues.ts';
import { type ProductNames, VEX_STATUSES, type VexStatement, type VexStatus } from './model.ts';

export const OPENVEX_CONTEXT = 'https://openvex.dev/ns';

export const JUSTIFICATIONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

const closed = { closed: true };
const iri = text({ form: IRI_REFERENCE, min: 1 });
const time = text({ form: DATE_TIME });

const identifiers: Shape = (value, walk) => {
  object({ purl: text(), cpe22: text(), cpe23: text() }, closed)(value, walk);
  anyMember(['purl', 'cpe22', 'cpe23'])(value, walk);
};
const HASHES =
  'md5 sha1 sha-256 sha-384 sha-512 sha3-224 sha3-256 sha3-384 sha3-512 ' +
  'blake2s-256 blake2b-256 blake2b-512';
const hashes = object(Object.fromEntries(HASHES.split(' ').map((name) => [name, text()])), closed);
const named = anyMember(['@id', 'identifiers']);

const subcomponent: Shape = (value, walk) => {
  object({ '@id': iri, identifiers, hashes }, closed)(value, walk);
  named(value, walk);
};
const component: Shape = (value, walk) => {
  const subcomponents = list(subcomponent, { unique: true });
  object({ '@id': iri, identifiers, hashes, subcomponents }, closed)(value, walk);
  named(value, walk);
};

const statement = object(
  {
    '@id': iri,
    version: integer({ min: 1 }),
    vulnerability: required(
      object(
        {
          '@id': iri,
          name: required(text()),
          description: text(),
          aliases: list(text(), { unique: true }),
        },
        closed,
      ),
    ),
    timestamp: time,
    last_updated: time,
    products: list(component, { unique: true }),
    status: required(word(VEX_STATUSES)),
    supplier: text(),
    status_notes: text(),
    justification: word(JUSTIFICATIONS),
    impact_statement: text(),
    action_statement: text(),
    action_statement_timestamp: time,
  },
  closed,
);

/** A document of 0.2.0. */
export const OPENVEX_SHAPE: Shape = object(
  {
    '@context': required(text({ form: URI })),
    '@id': required(iri),
    author: required(text()),
    role: text(),
    timestamp: required(time),
    last_updated: time,
    version: required(integer({ min: 1 })),
    tooling: text(),
    statements: required(list(statement, { min: 1, unique: true })),
  },
  closed,
);

/** Every statement for every product it names; rules that the schema cannot say. */
export function readOpenVex(document: JsonObject): {
  readonly statements: readonly VexStatement[];
  readonly issues: readonly Issue<VexIssueCode>[];
} {
  const issues: Issue<VexIssueCode>[] = [];
  const statements: VexStatement[] = [];
  checkUpdated(document, '', issues);
  for (const { entry, path } of objectsOf(document, 'statements', '')) {
    checkStatement(document, entry, path, issues);
    const status = textOf(entry, 'status');
    if (!isVexStatus(status)) continue;
    for (const product of productsOf(entry, path)) {
      statements.push(statementOf(document, entry, path, status, product));
    }
  }
  return { statements, issues };
}

function isVexStatus(text: string | undefined): text is VexStatus {
  return VEX_STATUSES.some((status) => status === text);
}

function checkStatement(
  document: JsonObject,
  entry: JsonObject,
  path: string,
  issues: Issue<VexIssueCode>[],
): void {
  const status = textOf(entry, 'status');
  const justification = textOf(entry, 'justification');
  if (
    status === 'not_affected' &&
    justification === undefined &&
    !textOf(entry, 'impact_statement')
  ) {
    issues.push(vexIssue('vex-justification', path, 'not_affected'));
  }
  if (status === 'affected' && !textOf(entry, 'action_statement')) {
    issues.push(vexIssue('vex-action', path, 'affected'));
  }
  if (status !== 'not_affected' && justification !== undefined) {
    issues.push(
      vexIssue('vex-justification-place', `${path}/justification`, status ?? 'no status'),
    );
  }
  if (!productsOf(entry, path).some(({ product }) => product.id !== ''))
    issues.push(vexIssue('vex-products', path, 'products'));
  if (timeOf(document, entry) === '') issues.push(vexIssue('vex-time', path, 'timestamp'));
  checkUpdated(entry, path, issues);
}

function checkUpdated(entry: JsonObject, path: string, issues: Issue<VexIssueCode>[]): void {
  const issued = textOf(entry, 'timestamp');
  const updated = textOf(entry, 'last_updated');
  if (issued === undefined || updated === undefined) return;
  if (compareTimestamps(updated, issued) < 0) {
    issues.push(vexIssue('vex-last-updated', `${path}/last_updated`, updated));
  }
}

/** "Timestamps cascade": what the statement does not say, the document does. */
function timeOf(document: JsonObject, entry: JsonObject): string {
  return (
    textOf(entry, 'last_updated') ??
    textOf(entry, 'timestamp') ??
    textOf(document, 'last_updated') ??
    textOf(document, 'timestamp') ??
    ''
  );
}

interface Claimed {
  readonly product: ProductNames;
  readonly subcomponents: readonly ProductNames[];
}

/**
 * 0.2.0 has objects; 0.0.1 had texts, and the parts beside the products. Without products the
 * statement is about what the document is attached to: it is kept, and answers no question.
 */
function productsOf(entry: JsonObject, path: string): readonly Claimed[] {
  const old = textsOf(entry, 'subcomponents').map((id) => namesOf({ '@id': id }));
  const plain = textsOf(entry, 'products').map((id) => ({
    product: namesOf({ '@id': id }),
    subcomponents: old,
  }));
  const objects = [...objectsOf(entry, 'products', path)].map(({ entry: product, path: at }) => ({
    product: namesOf(product),
    subcomponents: [...objectsOf(product, 'subcomponents', at)].map(({ entry: part }) =>
      namesOf(part),
    ),
  }));
  const all = [...plain, ...objects];
  return all.length > 0 ? all : [{ product: namesOf({}), subcomponents: old }];
}

function namesOf(component: JsonObject): ProductNames {
  const id = textOf(component, '@id') ?? '';
  const given = Object.hasOwn(component, 'identifiers') ? component.identifiers : undefined;
  const ids = (typeof given === 'object' && given !== null ? given : {}) as JsonObject;
  const digests = Object.hasOwn(component, 'hashes') ? component.hashes : undefined;
  const purl = textOf(ids, 'purl');
  return {
    id: id === '' ? (purl ?? textOf(ids, 'cpe23') ?? textOf(ids, 'cpe22') ?? '') : id,
    purls: [...new Set([...(id.startsWith('pkg:') ? [id] : []), ...(purl ? [purl] : [])])],
    cpes: [textOf(ids, 'cpe23'), textOf(ids, 'cpe22')].filter((cpe) => cpe !== undefined),
    hashes: Object.entries((digests ?? {}) as JsonObject).map(
      ([name, value]) => `${name.toLowerCase().replaceAll('-', '')}:${String(value).toLowerCase()}`,
    ),
  };
}

function statementOf(
  document: JsonObject,
  entry: JsonObject,
  path: string,
  status: VexStatus,
  { product, subcomponents }: Claimed,
): VexStatement {
  const optional = {
    supplier: textOf(entry, 'supplier'),
    justification: textOf(entry, 'justification'),
    impact: textOf(entry, 'impact_statement'),
    action: textOf(entry, 'action_statement'),
  };
  return {
    format: 'openvex',
    document: textOf(document, '@id') ?? '',
    author: textOf(document, 'author') ?? '',
    time: timeOf(document, entry),
    vulnerability: vulnerabilityOf(entry),
    product,
    subcomponents,
    status,
    path,
    ...Object.fromEntries(Object.entries(optional).filter(([, given]) => given !== undefined)),
  };
}

/** 0.2.0 has an object, 0.0.1 a text. */
function vulnerabilityOf(entry: JsonObject): readonly string[] {
  const plain = textOf(entry, 'vulnerability');
  if (plain !== undefined) return [plain];
  const given = Object.hasOwn(entry, 'vulnerability') ? entry.vulnerability : undefined;
  const struct = (typeof given === 'object' && given !== null ? given : {}) as JsonObject;
  const name = textOf(struct, 'name') ?? textOf(struct, '@id');
  return [...(name === undefined ? [] : [name]), ...textsOf(struct, 'aliases')];
}

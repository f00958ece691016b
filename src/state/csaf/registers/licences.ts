/** SPDX licence expressions (SPDX 3.0.1 Annex B) as CSAF 2.1 §3.2.2.7 narrows them. */
import {
  SCANCODE,
  SCANCODE_DEPRECATED,
  SPDX_DEPRECATED,
  SPDX_DEPRECATED_EXCEPTIONS,
  SPDX_EXCEPTIONS,
  SPDX_LICENSES,
} from './licences.table.ts';

export interface LicenceName {
  readonly name: string;
  readonly exception: boolean;
}

export interface LicenceExpression {
  /** Licences and exceptions in the order of the expression. */
  readonly names: readonly LicenceName[];
  /** What is wrong; null when the expression is valid. */
  readonly fault: string | null;
}

const IDENTIFIER = /^[A-Za-z0-9.-]+$/;
const REFERENCE = /^(?:LicenseRef|AdditionRef)-/;
/** Longest expression read; the licences of a document are few. */
const MOST_CHARS = 10_000;

/** Reads an expression with a pile in place of recursion. */
export function readLicenceExpression(text: string): LicenceExpression {
  const names: LicenceName[] = [];
  const wrong = (fault: string): LicenceExpression => ({ names, fault });
  if (text.length > MOST_CHARS) return wrong(`It is longer than ${MOST_CHARS} characters.`);
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let open = 0;
  /** What may come: a licence or `(`, an operator or `)`, an exception. */
  let expected: 'operand' | 'operator' | 'exception' = 'operand';
  let mayHaveException = false;
  for (const token of tokens) {
    if (expected === 'operand') {
      if (token === '(') open++;
      else {
        const fault = licenceFault(token);
        if (fault !== null) return wrong(fault);
        names.push({ name: token.replace(/\+$/, ''), exception: false });
        expected = 'operator';
        mayHaveException = true;
      }
    } else if (expected === 'exception') {
      if (!IDENTIFIER.test(token)) return wrong(`${token} is no exception.`);
      const fault = referenceFault(token, 'AdditionRef-');
      if (fault !== null) return wrong(fault);
      names.push({ name: token, exception: true });
      expected = 'operator';
      mayHaveException = false;
    } else if (token === ')') {
      if (--open < 0) return wrong('A parenthesis is closed that was not opened.');
      mayHaveException = false;
    } else if (/^(?:WITH|with)$/.test(token)) {
      if (!mayHaveException) return wrong('WITH follows a licence, once.');
      expected = 'exception';
    } else if (/^(?:AND|OR|and|or)$/.test(token)) expected = 'operand';
    else return wrong(`${token} stands where AND, OR or WITH is needed.`);
  }
  if (expected !== 'operator') return wrong('The expression is not complete.');
  return { names, fault: open > 0 ? 'A parenthesis is not closed.' : null };
}

function licenceFault(token: string): string | null {
  if (token.includes(':')) return 'DocumentRef is not allowed in CSAF.';
  const name = token.endsWith('+') ? token.slice(0, -1) : token;
  if (!IDENTIFIER.test(name)) return `${token} is no licence identifier.`;
  if (name !== token && REFERENCE.test(name)) return 'A LicenseRef takes no plus.';
  if (/^DocumentRef-/.test(name)) return 'DocumentRef is not allowed in CSAF.';
  return referenceFault(name, 'LicenseRef-');
}

/** §3.2.2.7: the name of who keeps the inventory stands between the prefix and the licence. */
function referenceFault(name: string, prefix: string): string | null {
  if (!REFERENCE.test(name)) {
    const meant = /^(?:licenseref|additionref|documentref)-/i.test(name);
    return meant ? `${name} does not write its prefix as ${prefix}.` : null;
  }
  if (!name.startsWith(prefix)) return `${name} stands where a ${prefix} may stand.`;
  const [entity, ...licence] = name.slice(prefix.length).split('-');
  if (entity !== '' && licence.join('-') !== '') return null;
  return `${name} does not name the licence inventory: ${prefix}<inventory>-<licence>.`;
}

export type LicenceStanding = 'listed' | 'deprecated' | 'missing' | 'own';

/** Where a name stands in the SPDX list and the LicenseDB; `own` is of another inventory. */
export function standingOf({ name, exception }: LicenceName): LicenceStanding {
  const key = name.toLowerCase();
  const reference = /^(?:licenseref|additionref)-/.exec(key)?.[0];
  if (reference !== undefined) {
    const rest = key.slice(reference.length);
    if (!rest.startsWith('scancode-')) return 'own';
    const id = rest.slice('scancode-'.length);
    if (lists().scancode.has(id)) return 'listed';
    return lists().scancodeDeprecated.has(id) ? 'deprecated' : 'missing';
  }
  const { licences, deprecated, exceptions, deprecatedExceptions } = lists();
  if (exception) {
    if (exceptions.has(key)) return 'listed';
    return deprecatedExceptions.has(key) ? 'deprecated' : 'missing';
  }
  if (licences.has(key)) return 'listed';
  return deprecated.has(key) ? 'deprecated' : 'missing';
}

interface Lists {
  readonly licences: ReadonlySet<string>;
  readonly deprecated: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
  readonly deprecatedExceptions: ReadonlySet<string>;
  readonly scancode: ReadonlySet<string>;
  readonly scancodeDeprecated: ReadonlySet<string>;
}

let made: Lists | undefined;

/** Made when first asked: most documents name no licence. */
function lists(): Lists {
  made ??= {
    licences: names(SPDX_LICENSES),
    deprecated: names(SPDX_DEPRECATED),
    exceptions: names(SPDX_EXCEPTIONS),
    deprecatedExceptions: names(SPDX_DEPRECATED_EXCEPTIONS),
    scancode: names(SCANCODE),
    scancodeDeprecated: names(SCANCODE_DEPRECATED),
  };
  return made;
}

function names(table: string): ReadonlySet<string> {
  return new Set(table.trim().toLowerCase().split(/\s+/));
}

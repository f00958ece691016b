/** Reads a name in any of its three forms into a well-formed name. */
import type { Parsed } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { FS_PREFIX, splitFs, unbindFsValue } from './formatted-string.ts';
import { type CpeIssue, type CpeIssueCode, cpeIssue, excerpt } from './issues.ts';
import { decodeUri, PACKED, URI_ATTRIBUTES, unpack } from './uri.ts';
import { checkValue, type Fault } from './value.ts';
import { ANY, ATTRIBUTES, type Attribute, type CpeValue, type Wfn, wfn } from './wfn.ts';
import { readWfn } from './wfn-text.ts';

export type ParsedCpe = Parsed<Wfn, CpeIssueCode>;

/** Formatted string, URI (also of CPE 2.2) or well-formed name; told apart by their beginnings. */
export function parseCpe(text: string): ParsedCpe {
  if (text.length > LIMITS.cpe.nameChars) {
    return refuse('cpe-too-large', `The name has ${text.length} characters.`);
  }
  const head = text.slice(0, FS_PREFIX.length).toLowerCase();
  if (head === FS_PREFIX) return unbindFs(text);
  if (head.startsWith('cpe:/')) return unbindUri(text);
  if (text.startsWith('wfn:[') && text.endsWith(']')) return readName(text);
  return refuse('cpe-form', `"${excerpt(text)}" is no CPE name.`);
}

function refuse(code: CpeIssueCode, message: string): ParsedCpe {
  return { ok: false, issues: [cpeIssue(code, message)] };
}

function unbindFs(text: string): ParsedCpe {
  const components = splitFs(text.slice(FS_PREFIX.length));
  if (components.length !== ATTRIBUTES.length) {
    const message = `There are ${components.length} components, not ${ATTRIBUTES.length}.`;
    return refuse('cpe-count', message);
  }
  const values: Partial<Record<Attribute, CpeValue>> = {};
  const issues: CpeIssue[] = [];
  for (const [index, attribute] of ATTRIBUTES.entries()) {
    const { value, faults } = unbindFsValue(components[index] as string);
    values[attribute] = value;
    for (const { code, message, warning } of faults) {
      issues.push(cpeIssue(code, message, `/${attribute}`, warning ? 'warning' : 'error'));
    }
  }
  return checked(values, issues);
}

function unbindUri(text: string): ParsedCpe {
  const components = text.slice('cpe:/'.length).split(':');
  if (components.length > URI_ATTRIBUTES.length) {
    const message = `There are ${components.length} components, at most ${URI_ATTRIBUTES.length} are possible.`;
    return refuse('cpe-count', message);
  }
  const issues: CpeIssue[] = [];
  const values: Partial<Record<Attribute, CpeValue>> = {};
  for (const [attribute, component] of uriFields(components, issues)) {
    const value = decodeUri(component);
    if (typeof value === 'string') values[attribute] = value;
    else issues.push(asIssue(value, attribute));
  }
  return checked(values, issues);
}

/** Components by attribute; those of a packed edition by the attributes in it. */
function uriFields(
  components: readonly string[],
  issues: CpeIssue[],
): (readonly [Attribute, string])[] {
  return components.flatMap((component, index): (readonly [Attribute, string])[] => {
    const attribute = URI_ATTRIBUTES[index] as Attribute;
    if (attribute !== 'edition' || !component.startsWith('~')) return [[attribute, component]];
    const fields = unpack(component);
    if (fields !== null) return fields.map((field, at) => [PACKED[at] as Attribute, field]);
    issues.push(
      cpeIssue('cpe-packing', `"${excerpt(component)}" has not five fields.`, '/edition'),
    );
    return [];
  });
}

function readName(text: string): ParsedCpe {
  const read = readWfn(text);
  if ('code' in read) return refuse(read.code, read.message);
  return checked(Object.fromEntries(read), []);
}

function asIssue({ code, message }: Fault, attribute: Attribute): CpeIssue {
  return cpeIssue(code, message, `/${attribute}`);
}

/** The name, unless a value breaks a rule: then every broken one is reported. */
function checked(
  values: Readonly<Partial<Record<Attribute, CpeValue>>>,
  issues: CpeIssue[],
): ParsedCpe {
  let underscore = false;
  for (const attribute of ATTRIBUTES) {
    const value = values[attribute] ?? ANY;
    const fault = checkValue(attribute, value);
    if (fault !== null) issues.push(asIssue(fault, attribute));
    underscore ||= value.includes('\\_');
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const name = wfn(values);
  return { ok: true, value: underscore ? unquotedUnderscores(name) : name, issues };
}

/** An underscore may be quoted and means the same: one form of it, so that texts can be compared. */
function unquotedUnderscores(name: Wfn): Wfn {
  const entries = ATTRIBUTES.map((attribute) => [
    attribute,
    name[attribute].replace(/\\(.)/gs, (pair, next) => (next === '_' ? next : pair)),
  ]);
  return Object.fromEntries(entries) as Wfn;
}

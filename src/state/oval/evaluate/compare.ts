/** Compares one value with one other (OVAL Common Schema, datatypes; Definitions Schema, operations). */
import { LIMITS } from '../../../core/limits.ts';
import { hasForm } from '../check/value.ts';
import { type CompiledRegex, compileRegex, type RegexFlags } from '../regex/index.ts';
import type { OvalDatatype, OvalOperation } from '../words.ts';
import { isSubset, type Prefix, readIpv4, readIpv6 } from './address.ts';
import {
  type Compared,
  compareDebianEvr,
  compareDotted,
  compareEvr,
  compareIos,
  compareRevisions,
} from './versions.ts';

/** What is stated: a value, how it is to be read, and what must hold of the value found. */
export interface Statement {
  readonly value: string;
  readonly datatype: OvalDatatype;
  readonly operation: OvalOperation;
}

/** Whether it holds; a text says why it could not be told. */
export type Held = boolean | string;

/** Expressions compiled before, and what is left of the comparisons that may be made. */
export class Comparer {
  readonly #regexes = new Map<string, CompiledRegex>();
  #left: number = LIMITS.oval.comparisons;

  /** Whether `found <operation> stated` holds. */
  holds(found: string, stated: Statement): Held {
    if (--this.#left < 0) return 'More comparisons than the bound allows.';
    const { datatype, operation } = stated;
    if (operation === 'pattern match') return this.#matches(found, stated);
    const compare = Object.hasOwn(BY_DATATYPE, datatype) ? BY_DATATYPE[datatype] : undefined;
    if (compare === undefined) return `Values of ${datatype} are not compared.`;
    return compare(found, stated.value, operation);
  }

  /** An expression with its flags, compiled once. */
  regex(source: string, flags: RegexFlags = {}): CompiledRegex {
    const { ignoreCase = false, multiline = false, singleline = false } = flags;
    const key = `${Number(ignoreCase)}${Number(multiline)}${Number(singleline)}${source}`;
    let compiled = this.#regexes.get(key);
    if (compiled === undefined) {
      compiled = compileRegex(source, flags);
      this.#regexes.set(key, compiled);
    }
    return compiled;
  }

  #matches(found: string, { value, datatype }: Statement): Held {
    if (datatype !== 'string') return `There is no pattern match of ${datatype}.`;
    const compiled = this.regex(value);
    if (!compiled.ok) return `The pattern cannot be used: ${compiled.fault.reason}`;
    const match = compiled.regex.match(found);
    if (match === 'exhausted') return 'The pattern took more steps than the bound allows.';
    return match !== null;
  }
}

type Compare = (found: string, stated: string, operation: OvalOperation) => Held;

/** The six operations over an order. */
function byOrder(order: Compared, operation: OvalOperation): Held {
  if (order === null) return 'The values cannot be compared.';
  switch (operation) {
    case 'equals':
      return order === 0;
    case 'not equal':
      return order !== 0;
    case 'greater than':
      return order > 0;
    case 'greater than or equal':
      return order >= 0;
    case 'less than':
      return order < 0;
    case 'less than or equal':
      return order <= 0;
    default:
      return `There is no operation ${operation} of this datatype.`;
  }
}

const sign = (a: bigint | number | string, b: bigint | number | string): Compared =>
  a < b ? -1 : a > b ? 1 : 0;

/** Longest number that is read: conversion costs more than its length. */
const NUMBER_CHARS = 4_096;

function integerOf(text: string): bigint | null {
  const trimmed = text.trim();
  if (trimmed.length > NUMBER_CHARS || !hasForm(trimmed, 'int')) return null;
  return BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
}

const integers: Compare = (found, stated, operation) => {
  const [a, b] = [integerOf(found), integerOf(stated)];
  if (a === null || b === null) return 'One of the values is no int.';
  if (operation === 'bitwise and') return (a & b) === b;
  if (operation === 'bitwise or') return (a | b) === b;
  return byOrder(sign(a, b), operation);
};

function floatOf(text: string): number | null {
  const trimmed = text.trim();
  if (!hasForm(trimmed, 'float')) return null;
  return Number(trimmed.replace('INF', 'Infinity'));
}

const floats: Compare = (found, stated, operation) => {
  const [a, b] = [floatOf(found), floatOf(stated)];
  if (a === null || b === null) return 'One of the values is no float.';
  // NaN equals itself in the value space of xsd:float, and is in no order.
  if (Number.isNaN(a) || Number.isNaN(b)) {
    const same = Number.isNaN(a) && Number.isNaN(b);
    if (operation === 'equals') return same;
    return operation === 'not equal' ? !same : false;
  }
  return byOrder(sign(a, b), operation);
};

const booleans: Compare = (found, stated, operation) => {
  const [a, b] = [found.trim(), stated.trim()].map((each) =>
    hasForm(each, 'boolean') ? each === 'true' || each === '1' : null,
  );
  if (a === null || b === null) return 'One of the values is no boolean.';
  if (operation !== 'equals' && operation !== 'not equal') {
    return `There is no operation ${operation} of boolean.`;
  }
  return (a === b) === (operation === 'equals');
};

const binaries: Compare = (found, stated, operation) => {
  const [a, b] = [found.trim().toLowerCase(), stated.trim().toLowerCase()];
  if (!hasForm(a, 'binary') || !hasForm(b, 'binary')) return 'One of the values is no binary.';
  if (operation !== 'equals' && operation !== 'not equal') {
    return `There is no operation ${operation} of binary.`;
  }
  return (a === b) === (operation === 'equals');
};

const strings: Compare = (found, stated, operation) => {
  switch (operation) {
    case 'equals':
      return found === stated;
    case 'not equal':
      return found !== stated;
    case 'case insensitive equals':
      return found.toLowerCase() === stated.toLowerCase();
    case 'case insensitive not equal':
      return found.toLowerCase() !== stated.toLowerCase();
    default:
      return `There is no operation ${operation} of string.`;
  }
};

const ordered =
  (compare: (a: string, b: string) => Compared): Compare =>
  (found, stated, operation) =>
    byOrder(compare(found, stated), operation);

const addresses =
  (read: (text: string) => Prefix | null): Compare =>
  (found, stated, operation) => {
    const [a, b] = [read(found), read(stated)];
    if (a === null || b === null) return 'One of the values is no address.';
    if (operation === 'subset of') return isSubset(a, b);
    if (operation === 'superset of') return isSubset(b, a);
    const same = a.length === b.length && a.address === b.address;
    if (operation === 'equals') return same;
    if (operation === 'not equal') return !same;
    if (a.length !== b.length) return 'Prefixes of two lengths have no order.';
    return byOrder(sign(a.address, b.address), operation);
  };

/** A release of IOS equals another by its text, whatever the trains are. */
const releases: Compare = (found, stated, operation) => {
  const same = found.trim() === stated.trim();
  if (operation === 'equals') return same;
  if (operation === 'not equal') return !same;
  return byOrder(compareIos(found, stated), operation);
};

const BY_DATATYPE: Readonly<Partial<Record<OvalDatatype, Compare>>> = {
  string: strings,
  int: integers,
  float: floats,
  boolean: booleans,
  binary: binaries,
  version: ordered(compareDotted),
  evr_string: ordered(compareEvr),
  debian_evr_string: ordered(compareDebianEvr),
  fileset_revision: ordered(compareRevisions),
  ios_version: releases,
  ipv4_address: addresses(readIpv4),
  ipv6_address: addresses(readIpv6),
};

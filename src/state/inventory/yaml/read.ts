/**
 * YAML as lock files are written in it: block mappings and sequences, flow collections, plain,
 * quoted and block scalars, several documents. Scalars stay texts (the failsafe schema), null aside,
 * so that a version 1.10 is one. Anchors, aliases, tags and merge keys are refused, so that nothing
 * can grow: no lock file has them.
 */
import type { Issue } from '../../../core/issue.ts';
import type { JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type InventoryIssueCode, inventoryIssue } from '../issues.ts';
import { linesOf } from '../text.ts';
import { FlowReader } from './flow.ts';
import { doubleQuoted, keyOf, plainValue, singleQuoted, YamlFault } from './scalar.ts';

export type ReadYaml =
  | { readonly ok: true; readonly documents: readonly JsonValue[] }
  | { readonly ok: false; readonly issue: Issue<InventoryIssueCode> };

export function readYaml(text: string): ReadYaml {
  try {
    const lines = contentLines(text.replace(/^\uFEFF/, ''));
    return { ok: true, documents: lines.map((each) => new YamlReader(each).document()) };
  } catch (fault) {
    if (!(fault instanceof YamlFault)) throw fault;
    const issue = inventoryIssue(fault.code, `line:${fault.line}`, fault.message, 'YAML 1.2');
    return { ok: false, issue };
  }
}

export interface YamlLine {
  readonly indent: number;
  /** Without indentation. */
  readonly text: string;
  readonly number: number;
}

/** The lines of each document; `---` begins one, `...` ends one. */
function contentLines(text: string): readonly (readonly YamlLine[])[] {
  const documents: YamlLine[][] = [[]];
  for (const { text: line, number } of linesOf(text)) {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      if (line.length > 3 && line.slice(3).trim() !== '')
        throw new YamlFault(number, 'Text at ---');
      documents.push([]);
      continue;
    }
    if (line.startsWith('%') && documents.length === 1) continue;
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (content !== '' && line.slice(0, indent).includes('\t')) {
      throw new YamlFault(number, `Line ${number} is indented with a tab`);
    }
    documents.at(-1)?.push({ indent, text: content.trimEnd(), number });
  }
  const said = documents.filter((lines) => lines.some(({ text: line }) => isContent(line)));
  return said.length === 0 ? [[]] : said;
}

function isContent(text: string): boolean {
  return text !== '' && !text.startsWith('#');
}

type Mapping = Record<string, JsonValue>;

class YamlReader {
  readonly #lines: readonly YamlLine[];
  #at = 0;
  #nodes = 0;

  constructor(lines: readonly YamlLine[]) {
    this.#lines = lines;
  }

  document(): JsonValue {
    const first = this.#next();
    if (first === undefined) return null;
    const value = this.#block(first.indent, 0);
    const rest = this.#next();
    if (rest !== undefined) throw new YamlFault(rest.number, `Line ${rest.number} belongs nowhere`);
    return value;
  }

  /** The next line that says something; comments and empty lines are passed. */
  #next(): YamlLine | undefined {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at];
      if (line !== undefined && isContent(line.text)) return line;
      this.#at++;
    }
    return undefined;
  }

  #block(indent: number, depth: number): JsonValue {
    this.#count(depth);
    const line = this.#next();
    if (line === undefined) return null;
    if (line.text === '-' || line.text.startsWith('- ')) return this.#sequence(indent, depth);
    if (/^\?(?: |$)/.test(line.text) || keyOf(line.text, line.number) !== null) {
      return this.#mapping(indent, depth);
    }
    this.#at++;
    return this.#inline(line.text, line, indent, depth);
  }

  #sequence(indent: number, depth: number): JsonValue {
    const list: JsonValue[] = [];
    for (let line = this.#next(); line?.indent === indent; line = this.#next()) {
      if (line.text !== '-' && !line.text.startsWith('- ')) break;
      const rest = line.text.slice(1).trimStart();
      if (rest === '' || rest.startsWith('#')) {
        this.#at++;
        const inner = this.#next();
        list.push(
          inner !== undefined && inner.indent > indent
            ? this.#block(inner.indent, depth + 1)
            : null,
        );
      } else if (keyOf(rest, line.number) !== null || /^-(?: |$)/.test(rest)) {
        // `- key: value`: what follows the hyphen begins a block of its own, further right.
        const column = indent + line.text.length - rest.length;
        this.#replace({ indent: column, text: rest, number: line.number });
        list.push(this.#block(column, depth + 1));
      } else {
        this.#at++;
        list.push(this.#inline(rest, line, indent, depth + 1));
      }
      this.#count(depth);
    }
    return list;
  }

  #mapping(indent: number, depth: number): JsonValue {
    const mapping = Object.create(null) as Mapping;
    for (let line = this.#next(); line?.indent === indent; line = this.#next()) {
      const key = this.#key(line, indent);
      if (Object.hasOwn(mapping, key.name)) {
        throw new YamlFault(line.number, `Line ${line.number} gives a key twice`);
      }
      mapping[key.name] = this.#valueOf(key.rest, key.line, indent, depth);
      this.#count(depth);
    }
    return mapping;
  }

  /** `key: rest`, or `? key` with `: rest` on the next line, as long keys are written. */
  #key(line: YamlLine, indent: number): { name: string; rest: string; line: YamlLine } {
    this.#at++;
    const long = /^\? +(.*)$/.exec(line.text);
    if (long === null) {
      const found = keyOf(line.text, line.number);
      if (found === null) throw new YamlFault(line.number, `Line ${line.number} is no key`);
      return { ...found, line };
    }
    const text = long[1] ?? '';
    const name = text.startsWith('"')
      ? doubleQuoted(text, line.number)
      : text.startsWith("'")
        ? singleQuoted(text, line.number)
        : { value: text, end: text.length };
    if (name.end !== text.length) throw new YamlFault(line.number, `Line ${line.number} is no key`);
    const second = this.#next();
    if (second === undefined || second.indent !== indent || !/^:(?: |$)/.test(second.text)) {
      return { name: name.value, rest: '', line };
    }
    this.#at++;
    return { name: name.value, rest: second.text.slice(1).trimStart(), line: second };
  }

  #valueOf(rest: string, line: YamlLine, indent: number, depth: number): JsonValue {
    if (rest !== '' && !rest.startsWith('#')) return this.#inline(rest, line, indent, depth + 1);
    const next = this.#next();
    if (next === undefined) return null;
    if (next.indent > indent) return this.#block(next.indent, depth + 1);
    // A sequence may stand as far left as its key.
    const list = next.indent === indent && /^-(?: |$)/.test(next.text);
    return list ? this.#sequence(indent, depth + 1) : null;
  }

  /** A value that begins on the line of its key or hyphen. */
  #inline(text: string, line: YamlLine, indent: number, depth: number): JsonValue {
    this.#count(depth);
    const sign = text[0] ?? '';
    if (sign === '|' || sign === '>') return this.#blockScalar(text, line, indent);
    if (sign === '{' || sign === '[') return this.#flow(text, line, depth);
    if (sign === '"' || sign === "'") {
      const quoted =
        sign === '"' ? doubleQuoted(text, line.number) : singleQuoted(text, line.number);
      const behind = text.slice(quoted.end).trim();
      if (behind === '' || behind.startsWith('#')) return quoted.value;
      throw new YamlFault(line.number, `Line ${line.number}: text behind a quoted one`);
    }
    return plainValue(text, line.number);
  }

  /** A flow collection may go on over further lines. */
  #flow(text: string, line: YamlLine, depth: number): JsonValue {
    const flow = new FlowReader(text, line.number, LIMITS.inventory.depth - depth);
    for (;;) {
      const read = flow.read();
      this.#nodes += flow.nodes;
      if (read !== undefined) return read.value;
      const more = this.#next();
      if (more === undefined) throw new YamlFault(line.number, 'A flow collection has no end');
      this.#at++;
      flow.more(more.text);
    }
  }

  /** `|` keeps line ends, `>` makes them blanks; `-` drops the last one, `+` keeps all. */
  #blockScalar(header: string, line: YamlLine, indent: number): string {
    const form = /^([|>])([1-9])?([+-])?([1-9])?(?:\s+#.*)?$/.exec(header);
    if (form === null) throw new YamlFault(line.number, `Line ${line.number} begins no text`);
    const given = form[2] ?? form[4];
    let own = given === undefined ? 0 : Math.max(indent, 0) + Number(given);
    const lines: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const next = this.#lines[this.#at];
      if (next === undefined) break;
      if (next.text === '') lines.push('');
      else if (next.indent <= indent) break;
      else {
        own ||= next.indent;
        lines.push(' '.repeat(Math.max(0, next.indent - own)) + next.text);
      }
    }
    const text = lines.join(form[1] === '|' ? '\n' : ' ').replace(/\s+$/, '');
    return form[3] === '-' ? text : `${text}\n`;
  }

  #replace(line: YamlLine): void {
    (this.#lines as YamlLine[])[this.#at] = line;
  }

  #count(depth: number): void {
    const line = this.#lines[Math.min(this.#at, this.#lines.length - 1)]?.number ?? 0;
    if (depth > LIMITS.inventory.depth) {
      throw new YamlFault(line, `Deeper than ${LIMITS.inventory.depth}`, 'inventory-size');
    }
    if (++this.#nodes > LIMITS.inventory.nodes) {
      throw new YamlFault(line, 'More values than the bound', 'inventory-size');
    }
  }
}

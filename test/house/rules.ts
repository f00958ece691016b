/** Rules on single files, each a function from files to sentences about what breaks it. */
import { findFunctions } from './functions.ts';
import { isTest, type Source } from './sources.ts';

const MOST_LINES = 400;
const MOST_FUNCTION_LINES = 69;

/** Words that say nothing of what a file is about. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|shared|services?|managers?|lib|stuff|tools?)$/;

/** Only index.ts lies at the root of src, and only rooms lie beside it. */
export function looseFiles(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => /^src\/[^/]+\.ts$/.test(path) && path !== 'src/index.ts')
    .map(({ path }) => `${path}: only index.ts lies at the root of src`);
}

export function emptyNames(files: readonly Source[]): string[] {
  return files.flatMap(({ path }) => {
    const words = path
      .replace(/\.ts$/, '')
      .split('/')
      .slice(1)
      .flatMap((name) => name.split(/[.-]/));
    return words
      .filter((word) => EMPTY_NAMES.test(word))
      .map((word) => `${path}: "${word}" is no name`);
  });
}

/** Tests may be long, and what holds no function: tables and contracts are read by looking up. */
export function longFiles(files: readonly Source[]): string[] {
  return files
    .filter(({ path, code }) => !isTest(path) && findFunctions(code).length > 0)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, ${MOST_LINES} are the most`);
}

export function longFunctions(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, code }) =>
      findFunctions(code)
        .filter(({ lines }) => lines > MOST_FUNCTION_LINES)
        .map(({ line, lines }) => `${path}:${line} is a function of ${lines} lines`),
    );
}

/** A word of code that must not stand in a file, and where it may. */
interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: (path: string) => boolean;
}

const nowhere = () => false;
const inTests = (path: string) => isTest(path);

export const BANS: readonly Ban[] = [
  {
    what: 'the type any',
    pattern: /(?:[:<,|&=]\s*|\bas\s+)any\b(?!\s*[:(])/g,
    allowed: inTests,
  },
  { what: 'a default export', pattern: /\bexport\s+default\b|\bas\s+default\b/g, allowed: nowhere },
  {
    what: 'a connection of its own',
    pattern:
      /(?<![.\w$#])fetch\s*\(|\bhttps?\.(?:request|get)\s*\(|\bhttp2\.connect\s*\(|\b(?:net|tls)\.(?:connect|createConnection)\s*\(/g,
    // Clients of the exchange protocols take a fetch and fall back on the global one.
    allowed: (path) =>
      isTest(path) ||
      path.startsWith('src/hub/outbound') ||
      /^src\/exchange\/[^/]+\/(client|check)[/.]/.test(path),
  },
  {
    what: 'the time from elsewhere than core/clock',
    pattern: /\bDate\.now\b|\bnew\s+Date\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()/g,
    // The client is a library of its own: its option `now` falls back on the system's clock.
    allowed: (path) =>
      isTest(path) || path === 'src/core/clock.ts' || /^src\/exchange\/[^/]+\/client\//.test(path),
  },
  {
    what: 'code made from text',
    pattern: /(?<![.\w$])eval\s*\(|\bnew\s+Function\b|(?<![.\w$])Function\s*\(/g,
    allowed: nowhere,
  },
  { what: 'something left undone', pattern: /\bnot implemented\b/gi, allowed: nowhere },
];

/** Places where banned words stand, as sentences. */
export function banned(files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    BANS.filter(({ allowed }) => !allowed(file.path)).flatMap(({ what, pattern }) =>
      [...file.code.matchAll(pattern)].map(({ index }) => `${place(file, index)}: ${what}`),
    ),
  );
}

/** Notes to self do not stay in the tree. */
export function leftovers(files: readonly Source[]): string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(/(?:\/\/|\/\*|^\s*\*)[^\n'"`]*?\b(TODO|FIXME|XXX|HACK)\b/gm)].map(
      ({ 0: match, 1: word, index }) => `${place(file, index + match.length)}: ${word}`,
    ),
  );
}

function place({ path, text }: Source, index: number): string {
  return `${path}:${text.slice(0, index).split('\n').length}`;
}

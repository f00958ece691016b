/**
 * The package managers themselves as oracles: dpkg, rpm, pacman's vercmp, Python's packaging, npm's
 * semver and RubyGems, over seeded pairs. CYBEX_ORACLE_PYTHON and CYBEX_ORACLE_NODE name a Python
 * that has packaging and a folder whose node_modules has semver. What is absent is skipped.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { compareVersions, versContains, versFromNative } from './index.ts';

const PAIRS = Number(process.env.CYBEX_ORACLE_PAIRS ?? 20_000);
const PYTHON = process.env.CYBEX_ORACLE_PYTHON ?? 'python3';
const NODE_FOLDER = resolve(process.env.CYBEX_ORACLE_NODE ?? '.');

/** Seeded, so that a difference can be looked at again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Pick = <T>(list: readonly T[]) => T;

function picker(random: () => number): Pick {
  return (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
}

const NUMBERS = ['0', '1', '2', '9', '10', '01', '007', '20240131', '99999999999999999999'];

/** Pairs of which most are near each other: the second is the first with one place changed. */
function pairs(
  seed: number,
  make: (pick: Pick) => string,
  pieces: readonly string[],
  count = PAIRS,
): string[][] {
  const random = seeded(seed);
  const pick = picker(random);
  return Array.from({ length: count }, () => {
    const a = make(pick);
    if (random() < 0.4) return [a, make(pick)];
    const at = Math.floor(random() * (a.length + 1));
    const cut = random() < 0.5 ? 1 : 0;
    return [a, a.slice(0, at) + (random() < 0.7 ? pick(pieces) : '') + a.slice(at + cut)];
  });
}

/** Runs a program on a file of lines `a b`; one answer a line: -1, 0, 1, or ! for "no version". */
function ask(command: string, args: (file: string) => readonly string[], rows: string[][]) {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-oracle-'));
  const file = join(folder, 'pairs');
  writeFileSync(file, `${rows.map(([a, b]) => `${a}\t${b}`).join('\n')}\n`);
  const done = spawnSync(command, args(file), { encoding: 'utf8', maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true });
  assert.equal(done.status, 0, done.stderr?.slice(0, 2000));
  return done.stdout.trim().split('\n');
}

/** Differences from the oracle; pairs that it does not take say nothing. */
function differences(scheme: string, rows: string[][], answers: readonly string[]): string[] {
  assert.equal(answers.length, rows.length);
  return rows.flatMap(([a = '', b = ''], index) => {
    const expected = answers[index] as string;
    if (expected === '!') return [];
    const compared = compareVersions(scheme, a, b);
    const got = compared.ok ? String(compared.value) : '?';
    return got === expected ? [] : [`${a} ${b}: ${scheme} says ${expected}, we say ${got}`];
  });
}

function report(
  t: { diagnostic(text: string): void },
  answers: readonly string[],
  wrong: string[],
) {
  const taken = answers.filter((answer) => answer !== '!').length;
  const equal = answers.filter((answer) => answer === '0').length;
  t.diagnostic(`${taken} pairs, ${equal} of them equal, ${wrong.length} differences`);
  assert.deepEqual(wrong.slice(0, 20), []);
}

function has(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

const skipUnless = (present: boolean, what: string) =>
  present ? false : `${what} is not on this machine; the order is not compared with it.`;

const distribution = (pick: Pick): string => {
  const word = pick(['', '', 'a', 'b', 'rc', 'alpha', '+b', '~', '~rc', '.', '^git', '+dfsg', '-']);
  const tail = pick(['', '', '-1', '-2', '-10', '-1.el8', '-1ubuntu1', '-1~bpo1', '-0']);
  return `${pick(['', '', '', '0:', '1:', '2:'])}${pick(NUMBERS)}.${pick(NUMBERS)}${word}${pick(NUMBERS)}${tail}`;
};
const PLAIN = ['0', '1', '.', '-', '~', '+', 'a', 'z', 'rc', '10', ':', '..', '00'];

test('deb: dpkg itself', { skip: skipUnless(has('dpkg', '--version'), 'dpkg') }, (t) => {
  const rows = pairs(1, distribution, PLAIN).map((pair) =>
    pair.map((each) => each.replace('^', '')),
  );
  // dpkg says 2 for what is no version, and warns where a version does not begin with a digit.
  const script = `while IFS="$(printf '\\t')" read -r a b; do
    dpkg --compare-versions "$a" lt "$b" 2>/dev/null; r=$?
    if [ $r = 0 ]; then echo -1; elif [ $r != 1 ] || ! dpkg --validate-version "$a" 2>/dev/null || ! dpkg --validate-version "$b" 2>/dev/null; then echo '!'
    elif dpkg --compare-versions "$a" eq "$b"; then echo 0; else echo 1; fi; done < "$1"`;
  const answers = ask('sh', (file) => ['-c', script, 'sh', file], rows);
  // dpkg compares, with a warning, colons in revisions and epochs with a sign; Policy §5.6.12 has
  // neither, and we say so.
  const forbidden = /^[^ ]*(?:\+\d+:|:.*:)|-[^ ]*:| [^ ]*(?:\+\d+:|:.*:)/;
  const wrong = differences('deb', rows, answers).filter(
    (text) => !(text.endsWith('we say ?') && forbidden.test(text)),
  );
  report(t, answers, wrong);
});

const isNoRpmVersion = (text: string) => !/^(?:\d{0,10}:)?[^:-][^:]*$/.test(text);

test('rpm: rpm itself', { skip: skipUnless(has('rpm', '--version'), 'rpm') }, (t) => {
  const rows = pairs(2, distribution, [...PLAIN, '^', '^^', '~~', '_']);
  const lua = (file: string) =>
    `%{lua: for line in io.lines('${file}') do local a, b = line:match('^(.-)\\t(.*)$'); local ok, r = pcall(rpm.vercmp, a, b); print((ok and r or '!') .. string.char(10)) end}`;
  const answers = ask('rpm', (file) => ['--eval', lua(file)], rows);
  // rpm compares, as text of the version, a colon after what is no number, and an empty version;
  // rpm-version(7) has neither, and we say so.
  const wrong = differences('rpm', rows, answers).filter((text) => {
    const [a = '', b = ''] = text.split(' ');
    return !(text.endsWith('we say ?') && [a, b.slice(0, -1)].some(isNoRpmVersion));
  });
  report(t, answers, wrong);
});

test('alpm: vercmp of pacman', { skip: skipUnless(has('vercmp', '1', '2'), 'vercmp') }, (t) => {
  const rows = pairs(3, distribution, PLAIN).filter((pair) => pair.every((each) => each !== ''));
  const script = `while IFS="$(printf '\\t')" read -r a b; do vercmp "$a" "$b"; done < "$1"`;
  const answers = ask('sh', (file) => ['-c', script, 'sh', file], rows);
  const wrong = differences('alpm', rows, answers).filter((text) => !text.endsWith('we say ?'));
  report(t, answers, wrong);
});

const pep440 = (pick: Pick): string =>
  [
    pick(['', '', '', '1!', '0!', 'v']),
    `${pick(NUMBERS)}.${pick(NUMBERS)}${pick(['', '.0', '.0.0', `.${pick(NUMBERS)}`])}`,
    pick(['', '', 'a1', 'b2', 'rc1', '.beta.3', '-RC', 'c0', 'preview2', 'alpha']),
    pick(['', '', '.post1', '-1', 'rev2', '.post', '-r3']),
    pick(['', '', '.dev1', 'dev', '-dev0']),
    pick(['', '', '', '+abc.1', '+1.abc', '+1', '+ubuntu-1', '+a_b']),
  ].join('');

const PYTHON_COMPARE = `
import sys
from packaging.version import Version, InvalidVersion
for line in open(sys.argv[1]):
    a, b = line.rstrip('\\n').split('\\t')
    try: x, y = Version(a), Version(b)
    except InvalidVersion: print('!'); continue
    print(-1 if x < y else 1 if x > y else 0)
`;

const packaging = skipUnless(has(PYTHON, '-c', 'import packaging'), "Python's packaging");

test("pypi: Python's packaging", { skip: packaging }, (t) => {
  const rows = pairs(
    4,
    pep440,
    ['0', '1', '.', 'a', 'rc', '.dev', '.post', '+', '-', '!', 'x'],
    PAIRS * 2,
  );
  const answers = ask(PYTHON, (file) => ['-c', PYTHON_COMPARE, file], rows);
  report(t, answers, differences('pypi', rows, answers));
  const refused = rows.filter(([a = '', b = ''], index) => {
    return answers[index] === '!' && compareVersions('pypi', a, b).ok;
  });
  assert.deepEqual(refused.slice(0, 10), [], 'taken here and refused there');
});

const EXACT = ['0', '1', '2', '9', '10', '11', '20240131', '9007199254740991'];
const semver = (pick: Pick): string =>
  [
    `${pick(EXACT)}.${pick(EXACT)}.${pick(EXACT)}`,
    pick(['', '', '-1', '-alpha', '-alpha.1', '-rc.10', '-a.b-c', '--', '-0', '-1a', '-Z']),
    pick(['', '', '', '+1', '+build.5']),
  ].join('');

const NODE_COMPARE = `
const { readFileSync } = require('node:fs');
const semver = require('semver');
for (const line of readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n')) {
  const [a, b] = line.split('\\t');
  const ok = semver.valid(a) && semver.valid(b);
  console.log(ok ? semver.compare(a, b) : '!');
}`;
const NODE_SATISFIES = `
const { readFileSync } = require('node:fs');
const semver = require('semver');
for (const line of readFileSync(process.argv[1], 'utf8').trimEnd().split('\\n')) {
  const [range, version] = line.split('\\t');
  const ok = semver.valid(version) && semver.validRange(range) !== null;
  console.log(ok ? Number(semver.satisfies(version, range)) : '!');
}`;

const npm = skipUnless(existsSync(join(NODE_FOLDER, 'node_modules/semver')), "npm's semver");
const inNode = (script: string, rows: string[][]) =>
  ask(
    process.execPath,
    (file) => [
      '-e',
      `process.chdir(${JSON.stringify(NODE_FOLDER)});${script.replace("require('semver')", `require(${JSON.stringify(join(NODE_FOLDER, 'node_modules/semver'))})`)}`,
      file,
    ],
    rows,
  );

test("npm: npm's semver", { skip: npm }, (t) => {
  const rows = pairs(5, semver, ['0', '1', '.', '-', 'a', '+', '9'], PAIRS * 2);
  const answers = inNode(NODE_COMPARE, rows);
  report(t, answers, differences('npm', rows, answers));
});

const SMALL = ['0', '1', '2', '3', '10'];
const partial = (pick: Pick): string =>
  pick([
    `${pick(SMALL)}.${pick(SMALL)}.${pick(SMALL)}`,
    `${pick(SMALL)}.${pick(SMALL)}.${pick(SMALL)}`,
    `${pick(SMALL)}.${pick(SMALL)}`,
    pick(SMALL),
    `${pick(SMALL)}.x`,
    `${pick(SMALL)}.${pick(SMALL)}.*`,
    '*',
  ]);
const comparator = (pick: Pick): string =>
  `${pick(['', '^', '~', '>=', '<', '>', '<=', '=', '~>', '>= ', '< ', 'v'])}${partial(pick)}`;
const npmRange = (pick: Pick): string => {
  const one = () =>
    pick([
      () => comparator(pick),
      () => comparator(pick),
      () => `${comparator(pick)} ${comparator(pick)}`,
      () => `${partial(pick)} - ${partial(pick)}`,
    ])();
  return pick([
    () => one(),
    () => one(),
    () => `${one()} || ${one()}`,
    () => `${one()}||${one()}`,
  ])();
};

test("npm: ranges against npm's semver", { skip: npm }, (t) => {
  const pick = picker(seeded(6));
  const rows = Array.from({ length: PAIRS }, () => [
    npmRange(pick),
    `${pick(SMALL)}.${pick(SMALL)}.${pick(SMALL)}`,
  ]);
  const answers = inNode(NODE_SATISFIES, rows);
  const wrong = rows.flatMap(([range = '', version = ''], index) => {
    if (answers[index] === '!') return [];
    const read = versFromNative('npm', range);
    const inside = read.ok ? versContains(read.value, version) : read;
    const got = inside.ok ? String(Number(inside.value)) : '?';
    return got === answers[index] ? [] : [`${range} ${version}: ${answers[index]}, not ${got}`];
  });
  report(t, answers, wrong);
});

const PYTHON_CONTAINS = `
import sys
from packaging.specifiers import SpecifierSet, InvalidSpecifier
for line in open(sys.argv[1]):
    spec, version = line.rstrip('\\n').split('\\t')
    try: print(int(SpecifierSet(spec).contains(version, prereleases=True)))
    except InvalidSpecifier: print('!')
`;

test("pypi: specifiers against Python's packaging", { skip: packaging }, (t) => {
  const pick = picker(seeded(7));
  const release = () =>
    [pick(SMALL), pick(SMALL), pick(['', pick(SMALL)])].filter(Boolean).join('.');
  const one = () =>
    pick([
      `~=${release()}`,
      `==${release()}`,
      `==${release()}.*`,
      `!=${release()}`,
      `>=${release()}`,
      `<=${release()}`,
      `>${release()}`,
      `<${release()}`,
      `===${release()}.0`,
    ]);
  const rows = Array.from({ length: PAIRS }, () => [
    pick([one(), one(), `${one()}, ${one()}`, `${one()},${one()},${one()}`]),
    release(),
  ]);
  const answers = ask(PYTHON, (file) => ['-c', PYTHON_CONTAINS, file], rows);
  const wrong = rows.flatMap(([range = '', version = ''], index) => {
    // === compares texts, which VERS cannot say.
    if (answers[index] === '!' || range.includes('===')) return [];
    const read = versFromNative('pypi', range);
    const inside = read.ok ? versContains(read.value, version) : read;
    const got = inside.ok ? String(Number(inside.value)) : '?';
    return got === answers[index] ? [] : [`${range} ${version}: ${answers[index]}, not ${got}`];
  });
  report(t, answers, wrong);
});

const gem = (pick: Pick): string =>
  [
    `${pick(NUMBERS)}${pick(['', '.0', '.1', '.0.0', `.${pick(NUMBERS)}`])}`,
    pick(['', '', '.a', '.rc1', '.pre.2', '-beta', '-1', '.b.0', '.alpha1b']),
    pick(['', '', '.0', '.1', '-x.1']),
  ].join('');

const RUBY = `File.foreach(ARGV[0]) do |line|
  a, b = line.chomp.split("\\t", -1)
  puts(Gem::Version.correct?(a) && Gem::Version.correct?(b) ? Gem::Version.new(a) <=> Gem::Version.new(b) : '!')
end`;

test('gem: RubyGems', { skip: skipUnless(has('ruby', '--version'), 'ruby') }, (t) => {
  const rows = pairs(8, gem, ['0', '1', '.', 'a', '-', 'pre', '..'], PAIRS * 2);
  const answers = ask('ruby', (file) => ['-e', RUBY, file], rows);
  report(t, answers, differences('gem', rows, answers));
});

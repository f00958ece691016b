/** Orders that the schemes' own documents state, as chains from first to last. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compareVersions, SCHEMES, versionScheme } from './index.ts';

/** Each chain is strictly increasing; `=` joins equals. */
const CHAINS: Readonly<Record<string, readonly string[]>> = {
  semver: [
    '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0',
    '0.0.9 0.0.10 0.1.0 1.0.0=1.0.0+build.1=v1.0.0=1.0=1 1.0.1 2.0.0 10.0.0',
    '1.0.0--1 1.0.0-0a 1.0.0-A 1.0.0-a',
    '1.0.0-1 1.0.0-2 1.0.0-10 1.0.0-a',
    '99999999999999999998.0.0 99999999999999999999.0.0 100000000000000000000.0.0',
  ],
  npm: ['1.2.3-beta.2 1.2.3=v1.2.3==1.2.3 1.2.4-alpha 1.2.4'],
  pub: ['1.0.0-dev 1.0.0 1.0.0+1 1.0.0+2 1.0.1'],
  golang: [
    'v0.0.0-20170116102854-1ef0e047d5a7 v0.0.0-20180116102854-5a71ef0e047d v0.0.1',
    'v1.2.3 v1.2.4-0.20191109021931-daa7c04131f5 v1.2.4-pre.0.20191109021931-daa7c04131f5 v1.2.4',
    'go1.20 go1.21rc2 go1.21.0=1.21.0 go1.21.1',
    'v1.9.0=v1.9.0+incompatible v1.10.0',
  ],
  pypi: [
    '1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0=1=v1.0=1.0.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456 1.0.15 1.1.dev1 1!0.1',
    '1.0c1=1.0rc1=1.0-RC.1=1.0preview1 1.0-1=1.0.post1=1.0rev1',
  ],
  maven: [
    '1-alpha2 1-alpha-123 1-beta-2 1-beta123 1-m2 1-m11 1-rc 1-cr2 1-rc123 1-SNAPSHOT 1 1-sp 1-sp2 1-abc 1-def 1-1-snapshot 1-1 1-2 1-123',
    '1.0-rc-1 1=1.0=1.0.0=1-ga=1-final=1.0-release 1.0.1 1.1',
    '1-a1=1-alpha-1 1-b1=1-beta-1 1-m3=1-milestone-3 1-cr=1-rc',
  ],
  gem: [
    '0.9 1.0.a.2 1.0.b1 1.0=1=1.0.0 1.0.1 1.1.a 1.1',
    '1.0.0-alpha=1.0.0.pre.alpha 1.0.0-alpha.1 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0',
    '1.15.3 1.15.4=1.15.4-x86_64-linux-gnu=1.15.4-java 1.15.5',
  ],
  nuget: [
    '1.0.0-alpha 1.0.0-Beta=1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0=1.0=1.0.0.0=1.0.0+x 1.0.0.1 1.0.1',
  ],
  deb: [
    '1.0~~ 1.0~~a 1.0~ 1.0~rc1 1.0=0:1.0=1.0-0 1.0-1 1.0-1ubuntu1 1.0a 1.0+b1 1.0.1 1.2 1.10 1:0.1',
    '2.0-1~bpo12+1 2.0-1 2.0-1+deb12u1 2.0-2',
  ],
  rpm: [
    '1.0~rc1 1.0~rc2 1.0 1.0^git1 1.0^git2 1.0.a 1.0.1 1.1',
    '1.0-1.el8 1.0-1.el8_2 1.0-1.el8_10 1.0-1.el9 1.0-2.el8 1:0.1-1',
    '1.a 1.0=1.00=1..0 1.1=1.01=1_1',
  ],
  apk: [
    '1.0_alpha 1.0_alpha1 1.0_beta 1.0_pre1 1.0_rc1 1.0 1.0-r1 1.0-r2 1.0~0a1b 1.0_cvs1 1.0_git20200101 1.0_p 1.0_p-r1 1.0_p1 1.0_p1_p2 1.0a 1.0b 1.0.1',
    '1.2.3-r0 1.2.3-r9 1.2.3-r10 1.2.4-r0',
    '0.12 0.99 1.0',
    '1_alpha_pre1 1_alpha 1_alpha1 1_alpha_p1 1',
  ],
  alpm: [
    '1.0a 1.0b 1.0beta 1.0p 1.0pre 1.0rc 1.0=1.0-3 1.0.a 1.0.1',
    '1 1.0 1.1 1.1.1 1.2 2.0 3.0.0',
    '2.0 1:1.0',
  ],
  gentoo: [
    '1.0_alpha 1.0_alpha1 1.0_beta 1.0_pre 1.0_rc2 1.0=1.0-r0 1.0-r1 1.0_p0 1.0_p1 1.0a 1.0.0 1.01 1.1',
  ],
  openssl: [
    '0.9.8a 0.9.8z 0.9.8za 0.9.8zh 1.0.2-beta1 1.0.2 1.0.2a 1.1.1 1.1.1w 3.0.0-alpha1 3.0.0-beta2 3.0.0 3.0.10',
  ],
  conan: ['1.0-pre 1.0=1=1.0.0 1.0+b1 1.0+b2 1.1 1.1a 1.1b 2'],
  composer: [
    '1.0-dev 1.0-alpha 1.0-alpha2 1.0a3 1.0-beta1 1.0-RC1 1.0=v1.0.0=1.0.0.0=1.0-stable 1.0-patch1=1.0p1 1.0-p2 1.0.1 1.10',
  ],
  hackage: ['1 1.0 1.0.0 1.1 1.1.0.1 1.10'],
  cran: ['1.0 1.0-1=1.0.1 1.0-2 1.1 1.10'],
  cpan: ['1.002 1.002003=v1.2.3 1.003 v1.10.0 1.1=v1.100.0 2'],
  conda: [
    '0.4 0.4.1.rc 0.4.1 0.5a1 0.5b3 0.5 0.9.6 1.1dev1 1.1_ 1.1a1 1.1.0=1.1 1.1.post1 1.1post1 1996.07.12 1!0.4.1',
  ],
  jvm: ['1.7.0_80=7.0.80 1.8.0_13-ea 1.8.0_13=8.0.13=8.0.13+b2 1.8.0_131 9-ea 9 11.0.4 17.0.1'],
  luarocks: ['1.0alpha1 1.0beta1 1.0rc1 1.0 1.0.1-1 1.0.1-2 1.1 scm-1'],
  opam: ['1.0~beta 1.0 1.0+ocaml 1.0.1 v1.0'],
  intdot: ['1.2=01.002 1.10=1.10alpha 2'],
  nginx: ['0.8.40 1.4.1 1.10.0'],
  lexicographic: ['A a aa b \u00e9 \ue000 \u{1f600}'],
  datetime: [
    '2024-01-01T00:00:00+02:00 2023-12-31T23:00:00Z 2024-01-01T00:00:00Z=2024-01-01T00:00:00.000Z=2023-12-31T19:00:00-05:00 2024-01-01T00:00:00.09Z 2024-01-01T00:00:00.9Z',
    '0001-01-01T00:00:00Z 0099-12-31T23:59:59Z 1899-12-31T00:00:00Z 2016-12-31T23:59:60Z=2017-01-01T00:00:00Z',
  ],
};

function order(scheme: string, a: string, b: string): number | string {
  const compared = compareVersions(scheme, a, b);
  return compared.ok ? compared.value : (compared.issues[0]?.message ?? 'no issue');
}

/** `==1.2.3` is the version `=1.2.3` after the joint. */
function steps(chain: string): string[][] {
  return chain.split(' ').map((step) => step.split(/(?<!=)=/));
}

for (const [scheme, chains] of Object.entries(CHAINS)) {
  test(`${scheme}: every version of a chain against every other`, () => {
    for (const chain of chains) {
      const ranked = steps(chain).flatMap((equal, rank) =>
        equal.map((version) => ({ version, rank })),
      );
      for (const a of ranked) {
        for (const b of ranked) {
          assert.equal(
            order(scheme, a.version, b.version),
            Math.sign(a.rank - b.rank),
            `${scheme}: ${a.version} against ${b.version}`,
          );
        }
      }
    }
  });
}

test('every scheme has a chain, save those that share a rule with one', () => {
  const shared = ['cargo', 'hex', 'swift', 'githubactions', 'julia', 'bitnami', 'cocoapods'];
  const named = SCHEMES.map(({ name }) => name).sort();
  assert.deepEqual([...Object.keys(CHAINS), ...shared].sort(), named);
  assert.equal(new Set(named).size, named.length);
});

const INVALID: Readonly<Record<string, readonly string[]>> = {
  semver: ['', 'x', '1.2.3.4', '1..2', '1.2.3-', '1.2.3-a..b', '1.2.3+', '-1', '1.2.3 4'],
  pypi: ['', 'latest', '1.0-', '1.0+', '1.0.x', '1!', '1.0a1b2', '1.0+a..b'],
  deb: ['', 'a:1', '1:', '-1', '1.0_1', '1.0-', '1.0 2', '99999999999:1'],
  rpm: ['', '-1', 'x:1', '1 2', '1\u00e9'],
  apk: ['', '1.', '1.0_foo', 'a', '1.0-1', '1.0_alpha-', '1.0-r'],
  gentoo: ['', '1.0_git1', '1.0-1', '1.0ab', '1.'],
  gem: ['1..2', '.1', '1_2', '1.2 3', '--', '1.-2'],
  nuget: ['', '1.2.3.4.5', '1.0-', 'x'],
  golang: ['', 'master', 'v', 'v1.2.3.4'],
  datetime: [
    '2024-02-30T00:00:00Z',
    '2024-01-01',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:00:00',
    'x',
  ],
  composer: ['', 'dev-main', '1.x-dev', '1.0-foo'],
  openssl: ['1.0', '1.1.1-x', ''],
  jvm: ['1.a', ''],
  hackage: ['1.a', '', '1..2'],
  maven: ['', '  '],
  intdot: ['a', '', '.1'],
};

for (const [scheme, versions] of Object.entries(INVALID)) {
  test(`${scheme}: what is no version is not compared`, () => {
    for (const version of versions) {
      const compared = compareVersions(scheme, version, version);
      assert.equal(compared.ok, false, `${scheme}: "${version}"`);
      assert.deepEqual(
        compared.issues.map(({ code }) => code),
        ['version-invalid', 'version-invalid'],
      );
    }
  });
}

test('schemes are found by their other names and in any case', () => {
  const found = ['Alpine', 'PEP440', 'rubygems', 'portage', 'dart', 'Go'].map(
    (name) => versionScheme(name)?.name,
  );
  assert.deepEqual(found, ['apk', 'pypi', 'gem', 'gentoo', 'pub', 'golang']);
  assert.equal(versionScheme('constructor'), null);
  assert.equal(versionScheme('generic'), null);
});

test('a version in an unusual form is compared, and said to be', () => {
  const compared = compareVersions('npm', '1.2', '1.2.0');
  assert.ok(compared.ok);
  assert.equal(compared.value, 0);
  assert.deepEqual(
    compared.issues.map(({ code, severity }) => `${code} ${severity}`),
    ['version-form info'],
  );
});

test('epochs that one side lost are left out when asked', () => {
  const zero = compareVersions('rpm', '2.0-1', '1:1.5-1');
  const ignored = compareVersions('rpm', '2.0-1', '1:1.5-1', { missingEpoch: 'ignore' });
  assert.deepEqual([zero.ok && zero.value, ignored.ok && ignored.value], [-1, 1]);
});

test('an unknown scheme and an endless version are named', () => {
  assert.equal(compareVersions('vls', '1', '2').issues[0]?.code, 'vers-type-unknown');
  const long = '1.'.repeat(600) + 1;
  assert.equal(compareVersions('semver', long, '1').issues[0]?.code, 'version-too-long');
});

test('normal forms', () => {
  assert.equal(versionScheme('pypi')?.normal('V1.0-RC.01.post'), '1.0rc1.post0');
  assert.equal(versionScheme('nuget')?.normal('1.02.0.0-Beta+x'), '1.2.0-Beta');
  assert.equal(versionScheme('maven')?.normal('1.0-GA'), '1.0-GA');
});

/**
 * Questions that people put to a library of vulnerability information, each as a request to the
 * native API, with the answer as the library's author would find it by reading everything, and a
 * variant to which the answer is: nothing.
 */
import { cpeOf, cveId, type Known } from './world.ts';

export interface Question {
  readonly asks: string;
  readonly query: Readonly<Record<string, string>>;
  readonly answer: (known: Known) => boolean;
  /** What changes for the variant that nothing answers. */
  readonly empty: Readonly<Record<string, string>>;
  /** Asked by somebody of another organisation. */
  readonly outsider?: boolean;
}

const of = (format: Known['format'], test: (known: Known) => boolean) => (known: Known) =>
  known.format === format && test(known);
const names = (name: string) => (known: Known) => known.names.has(name);
const says = (...words: readonly string[]) => {
  return (known: Known) => words.every((word) => known.words.toLowerCase().includes(word));
};

const NOBODY = { value: 'CVE-1999-0001' };
const NOWHERE = { value: 'pkg:npm/nowhere' };
const SILENCE = { text: 'xylophone' };

export const QUESTIONS: readonly Question[] = [
  {
    asks: 'the record of one CVE',
    query: { id: cveId(7), format: 'cve' },
    answer: of('cve', ({ id }) => id === cveId(7)),
    empty: { id: 'CVE-1999-0001' },
  },
  {
    asks: 'everything that speaks of one CVE, in every format',
    query: { value: cveId(60), format: 'osv,csaf,openvex,jvn' },
    answer: names(cveId(60)),
    empty: NOBODY,
  },
  {
    asks: 'which OSV entries are another name of a CVE',
    query: { value: cveId(12), format: 'osv' },
    answer: of('osv', names(cveId(12))),
    empty: NOBODY,
  },
  {
    asks: 'which advisories treat a CVE',
    query: { value: cveId(30), format: 'csaf' },
    answer: of('csaf', names(cveId(30))),
    empty: NOBODY,
  },
  {
    asks: 'which VEX statements there are on a CVE',
    query: { value: cveId(25), format: 'openvex' },
    answer: of('openvex', names(cveId(25))),
    empty: NOBODY,
  },
  {
    asks: 'what JVN iPedia says of a CVE',
    query: { value: cveId(44), format: 'jvn' },
    answer: of('jvn', names(cveId(44))),
    empty: NOBODY,
  },
  {
    asks: 'what concerns a product by its CPE name',
    query: { value: cpeOf(5, 5), format: 'cve' },
    answer: of('cve', names(cpeOf(5, 5))),
    empty: { value: cpeOf(99, 1) },
  },
  {
    asks: 'which advisories name exactly this version of a product',
    query: { value: cpeOf(3, 21).replace(':*:', ':4.2:'), format: 'csaf' },
    answer: of('csaf', names(cpeOf(3, 21).replace(':*:', ':4.2:'))),
    empty: { value: cpeOf(3, 21).replace(':*:', ':4.3:') },
  },
  {
    asks: 'which entries of JVN concern a router by its CPE URI',
    query: { value: 'cpe:/h:vendor3:router3', format: 'jvn' },
    answer: of('jvn', names('cpe:/h:vendor3:router3')),
    empty: { value: 'cpe:/h:vendor3:router99' },
  },
  {
    asks: 'what concerns an npm package',
    query: { value: 'pkg:npm/package-17', format: 'cve' },
    answer: of('cve', names('pkg:npm/package-17')),
    empty: NOWHERE,
  },
  {
    asks: 'what concerns a Python package',
    query: { value: 'pkg:pypi/library-8' },
    answer: names('pkg:pypi/library-8'),
    empty: NOWHERE,
  },
  {
    asks: 'what concerns a Maven package by its coordinates',
    query: { value: 'Maven/org.example:library-11' },
    answer: names('Maven/org.example:library-11'),
    empty: { value: 'Maven/org.example:nowhere' },
  },
  {
    asks: 'what concerns a Debian source package',
    query: { value: 'pkg:deb/debian/library-40' },
    answer: names('pkg:deb/debian/library-40'),
    empty: NOWHERE,
  },
  {
    asks: 'what concerns a crate',
    query: { value: 'pkg:cargo/library-3', format: 'osv' },
    answer: of('osv', names('pkg:cargo/library-3')),
    empty: { format: 'csaf' },
  },
  {
    asks: 'which VEX statements concern one version of a package',
    query: { value: 'pkg:npm/package-9@1.2.9', format: 'openvex' },
    answer: of('openvex', names('pkg:npm/package-9@1.2.9')),
    empty: { value: 'pkg:npm/package-9@9.9.9' },
  },
  {
    asks: 'what a vendor’s product has, by their names',
    query: { value: 'vendor4/product4' },
    answer: names('vendor4/product4'),
    empty: { value: 'vendor4/product999' },
  },
  {
    asks: 'which vulnerabilities are of a weakness',
    query: { value: 'CWE-416', format: 'cve' },
    answer: of('cve', names('CWE-416')),
    empty: { value: 'CWE-1' },
  },
  {
    asks: 'which records have an edge to a weakness',
    query: { points_at: 'CWE-22' },
    answer: names('CWE-22'),
    empty: { points_at: 'CWE-1' },
  },
  {
    asks: 'which of a weakness are in a product',
    query: { value: cpeOf(6, 6), points_at: 'CWE-79' },
    answer: (known) => names(cpeOf(6, 6))(known) && names('CWE-79')(known),
    empty: { points_at: 'CWE-1' },
  },
  {
    asks: 'where an English word occurs',
    query: { text: 'deserialisation', format: 'osv' },
    answer: of('osv', says('deserialisation')),
    empty: SILENCE,
  },
  {
    asks: 'where two words occur together',
    query: { text: 'traversal gateway', format: 'cve' },
    answer: of('cve', says('traversal', 'gateway')),
    empty: { text: 'traversal xylophone' },
  },
  {
    asks: 'where a Japanese term occurs in any format',
    query: { text: '権限昇格' },
    answer: says('権限昇格'),
    empty: { text: '権限剥奪' },
  },
  {
    asks: 'which Japanese advisories speak of a term',
    query: { text: '情報漏えい', format: 'csaf' },
    answer: of('csaf', says('情報漏えい')),
    empty: { text: '情報収集' },
  },
  {
    asks: 'which entries of JVN speak of denial of service, in katakana',
    query: { text: 'サービス運用妨害', format: 'jvn' },
    answer: of('jvn', says('サービス運用妨害')),
    empty: { text: 'サーバー運用妨害' },
  },
  {
    asks: 'which CVE of a product has a word in Japanese',
    query: { text: '認証回避', value: cpeOf(4, 4) },
    answer: (known) => says('認証回避')(known) && names(cpeOf(4, 4))(known),
    empty: { text: '認証強化' },
  },
  {
    asks: 'why a CVE was withdrawn',
    query: { text: 'withdrawn confirmed', id: cveId(19), format: 'cve' },
    answer: of('cve', ({ id, withdrawn }) => id === cveId(19) && withdrawn),
    empty: { id: cveId(18) },
  },
  {
    asks: 'all there is of one format',
    query: { format: 'jvn' },
    answer: ({ format }) => format === 'jvn',
    empty: { format: 'cwe' },
  },
  {
    asks: 'which advisories on a CVE an outsider gets',
    query: { value: cveId(15), format: 'csaf' },
    answer: of('csaf', (known) => known.tlp === 'CLEAR' && names(cveId(15))(known)),
    empty: { value: cveId(12) },
    outsider: true,
  },
  {
    asks: 'which Japanese advisories an outsider gets',
    query: { text: '任意のコード実行', format: 'csaf' },
    answer: of('csaf', (known) => known.tlp === 'CLEAR' && says('任意のコード実行')(known)),
    empty: { text: '任意のコード削除' },
    outsider: true,
  },
  {
    asks: 'what an outsider finds of a product that an advisory names',
    query: { value: cpeOf(0, 0).replace(':*:', ':4.2:') },
    answer: (known) => known.tlp === 'CLEAR' && names(cpeOf(0, 0).replace(':*:', ':4.2:'))(known),
    empty: { value: cpeOf(4, 28).replace(':*:', ':4.2:') },
    outsider: true,
  },
];
